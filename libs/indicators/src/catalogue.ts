import { z } from 'zod';
import { DIMENSIONS } from './dimensions.js';
import { text, words } from './words.js';

/** ILO indicators of forced labour (2012), in the official order. They carry no weights. */
export const FORCED_LABOUR_SIGNS = [
  'abuse-of-vulnerability',
  'deception',
  'restriction-of-movement',
  'isolation',
  'physical-and-sexual-violence',
  'intimidation-and-threats',
  'retention-of-identity-documents',
  'withholding-of-wages',
  'debt-bondage',
  'abusive-working-and-living-conditions',
  'excessive-overtime',
] as const;

const oneOf = <const T extends readonly string[]>(values: T, what: string) =>
  z.enum(values, {
    error: (issue) => `${what} ${JSON.stringify(issue.input)}: write one of ${values.join(', ')}`,
  });
const day = z.iso.date({ error: 'write a real day as YYYY-MM-DD' });

const code = z
  .string({ error: 'missing code: give the indicator a code such as dr.nature-of-job' })
  .regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/, {
    error: 'not a code: use small Latin letters, digits, "-" and "." such as dr.nature-of-job',
  });

const general = z.strictObject({ code, title: words });

const weighted = z.strictObject({
  code,
  dimension: oneOf(DIMENSIONS, 'unknown dimension'),
  strength: oneOf(['S', 'M', 'W'], 'unknown strength'),
  title: words,
  forcedLabour: z.array(oneOf(FORCED_LABOUR_SIGNS, 'unknown sign of forced labour')).default([]),
});

const listOf = <T extends z.ZodType<{ code: string }>>(indicator: T) =>
  z
    .array(indicator, { error: 'missing list of indicators: write "indicators": [...]' })
    .min(1, { error: 'the list is empty: give at least one indicator' })
    .superRefine((indicators, context) => {
      const seen = new Set<string>();
      indicators.forEach((each, place) => {
        if (seen.has(each.code)) {
          const message = `duplicate code ${each.code}: give every indicator a code of its own`;
          context.addIssue({ code: 'custom', path: [place, 'code'], message });
        }
        seen.add(each.code);
      });
    });

const heading = {
  id: z.string({ error: 'missing id: name the catalogue' }).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'not an id: use small Latin letters, digits and "-"',
  }),
  version: text('no version: write one, and a new one with every change').refine((it) => !it.includes('@'), {
    error: 'a version may not contain "@"',
  }),
  title: words,
  appliesTo: oneOf(['adult', 'child', 'all'], 'unknown age group'),
  exploitation: oneOf(['labour', 'sexual', 'any'], 'unknown form of exploitation'),
  provenance: oneOf(['verified', 'secondary', 'unverified'], 'unknown provenance'),
  source: z.strictObject(
    {
      title: text('no source title: name the document the list was taken from'),
      reference: text('no source reference: give the number, article or address of the document'),
      note: text('an empty note: write it or leave it out').optional(),
    },
    { error: 'no source: write {"title": "...", "reference": "..."}' },
  ),
  legalBasis: text(
    'an empty legal basis: name the act by which the list is used, or leave it out',
  ).optional(),
  validFrom: day,
  validTo: day.optional(),
};

/**
 * The format of a catalogue file, so that a list can be replaced without a change of the program; the national
 * list (Cabinet of Ministers Decision 131 of 2009) is loaded this way by whoever holds its text.
 *
 * - `id`, `version`: together the name under which a result is kept; change the version with every change.
 * - `title`, and `title` of each indicator: in Azerbaijani and English.
 * - `weighting`: `weighted` (every indicator has a `dimension` DR CR RV EX CD VD and a `strength` S strong,
 *   M medium, W weak) or `unweighted` (code and title only: such a list is shown and never scored).
 * - `appliesTo` adult, child or all; `exploitation` labour, sexual or any.
 * - `provenance`: `verified` (compared with the official text), `secondary` (from a public reference that quotes
 *   it) or `unverified`: an unverified list never decides.
 * - `source`: document `title`, its `reference` and a `note` if needed.
 * - `legalBasis`: the act by which the list is used here, where there is one.
 * - `validFrom`, `validTo`: first and last day on which its source is in force, YYYY-MM-DD; `validTo` may be left
 *   out. What was observed on another day is recorded by the list all the same, and the result decides nothing.
 * - `indicators`: each with a `code` of its own, the same code as in other lists where the sign is the same;
 *   `forcedLabour` names the ILO signs of forced labour it points to.
 */
export const catalogueSchema = z
  .discriminatedUnion(
    'weighting',
    [
      z.strictObject({ weighting: z.literal('weighted'), ...heading, indicators: listOf(weighted) }),
      z.strictObject({ weighting: z.literal('unweighted'), ...heading, indicators: listOf(general) }),
    ],
    { error: 'unknown weighting: write one of weighted, unweighted, in a JSON object' },
  )
  .refine((it) => it.validTo === undefined || it.validTo >= it.validFrom, {
    path: ['validTo'],
    error: 'ends before it begins: write a day not before validFrom',
  });

export type Catalogue = z.infer<typeof catalogueSchema>;
export type WeightedIndicator = z.infer<typeof weighted>;
export type Strength = WeightedIndicator['strength'];
