import { DateTime } from 'luxon';
import { bakuZone } from '#libs/calendar';
import type { Posted } from './posted.js';
import { valueOf } from './posted.js';

const parts = ['day', 'month', 'year'] as const;
const isEmpty = (values: readonly string[]) => values.every((value) => value === '');
const two = (value: string) => value.padStart(2, '0');

/**
 * A day typed as three numbers, as `YYYY-MM-DD`; undefined when all are empty. What is no day comes out as typed
 * and is refused by the schema, so that there is one judge of dates.
 */
export function readDay(posted: Posted, name: string): string | undefined {
  const [day, month, year] = parts.map((part) => valueOf(posted, `${name}-${part}`).trim());
  if (isEmpty([day ?? '', month ?? '', year ?? ''])) return undefined;
  return `${year}-${two(month ?? '')}-${two(day ?? '')}`;
}

/** A moment on the clocks of Baku, with its offset; undefined when nothing was typed. Without a time it is no moment. */
export function readMoment(posted: Posted, name: string): string | undefined {
  const day = readDay(posted, name);
  const time = valueOf(posted, `${name}-time`).trim();
  if (day === undefined) return time === '' ? undefined : time;
  const clock = /^(\d{1,2})[:.](\d{2})$/.exec(time);
  const moment = DateTime.fromISO(`${day}T${two(clock?.[1] ?? 'no')}:${clock?.[2]}`, { zone: bakuZone });
  return moment.toISO({ suppressMilliseconds: true }) ?? `${day} ${time}`.trim();
}

/** The inputs that show a moment again, from its stored form. */
export function momentParts(instant: string): Record<'day' | 'month' | 'year' | 'time', string> {
  const moment = DateTime.fromISO(instant, { zone: bakuZone });
  return {
    day: String(moment.day),
    month: String(moment.month),
    year: String(moment.year),
    time: moment.toFormat('HH:mm'),
  };
}

/** Whether a typed day is one. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid;

/** Whether a typed moment is one. */
export const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T/.test(text) && DateTime.fromISO(text).isValid;
