import { words, type DeadlineSpec } from '#libs/vocabulary';

/** `acceptance` takes its term from the purpose: `acceptanceStatutory`, `acceptance` or `shelterAnswer`; each rung `acceptanceRung`. */
export const deadlines = {
  acceptance: { label: words('qəbul', 'acceptance'), protects: 'body', ladder: true },
} as const satisfies Record<string, DeadlineSpec>;
