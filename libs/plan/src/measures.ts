import measureData from '../data/nap-2014-2018/measures.json' with { type: 'json' };
import noteData from '../data/nap-2014-2018/notes.json' with { type: 'json' };
import { measureIds } from './ids.generated.js';
import type { Executor, Measure, MeasureId, Note } from './types.js';

/** The 60 measures of section 13, in the plan's order. */
export const measures = measureData as readonly Measure[];

/** Notes 1-5 of section 13. */
export const notes = noteData as readonly Note[];

const byId = new Map<string, Measure>(measures.map((each) => [each.id, each]));

/** Whether a string from outside (an address, a stored entry) names a measure of this plan. */
export function isMeasureId(value: string): value is MeasureId {
  return (measureIds as readonly string[]).includes(value);
}

/** @throws RangeError when a string that is no measure id was forced in. */
export function measure(id: MeasureId): Measure {
  const found = byId.get(id);
  if (!found) throw new RangeError(`The plan has no measure ${String(id)}`);
  return found;
}

/** The bodies that carry out a measure; the first is the one the plan names first. */
export function executorsOf(id: MeasureId): readonly Executor[] {
  return measure(id).executors;
}
