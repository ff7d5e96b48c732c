import { azerbaijanCalendar, formatLocal, inForceOn, localDay, remaining } from '#libs/calendar';
import { terms } from '#libs/procedures';
import type { Instant, Language } from '#libs/vocabulary';
import { say, sayCounted } from './words.js';

/** Below these amounts the smaller unit says more. */
const until = { days: 48, months: 180, years: 730 };

/** How far a due date is, in words: "3 working days left", "5 hours overdue", "8 years left". */
function timeLeft(language: Language, now: Instant, due: Instant, clock = ''): string {
  const { overdue, hours, workingDays, calendarDays } = remaining(now, due, azerbaijanCalendar);
  const side = overdue ? 'overdue' : 'left';
  const counted = (unit: string, n: number) => sayCounted(language, `due.${side}.${unit}`, Math.floor(n));
  if (hours < 1) return say(language, `due.${side}.underAnHour`);
  if (hours < until.days) return counted('hours', hours);
  if (countsWorkingDays(clock, now) && workingDays > 0) return counted('workingDays', workingDays);
  if (calendarDays < until.months) return counted('days', calendarDays);
  return calendarDays < until.years
    ? counted('months', calendarDays / daysOf.month)
    : counted('years', calendarDays / daysOf.year);
}

const daysOf = { month: 30.44, year: 365.25 };

/** Only of a term that the law counts in working days: who waits for a month counts every day. */
const countsWorkingDays = (clock: string, now: Instant): boolean =>
  inForceOn(terms, localDay(now)).find(({ name }) => name === clock)?.counting === 'working';

/**
 * How far it is and the date: "3 working days left, due 14 November 2026, 14:00"; "5 hours overdue, since …". The unit
 * follows the term of the clock, where it is named.
 */
export const dueInWords = (language: Language, now: Instant, due: Instant, clock?: string): string =>
  say(language, due <= now ? 'due.since' : 'due.sentence', {
    left: timeLeft(language, now, due, clock),
    date: formatLocal(due, language),
  });
