import type { Codes } from '#libs/vocabulary';
import { bodies, idOf, type PersonName } from '../../../../test/builders/case-builder.js';
import { identificationIn, interestsInEnding, opened } from '../../../../test/builders/cases-in-state.js';
import { dataOf } from '../../../../test/builders/lawful-data.js';
import { at, give, placements, lives, tasks } from '../../../../test/builders/placements.js';

const housing: readonly (readonly [PersonName, string])[] = [
  ['police', 'request'],
  ['shelter2', 'offerBed'],
  ['police', 'acceptOffer'],
  ['shelter2', 'admit'],
];

describe('a stay', () => {
  it('of 30 days ends in a task and in nothing else; more time counts from its end', () => {
    const builder = at('admitted');
    expect(builder.clock('placement', 'stay')?.dueAt).toBe('2016-03-31T06:00:00.000Z');
    builder.advance('P90D');
    expect(builder.state('placement')).toBe('admitted');
    expect(tasks(builder).filter((code) => code === 'stay-ended')).toHaveLength(2);
    give(builder, 'shelter2', 'extendStay', { ground: 'personAsks', days: 10 });
    expect(builder.clock('placement', 'stay')).toMatchObject({
      state: 'running',
      dueAt: '2016-06-09T06:00:00.000Z',
    });
  });

  it('of a child has 60 days, also where the doubt comes later', () => {
    const builder = at('admitted').advance('P10D').give('clinic', 'caseFile.recordAgeDoubt');
    expect(builder.clock('placement', 'stay')).toMatchObject({
      state: 'running',
      dueAt: '2016-04-30T06:00:00.000Z',
    });
  });

  it('goes on through an absence, which keeps the bed, and through being missing, which starts the search', () => {
    const builder = at('away');
    expect([lives(builder)?.context['bedId'], builder.effects('freeBed')]).toEqual([idOf(7, 1), []]);
    give(builder, 'shelter2', 'recordReturn');
    give(builder, 'school', 'reportMissing');
    expect([builder.state('placement'), builder.effects('freeBed')]).toEqual(['missing', []]);
    expect(builder.refusal('police', 'caseFile.close', { reason: 'needsMet' })?.code).not.toBeUndefined();
    expect(give(builder, 'shelter2', 'reportReturn').state('placement')).toBe('admitted');
  });

  it('keeps the file open, and no decision against her ends it', () => {
    const builder = identificationIn['notIndicated']?.() ?? opened();
    for (const [who, command] of housing) give(builder, who, command);
    expect(builder.answer('police', 'caseFile.close', { reason: 'needsMet' })).toBe('still-housed');
    give(builder, 'shelter2', 'depart');
    expect(builder.answer('police', 'caseFile.close', { reason: 'needsMet' })).toBe('accepted');
    const negative = give(at('admitted'), 'shelter2', 'recordRestriction');
    negative.give('police', 'identification.recordRefusal', {
      scope: 'formalProcedure',
      heardAlone: true,
      languageUnderstood: true,
    });
    expect(negative.state('placement')).toBe('admitted');
  });

  it('is neither restricted nor over on the word of a system', () => {
    for (const command of ['recordRestriction', 'depart'])
      expect(
        at('admitted').answer('shelter2', `placement.${command}`, {}, { facts: { bySystem: true } }),
      ).toBe('person-needed');
  });

  it('is restricted on a law and until a day, never from a day that has passed', () => {
    const restriction = dataOf('placement.recordRestriction');
    expect(
      at('admitted').answer('shelter2', 'placement.recordRestriction', {
        ...restriction,
        endsOn: '2016-02-01',
      }),
    ).toBe('restriction-has-ended');
    const until = (endsOn: string) =>
      at('admitted').refusal('shelter2', 'placement.recordRestriction', { ...restriction, endsOn });
    expect([until('2016-03-31'), until('2016-04-01')]).toMatchObject([
      undefined,
      { code: 'restriction-too-long', values: { day: '2016-03-31' } },
    ]);
    const restricted = give(at('admitted'), 'shelter2', 'recordRestriction');
    expect(restricted.effects('sampleForReview')).toMatchObject([{ reason: 'restricted' }]);
    expect(restricted.effects('restrict')).toMatchObject([{ fields: { legalBasis: 'court' } }]);
  });
});

