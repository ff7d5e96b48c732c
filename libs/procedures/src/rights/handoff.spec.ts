import { allowedCommands } from '#libs/rulebook';
import {
  aCase,
  bodies,
  idOf,
  law,
  people,
  type BodyName,
  type CaseBuilder,
  type PersonName,
} from '../../../../test/builders/case-builder.js';
import {
  guardianshipIn,
  identificationIn,
  interestsInEnding,
  opened,
  presumed,
} from '../../../../test/builders/cases-in-state.js';
import { dataOf } from '../../../../test/builders/lawful-data.js';
import { purposes } from '../purposes.js';
import { dutyToNotify, type Duty } from '../duties.js';

const sending = (to: BodyName, purpose: string, more: object = {}) => ({
  toBodyId: bodies[to].id,
  kind: 'request',
  purpose,
  basis: 'consent',
  consentGiven: true,
  ...more,
});
const rung = (builder: CaseBuilder) => builder.handoff('identification').context['rung'];
const lastOverdue = (builder: CaseBuilder) =>
  builder
    .effects('notify')
    .filter(({ template }) => template === 'handoff-overdue')
    .at(-1)?.bodyId;
const referred = () => opened().give('police', 'identification.presume');

describe('handing over is prohibited', () => {
  const free = ['release', 'nonPunishment', 'terminationReview', 'search'];
  const others = Object.keys(purposes).filter((purpose) => !free.includes(purpose));
  const rows = (['police2', 'prosecution', 'migration'] as const).flatMap((to) =>
    others.flatMap((purpose) =>
      (['share', 'transfer', 'request'] as const).map((kind) => [to, purpose, kind] as const),
    ),
  );

  it.each(rows)('to %s for %s as %s', (to, purpose, kind) => {
    for (const basis of ['consent', 'statutoryDuty', 'vitalInterest'])
      expect(opened().answer('police', 'handoff.send', sending(to, purpose, { kind, basis }))).toBe(
        'handover-prohibited',
      );
  });

  it('also by redirecting', () => {
    const builder = opened().give('police', 'handoff.send', sending('health', 'health'));
    expect(builder.answer('clinic', 'handoff.redirect', { toBodyId: bodies.police2.id })).toBe(
      'handover-prohibited',
    );
  });

  it('also by inviting to the assessment', () => {
    expect(
      presumed().answer('investigator', 'identification.inviteParticipant', { bodyId: bodies.police2.id }),
    ).toBe('handover-prohibited');
  });

  it('while codes may go to the prosecutor, and a search to the police only in danger', () => {
    expect(opened().answer('police', 'handoff.send', sending('prosecution', 'release'))).toBe('accepted');
    const search = sending('police2', 'search');
    expect(opened().answer('ngo', 'handoff.send', search)).toBe('search-needs-danger');
    expect(opened().answer('ngo', 'handoff.send', { ...search, basis: 'vitalInterest' })).toBe('accepted');
    const child = aCase().open('police', { ageStatus: 'child' });
    expect(child.answer('guardian', 'handoff.send', search)).toBe('accepted');
  });

  it('while who has been identified may be put in touch with the Migration Service', () => {
    const builder = identificationIn['identified']?.();
    expect(builder?.answer('social', 'handoff.send', sending('migration', 'migration'))).toBe('accepted');
  });
});

