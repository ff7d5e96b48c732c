import { requireDay } from './day.js';
import type { Measure } from './types.js';

/**
 * Where a measure's term stands. It says nothing of whether the measure was carried out:
 * `continuous` has no end, `open` has not reached its last day, `termEnded` ended before this installation began to
 * work, `overdue` ended since.
 */
export type TermState = 'continuous' | 'open' | 'termEnded' | 'overdue';

/** The last calendar day (YYYY-MM-DD, Asia/Baku) of a dated term: 31 December of its last year. */
export function termLastDay(measure: Pick<Measure, 'term'>): string | undefined {
  if (measure.term === 'mütəmadi') return undefined;
  const years = /^\d{4}(?:-(\d{4}))?$/.exec(measure.term);
  if (!years) throw new RangeError(`The plan knows no term '${measure.term}'`);
  return `${years[1] ?? measure.term}-12-31`;
}

/**
 * @param installationFirstDay first day this installation took cases, YYYY-MM-DD in Asia/Baku
 * @param today YYYY-MM-DD in Asia/Baku
 * @throws RangeError when a day has another form
 */
export function termState(
  measure: Pick<Measure, 'term'>,
  installationFirstDay: string,
  today: string,
): TermState {
  requireDay(installationFirstDay);
  requireDay(today);
  const lastDay = termLastDay(measure);
  if (lastDay === undefined) return 'continuous';
  if (today <= lastDay) return 'open';
  return lastDay < installationFirstDay ? 'termEnded' : 'overdue';
}
