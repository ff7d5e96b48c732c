import { z } from 'zod';
import { ruleFor, termRuleSchema } from '#libs/calendar';
import type { Day, Term } from '#libs/vocabulary';
import list from './terms.json' with { type: 'json' };

/** Reads a file of terms of law. @throws ZodError naming each fault. */
export const readTerms = (file: unknown): readonly Term[] => z.array(termRuleSchema).parse(file);

/** Terms of law as dated data; `verified: false` where the article itself was not seen. */
export const terms: readonly Term[] = readTerms(list);

/** The rule for a term on a day. @throws where none was in force: a defect of configuration. */
export const termOn = (name: string, day: Day): Term => ruleFor(terms, name, day);

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
