import type { Rule } from '#libs/vocabulary';
import { guardianshipOf } from '../circumstances.js';
import { code } from '../read.js';
import { no } from '../reasons.js';

/** Before any return to the family: it was assessed, and found safe. */
export const familySafe: Rule = ({ view }) => {
  const outcome = code(guardianshipOf(view)?.context, 'familyOutcome');
  if (outcome === null) return no('family-assessment-needed');
  return outcome === 'safe' ? undefined : no('family-not-safe');
};
