import type { Instant } from '#libs/vocabulary';
import type { Calendar } from './calendar.js';
import { daysBetween, workingDaysBetween } from './days.js';
import { fromMillis, localDay, millisOf } from './instant.js';

/** How far the end is; all amounts are positive, also when overdue. */
export interface Remaining {
  /** True from the due instant on. */
  readonly overdue: boolean;
  /** Midnights in Baku between now and the end: 0 is today, 1 tomorrow (or yesterday). */
  readonly calendarDays: number;
  /** Working days after today up to and with the last day; when overdue, those since the last day. */
  readonly workingDays: number;
  /** Whole hours. */
  readonly hours: number;
}

const hour = 3_600_000;

/** What to say about a deadline: "3 working days left", "2 days overdue". */
export function remaining(now: Instant, due: Instant, calendar: Calendar): Remaining {
  const left = millisOf(due) - millisOf(now);
  const overdue = left <= 0;
  const [today, dueDay] = [localDay(now, calendar.zone), localDay(due, calendar.zone)];
  const [from, to] = overdue ? [dueDay, today] : [today, dueDay];
  return {
    overdue,
    calendarDays: daysBetween(from, to),
    workingDays: workingDaysBetween(from, to, calendar),
    hours: Math.floor(Math.abs(left) / hour),
  };
}

export interface Warning {
  readonly percent: number;
  readonly at: Instant;
}

/** How much of a term has elapsed when its clock gives a reminder; its last one is that it has passed. */
export const warningPercents = [50, 80, 100] as const;

/** Instants at which these percentages of the term have elapsed, earliest first; 100 is `due` itself. */
export function warningsOf(
  start: Instant,
  due: Instant,
  percents: readonly number[] = warningPercents,
): readonly Warning[] {
  const [from, to] = [millisOf(start), millisOf(due)];
  return [...new Set(percents)]
    .sort((one, other) => one - other)
    .map((percent) => ({ percent, at: fromMillis(Math.round(from + ((to - from) * percent) / 100)) }));
}
