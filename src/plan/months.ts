import { DateTime } from 'luxon';

const zone = 'Asia/Baku';

/** The instants between which the whole months `from` to `to` (YYYY-MM, both included) lie in Baku. */
export function monthsBetween(from: string, to: string): { readonly start: Date; readonly end: Date } {
  const start = DateTime.fromISO(`${from}-01`, { zone });
  const end = DateTime.fromISO(`${to}-01`, { zone }).plus({ months: 1 });
  return { start: start.toJSDate(), end: end.toJSDate() };
}

/** Calendar day in Baku, YYYY-MM-DD. */
export const dayInBaku = (moment: Date): string => DateTime.fromJSDate(moment, { zone }).toISODate() ?? '';