describe('statutory handoffs', () => {
  it.each(Object.keys(people) as PersonName[])('are neither declined nor withdrawn by %s', (who) => {
    const builder = referred();
    expect(builder.answer(who, 'handoff.decline', { reason: 'notCompetent' })).not.toBe('accepted');
    expect(builder.answer(who, 'handoff.withdraw')).not.toBe('accepted');
    expect(builder.answer(who, 'handoff.end')).toBe('not-for-your-role');
    expect(builder.handoffs()).toEqual(['identification:sent']);
  });

  it('say why', () => {
    expect(referred().answer('investigator', 'handoff.decline')).toBe('statutory-cannot-be-declined');
    expect(referred().answer('police', 'handoff.withdraw')).toBe('statutory-cannot-be-withdrawn');
  });

  it('climb at the receiving body, its parent and the Coordinator, and move nothing', () => {
    const builder = referred().advance('P1D');
    expect([rung(builder), lastOverdue(builder)]).toEqual([1, bodies.mainDepartment.id]);
    builder.advance('P1D');
    expect([rung(builder), lastOverdue(builder)]).toEqual([2, bodies.interior.id]);
    builder.advance('P1D');
    expect([rung(builder), lastOverdue(builder)]).toEqual([3, bodies.coordinator.id]);
    builder.advance('P30D');
    expect(rung(builder)).toBe(3);
    expect(builder.handoffs()).toEqual(['identification:sent']);
    expect(builder.handoff('identification').context['toBodyId']).toBe(bodies.mainDepartment.id);
    expect(builder.last('caseFile')?.context['ownerBodyId']).toBe(bodies.police.id);
    expect(builder.accept('investigator', 'identification').participants[bodies.mainDepartment.id]).toBe(
      'full',
    );
  });

  it('at the last rung are redirected by the Coordinator too, with the reason, and all learn it', () => {
    const elsewhere = { toBodyId: bodies.guardianship2.id };
    const redirected = { ...elsewhere, reason: 'silence' };
    const builder = aCase().open('police', { ageStatus: 'child' });
    builder.advance('P2D');
    const answer = (data: object) => builder.answer('coordinator', 'handoff.redirect', { ...data });
    expect(answer(redirected)).toBe('receiver-only');
    builder.advance('P1D');
    expect(builder.handoff('guardianship').context['rung']).toBe(3);
    expect(answer(elsewhere)).toBe('redirect-reason');
    expect(answer({ ...redirected, toBodyId: bodies.guardianship.id })).toBe('handoff-already-pending');
    expect(builder.answer('coordinator', 'handoff.accept')).toBe('receiver-only');
    const owed = builder.effects('openTask').filter(({ code }) => code === 'handoff-overdue');
    expect(owed.at(-1)?.bodyId).toBe(bodies.coordinator.id);
    builder.give('coordinator', 'handoff.redirect', redirected);
    expect(builder.handoffs()).toEqual(['guardianship:redirected', 'guardianship:sent']);
    expect(builder.handoff('guardianship').context).toMatchObject({
      fromBodyId: bodies.police.id,
      toBodyId: bodies.guardianship2.id,
    });
    const told = builder.effects('notify').filter(({ template }) => template === 'handoff-redirected');
    expect(told.map(({ bodyId }) => bodyId)).toEqual([bodies.police.id, bodies.guardianship.id]);
    expect(builder.effects('closeTask').map(({ code }) => code)).toContain('handoff-overdue');
    expect(builder.participants[bodies.guardianship.id]).toBeUndefined();
    expect(builder.accept('guardian2', 'guardianship').state('guardianship')).toBe('accepted');
  });

  it('go on climbing when only acknowledged', () => {
    const builder = referred().give('investigator', 'handoff.acknowledge').advance('P2D');
    expect([builder.handoffs(), rung(builder)]).toEqual([['identification:received'], 2]);
  });

  it('keep the first start of their clock through a redirection', () => {
    const builder = aCase().open('police', { ageStatus: 'child' }).wait('PT20H');
    builder.give('guardian', 'handoff.redirect', { toBodyId: bodies.guardianship2.id });
    expect(builder.handoffs()).toEqual(['guardianship:redirected', 'guardianship:sent']);
    expect(builder.last('handoff')?.clocks['acceptance']?.dueAt).toBe('2016-03-02T06:00:00.000Z');
    expect(builder.participants[bodies.guardianship.id]).toBeUndefined();
    expect(builder.participants[bodies.guardianship2.id]).toBe('preview');
  });

  it('end when the case is voided or the person is dead', () => {
    const builder = referred().give('police', 'caseFile.void', { reason: 'openedInError' });
    builder.give('social', 'caseFile.confirmEnd');
    expect(builder.handoffs()).toEqual(['identification:withdrawn', 'secondReading:withdrawn']);
    expect(builder.advance('P10D').handoff('identification').context['rung']).toBe(0);
  });

  it('bind on the day that the duty is in force, and against a refusal only where it says so', () => {
    const duty = { kinds: ['police'], validFrom: '2010-01-01', validTo: '2015-12-31' } as unknown as Duty;
    expect(dutyToNotify('police', '2014-05-05T00:00:00.000Z', [duty])).toBe(duty);
    expect(dutyToNotify('police', '2016-01-01T00:00:00.000Z', [duty])).toBeUndefined();
    expect(dutyToNotify('ngo', '2014-05-05T00:00:00.000Z', [duty])).toBeUndefined();
    const later = { kinds: ['police'], validFrom: '2014-01-01' } as unknown as Duty;
    expect(dutyToNotify('police', '2014-05-05T00:00:00.000Z', [duty, later])).toBe(later);
    expect(dutyToNotify('police', '2016-01-01T00:00:00.000Z')?.despiteRefusal).toBe(false);
  });
});

