import { words, type DeadlineSpec } from '#libs/vocabulary';

export const deadlines = {
  inform: { label: words('məlumatlandırma', 'informing'), protects: 'body', ladder: true },
  /** Nothing negative before it. 30 days from informing; 90 from the last attempt where she could not be reached. */
  reflectionFloor: {
    label: words('bərpa və fikirləşmə müddəti', 'recovery and reflection period'),
    terms: ['reflectionFloor', 'reflectionFloorNotReached'],
    protects: 'person',
    ladder: false,
  },
  secondOfficer: { label: words('prokurorun qərarı', 'prosecutor'), protects: 'body', ladder: false },
} as const satisfies Record<string, DeadlineSpec>;