describe('leaving', () => {
  const wish = { reason: 'ownWish' };
  it.each(['admitted', 'away', 'missing'])(
    'is never refused to an adult who is %s, restricted or not',
    (state) => {
      expect(at(state).answer('shelter2', 'placement.depart', wish)).toBe('accepted');
      const restricted = give(at('admitted'), 'shelter2', 'recordRestriction');
      expect(restricted.answer('shelter2', 'placement.depart', wish)).toBe('accepted');
      expect(restricted.effects('liftRestrictions')).toHaveLength(1);
    },
  );

  it('is decided for a child by the guardianship body alone', () => {
    const child = () => at('admitted').give('clinic', 'caseFile.recordAgeDoubt');
    for (const reason of ['ownWish', 'movedOn', 'decisionForChild'])
      expect(child().answer('shelter2', 'placement.depart', { reason })).toBe('child-by-guardianship');
    expect(child().answer('guardian', 'placement.depart', { reason: 'decisionForChild' })).toBe('accepted');
    expect(at('admitted').answer('shelter2', 'placement.depart', { reason: 'decisionForChild' })).toBe(
      'children-only',
    );
    expect(at('admitted').answer('guardian', 'placement.depart', wish)).toBe('this-house-only');
  });

  it('is decided by the body that answers for the child, not by one that did before', () => {
    const child = interestsInEnding(
      at('admitted').give('clinic', 'caseFile.recordAgeDoubt').accept('guardian', 'guardianship'),
    );
    child.give('guardian', 'guardianship.end', {
      reason: 'transferredToDistrict',
      toBodyId: bodies.guardianship2.id,
    });
    expect(child.answer('guardian', 'placement.depart', { reason: 'movedOn' })).toBe('child-by-guardianship');
    child.accept('guardian2', 'guardianship');
    expect(child.answer('guardian2', 'placement.depart', { reason: 'movedOn' })).toBe('accepted');
  });

  it('by death follows a record of the death, which a second body confirms', () => {
    const gone = { reason: 'deceased' };
    for (const built of [at('admitted'), at('admitted').give('clinic', 'caseFile.recordAgeDoubt')]) {
      expect(built.answer('shelter2', 'placement.depart', gone)).toBe('death-not-on-record');
      built.give('ngo', 'caseFile.recordDeath', { confirmedBy: 'medical' });
      expect(built.answer('shelter2', 'placement.depart', gone)).toBe('accepted');
    }
  });

  it('frees the bed, records where to, and ends what the house knows of her', () => {
    const builder = at('departed');
    expect(builder.effects('freeBed')).toHaveLength(1);
    expect(builder.effects('recordDeparture')).toMatchObject([
      { fields: { reason: 'ownWish', moveOn: 'family' } },
    ]);
    expect(builder.participants[bodies.ngoShelter.id]).toBeUndefined();
  });

  it('by death or a voided file ends every placement, whatever it waits for', () => {
    for (const state of [
      'requested',
      'offered',
      'accepted',
      'refused',
      'nonArrival',
      'admitted',
      'away',
      'missing',
    ]) {
      const builder = at(state).give('ngo', 'caseFile.recordDeath', { confirmedBy: 'medical' });
      builder.give('coordinator', 'caseFile.confirmEnd');
      expect(['cancelled', 'departed']).toContain(builder.state('placement'));
      expect(builder.handoffs().filter((handoff) => handoff === 'shelter:sent')).toEqual([]);
    }
  });
});

