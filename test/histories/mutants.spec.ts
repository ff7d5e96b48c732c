import { law } from '../builders/case-builder.js';
import { size } from '../support/size.js';
import { firstBroken, proofsOf } from './mutants/find.js';
import { drawn, walked } from './mutants/mutants.js';
import type { Weights } from './random/leanings.js';
import { told } from './witnesses/index.js';

const SEED = 2014;
const WALKS = 250;

describe('a planted error in a statechart is found by the proofs', () => {
  const histories = told().map(({ steps }) => steps);

  it('while the real ones stand them all', () => {
    expect(Object.values(proofsOf(law, histories)).flatMap((proof) => proof())).toEqual([]);
  });

  it.each(drawn)('$what: $foundBy', ({ alter, foundBy }) => {
    const faults = proofsOf(alter(law), histories)[foundBy]?.() ?? [];
    expect(faults.length).toBeGreaterThan(0);
  });
});

describe(`a planted error in the rules is found by at most ${WALKS} walks from seed ${SEED}`, () => {
  it('while the real ones stand, also where what is rare is likely', () => {
    const likely = Object.assign({}, ...walked.map((mutant) => mutant.likely)) as Weights;
    expect(firstBroken(law, { walks: size(40, WALKS), seed: SEED, likely })).toBeUndefined();
  });

  it.each(walked)('$what: $foundBy', ({ alter, foundBy, likely }) => {
    expect(firstBroken(alter(law), { walks: WALKS, seed: SEED, likely })).toBe(foundBy);
  });
});
