import type { Rule } from '#libs/vocabulary';
import { floorOf } from '../circumstances.js';
import { no } from '../reasons.js';

/** Nothing negative and no closing before the floor and before the person was informed (CETS 197 Art. 13). */
export const floorPassed: Rule = ({ view, facts }) => {
  const floor = floorOf(view, facts);
  switch (floor.kind) {
    case 'none':
    case 'passed':
      return undefined;
    case 'running':
      return no('before-floor', { until: floor.until });
    case 'notInformed':
      return no('not-informed-yet');
    case 'notBegun':
      return no('floor-not-begun');
  }
};
