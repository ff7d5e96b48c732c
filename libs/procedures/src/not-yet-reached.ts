import type { CaseLevelMeasureId } from '#libs/plan';

/**
 * Measures that a case can show and that no command fulfils yet, with the procedure that will. Reviewed, and it may
 * only shrink: the proofs hold it against the links of the commands in both directions.
 */
export const notYetReached = {
  '13.2.7': 'prevention',
  '13.2.8': 'prevention',
  '13.3.3': 'protection',
  '13.3.7': 'redress',
  '13.3.8': 'redress',
  '13.4.3': 'assistance',
  '13.4.5': 'assistance',
  '13.5.2': 'education',
  '13.5.4': 'education',
  '13.5.5': 'education',
  '13.5.6': 'education',
  '13.5.8': 'documents',
  '13.6.2': 'return',
  '13.8.1': 'return',
  '13.8.3': 'assistance',
} as const satisfies Partial<Record<CaseLevelMeasureId, string>>;
