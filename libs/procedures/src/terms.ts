import { z } from 'zod';
import { isDuration } from '#libs/calendar';
import type { Day, Term } from '#libs/vocabulary';
import list from './terms.json' with { type: 'json' };

const termFile = z.array(
  z.strictObject({
    name: z.string().min(1),
    duration: z.string().refine(isDuration, 'not an ISO 8601 duration'),
    counting: z.enum(['calendar', 'working']),
    legalBasis: z.string().min(1),
    source: z.string().min(1),
    verified: z.boolean(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().optional(),
  }),
);

/** Reads a file of terms of law. @throws ZodError naming each fault. */
export const readTerms = (file: unknown): readonly Term[] => termFile.parse(file);

/** Terms of law as dated data; `verified: false` where the article itself was not seen. */
export const terms: readonly Term[] = readTerms(list);

/** The rule for a term on a day. @throws where none was in force: a defect of configuration. */
export function termOn(name: string, day: Day): Term {
  const rule = terms.find(
    (term) => term.name === name && term.validFrom <= day && day <= (term.validTo ?? day),
  );
  if (!rule) throw new Error(`No term rule "${name}" in force on ${day}`);
  return rule;
}

/** First day for which every term has a rule: no encounter before it can be entered. */
export const firstDay = [...new Set(terms.map(({ name }) => name))]
  .map(
    (name) =>
      terms
        .filter((term) => term.name === name)
        .map(({ validFrom }) => validFrom)
        .sort()[0] ?? '',
  )
  .reduce((one, other) => (one > other ? one : other));
