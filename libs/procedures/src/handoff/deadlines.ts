import { words, type DeadlineSpec } from '#libs/vocabulary';

/**
 * `acceptance` takes its term from the purpose: `acceptanceStatutory`, `acceptance` or `shelterAnswer`, of a search
 * `search` or `searchChild`; each rung `acceptanceRung`, of the search for a child `searchChild` again.
 */
export const deadlines = {
  acceptance: { label: words('qəbul', 'acceptance'), protects: 'body', ladder: true, untilAnswered: true },
} as const satisfies Record<string, DeadlineSpec>;
