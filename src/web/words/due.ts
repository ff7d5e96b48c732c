import { azerbaijanCalendar, formatLocal, remaining } from '#libs/calendar';
import type { Instant, Language } from '#libs/vocabulary';
import { say, sayCounted } from './words.js';

/** Below this the hours matter more than the days. */
const hoursUntilDays = 48;

/** How far a due date is, in words: "3 working days left", "5 hours overdue". */
export function timeLeft(language: Language, now: Instant, due: Instant): string {
  const { overdue, hours, workingDays, calendarDays } = remaining(now, due, azerbaijanCalendar);
  const side = overdue ? 'overdue' : 'left';
  if (hours < 1) return say(language, `due.${side}.underAnHour`);
  if (hours < hoursUntilDays) return sayCounted(language, `due.${side}.hours`, hours);
  if (workingDays === 0) return sayCounted(language, `due.${side}.days`, calendarDays);
  return sayCounted(language, `due.${side}.workingDays`, workingDays);
}

/** The date and how far it is: "3 working days left, due 14 November 2026, 14:00". */
export const dueInWords = (language: Language, now: Instant, due: Instant): string =>
  say(language, 'due.sentence', { left: timeLeft(language, now, due), date: formatLocal(due, language) });
