import source from '../data/nap-2014-2018/source.json' with { type: 'json' };
import { requireDay } from './day.js';

/** Where the plan comes from: the act, its amendments, its validity, the standing of the translation. */
export const planSource = source;

/** Stored with the links of every timeline entry; a later plan brings its own version and a mapping file. */
export const planVersion = 'nap-2014-2018';
export type PlanVersion = typeof planVersion;

export interface PlanInForce {
  readonly version: PlanVersion;
  /** `term`: within the plan's years. `continued`: after them, because no successor has been loaded. */
  readonly ground: 'term' | 'continued';
}

/**
 * The plan under which something that happened on a day is recorded.
 * @param day when it happened, YYYY-MM-DD in Asia/Baku
 * @returns undefined for a day before the plan (24 July 2014)
 * @throws RangeError when the day has another form
 */
export function planInForce(day: string): PlanInForce | undefined {
  requireDay(day);
  const { from, to, continuesUntilSuccessor } = source.validity;
  if (day < from) return undefined;
  if (day <= to) return { version: planVersion, ground: 'term' };
  return continuesUntilSuccessor ? { version: planVersion, ground: 'continued' } : undefined;
}
