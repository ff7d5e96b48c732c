import { aCase, bodies, people, type PersonName } from '../../../../test/builders/case-builder.js';
import { assessed, closable, identificationIn, opened } from '../../../../test/builders/cases-in-state.js';
import { dataOf } from '../../../../test/builders/lawful-data.js';

const returned = ['refused', 'refusalHeld', 'notIndicated', 'notIdentified'];
describe('a child at any time', () => {
  it.each(['child', 'presumedChild'])(
    'opens with the guardianship body of the district told: %s',
    (ageStatus) => {
      const builder = aCase().open('police', { ageStatus });
      expect(builder.handoff('guardianship').context).toMatchObject({
        toBodyId: bodies.guardianship.id,
        statutory: true,
        basis: 'statutoryDuty',
      });
      const ganja = aCase().open('police2', { ageStatus, district: 'ganja' });
      expect(ganja.handoff('guardianship').context['toBodyId']).toBe(bodies.guardianship2.id);
    },
  );

  it.each(returned)('brings %s back to screening', (state) => {
    const builder = identificationIn[state]?.();
    builder?.give('school', 'caseFile.recordAgeDoubt');
    expect(builder?.state('identification')).toBe('screening');
    expect(builder?.handoff('guardianship').state).toBe('sent');
    expect(builder?.last('caseFile')?.context).toMatchObject({
      ageStatus: 'presumedChild',
      consentServices: 'notAsked',
      refusalScope: null,
    });
    expect(builder?.effects('openTask').map(({ code }) => code)).toContain('suitability-check');
  });

  it.each(['presumed', 'assessment', 'decisionProposed', 'identified'])('leaves %s where it is', (state) => {
    const builder = identificationIn[state]?.().give('ngo', 'caseFile.recordAgeDoubt');
    expect(builder?.state('identification')).toBe(state);
  });

  it('reopens a closed file in the same decision', () => {
    const builder = closable()
      .give('police', 'caseFile.close', { reason: 'notIndicated' })
      .give('policeColleague', 'caseFile.confirmEnd');
    expect(builder.state('caseFile')).toBe('closed');
    builder.give('ngo', 'caseFile.recordAgeDoubt');
    expect(builder.state('caseFile')).toBe('open');
    expect(builder.told()).toEqual([
      'caseFile.recordAgeDoubt',
      'identification.returnForAgeDoubt',
      'guardianship.notify',
      'handoff.send',
    ]);
  });

  it('unseals what an adult refusal had sealed', () => {
    const builder = opened().give('police', 'identification.recordRefusal', {
      scope: 'everything',
      heardAlone: true,
      languageUnderstood: true,
    });
    builder.give('hotline', 'caseFile.recordAgeDoubt').advance('P60D');
    expect(builder.effects('unseal')).toHaveLength(1);
    expect(builder.effects('shred')).toEqual([]);
  });

  it('is not blocked for anybody who may know the case, and sends one handoff only', () => {
    for (const who of Object.keys(people) as PersonName[]) {
      expect(opened().answer(who, 'caseFile.recordAgeDoubt')).toBe(
        who === 'admin' ? 'not-for-your-role' : 'accepted',
      );
    }
    const builder = opened().give('police', 'caseFile.recordAgeDoubt').give('ngo', 'caseFile.recordAgeDoubt');
    expect(builder.handoffs()).toEqual(['guardianship:sent']);
  });

  it('is never asked for consent to be referred', () => {
    const builder = aCase().open('ngo', { ageStatus: 'child' });
    const data = {
      toBodyId: bodies.mainDepartment.id,
      kind: 'share',
      purpose: 'identification',
      consentGiven: true,
    };
    expect(builder.answer('ngo', 'handoff.send', { ...data, basis: 'consent' })).toBe(
      'consent-not-asked-of-child',
    );
    expect(builder.answer('ngo', 'handoff.send', { ...data, basis: 'statutoryDuty' })).toBe('accepted');
  });

  it('cannot be rejected by one body, nor after a presumption as an adult', () => {
    const builder = aCase().open('police', { ageStatus: 'presumedChild' });
    builder.give('police', 'identification.recordIndicators', { catalogue: 'x@1', observed: ['a'] });
    builder.give('police', 'identification.rejectIndication', { reason: 'noIndicators' });
    expect(builder.handoffs()).toContain('secondReading:sent');
    expect(builder.answer('policeColleague', 'identification.confirmRejection')).toBe('another-body-needed');
    builder.give('guardian', 'identification.confirmRejection');
    expect(builder.state('identification')).toBe('notIndicated');
    expect(builder.handoffs()).toContain('secondReading:completed');

    const presumedOnce = identificationIn['notIdentified']?.().give('ngo', 'caseFile.recordAgeDoubt');
    expect(
      presumedOnce?.answer('police', 'identification.rejectIndication', { reason: 'noIndicators' }),
    ).toBe('already-presumed');
  });

  it('takes a rejection that waited for a colleague back to screening', () => {
    const builder = identificationIn['rejectionProposed']?.().give('ngo', 'caseFile.recordAgeDoubt');
    expect(builder?.state('identification')).toBe('screening');
  });

  it('is interviewed with the representative only', () => {
    const builder = assessed().give('ngo', 'caseFile.recordAgeDoubt');
    const interviewed = (representativePresent: boolean) =>
      builder.answer('investigator', 'identification.recordInterview', {
        interpreter: 'notNeeded',
        representativePresent,
      });
    expect(interviewed(true)).toBe('no-representative');
    builder
      .accept('guardian', 'guardianship')
      .give('guardian', 'guardianship.appointInterim', dataOf('guardianship.appointInterim'));
    expect(interviewed(false)).toBe('representative-needed');
    expect(interviewed(true)).toBe('accepted');
  });

  it('has its file closed only on a durable solution', () => {
    const builder = aCase().open('police', { ageStatus: 'child' });
    builder.give('police', 'identification.recordIndicators', { catalogue: 'x@1', observed: ['a'] });
    builder.give('police', 'identification.rejectIndication', { reason: 'noIndicators' });
    builder.give('guardian', 'identification.confirmRejection').accept('guardian', 'guardianship');
    expect(builder.answer('police', 'caseFile.close', { reason: 'notIndicated' })).toBe(
      'no-durable-solution',
    );
    const solved = { reason: 'notIndicated', durableSolution: 'residentialCare' };
    expect(builder.answer('police', 'caseFile.close', solved)).toBe('accepted');
  });

  it('whose age came into doubt while closing was proposed cannot be closed as an adult', () => {
    const builder = closable().give('police', 'caseFile.close', { reason: 'notIndicated' });
    builder.give('ngo', 'caseFile.recordAgeDoubt');
    expect(builder.answer('policeColleague', 'caseFile.confirmEnd')).not.toBe('accepted');
  });

  it('is sent on to the next guardianship body by duty, also where an adult had agreed to the first', () => {
    const builder = opened().give('police', 'handoff.send', {
      toBodyId: bodies.guardianship.id,
      kind: 'share',
      purpose: 'guardianship',
      basis: 'consent',
      consentGiven: true,
    });
    builder.give('clinic', 'caseFile.recordAgeDoubt');
    builder.give('guardian', 'handoff.redirect', { toBodyId: bodies.guardianship2.id });
    expect(builder.handoff('guardianship').context).toMatchObject({
      toBodyId: bodies.guardianship2.id,
      basis: 'statutoryDuty',
    });
  });

  it('counts a child taken out of exploitative labour, and no adult', () => {
    const data = { catalogue: 'x@1', observed: ['a'], childTakenFromLabour: true };
    const measures = (ageStatus: string) =>
      aCase()
        .open('police', { ageStatus })
        .give('police', 'identification.recordIndicators', data)
        .steps.at(-1)
        ?.links.map((link) => ('measure' in link ? link.measure : link.paragraph));
    expect(measures('child')).toEqual(['13.2.4', '13.1.5']);
    expect(measures('verifiedAdult')).toEqual(['13.1.5']);
  });
});