describe('other handoffs', () => {
  const asked = () => opened().give('police', 'handoff.send', sending('health', 'health'));

  it('wait once per target and purpose', () => {
    expect(asked().answer('ngo', 'handoff.send', sending('health', 'health'))).toBe(
      'handoff-already-pending',
    );
    expect(
      asked().accept('clinic', 'health').answer('ngo', 'handoff.send', sending('health', 'health')),
    ).toBe('accepted');
  });

  it('go only to a desk that answers them', () => {
    expect(opened().answer('police', 'handoff.send', sending('education', 'health'))).toBe(
      'wrong-desk-for-purpose',
    );
    expect(opened().answer('police', 'handoff.send', sending('police', 'health'))).toBe('handoff-to-self');
    expect(opened().answer('police', 'handoff.send', sending('health', 'health', { kind: 'transfer' }))).toBe(
      'kind-does-not-fit',
    );
    expect(
      opened().answer('police', 'handoff.send', sending('health', 'health', { toBodyId: 'nobody' })),
    ).toBe('unknown-body');
  });

  it('are answered by the receiver alone and withdrawn by the sender alone', () => {
    expect(asked().answer('school', 'handoff.accept')).toBe('receiver-only');
    expect(asked().answer('clinic', 'handoff.withdraw')).toBe('sender-only');
    expect(asked().give('police', 'handoff.withdraw').participants[bodies.health.id]).toBeUndefined();
  });

  it('fulfil the measure on acceptance and on the outcome, not on sending', () => {
    const builder = asked()
      .accept('clinic', 'health')
      .give('clinic', 'handoff.reportOutcome', { outcome: 'done' });
    const fulfilling = builder.steps.filter(({ links }) =>
      links.some(({ relation }) => relation === 'fulfils'),
    );
    expect(fulfilling.map(({ command }) => command)).toEqual(['accept', 'reportOutcome']);
  });

  it('move ownership only when a transfer is accepted; a share never does', () => {
    const builder = opened();
    const transfer = sending('ngo', 'assistance', { kind: 'transfer' });
    expect(builder.answer('social', 'handoff.send', transfer)).toBe('owner-only');
    builder.give('police', 'handoff.send', sending('assistanceCentre', 'assistance', { kind: 'share' }));
    builder.accept('social', 'assistance').give('police', 'handoff.send', transfer);
    expect(builder.last('caseFile')?.context['ownerBodyId']).toBe(bodies.police.id);
    builder.give('ngo', 'handoff.accept');
    expect(builder.last('caseFile')?.context).toMatchObject({
      ownerBodyId: bodies.ngo.id,
      ownerOfficerId: people.ngo.id,
    });
    expect(builder.effects('assignOwner').at(-1)).toMatchObject({ bodyId: bodies.ngo.id });
    expect(builder.answer('police', 'caseFile.beginAftercare')).toBe('owner-only');
  });

  it('end what else the former owner offered: only the owner of today gives the case away', () => {
    const transfer = (to: BodyName) => sending(to, 'assistance', { kind: 'transfer' });
    const builder = opened()
      .give('police', 'handoff.send', transfer('ngo'))
      .give('police', 'handoff.send', transfer('assistanceCentre'))
      .give('social', 'handoff.accept');
    expect(builder.handoffs()).toEqual(['assistance:withdrawn', 'assistance:accepted']);
    expect(builder.answer('ngo', 'handoff.accept')).not.toBe('accepted');
    expect(builder.participants[bodies.ngo.id]).toBeUndefined();
    expect(builder.last('caseFile')?.context['ownerBodyId']).toBe(bodies.assistanceCentre.id);
  });

  it('ask one house at a time, pass over the silent, and climb nothing', () => {
    const builder = aCase().open('police', { needsShelter: true });
    expect(builder.handoff('shelter').context['toBodyId']).toBe(bodies.ngoShelter.id);
    expect(builder.participants[bodies.stateShelter.id]).toBeUndefined();
    builder.advance('PT4H');
    expect(builder.handoffs()).toEqual(['shelter:redirected', 'shelter:sent']);
    expect(builder.participants[bodies.ngoShelter.id]).toBeUndefined();
    expect(builder.handoff('shelter').context['toBodyId']).toBe(bodies.stateShelter.id);
    builder.advance('PT4H');
    expect(builder.effects('openTask').map(({ code }) => code)).toContain('new-shelter-request');
    expect(builder.handoff('shelter').context['rung']).toBe(0);
  });

  it('ask the next house when one declines, and the owner when none is left', () => {
    const builder = aCase().open('police', { needsShelter: true });
    builder.give('shelter2', 'handoff.decline', { reason: 'noCapacity' });
    expect(builder.handoffs()).toEqual(['shelter:declined', 'shelter:sent']);
    builder.give('shelter', 'handoff.decline', { reason: 'safety' });
    expect(builder.handoffs()).toEqual(['shelter:declined', 'shelter:declined']);
    expect(builder.effects('openTask').map(({ code }) => code)).toContain('new-shelter-request');
  });

  it('ask no shelter against an adult who said no', () => {
    expect(aCase().open('police', { needsShelter: true, consentShelter: 'no' }).handoffs()).toEqual([]);
  });

  it('are listed where they were insisted on against a refusal', () => {
    const builder = identificationIn['refused']?.();
    builder.give('police', 'handoff.send', sending('health', 'health', { basis: 'vitalInterest' }));
    expect(builder.effects('sampleForReview')).toMatchObject([{ reason: 'sharedAgainstRefusal' }]);
  });
});

