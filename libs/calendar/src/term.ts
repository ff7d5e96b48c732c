import type { Day, Instant } from '#libs/vocabulary';
import type { Calendar } from './calendar.js';
import { isWorkingDay, workingDayAfter, workingDaysBetween } from './days.js';
import { addDuration, wholeDays } from './duration.js';
import { endOfDay, fromMillis, localDay, millisOf } from './instant.js';
import type { Counting, TermRule } from './term-rule.js';

/** The end of a term. `provisional`: it lies in a year whose holidays are not loaded yet. */
export interface TermEnd {
  readonly dueAt: Instant;
  readonly provisional: boolean;
}

export type TermLength = Pick<TermRule, 'duration' | 'counting'>;

export interface Pause {
  readonly pausedAt: Instant;
  readonly resumedAt: Instant;
}

export interface PausedTerm extends Pause {
  readonly start: Instant;
  readonly due: Instant;
}

/**
 * When a term ends. Counting `calendar`: hours are elapsed time, days keep the clock time in Baku, so a 30-day term
 * begun at 10:15 ends at 10:15 thirty days on. Counting `working`: the day of the start is not counted and the term
 * ends at 23:59:59.999 in Baku on its last working day.
 * Throws RangeError for working terms not in whole days (at least one).
 */
export function addTerm(start: Instant, { duration, counting }: TermLength, calendar: Calendar): TermEnd {
  if (counting === 'calendar') return endsAt(addDuration(start, duration, calendar.zone), calendar);
  const days = wholeDays(duration);
  if (!days) throw new RangeError(`a working term has whole days, at least one: ${duration}`);
  const lastDay = workingDayAfter(localDay(start, calendar.zone), days, calendar);
  return endsAt(endOfDay(lastDay, calendar.zone), calendar);
}

/**
 * The new end after a pause; what was left at the pause is left at the resumption. Counting `calendar` keeps the
 * elapsed time to the millisecond. Counting `working` keeps the number of working days after the day of today: a pause
 * within one day moves nothing. A working term paused on its last day ends on the day of resumption or, if that is no
 * working day, on the next.
 * Throws RangeError unless start <= pausedAt <= resumedAt and pausedAt <= due.
 */
export function resumeTerm(paused: PausedTerm, counting: Counting, calendar: Calendar): TermEnd {
  const { start, due, pausedAt, resumedAt } = paused;
  const pausedFor = millisOf(resumedAt) - millisOf(pausedAt);
  if (millisOf(start) > millisOf(pausedAt) || pausedFor < 0 || millisOf(pausedAt) > millisOf(due))
    throw new RangeError('a pause lies between the start and the end of the term');
  if (counting === 'calendar') return endsAt(fromMillis(millisOf(due) + pausedFor), calendar);
  const dayIn = (at: Instant) => localDay(at, calendar.zone);
  if (dayIn(pausedAt) === dayIn(resumedAt)) return endsAt(due, calendar);
  const left = workingDaysBetween(dayIn(pausedAt), dayIn(due), calendar);
  return endsAt(endOfDay(lastDayOf(left, dayIn(resumedAt), calendar), calendar.zone), calendar);
}

function lastDayOf(left: number, resumedDay: Day, calendar: Calendar): Day {
  if (left === 0 && isWorkingDay(resumedDay, calendar)) return resumedDay;
  return workingDayAfter(resumedDay, Math.max(left, 1), calendar);
}

export const endsAt = (dueAt: Instant, calendar: Calendar): TermEnd => ({
  dueAt,
  provisional: Number(localDay(dueAt, calendar.zone).slice(0, 4)) > calendar.lastLoadedYear,
});
