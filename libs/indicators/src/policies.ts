import { z } from 'zod';
import data from '../data/policies.json' with { type: 'json' };
import { DIMENSIONS } from './dimensions.js';
import type { Dimension } from './dimensions.js';
import { words } from './words.js';

/**
 * What a pattern of positive dimensions points to, from the least to the most. `meansIndicated`: means without
 * exploitation. `coercionAndExploitation` and `deceptionAndExploitation`: exploitation with some, not all, of what
 * the strict policy asks for.
 */
export const OUTCOMES = [
  'notIndicated',
  'meansIndicated',
  'exploitationIndicated',
  'deceptionAndExploitation',
  'coercionAndExploitation',
  'traffickingIndicated',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a result may advise, from the least to the most. There is no advice to reject. */
export const ADVICE = ['lookFurther', 'labourRights', 'presume'] as const;
export type Advice = (typeof ADVICE)[number];

const row = z.strictObject({
  when: z.array(z.array(z.enum(DIMENSIONS)).min(1)),
  outcome: z.enum(OUTCOMES),
  advises: z.enum(ADVICE),
  reason: words,
});
const rows = z
  .array(row)
  .refine((list) => list.at(-1)?.when.length === 0, { error: 'the last row must take every other pattern' });
const policy = z.strictObject({ title: words, source: z.string().min(1), adult: rows, child: rows });
const policyTable = z.strictObject({
  version: z.string().min(1),
  validFrom: z.iso.date(),
  policies: z.strictObject({ strict: policy, palermo: policy }),
});

/**
 * Rule 2 as a table. In a row every inner list of `when` needs one positive dimension; the first row that fits
 * gives the result. A child needs no means under either policy (Palermo Protocol, Article 3(c); Law on combating
 * trafficking, Article 1): the strict policy is strict about adults only.
 */
export const policies: z.infer<typeof policyTable> = policyTable.parse(data);
export type Policy = keyof (typeof policies)['policies'];
export type PolicyRow = z.infer<typeof row>;

/** The first row that fits the positive dimensions. */
export function firstFit(rows: readonly PolicyRow[], positive: ReadonlySet<Dimension>): PolicyRow {
  const fit = rows.find(({ when }) => when.every((any) => any.some((it) => positive.has(it))));
  if (!fit) throw new Error('the table has no row for this pattern');
  return fit;
}
