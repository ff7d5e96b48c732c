import { z } from 'zod';
import { addDays, endOfDay, localDay, ruleFor } from '#libs/calendar';
import type { Instant } from '#libs/vocabulary';
import { termOn } from './terms.js';
import list from './ages.json' with { type: 'json' };

/** Ages at which the law changes, as dated configuration. */
const ageFile = z.array(
  z.strictObject({
    name: z.enum(['majority', 'trusteeship']),
    years: z.int().min(1).max(30),
    legalBasis: z.string().min(1),
    source: z.string().min(1),
    verified: z.boolean(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().optional(),
  }),
);

export type AgeRule = Readonly<z.infer<typeof ageFile>[number]>;
/** Reads a file of ages. @throws ZodError naming each fault. */
export const readAges = (file: unknown): readonly AgeRule[] => ageFile.parse(file);
export const ages: readonly AgeRule[] = readAges(list);

/** A calendar month in Baku as `YYYY-MM`. */
type Month = string;

const yearsOf = (name: AgeRule['name'], at: Instant): number => ruleFor(ages, name, localDay(at)).years;

function monthsOn(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

const monthOf = (at: Instant): Month => localDay(at).slice(0, 7);
/** The last moment before a month begins. */
const before = (month: Month): Instant => endOfDay(addDays(`${month}-01`, -1));

/** Only the month of the eighteenth birthday is kept: she is of age for certain when it has ended. */
export const ofAgeAt = (eighteenIn: Month): Instant => before(monthsOn(eighteenIn, 1));

/** When planning for eighteen begins: the term `transitionAt18` in force now, before the month. */
export function transitionFrom(eighteenIn: Month, now: Instant): Instant {
  const ahead = /^P(\d+)M$/.exec(termOn('transitionAt18', localDay(now)).duration)?.[1];
  if (!ahead) throw new Error('The term transitionAt18 is not in months');
  return before(monthsOn(eighteenIn, -Number(ahead)));
}

/** Who may be appointed at her age: a guardian for the young, a trustee for the older; either in the month between. */
export function representationAt(eighteenIn: Month, at: Instant): 'guardian' | 'trustee' | 'either' {
  const boundary = monthsOn(eighteenIn, (yearsOf('trusteeship', at) - yearsOf('majority', at)) * 12);
  const now = monthOf(at);
  if (now === boundary) return 'either';
  return now < boundary ? 'guardian' : 'trustee';
}

/** Whether somebody born by now can come of age in that month. */
export const canComeOfAgeIn = (month: Month, at: Instant): boolean =>
  month <= monthsOn(monthOf(at), yearsOf('majority', at) * 12);
