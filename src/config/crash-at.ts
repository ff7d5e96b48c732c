/** The point at which a fault test wants this process to die (NRM_CRASH_AT); nothing outside NODE_ENV=test. */
export function crashAt(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return environment.NODE_ENV === 'test' ? environment.NRM_CRASH_AT : undefined;
}
