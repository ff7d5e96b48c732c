import { words, type DeadlineSpec } from '#libs/vocabulary';

export const deadlines = {
  /** For a child it is short. */
  search: {
    label: words('axtarış', 'search'),
    terms: ['search', 'searchChild'],
    protects: 'body',
    ladder: true,
  },
  longTermReview: {
    label: words('uzun müddətli itkinliyə baxış', 'review of a long absence'),
    protects: 'body',
    ladder: true,
  },
  returnInterview: { label: words('qayıdış söhbəti', 'return interview'), protects: 'body', ladder: true },
} as const satisfies Record<string, DeadlineSpec>;
