import fc from 'fast-check';
import { evolve, type Step } from '#libs/rulebook';
import type { CaseView } from '#libs/vocabulary';
import { law } from '../builders/case-builder.js';
import { seed, size } from '../support/size.js';
import { walk, type Tally } from './random/walk.js';

const runs = size(300, 10_000);
/** Up to 80 moves, every length as likely: a failing history is shortened move by move. */
const moves = fc.array(fc.noShrink(fc.nat(2 ** 31 - 1)), { minLength: 1, maxLength: 80, size: 'max' });

/** What happens often enough that an invariant could break on it; a walk that never meets it proves nothing. */
const met: Readonly<Record<string, number>> = {
  'caseFile.close': 10,
  'caseFile.confirmEnd': 10,
  'caseFile.recordAgeDoubt': 20,
  'identification.recordRefusal': 20,
  'identification.confirmDecision': 10,
  'identification.confirmRejection': 2,
  'identification.decideReconsideration': 1,
  'reflection.extend': 10,
  'reflection.confirmTermination': 1,
  'handoff.redirect': 10,
  'handoff.decline': 10,
  'placement.offerBed': 20,
  'placement.admit': 10,
  'placement.depart': 3,
  'placement.requestTransfer': 3,
  time: 500,
  refused: 300,
};

const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What the case room does when it replays: the entries as they were stored, and nothing else. */
function replayed(steps: readonly Step[], id: string): CaseView {
  const entries = stored(steps) as Step[];
  return entries.reduce<CaseView>((view, step) => evolve(law, view, step), { id, instances: [] });
}

describe(`${runs} random histories from seed ${seed()}`, () => {
  const tally: Tally = new Map();
  const lengths: number[] = [];

  it(
    'keep every invariant after every command, and replay to the view',
    () => {
      const property = fc.property(moves, (numbers) => {
        const built = walk(law, numbers, tally);
        expect(stored(replayed(built.steps, built.view.id))).toEqual(stored(built.view));
        lengths.push(built.steps.length);
      });
      fc.assert(property, { numRuns: runs, seed: seed(), unbiased: true });
    },
    size(300_000, 7_200_000),
  );

  it('are long', () => {
    const median = lengths.sort((one, other) => one - other)[Math.floor(lengths.length / 2)];
    expect(median).toBeGreaterThanOrEqual(25);
  });

  it.each(Object.entries(met))('meet %s at least %i times', (name, atLeast) => {
    expect(tally.get(name) ?? 0).toBeGreaterThanOrEqual(atLeast);
  });
});
