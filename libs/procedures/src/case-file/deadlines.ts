import { words, type DeadlineSpec } from '#libs/vocabulary';

export const deadlines = {
  secondOfficer: { label: words('ikinci şəxsin qərarı', 'second person'), protects: 'body', ladder: false },
  /** Whoever was assessed as an adult is a child until nobody can dispute it any more. */
  ageReview: {
    label: words('yaşa dair rəyə etiraz', 'time to dispute the assessment'),
    protects: 'person',
    ladder: false,
  },
  /** After 3, 6 and 12 months; runs on after closing. */
  followUp: {
    label: words('izləmə', 'follow-up'),
    terms: ['followUp', 'followUpLast'],
    protects: 'body',
    ladder: false,
  },
} as const satisfies Record<string, DeadlineSpec>;
