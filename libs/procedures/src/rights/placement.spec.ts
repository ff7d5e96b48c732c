import type { BedKind, Codes, Facts, House } from '#libs/vocabulary';
import { aCase, bodies, idOf } from '../../../../test/builders/case-builder.js';
import { identificationIn, opened, reflectionIn } from '../../../../test/builders/cases-in-state.js';
import { dataOf } from '../../../../test/builders/lawful-data.js';
import { at, give, asked, placements, tasks } from '../../../../test/builders/placements.js';
import { needsOf, unsuitable } from '../suitability.js';

const anyBed: BedKind = { sex: 'any', age: 'any', family: false, accessible: false, free: 1 };
const house = (
  name: 'stateShelter' | 'ngoShelter',
  beds: readonly BedKind[],
  more: Partial<House> = {},
): House => ({
  bodyId: bodies[name].id,
  region: bodies[name].district,
  guarded: false,
  beds,
  ...more,
});
/** Who is asked first where the houses tell this of their beds. */
const firstAsked = (houses: readonly House[], data: Codes = {}, from = opened) => {
  const facts: Partial<Facts> = { houses };
  return asked(from().give('police', 'placement.request', data, { facts }));
};

describe('a shelter', () => {
  const free = [anyBed];
  const full = [{ ...anyBed, free: 0 }];

  it('is asked by what it can give, then by free beds, the nearer first', () => {
    const both = [house('stateShelter', free), house('ngoShelter', free)];
    expect(firstAsked(both)).toBe(bodies.ngoShelter.id);
    expect(firstAsked([house('stateShelter', free), house('ngoShelter', full)])).toBe(bodies.stateShelter.id);
    expect(firstAsked([house('stateShelter', full), house('ngoShelter', full)])).toBe(bodies.ngoShelter.id);
    expect(firstAsked(both, { shelterBodyId: bodies.stateShelter.id })).toBe(bodies.stateShelter.id);
  });

  const women = [{ ...anyBed, sex: 'female' as const }];
  const men = [{ ...anyBed, sex: 'male' as const }];
  const families = [{ ...anyBed, family: true }];
  const ramps = [{ ...anyBed, accessible: true }];
  it.each<[string, Codes, House, House]>([
    ['sex', { sex: 'male' }, house('stateShelter', men), house('ngoShelter', women)],
    ['familyUnit', { withFamily: true }, house('stateShelter', families), house('ngoShelter', free)],
    ['accessibility', { accessible: true }, house('stateShelter', ramps), house('ngoShelter', free)],
    [
      'threat',
      { highThreat: true },
      house('stateShelter', free, { guarded: true }),
      house('ngoShelter', free),
    ],
    ['region', { avoidRegion: 'baku-nasimi' }, house('stateShelter', free), house('ngoShelter', free)],
  ])('is not asked where %s does not fit', (reason, data, fits, other) => {
    const needs = needsOf(opened().view, data);
    expect([unsuitable(fits, needs), unsuitable(other, needs)]).toEqual([[], [reason]]);
    expect(firstAsked([fits, other], data)).toBe(bodies.stateShelter.id);
  });

  it('where her family is comes first for who comes with her family, and for nobody else', () => {
    const near = house('ngoShelter', families);
    const theirs = house('stateShelter', [{ ...anyBed, family: true, free: 0 }], { family: true });
    expect(firstAsked([near, theirs], { withFamily: true })).toBe(bodies.stateShelter.id);
    expect(firstAsked([near, theirs], { withFamily: true, shelterBodyId: bodies.ngoShelter.id })).toBe(
      bodies.ngoShelter.id,
    );
    expect(firstAsked([near, theirs])).toBe(bodies.ngoShelter.id);
    const unfit = house('stateShelter', free, { family: true });
    expect(firstAsked([near, unfit], { withFamily: true })).toBe(bodies.ngoShelter.id);
  });

  it('does not tell by whom it asks where she lives already, whichever region is to be avoided', () => {
    const houses = [house('stateShelter', free, { region: 'ganja' }), house('ngoShelter', free)];
    const answers = ['ganja', 'baku-nasimi'].map((avoidRegion) => {
      const builder = at('admitted');
      builder.give('police', 'placement.request', { avoidRegion }, { facts: { houses } });
      return placements(builder).at(-1)?.state;
    });
    expect(answers).toEqual(['requested', 'requested']);
    expect(firstAsked(houses, {}, () => at('admitted'))).toBe(bodies.stateShelter.id);
  });

  it('of adults is not asked for a child', () => {
    const adults = house('ngoShelter', [{ ...anyBed, age: 'adult' }]);
    const child = () => aCase().open('police', { ageStatus: 'child' });
    expect(unsuitable(adults, needsOf(child().view, {}))).toEqual(['age']);
    expect(firstAsked([adults, house('stateShelter', free)], {}, child)).toBe(bodies.stateShelter.id);
  });

  it('is the same for who cooperates and who does not, identified or not', () => {
    const states = [
      ...['presumed', 'identified', 'notIdentified', 'refused', 'notIndicated'].map(
        (s) => identificationIn[s],
      ),
      ...['concluded', 'terminated'].map((s) => reflectionIn[s]),
      () =>
        (reflectionIn['elapsed']?.() ?? opened()).give('social', 'reflection.recordDecision', {
          decision: 'doesNotCooperate',
        }),
    ];
    const houses = [house('stateShelter', free, { guarded: true }), house('ngoShelter', free)];
    for (const state of states) {
      expect(firstAsked(houses, {}, () => state?.() ?? opened())).toBe(bodies.ngoShelter.id);
      expect(firstAsked(houses, { highThreat: true }, () => state?.() ?? opened())).toBe(
        bodies.stateShelter.id,
      );
    }
  });
});

