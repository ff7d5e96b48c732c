import { DateTime } from 'luxon';
import type { Day, Instant } from '#libs/vocabulary';

export const bakuZone = 'Asia/Baku';

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** The instant on the clocks of `zone`. Throws RangeError when it is not an ISO 8601 instant in UTC. */
export function local(instant: Instant, zone: string = bakuZone): DateTime {
  const moment = DateTime.fromISO(instant, { zone });
  if (!instantForm.test(instant) || !moment.isValid)
    throw new RangeError(`not an instant in UTC: ${instant}`);
  return moment;
}

/** Back to the one written form of an instant: UTC with milliseconds. */
export function toInstant(moment: DateTime): Instant {
  const written = moment.toUTC().toISO();
  if (written === null || !instantForm.test(written))
    throw new RangeError('beyond the years that can be written');
  return written;
}

export const millisOf = (instant: Instant): number => local(instant).toMillis();

export const fromMillis = (millis: number): Instant =>
  toInstant(DateTime.fromMillis(millis, { zone: 'utc' }));

/** The day in Baku on which the instant falls. */
export const localDay = (instant: Instant, zone: string = bakuZone): Day => dayOf(local(instant, zone));

export const dayOf = (moment: DateTime): Day => moment.toISODate() ?? '';

/** A day as a moment without a zone of its own: midnight UTC, so that every day has 24 hours. */
export function bareDay(day: Day): DateTime {
  const moment = DateTime.fromISO(day, { zone: 'utc' });
  if (!dayForm.test(day) || !moment.isValid) throw new RangeError(`not a day: ${day}`);
  return moment;
}

/** The last millisecond of a day on the clocks of `zone`: 23:59:59.999. */
export function endOfDay(day: Day, zone: string = bakuZone): Instant {
  bareDay(day);
  return toInstant(DateTime.fromISO(day, { zone }).endOf('day'));
}
