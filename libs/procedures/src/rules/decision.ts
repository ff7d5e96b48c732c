import { DIMENSIONS } from '#libs/indicators';
import type { Rule } from '#libs/vocabulary';
import { codeList } from '../read.js';
import { no } from '../reasons.js';

/** A reason is written `EX.absent`: a dimension of the indicators and what was found. */
const dimensionOf = (reason: string): string => reason.split('.')[0] ?? '';

/** A negative decision says of every dimension what was found, once; a positive one names at least one that was. */
export const reasonsPerDimension: Rule = ({ data }) => {
  if (!data) return undefined;
  const given = codeList(data, 'reasons');
  if (data['outcome'] === 'identified')
    return given.some((reason) => reason.endsWith('.present'))
      ? undefined
      : no('positive-needs-a-finding', { pointer: '/reasons' });
  const missing = DIMENSIONS.filter((d) => given.filter((reason) => dimensionOf(reason) === d).length !== 1);
  return missing.length === 0
    ? undefined
    : no('reason-for-every-dimension', { pointer: '/reasons', values: { missing: missing.join(', ') } });
};