describe('asking for a shelter', () => {
  it('begins at opening, and of one house', () => {
    const builder = aCase().open('police', { needsShelter: true });
    expect(builder.state('placement')).toBe('requested');
    expect([builder.handoffs(), asked(builder)]).toEqual([['shelter:sent'], bodies.ngoShelter.id]);
    expect(builder.participants[bodies.stateShelter.id]).toBeUndefined();
  });

  it('goes on to the next house when one declines; declined only when none is left, and then it is owed anew', () => {
    const builder = at('requested');
    give(builder, 'shelter2', 'declineRequest', { reason: 'noCapacity' });
    expect([builder.state('placement'), asked(builder)]).toEqual(['requested', bodies.stateShelter.id]);
    expect(builder.handoffs()).toEqual(['shelter:declined', 'shelter:sent']);
    expect(builder.participants[bodies.ngoShelter.id]).toBeUndefined();
    expect(tasks(builder)).not.toContain('new-shelter-request');
    give(builder, 'shelter', 'declineRequest', { reason: 'safety' });
    expect(builder.state('placement')).toBe('declined');
    expect(builder.effects('openTask').at(-1)).toMatchObject({
      code: 'new-shelter-request',
      bodyId: bodies.police.id,
    });
    expect(asked(give(builder, 'police', 'request'))).toBe(bodies.ngoShelter.id);
    const closed = builder.effects('closeTask').filter(({ code }) => code === 'new-shelter-request');
    expect(closed.map(({ openedBy }) => openedBy)).toContain(placements(builder)[0]?.id);
  });

  it('passes over a house that opened its desk and offers nothing; it keeps no way into the case', () => {
    const builder = at('requested').accept('shelter2', 'shelter').advance('PT5H');
    expect([builder.state('placement'), asked(builder)]).toEqual(['requested', bodies.stateShelter.id]);
    expect(builder.participants[bodies.ngoShelter.id]).toBeUndefined();
    expect(builder.answer('shelter2', 'placement.offerBed', dataOf('placement.offerBed'))).toBe(
      'this-house-only',
    );
  });

  it('waits for the last house however long it is silent', () => {
    const builder = at('requested').advance('P3D');
    expect([builder.state('placement'), tasks(builder)]).toEqual([
      'requested',
      expect.arrayContaining(['new-shelter-request']),
    ]);
    expect(give(builder, 'shelter', 'offerBed').state('placement')).toBe('offered');
  });

  it('is done by the placement alone, and a house sends it on to nobody', () => {
    const direct = {
      toBodyId: bodies.stateShelter.id,
      kind: 'request',
      purpose: 'shelter',
      basis: 'consent',
      consentGiven: true,
    };
    expect(opened().answer('police', 'handoff.send', direct)).toBe('shelter-by-placement');
    expect(at('requested').answer('shelter2', 'handoff.redirect', { toBodyId: bodies.stateShelter.id })).toBe(
      'house-declines',
    );
  });

  it('stops where she refuses that her data be shared, and where the request is withdrawn', () => {
    const yes = aCase().open('police', { needsShelter: true, consentShelter: 'yes' });
    yes.give('police', 'identification.recordRefusal', {
      scope: 'sharing',
      heardAlone: true,
      languageUnderstood: true,
    });
    expect([yes.state('placement'), yes.handoffs()]).toEqual(['cancelled', ['shelter:withdrawn']]);
    expect(at('requested').give('police', 'handoff.withdraw').state('placement')).toBe('cancelled');
  });
});

