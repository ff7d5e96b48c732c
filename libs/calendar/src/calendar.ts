import { z } from 'zod';
import { isDay } from './days.js';
import list from './azerbaijan-2014-2027.json' with { type: 'json' };

/** One non-working day. `verified` is false until it was compared with the official text. */
export interface Holiday {
  /** Day in the calendar's zone. */
  readonly date: string;
  readonly nameAz: string;
  readonly nameEn: string;
  readonly source: string;
  readonly verified: boolean;
}

/** Non-working days of a country. A date in a year after `lastLoadedYear` is provisional. */
export interface Calendar {
  readonly zone: string;
  readonly holidays: readonly Holiday[];
  /** ISO weekdays of rest: Monday is 1, Sunday 7. */
  readonly weekend: readonly number[];
  readonly lastLoadedYear: number;
  readonly version: string;
  readonly source: string;
  readonly verified: boolean;
}

const occasion = z.strictObject({
  nameAz: z.string().min(1),
  nameEn: z.string().min(1),
  source: z.string().min(1),
  verified: z.boolean(),
  dates: z.array(z.string().refine(isDay, 'not a day')).min(1),
});

/** The file an administrator replaces: occasions, each with its days. */
const calendarFile = z
  .strictObject({
    zone: z.literal('Asia/Baku'),
    version: z.string().min(1),
    source: z.string().min(1),
    verified: z.boolean(),
    lastLoadedYear: z.int().min(2014).max(2200),
    weekend: z.array(z.int().min(1).max(7)).max(6),
    occasions: z.array(occasion),
  })
  .refine((file) => daysOf(file).every((day) => Number(day.slice(0, 4)) <= file.lastLoadedYear), {
    message: 'a day lies after lastLoadedYear',
    path: ['occasions'],
  });

const daysOf = (file: { occasions: { dates: string[] }[] }): string[] =>
  file.occasions.flatMap(({ dates }) => dates);

/** Reads a calendar file. Throws ZodError naming each fault. */
export function readCalendar(file: unknown): Calendar {
  const { occasions, ...rest } = calendarFile.parse(file);
  const holidays = occasions
    .flatMap(({ dates, ...names }) => dates.map((date) => ({ date, ...names })))
    .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
  return { ...rest, holidays };
}

/** Azerbaijan 2014–2027 from best knowledge (`verified: false`); shifted rest days are left out, as its `source` says. */
export const azerbaijanCalendar: Calendar = readCalendar(list);
