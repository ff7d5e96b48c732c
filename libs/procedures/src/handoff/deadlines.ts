import { words, type DeadlineSpec } from '#libs/vocabulary';

/** The term follows from duty, purpose and rung: `termOf` of the chart. */
export const deadlines = {
  acceptance: {
    label: words('qəbul', 'acceptance'),
    terms: ['acceptance', 'acceptanceStatutory', 'acceptanceRung', 'shelterAnswer', 'search', 'searchChild'],
    protects: 'body',
    ladder: true,
    untilAnswered: true,
  },
} as const satisfies Record<string, DeadlineSpec>;
