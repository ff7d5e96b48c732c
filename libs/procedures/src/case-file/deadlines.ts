import { words, type DeadlineSpec } from '#libs/vocabulary';

export const deadlines = {
  secondOfficer: { label: words('ikinci şəxsin qərarı', 'second person'), protects: 'body', ladder: false },
  /** After 3, 6 and 12 months; runs on after closing. */
  followUp: { label: words('izləmə', 'follow-up'), protects: 'body', ladder: false },
} as const satisfies Record<string, DeadlineSpec>;
