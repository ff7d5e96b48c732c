import type { Codes } from '#libs/vocabulary';
import { aCase, bodies, type CaseBuilder, idOf, law, people, START } from '../builders/case-builder.js';
import { dataOf } from '../builders/lawful-data.js';
import { at, give, placements } from '../builders/placements.js';
import { command } from './mutants/alter.js';
import { Broken } from './watch.js';
import { WatchedCase } from './watched-case.js';

const rulebook = { facts: { actor: { id: null, role: 'rulebook', bodyId: null } } } as const;
const duplicate = { reason: 'duplicate', survivingCaseId: idOf(9, 2) };
const told = (builder: CaseBuilder) =>
  builder.effects('notify').map(({ bodyId, template }) => `${template} ${bodyId}`);

/** What the duplicate gave away when it was voided. */
function givenAway(builder: CaseBuilder, opener: 'police' | 'shelter2' = 'police'): Codes {
  builder.give(opener, 'caseFile.void', duplicate).give('coordinator', 'caseFile.confirmEnd');
  const [carried] = builder.effects('carryPlacement');
  const bedId = carried?.fields['state'] === 'requested' ? null : idOf(7, 5);
  return { ...carried?.fields, placementId: carried?.procedureId ?? '', bedId };
}

/** A house that accepted its own bed for her: nobody outside has read it yet. */
const readingOwed = (): Codes => {
  const builder = aCase().open('shelter2', { source: 'selfReferral', needsShelter: true });
  give(builder, 'shelter2', 'offerBed');
  give(builder, 'shelterColleague', 'acceptOffer', { interpreter: 'notNeeded', personIsHere: true });
  return givenAway(builder, 'shelter2');
};

const states = ['requested', 'offered', 'accepted', 'admitted', 'away', 'missing'];
const asks = ['requested', 'offered', 'accepted'] as const;

/** The case that remains, held against every invariant, with what is asked or kept for her in it. */
function remaining(state: string, house: 'shelter' | 'shelter2', given = law): WatchedCase {
  const built = new WatchedCase(START, given);
  built.open('police', { needsShelter: true });
  if (house === 'shelter') give(built, 'shelter2', 'declineRequest');
  if (state !== 'requested') give(built, house, 'offerBed');
  if (state === 'accepted') give(built, 'police', 'acceptOffer', dataOf('placement.acceptOffer'));
  return built;
}

const takeOver = (built: WatchedCase, data: Codes) =>
  built.give('police', 'placement.takeOver', data, rulebook);
const stand = (built: WatchedCase) => placements(built).map(({ state }) => state);

describe('The placement of a duplicate beside what is asked or kept in the case that remains', () => {
  const pairs = states.flatMap((state) => asks.map((here) => [state, here] as const));

  it.each(pairs)('%s beside %s: one of the two stands, and every invariant with it', (state, here) => {
    for (const house of ['shelter', 'shelter2'] as const) {
      const built = remaining(here, house);
      takeOver(built, givenAway(at(state)));
      const comes = states.indexOf(state) > states.indexOf(here);
      expect(stand(built)).toEqual(comes ? ['cancelled', state] : [here, 'cancelled']);
    }
  });

  it('tells the house whose request ends, in whichever of the two cases', () => {
    const withdrawn = (house: keyof typeof bodies) => `handoff-withdrawn ${bodies[house].id}`;
    const ahead = remaining('requested', 'shelter');
    takeOver(ahead, givenAway(at('offered')));
    expect(told(ahead)).toContain(withdrawn('stateShelter'));
    expect(ahead.participants[bodies.stateShelter.id]).toBeUndefined();
    for (const state of asks) {
      const voided = at(state);
      givenAway(voided);
      expect(told(voided)).toContain(withdrawn('ngoShelter'));
    }
  });

  it('would be found if it came beside it', () => {
    const blind = command('placement.takeOver', ({ then, ...spec }) => ({
      ...spec,
      then: (input) => {
        const own = ({ id, type }: { id: string; type: string }) =>
          type !== 'placement' || id === input.procedureId;
        return (
          then?.({ ...input, view: { ...input.view, instances: input.view.instances.filter(own) } }) ?? []
        );
      },
    }))(law);
    const built = remaining('requested', 'shelter', blind);
    expect(() => takeOver(built, givenAway(at('offered')))).toThrow(Broken);
    expect(() => takeOver(remaining('requested', 'shelter', blind), givenAway(at('offered')))).toThrow(
      /^oneHouseAsked/,
    );
  });
});

describe('A reading from outside that was owed in the duplicate', () => {
  const clock = (built: WatchedCase) => built.clock('placement', 'houseReview');
  const empty = (given = law): WatchedCase => {
    const built = new WatchedCase(START, given);
    built.open('police', {});
    return built;
  };

  it('is owed in the case that remains, asked there of a body outside, and its time runs on', () => {
    const data = readingOwed();
    expect(data).toMatchObject({ review: 'owed', reviewSince: START });
    const built = empty();
    built.advance('P1D');
    takeOver(built, data);
    expect(built.last('placement')).toMatchObject({ state: 'accepted', context: { review: 'owed' } });
    expect(clock(built)).toMatchObject({ startedAt: START, state: 'running' });
    expect(built.handoff('secondReading')).toMatchObject({
      state: 'sent',
      context: { fromBodyId: bodies.police.id, toBodyId: people.social.bodyId },
    });
    expect(built.effects('sampleForReview')).toEqual([]);
    give(built, 'social', 'reviewAcceptance');
    expect([built.last('placement')?.context['review'], clock(built)?.state]).toEqual(['ownWish', 'stopped']);
  });

  it('is overdue at once where its time is over', () => {
    const built = empty();
    built.advance('P10D');
    takeOver(built, readingOwed());
    built.advance('PT1H');
    expect(built.effects('openTask').map(({ code }) => code)).toContain('house-review');
  });

  it('is none where it was read, or never owed', () => {
    for (const data of [givenAway(at('accepted')), { ...readingOwed(), review: null }]) {
      const built = empty();
      takeOver(built, data);
      expect([built.last('placement')?.context['review'], clock(built)]).toEqual([null, undefined]);
    }
  });

  it('would be missed if it stayed behind', () => {
    const forgetful = command('placement.takeOver', ({ then, ...spec }) => ({
      ...spec,
      then: (input) => then?.({ ...input, data: { ...input.data, review: null } }) ?? [],
    }))(law);
    expect(() => takeOver(empty(forgetful), readingOwed())).toThrow(/^owedReadingGoesOver/);
  });
});
