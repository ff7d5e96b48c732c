/** True in the acceptance run (`npm run test:full`). */
export const isFull = process.env.NRM_TEST_SIZE === 'full';

/** How many of something a spec tries: `everyday` in `npm test`, `full` in the acceptance run. */
export function size(everyday: number, full: number): number {
  return isFull ? full : everyday;
}

/** The seed of generated data: a fresh one per full run unless NRM_TEST_SEED is set, a fixed one every day. */
export function seed(): number {
  return Number(process.env.NRM_TEST_SEED ?? 20_140_724);
}
