import type { Rule } from '#libs/vocabulary';
import { code, isSet } from '../read.js';
import { no } from '../reasons.js';

/** Her own wish, told by herself and not by who may be holding her. */
export const herOwnWish: Rule = ({ data }) => {
  if (!data) return undefined;
  if (!isSet(data, 'heardAlone')) return no('not-heard-alone', { pointer: '/heardAlone' });
  if (!isSet(data, 'languageUnderstood'))
    return no('language-not-understood', { pointer: '/languageUnderstood' });
  return isSet(data, 'throughThirdPerson')
    ? no('through-third-person', { pointer: '/throughThirdPerson' })
    : undefined;
};

export const heardAlone: Rule = ({ data }) =>
  data && !isSet(data, 'heardAlone') ? no('not-heard-alone', { pointer: '/heardAlone' }) : undefined;

/** Nobody is given up before the time to review has come. */
export const reviewDue: Rule = ({ instance, data }) => {
  const clock = instance?.clocks['longTermReview'];
  return data?.['outcome'] === 'longTerm' &&
    clock?.state === 'running' &&
    instance?.state !== 'longTermMissing'
    ? no('long-term-not-yet', { pointer: '/outcome', until: clock.dueAt })
    : undefined;
};

/** Seen between the day she was reported and now. */
export const seenByNow: Rule = ({ data, facts }) => {
  const late = ['sightedAt', 'lastSeenAt'].find((field) => {
    const moment = code(data, field);
    return moment !== null && new Date(moment).toISOString() > facts.now;
  });
  return late ? no('happened-in-the-future', { pointer: `/${late}` }) : undefined;
};
