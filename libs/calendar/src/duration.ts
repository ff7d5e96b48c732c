import type { DateTime } from 'luxon';
import type { Instant } from '#libs/vocabulary';
import { bakuZone, local, toInstant } from './instant.js';

const form =
  /^P(?=\d|T\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/;

export interface DurationParts {
  readonly date: { years: number; months: number; weeks: number; days: number };
  readonly time: { hours: number; minutes: number; seconds: number };
}

/** Whether the text is an ISO 8601 duration in whole, unsigned units, e.g. `P30D`, `PT24H`, `P1DT12H`. */
export const isDuration = (text: string): boolean => form.test(text);

/** Throws RangeError when the text is not a duration. */
export function partsOf(duration: string): DurationParts {
  const found = form.exec(duration);
  if (!found) throw new RangeError(`not an ISO 8601 duration: ${duration}`);
  const [years, months, weeks, days, hours, minutes, seconds] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  return { date: { years, months, weeks, days }, time: { hours, minutes, seconds } };
}

export const hasDateParts = (duration: string): boolean =>
  Object.values(partsOf(duration).date).some((amount) => amount > 0);

/** Whole days of a duration made of days only (`P5D`); undefined for any other. */
export const wholeDays = (duration: string): number | undefined =>
  /^P\d+D$/.test(duration) ? partsOf(duration).date.days : undefined;

/**
 * Years, months, weeks and days keep the clock time in Baku; hours, minutes and seconds are elapsed time, added last.
 * A clock time that the change to summer time skips becomes the same distance after it; one that happens twice
 * becomes the second: never earlier than the clock time meant.
 */
export function addDuration(instant: Instant, duration: string, zone: string = bakuZone): Instant {
  const { date, time } = partsOf(duration);
  const start = local(instant, zone);
  const onTheDay = hasDateParts(duration) ? laterOf(start.plus(date)) : start;
  return toInstant(onTheDay.plus(time));
}

const laterOf = (moment: DateTime): DateTime => moment.getPossibleOffsets().at(-1) ?? moment;
