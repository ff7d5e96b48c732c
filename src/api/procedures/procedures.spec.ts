import { describe, expect, it } from '@jest/globals';
import { law } from '../../cases/index.js';
import { proceduresShown } from './procedures.js';

describe('the statecharts as data', () => {
  it('tell of a clock every term that it may run by, the usual one first', () => {
    const handoff = proceduresShown(law, 'ngoWorker').find(({ type }) => type === 'handoff');
    const { rules = [] } = handoff?.deadlines.find(({ name }) => name === 'acceptance') ?? {};
    expect(rules.map(({ term, duration }) => `${term} ${duration}`)).toEqual([
      'acceptance PT72H',
      'acceptanceStatutory PT24H',
      'acceptanceRung PT24H',
      'shelterAnswer PT4H',
      'search PT24H',
      'searchChild PT2H',
    ]);
  });
});