describe('a child who lives in a house', () => {
  const yes = { interpreter: 'notNeeded' };
  const child = () =>
    at('admitted').give('clinic', 'caseFile.recordAgeDoubt').accept('guardian', 'guardianship');
  const offered = (who: PersonName, command: string, data: Codes) =>
    give(give(child(), who, command, data), 'shelter', 'offerBed');
  const planned = { kind: 'planned', reason: 'unsuitable' };

  it.each([
    ['a transfer', ['shelter2', 'requestTransfer', planned]],
    ['a request beside it', ['police', 'request', {}]],
  ] as const)('is moved by %s only where her guardianship body accepts', (_, [house, command, data]) => {
    const builder = offered(house, command, data);
    for (const who of [house, 'police', 'clinic'] as const)
      expect(builder.answer(who, 'placement.acceptOffer', yes)).toBe('child-by-guardianship');
    expect(builder.effects('notify')).toContainEqual(
      expect.objectContaining({ template: 'bed-offered', bodyId: bodies.guardianship.id }),
    );
    give(builder, 'guardian', 'acceptOffer');
    expect(give(builder, 'shelter', 'admit').last('placement')?.context['review']).toBeNull();
  });

  it('is moved at once in an emergency, and her guardianship body looks at it within its clock', () => {
    const builder = offered('shelter2', 'requestTransfer', { kind: 'emergency', reason: 'safety' });
    give(builder, 'shelter2', 'acceptOffer');
    expect(builder.handoffs()).toContain('secondReading:sent');
    expect(builder.clock('placement', 'houseReview')).toMatchObject({ state: 'running' });
    expect(builder.effects('sampleForReview')).toMatchObject([{ reason: 'childMovedInEmergency' }]);
    give(builder, 'shelter', 'admit');
    const finding = { finding: 'ownWish' };
    for (const who of ['police', 'social'] as const)
      expect(builder.answer(who, 'placement.reviewAcceptance', finding)).toBe('child-by-guardianship');
    builder.accept('guardian', 'secondReading');
    expect(give(builder, 'guardian', 'reviewAcceptance').clock('placement', 'houseReview')?.state).toBe(
      'stopped',
    );
    expect(builder.participants[bodies.guardianship.id]).toBe('full');
  });

  it('found elsewhere is taken in wherever that is', () => {
    const builder = give(give(child(), 'shelter2', 'reportMissing'), 'police', 'request');
    give(builder, 'shelter', 'offerBed');
    expect(builder.answer('police', 'placement.acceptOffer', yes)).toBe('accepted');
  });
});

describe('a transfer', () => {
  const underWay = () => give(at('admitted'), 'shelter2', 'requestTransfer');

  it('asks every house but hers, which keeps her until another one has her', () => {
    const builder = underWay();
    expect(placements(builder).map(({ state, context }) => [state, context['shelterBodyId']])).toEqual([
      ['admitted', bodies.ngoShelter.id],
      ['requested', bodies.stateShelter.id],
    ]);
    expect(lives(builder)?.clocks['transfer']?.dueAt).toBe('2016-03-02T06:00:00.000Z');
    const own = { procedureId: lives(builder)?.id ?? '' };
    expect(builder.answer('shelter2', 'placement.completeTransfer', {}, own)).toBe('no-house-accepted');
    expect(
      builder.answer('shelter2', 'placement.requestTransfer', dataOf('placement.requestTransfer'), own),
    ).toBe('transfer-under-way');
    give(builder, 'shelter', 'offerBed');
    give(builder, 'police', 'acceptOffer');
    give(builder, 'shelter', 'admit');
    expect(placements(builder).map(({ state }) => state)).toEqual(['departed', 'admitted']);
    expect(builder.participants[bodies.ngoShelter.id]).toBeUndefined();
  });

  it('tells the new house that it is one, and nothing of the old house', () => {
    const builder = underWay();
    const [old, next] = placements(builder);
    expect(next?.context).toMatchObject({ transfer: 'emergency' });
    const known = JSON.stringify({ ...next?.context, requestedByBodyId: null });
    for (const secret of [bodies.ngoShelter.id, old?.id ?? '', idOf(7, 1)])
      expect(known).not.toContain(secret);
  });

  it('leaves her where she is when no house takes her, and the step stays owed', () => {
    const builder = underWay();
    give(builder, 'shelter', 'declineRequest');
    builder.advance('P3D');
    expect([lives(builder)?.state, builder.state('placement')]).toEqual(['admitted', 'declined']);
    expect(tasks(builder)).toEqual(expect.arrayContaining(['new-shelter-request', 'transfer-overdue']));
  });

  it('leaves one house with her, whatever else was asked for', () => {
    const builder = at('admitted');
    give(builder, 'police', 'request');
    give(builder, 'shelter', 'offerBed');
    expect(give(builder, 'police', 'acceptOffer').state('placement')).toBe('accepted');
    give(builder, 'shelter', 'admit');
    expect(placements(builder).filter(({ tags }) => tags.includes('occupying'))).toHaveLength(1);
  });
});
