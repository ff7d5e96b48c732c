import { z } from 'zod';
import type { Day } from '#libs/vocabulary';
import { isDay } from './days.js';
import { isDuration, wholeDays } from './duration.js';

const day = z.string().refine(isDay, 'not a day');

/**
 * A rule of time as dated data. `validFrom` and `validTo` are the first and the last day (Asia/Baku) on which a
 * deadline may start under it.
 */
export const termRuleSchema = z
  .strictObject({
    name: z.string().min(1),
    duration: z.string().refine(isDuration, 'not an ISO 8601 duration'),
    counting: z.enum(['calendar', 'working']),
    legalBasis: z.string().min(1),
    source: z.string().min(1),
    verified: z.boolean(),
    validFrom: day,
    validTo: day.optional(),
  })
  .refine((rule) => rule.counting === 'calendar' || wholeDays(rule.duration) !== undefined, {
    message: 'working terms are counted in whole days',
    path: ['duration'],
  })
  .refine((rule) => rule.validTo === undefined || rule.validFrom <= rule.validTo, {
    message: 'ends before it begins',
    path: ['validTo'],
  });

export type TermRule = Readonly<z.infer<typeof termRuleSchema>>;
export type Counting = TermRule['counting'];

interface Dated {
  readonly validFrom: Day;
  readonly validTo?: Day | undefined;
}

/** The rules in force on a day (Asia/Baku), the younger first: a later row need not end an earlier one. */
export const inForceOn = <R extends Dated>(rules: readonly R[], on: Day): R[] =>
  rules
    .filter(({ validFrom, validTo }) => validFrom <= on && on <= (validTo ?? on))
    .sort((one, other) => (one.validFrom < other.validFrom ? 1 : -1));

/**
 * The rule of that name in force on the day the deadline started; of two, the younger.
 * Throws RangeError when none is: a missing rule must never become a missing clock.
 */
export function ruleFor<R extends Dated & { readonly name: string }>(
  rules: readonly R[],
  name: string,
  startedDay: Day,
): R {
  const youngest = inForceOn(rules, startedDay).find((rule) => rule.name === name);
  if (!youngest) throw new RangeError(`no rule of time "${name}" in force on ${startedDay}`);
  return youngest;
}
