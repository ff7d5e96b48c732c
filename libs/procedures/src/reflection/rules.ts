import type { Rule } from '#libs/vocabulary';
import { identificationOf } from '../circumstances.js';
import { isSet } from '../read.js';
import { no } from '../reasons.js';

export const afterRefusal: Rule = ({ view }) =>
  identificationOf(view)?.state === 'refused' ? undefined : no('voluntary-only-after-refusal');

/** Nobody is informed through a missing interpreter. */
export const understood: Rule = ({ data }) =>
  data?.['interpreter'] === 'missing' && data['reached'] !== false
    ? no('interpreter-needed', { pointer: '/interpreter' })
    : undefined;

/** Time is added to a floor that has begun. That of a voluntary period ends with presuming, also where it had passed. */
export const floorBegun: Rule = ({ instance }) => {
  const clock = instance?.clocks['reflectionFloor'];
  const passed = clock?.state === 'passed' && instance?.context['reached'] !== null;
  return clock?.state === 'running' || passed ? undefined : no('not-informed-yet');
};

/** After a termination only the prosecutor or the reviewer gives the period back. */
export const reviewAfterTermination: Rule = ({ instance, facts }) =>
  instance?.state === 'terminated' && !['prosecutor', 'reviewer'].includes(facts.actor.role)
    ? no('review-of-termination-only')
    : undefined;

export const personHeard: Rule = ({ instance, data }) => {
  if (instance?.context['reached'] !== true || isSet(instance.context, 'voluntary'))
    return no('not-informed-yet');
  return data && !isSet(data, 'personHeard')
    ? no('person-not-heard', { pointer: '/personHeard' })
    : undefined;
};