describe('detention', () => {
  it('asks for release and for non-punishment, and ends nothing', () => {
    const builder = opened().give('police', 'caseFile.recordDetention', { ground: 'immigration' });
    expect(builder.handoffs()).toEqual(['release:sent', 'nonPunishment:sent']);
    expect(builder.state('caseFile')).toBe('open');
    builder.give('police', 'caseFile.recordDetention', { ground: 'immigration' });
    expect(builder.handoffs()).toHaveLength(2);
    builder.give('lawyer', 'caseFile.recordRelease');
    expect(builder.handoffs()).toEqual(['release:completed', 'nonPunishment:sent']);
  });
});

describe('a commission on minors', () => {
  const byGuardian = () =>
    (guardianshipIn['interimRepresented']?.() ?? aCase()).give('guardian', 'guardianship.referToCommission', {
      question: 'rehabilitation',
    });
  const ofIt = (built: CaseBuilder) => ({ procedureId: built.handoff('secondReading').id });
  const offered = (built: CaseBuilder) => {
    const { allowed } = allowedCommands(
      law,
      built.view,
      built.handoff('secondReading'),
      built.facts(people.commission),
    );
    return allowed.map(({ command }) => command);
  };

  it('answers by its decision: before it, it neither declines nor reports an outcome', () => {
    const built = byGuardian();
    const decline = () =>
      built.answer('commission', 'handoff.decline', { reason: 'noCapacity' }, ofIt(built));
    expect(decline()).toBe('commission-decides');
    expect(offered(built).sort()).toEqual(['accept', 'acknowledge', 'redirect']);
    built.accept('commission', 'secondReading');
    const report = () =>
      built.answer('commission', 'handoff.reportOutcome', { outcome: 'done' }, ofIt(built));
    expect([report(), offered(built)]).toEqual(['commission-decides', []]);
    built.give('commission', 'guardianship.recordCommissionDecision', { decision: 'noMeasures' });
    expect(built.handoff('secondReading').state).toBe('completed');
  });

  it('passes a case of another district to its commission, and to nobody who could not decide', () => {
    const built = byGuardian();
    const elsewhere = { ...bodies.commission, id: idOf(1, 99), district: 'ganja' };
    const facts = { bodies: { ...built.facts(people.commission).bodies, [elsewhere.id]: elsewhere } };
    const redirect = (toBodyId: string) =>
      built.answer('commission', 'handoff.redirect', { toBodyId }, { ...ofIt(built), facts });
    expect(redirect(bodies.ngo.id)).toBe('wrong-desk-for-purpose');
    expect(redirect(elsewhere.id)).toBe('accepted');
  });

  it('says so where guardianship has ended and nothing is left to decide', () => {
    const built = interestsInEnding(byGuardian().accept('commission', 'secondReading'));
    const report = () =>
      built.answer('commission', 'handoff.reportOutcome', { outcome: 'done' }, ofIt(built));
    expect(report()).toBe('commission-decides');
    built.give('guardian', 'guardianship.end', dataOf('guardianship.end'));
    expect(report()).toBe('accepted');
  });
});
