import type { Uuid } from '#libs/vocabulary';
import type { Rows, Statement } from '../platform/database/index.js';

/** Who was met with this person, e.g. in a raid: how many others, and the cases of those whom the reader may know. */
export interface MetTogether {
  readonly others: number;
  readonly cases: readonly { readonly id: Uuid; readonly number: string }[];
}

/** The others by the links of this case; row-level security leaves no case with those whom the reader may not know. */
export const togetherReads = (caseId: Uuid): Statement => ({
  name: 'met_together',
  text: `select c.id, c.number from case_links l left join cases c on c.id = l.linked_case_id
         where l.case_id = $1 and l.relation = 'sameEncounter' order by c.number`,
  values: [caseId],
});

/** Undefined where she was met alone. */
export function metTogether(read: Rows | undefined): MetTogether | undefined {
  const others = read?.rows ?? [];
  if (others.length === 0) return undefined;
  return {
    others: others.length,
    cases: others
      .filter(({ id }) => id !== null)
      .map(({ id, number }) => ({ id: String(id), number: String(number) })),
  };
}
