import type { EntryShown, TimelineItem } from '../../../cases/index.js';

/**
 * What came of the command just given, its consequences too, in the words of the timeline. `given` is the number of its
 * last entry, and one command is recorded at one moment. Undefined where that entry is not to be known.
 */
export function recordedShown(items: readonly TimelineItem[], given = '') {
  const seq = Number(given);
  const known = items.flatMap((item) => ('restricted' in item ? [] : [item]));
  const last = known.find((entry) => entry.seq === seq);
  const told = known.filter((entry) => entry.recordedAt === last?.recordedAt && entry.seq <= seq);
  return last && { seq, did: counted(told) };
}

const isSame = (one: EntryShown, other: EntryShown): boolean =>
  one.procedure === other.procedure && one.command === other.command;

/** Each step once, where it stands first, with how often it happened. */
const counted = (told: readonly EntryShown[]) =>
  told
    .filter((entry, nth) => told.findIndex((other) => isSame(entry, other)) === nth)
    .map((entry) => ({ past: entry.past, times: told.filter((other) => isSame(entry, other)).length }));