describe('an offer', () => {
  it('accepts the request, keeps the bed, and is answered by who is with the person', () => {
    const builder = at('offered');
    expect(builder.handoffs()).toEqual(['shelter:accepted']);
    expect(builder.effects('holdBed')).toMatchObject([
      { shelterBodyId: bodies.ngoShelter.id, bedId: idOf(7, 1) },
    ]);
    expect(builder.participants[bodies.ngoShelter.id]).toBe('serving');
    for (const command of ['acceptOffer', 'refuseOffer'])
      for (const house of ['shelterColleague', 'shelter'] as const)
        expect(builder.answer(house, `placement.${command}`, dataOf('placement.acceptOffer'))).toBe(
          'with-the-person-only',
        );
    expect(give(builder, 'police', 'acceptOffer').state('placement')).toBe('accepted');
  });

  it('keeps on record what of its bed does not suit, and is never refused for it', () => {
    const bed = { sex: 'male', age: 'child', family: false, accessible: false } as const;
    const needs = { sex: 'female', accessible: true, highThreat: true, avoidRegion: 'ganja' };
    const offers = (more: Partial<Facts>) => {
      const builder = opened().give('clinic', 'placement.request', needs);
      builder.give('shelter2', 'placement.offerBed', dataOf('placement.offerBed'), { facts: more });
      return builder.steps.findLast(({ command }) => command === 'offerBed')?.facts;
    };
    const away = { region: 'ganja', guarded: false };
    expect(offers({ bedOffered: { bed, house: away } })).toEqual({
      unsuitable: ['region', 'threat', 'sex', 'age', 'accessibility'],
    });
    const suits = { ...bed, sex: 'any', age: 'adult', accessible: true } as const;
    expect(offers({ bedOffered: { bed: suits, house: { region: null, guarded: true } } })).toEqual({
      unsuitable: [],
    });
    expect(offers({})).toEqual({});
  });

  it('is accepted by the house only for who is in it, by a second worker, and read from outside within 72 hours', () => {
    const here = { interpreter: 'notNeeded', personIsHere: true };
    const builder = aCase().open('shelter2', { source: 'selfReferral', needsShelter: true });
    expect(builder.handoffs()).toEqual([]);
    const bySystem = { facts: { bySystem: true } };
    expect(builder.answer('shelter2', 'placement.offerBed', {}, bySystem)).toBe('person-needed');
    give(builder, 'shelter2', 'offerBed');
    expect(builder.answer('shelter2', 'placement.acceptOffer', here)).toBe('second-person-needed');
    expect(builder.answer('shelterColleague', 'placement.acceptOffer', here, bySystem)).toBe('person-needed');
    for (const command of ['acceptOffer', 'refuseOffer'])
      expect(builder.answer('police', `placement.${command}`, {}, bySystem)).toBe('person-needed');
    give(builder, 'shelterColleague', 'acceptOffer', here);
    expect(builder.answer('police', 'placement.reviewAcceptance', {}, bySystem)).toBe('person-needed');
    expect(builder.clock('placement', 'houseReview')?.dueAt).toBe('2016-03-04T06:00:00.000Z');
    expect(builder.effects('sampleForReview')).toMatchObject([{ reason: 'acceptedInHouse' }]);
    expect(builder.answer('shelterColleague', 'placement.reviewAcceptance', { finding: 'ownWish' })).toBe(
      'runs-the-shelter',
    );
    builder.advance('P4D');
    expect(tasks(builder).filter((code) => code === 'house-review')).toHaveLength(2);
    give(builder, 'shelter2', 'admit').accept('social', 'secondReading');
    give(builder, 'social', 'reviewAcceptance', { finding: 'notOwnWish' });
    expect(builder.state('placement')).toBe('admitted');
    expect(tasks(builder)).toContain('ask-her-again');
  });

  it('refused by the person frees the bed and can be made again; a child refuses by the guardianship body alone', () => {
    const builder = at('refused');
    expect(builder.effects('freeBed')).toHaveLength(1);
    expect(give(builder, 'shelter2', 'reoffer').state('placement')).toBe('offered');
    builder.give('clinic', 'caseFile.recordAgeDoubt');
    expect(builder.answer('police', 'placement.refuseOffer', dataOf('placement.refuseOffer'))).toBe(
      'child-by-guardianship',
    );
    expect(give(builder, 'guardian', 'refuseOffer').state('placement')).toBe('refused');
  });
});

describe('what is never blocked', () => {
  const hindered: readonly [string, Partial<Facts>][] = [
    ['no house known to have a bed', { houses: [house('stateShelter', []), house('ngoShelter', [])] }],
    ['a late entry', { lateReasonGiven: true }],
  ];
  it.each(hindered)('stays so against %s', (_, facts) => {
    expect(opened().answer('clinic', 'placement.request', {}, { facts })).toBe('accepted');
    expect(
      at('requested').answer('shelter2', 'placement.offerBed', dataOf('placement.offerBed'), { facts }),
    ).toBe('accepted');
    expect(at('accepted').answer('shelter2', 'placement.admit', {}, { facts })).toBe('accepted');
    expect(at('admitted').answer('school', 'placement.reportMissing', {}, { facts })).toBe('accepted');
  });

  it('stays so for an officer who declared a conflict', () => {
    const built = opened().give('clinic', 'caseFile.declareConflict');
    expect(built.answer('clinic', 'placement.request', {})).toBe('accepted');
  });

  it('reopens a closed file, and is refused in a voided one alone', () => {
    const closed = () =>
      (identificationIn['notIndicated']?.() ?? opened())
        .give('police', 'caseFile.close', { reason: 'notIndicated' })
        .give('policeColleague', 'caseFile.confirmEnd');
    expect(closed().give('police', 'placement.request').state('caseFile')).toBe('open');
    const voided = identificationIn['discontinued']?.();
    expect(voided?.answer('police', 'placement.request')).toBe('file-voided');
  });
});
