import type { Rule, RuleInput } from '#libs/vocabulary';
import { canComeOfAgeIn, ofAgeAt } from '../ages.js';
import { guardianshipOf, isChild } from '../circumstances.js';
import { actingKind } from '../desks.js';
import { code } from '../read.js';
import { no } from '../reasons.js';

/** Before any return to the family: it was assessed, and found safe. */
export const familySafe: Rule = ({ view }) => {
  const outcome = code(guardianshipOf(view)?.context, 'familyOutcome');
  if (outcome === null) return no('family-assessment-needed');
  return outcome === 'safe' ? undefined : no('family-not-safe');
};

/** The body that accepted the child's case; police and shelters never decide who represents her. */
export const responsibleBody: Rule = ({ view, facts }) =>
  code(guardianshipOf(view)?.context, 'bodyId') === facts.actor.bodyId
    ? undefined
    : no('guardianship-body-only');

/** Acts for the child: the body that answers for her now, and any guardianship body only where none was found. */
export const answersForChild = ({ view, facts }: Pick<RuleInput, 'view' | 'facts'>): boolean =>
  actingKind(facts) === 'guardianship' &&
  [null, facts.actor.bodyId].includes(code(guardianshipOf(view)?.context, 'bodyId'));

/**
 * The month of coming of age lies ahead. Who is said to be of age already is found so by an assessment, with its two
 * disciplines and its time to dispute it, never by writing down a month.
 */
export const stillAhead: Rule = ({ data, facts }) => {
  const month = code(data, 'eighteenIn');
  return month !== null && facts.now > ofAgeAt(month)
    ? no('majority-has-passed', { pointer: '/eighteenIn' })
    : undefined;
};

export const withinReach: Rule = ({ data, facts }) => {
  const month = code(data, 'eighteenIn');
  return month !== null && !canComeOfAgeIn(month, facts.now)
    ? no('majority-out-of-reach', { pointer: '/eighteenIn' })
    : undefined;
};

/** Somebody represents the child: a representative who is only said to be present is none. */
export const represented: Rule = ({ view }) =>
  guardianshipOf(view)?.tags.includes('represented') ? undefined : no('no-representative');

/** A child is heard, and decides, when somebody represents her; not before. Nothing that protects her waits for it. */
export const childRepresented: Rule = (input) => (isChild(input.view) ? represented(input) : undefined);
