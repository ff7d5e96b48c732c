export interface Kept {
  /** Rejects when the program was given up. */
  readonly failed: Promise<never>;
  settled(): void;
  stop(): Promise<void>;
}

export function run(
  file: string,
  args: readonly string[],
  options?: { env?: NodeJS.ProcessEnv; show?: boolean },
): Promise<string>;
export function keep(
  name: string,
  file: string,
  args: readonly string[],
  options: { env: NodeJS.ProcessEnv; log: string },
): Kept;
export function stopRunning(): Promise<void>;
