import type { Day } from '#libs/vocabulary';
import { bareDay, dayOf } from './instant.js';
import type { Calendar } from './calendar.js';

export function isDay(text: string): boolean {
  try {
    return dayOf(bareDay(text)) === text;
  } catch {
    return false;
  }
}

export const addDays = (day: Day, count: number): Day => dayOf(bareDay(day).plus({ days: count }));

/** Calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => bareDay(to).diff(bareDay(from), 'days').days;

/** Neither weekend nor holiday. A year that is not loaded knows weekends only. */
export const isWorkingDay = (day: Day, calendar: Calendar): boolean =>
  !calendar.weekend.includes(bareDay(day).weekday) && !calendar.holidays.some(({ date }) => date === day);

/** Working days after `from`, up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

/** The `count`-th working day after `from`, which itself is not counted. */
export function workingDayAfter(from: Day, count: number, calendar: Calendar): Day {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}
