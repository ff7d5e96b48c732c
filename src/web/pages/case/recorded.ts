import type { TimelineItem } from '../../../cases/index.js';

/** Entries of the command whose last entry is `seq`: one command is recorded at one moment. Undefined where that one is not to be known. */
export function recordedShown(items: readonly TimelineItem[], seq: number) {
  const known = items.flatMap((item) => ('restricted' in item ? [] : [item]));
  const last = known.find((entry) => entry.seq === seq);
  const told = known.filter((entry) => entry.recordedAt === last?.recordedAt && entry.seq <= seq);
  return last && { seq, did: told.map(({ past }) => past) };
}
