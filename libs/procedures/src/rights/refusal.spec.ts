import {
  aCase,
  bodies,
  people,
  type CaseBuilder,
  type PersonName,
} from '../../../../test/builders/case-builder.js';
import { assessed, opened, presumed } from '../../../../test/builders/cases-in-state.js';

const heard = { heardAlone: true, languageUnderstood: true };
const procedure = { scope: 'formalProcedure', ...heard };
const everything = { scope: 'everything', ...heard };
const file = (builder: CaseBuilder) => builder.last('caseFile')?.context;
const tasks = (builder: CaseBuilder) => builder.effects('openTask').map(({ code }) => code);
const toMainDepartment = {
  toBodyId: bodies.mainDepartment.id,
  kind: 'share',
  purpose: 'identification',
  basis: 'consent',
  consentGiven: true,
};

describe('no police, still help', () => {
  const refusedAtIntake = () => aCase().open('police', { consentReferToMainDepartment: 'no' });

  it('puts identification in refused and sends nothing to the Main Department', () => {
    const builder = refusedAtIntake();
    expect(builder.state('identification')).toBe('refused');
    expect(builder.handoffs().filter((name) => name.startsWith('identification'))).toEqual([]);
    expect(builder.clock('identification', 'referralToMainDepartment')?.state).toBe('stopped');
  });

  it('offers the case of a state body to who serves her, and moves it only when accepted', () => {
    const builder = refusedAtIntake();
    expect(builder.handoff('assistance').context).toMatchObject({
      kind: 'transfer',
      fromBodyId: bodies.police.id,
      toBodyId: bodies.assistanceCentre.id,
    });
    expect(file(builder)?.['ownerBodyId']).toBe(bodies.police.id);
    builder.accept('social', 'assistance');
    expect(file(builder)?.['ownerBodyId']).toBe(bodies.assistanceCentre.id);
  });

  it('leaves the police, once others serve her, the codes of what they did and no more', () => {
    const builder = refusedAtIntake();
    expect(builder.participants[bodies.police.id]).toBe('full');
    builder.accept('social', 'assistance');
    expect(builder.participants).toEqual({
      [bodies.police.id]: 'preview',
      [bodies.assistanceCentre.id]: 'full',
    });
  });

  it('leaves in the case who gave it on and was asked for a service, and who gave on a case that nobody refuses', () => {
    const health = {
      toBodyId: bodies.police.id,
      kind: 'request',
      purpose: 'search',
      basis: 'vitalInterest',
    };
    const asked = refusedAtIntake().give('ngo', 'handoff.send', health);
    expect(asked.accept('social', 'assistance').participants[bodies.police.id]).toBe('full');
    const transfer = { toBodyId: bodies.ngo.id, kind: 'transfer', purpose: 'assistance' };
    const willing = opened().give('police', 'handoff.send', {
      ...transfer,
      basis: 'consent',
      consentGiven: true,
    });
    expect(willing.accept('ngo', 'assistance').participants[bodies.police.id]).toBe('full');
  });

  it('leaves the case with an NGO that opened it', () => {
    const builder = aCase().open('ngo', { consentReferToMainDepartment: 'no' });
    expect(builder.handoffs()).toEqual([]);
    expect(file(builder)?.['ownerBodyId']).toBe(bodies.ngo.id);
  });

  it.each(['police', 'ngo', 'clinic', 'hotline'] as PersonName[])(
    'keeps %s from referring her all the same',
    (who) => {
      const builder = refusedAtIntake();
      for (const basis of ['consent', 'statutoryDuty', 'vitalInterest']) {
        for (const kind of ['identification', 'secondReading', 'assistance']) {
          const data = {
            ...toMainDepartment,
            purpose: kind,
            kind: kind === 'identification' ? 'share' : 'request',
            basis,
          };
          expect(builder.answer(who, 'handoff.send', data)).toMatch(/person-refused|no-duty-to-share/);
        }
      }
    },
  );

  it('takes no presumption while she refuses', () => {
    expect(refusedAtIntake().answer('ngo', 'identification.presume')).toBe('not-allowed-in-this-state');
  });

  it('withdraws a referral that is on its way, and ends its preview', () => {
    const builder = opened().give('police', 'identification.presume');
    expect(builder.participants[bodies.mainDepartment.id]).toBe('preview');
    builder.give('ngo', 'identification.recordRefusal', procedure);
    expect(builder.handoffs()).toContain('identification:withdrawn');
    expect(builder.participants[bodies.mainDepartment.id]).toBeUndefined();
    builder.advance('P10D');
    expect(builder.handoff('identification').context['rung']).toBe(0);
  });

  it('shuts out the Main Department after it had accepted, and leaves the reflection period running', () => {
    const builder = assessed().give('ngo', 'identification.recordRefusal', procedure);
    expect(builder.participants[bodies.mainDepartment.id]).toBeUndefined();
    expect(builder.state('reflection')).toBe('running');
    const back = { consentReferToMainDepartment: 'yes' };
    const bySystem = { facts: { bySystem: true } };
    expect(builder.answer('ngo', 'identification.resume', back, bySystem)).toBe('person-needed');
    builder.give('ngo', 'identification.resume', back);
    expect(builder.state('identification')).toBe('presumed');
    expect(builder.handoffs().at(-1)).toBe('identification:sent');
  });

  it('asks first where nobody asked and no duty binds', () => {
    const builder = aCase().open('ngo', { consentReferToMainDepartment: 'notAsked' });
    builder.give('ngo', 'identification.presume');
    expect(builder.handoffs()).toEqual([]);
    expect(tasks(builder)).toContain('ask-consent');
    expect(builder.answer('ngo', 'handoff.send', { ...toMainDepartment, consentGiven: false })).toBe(
      'consent-needed',
    );
    expect(builder.answer('ngo', 'handoff.send', toMainDepartment)).toBe('accepted');
  });

  it('sends by duty where a body with the duty presumes', () => {
    const builder = aCase().open('police', { consentReferToMainDepartment: 'notAsked' });
    builder.give('police', 'identification.presume');
    expect(builder.handoff('identification').context).toMatchObject({
      basis: 'statutoryDuty',
      statutory: true,
    });
    expect(builder.clock('identification', 'referralToMainDepartment')?.state).toBe('stopped');
  });

  it('owes the Main Department nothing more where it presumes by itself', () => {
    const builder = opened().give('investigator', 'identification.presume');
    expect(builder.clock('identification', 'referralToMainDepartment')?.state).toBe('stopped');
    expect(builder.handoffs()).toEqual([]);
  });

  it('is not heard through others, nor in a language she does not understand', () => {
    const answer = (more: object) =>
      opened().answer('police', 'identification.recordRefusal', { ...procedure, ...more });
    expect(answer({ heardAlone: false })).toBe('not-heard-alone');
    expect(answer({ languageUnderstood: false })).toBe('language-not-understood');
    expect(answer({ throughThirdPerson: true })).toBe('through-third-person');
    expect(answer({})).toBe('accepted');
  });

  it('refusing to share leaves identification where it is and stops what rests on consent', () => {
    const builder = presumed().give('ngo', 'identification.recordRefusal', { scope: 'sharing', ...heard });
    expect(builder.state('identification')).toBe('presumed');
    const health = {
      toBodyId: bodies.health.id,
      kind: 'request',
      purpose: 'health',
      basis: 'consent',
      consentGiven: true,
    };
    expect(builder.answer('police', 'handoff.send', health)).toBe('sharing-refused');
    builder.give('ngo', 'identification.recordRefusal', procedure);
    expect(builder.answer('police', 'handoff.send', health)).toBe('sharing-refused');
    builder.give('ngo', 'identification.resume', { consentReferToMainDepartment: 'yes' });
    expect(builder.answer('police', 'handoff.send', health)).toBe('accepted');
  });
});

describe('refusal is not erasure', () => {
  const refusesAll = () => opened().give('police', 'identification.recordRefusal', everything);

  it('seals at once with a code to come back by, and shreds after the guard', () => {
    const builder = refusesAll();
    expect(builder.effects('seal')).toMatchObject([{ returnCode: true }]);
    expect(builder.effects('seal')[0]?.compartments).toContain('identity');
    expect(builder.advance('P29D').effects('shred')).toEqual([]);
    expect(builder.advance('P2D').effects('shred')).toHaveLength(1);
    expect(builder.state('identification')).toBe('refused');
  });

  it('seals once, however often it is said', () => {
    const builder = refusesAll().give('ngo', 'identification.recordRefusal', everything);
    expect(builder.effects('seal')).toHaveLength(1);
  });

  it('lets nobody unseal what she closed without the code she kept', () => {
    const builder = presumed().give('ngo', 'identification.recordRefusal', everything);
    const comeBack = { consentReferToMainDepartment: 'yes' };
    const without = { facts: { returnCode: false } };
    expect(builder.answer('ngo', 'identification.resume', comeBack, without)).toBe('return-code-needed');
    expect(builder.answer('ngo', 'identification.resume', comeBack)).toBe('accepted');
  });

  it('never shreds before the floor of who was presumed', () => {
    const builder = presumed().give('ngo', 'identification.recordRefusal', everything).advance('P70D');
    expect(builder.effects('shred')).toEqual([]);
    builder.give('ngo', 'reflection.inform', { reached: true }).advance('P29D');
    expect(builder.effects('shred')).toEqual([]);
    expect(builder.advance('P2D').effects('shred')).toHaveLength(1);
  });

  it('waits for a floor that is being extended', () => {
    const builder = assessed().advance('P15D').give('ngo', 'identification.recordRefusal', everything);
    builder.give('lawyer', 'reflection.extend', { ground: 'personAsks', days: 60 }).advance('P70D');
    expect(builder.effects('shred')).toEqual([]);
    expect(builder.advance('P10D').effects('shred')).toHaveLength(1);
  });

  it('lets her come back before the guard ends: unsealed, nothing shredded', () => {
    const builder = refusesAll().advance('P10D');
    builder
      .give('ngo', 'identification.resume', { consentReferToMainDepartment: 'notAsked' })
      .advance('P60D');
    expect(builder.effects('unseal')).toHaveLength(1);
    expect(builder.effects('shred')).toEqual([]);
    expect(builder.state('identification')).toBe('screening');
  });

  it.each(['danger', 'ageDoubt', 'duress'])('is held for a second reader where there is %s', (doubt) => {
    const builder = opened().give('police', 'identification.recordRefusal', { ...everything, [doubt]: true });
    expect(builder.state('identification')).toBe('refusalHeld');
    expect(builder.effects('seal')).toEqual([]);
    expect(builder.answer('police', 'identification.confirmRefusal')).toBe('second-person-needed');
    builder.give('policeColleague', 'identification.confirmRefusal');
    expect(builder.state('identification')).toBe('refused');
    expect(builder.effects('seal')).toHaveLength(1);
  });

  it('is held where danger was known at intake', () => {
    const builder = aCase().open('police', { consentReferToMainDepartment: 'no', immediateDanger: true });
    expect(builder.state('identification')).toBe('refusalHeld');
  });

  it('goes back when the second reader finds it was not hers', () => {
    const builder = opened().give('police', 'identification.recordRefusal', { ...procedure, duress: true });
    builder.give('policeColleague', 'identification.returnRefusal');
    expect(builder.state('identification')).toBe('screening');
    expect(file(builder)).toMatchObject({ refusalScope: null, consentReferToMainDepartment: 'notAsked' });
  });

  it('keeps the narrower refusal when a wider one was not hers', () => {
    const builder = opened()
      .give('police', 'identification.recordRefusal', procedure)
      .give('police', 'identification.recordRefusal', { ...everything, duress: true })
      .give('policeColleague', 'identification.returnRefusal');
    expect(builder.state('identification')).toBe('refused');
    expect(file(builder)?.['refusalScope']).toBe('formalProcedure');
  });

  it('is no way for anybody to refuse in the place of a child', () => {
    for (const who of Object.keys(people) as PersonName[]) {
      const builder = aCase().open('police', { ageStatus: 'presumedChild' });
      expect(builder.answer(who, 'identification.recordRefusal', procedure)).toMatch(
        /adults-only|not-for-your-role/,
      );
    }
  });

  it('sends nothing against a consent that a child cannot withhold', () => {
    const builder = aCase().open('ngo', { ageStatus: 'child', consentReferToMainDepartment: 'no' });
    expect(builder.state('identification')).toBe('signalled');
    builder.give('ngo', 'identification.presume');
    expect(builder.handoffs()).toContain('identification:sent');
  });
});

describe('what is written after everything was destroyed', () => {
  const rulebook = { facts: { actor: { id: null, role: 'rulebook', bodyId: null } } } as const;
  const sealAgain = (builder: CaseBuilder) =>
    builder.answer('police', 'identification.sealAgain', {}, rulebook);
  const destroyed = () => opened().give('police', 'identification.recordRefusal', everything).advance('P31D');

  it('is sealed, and destroyed after a guard of its own', () => {
    const builder = destroyed();
    expect(builder.effects('shred')).toHaveLength(1);
    expect(sealAgain(builder)).toBe('accepted');
    expect(builder.effects('seal').at(-1)).toMatchObject({ returnCode: false });
    expect(builder.clock('identification', 'refusalGuard')?.state).toBe('running');
    expect(builder.advance('P31D').effects('shred')).toHaveLength(2);
  });

  it('begins no second guard while one runs, and is no command of a person', () => {
    const builder = destroyed();
    expect(builder.answer('police', 'identification.sealAgain')).toBe('not-for-your-role');
    sealAgain(builder);
    expect(sealAgain(builder)).toBe('not-allowed-in-this-state');
  });
});

describe('a child whose sharing was refused before her age came into doubt', () => {
  it('is referred by duty and asked for nothing', () => {
    const builder = aCase()
      .open('ngo', { source: 'ngo', consentReferToMainDepartment: 'notAsked' })
      .give('ngo', 'identification.presume')
      .give('ngo', 'identification.recordRefusal', { scope: 'sharing', ...heard })
      .give('ngo', 'caseFile.recordAgeDoubt')
      .give('ngo', 'identification.resume', { consentReferToMainDepartment: 'notAsked' });
    expect(builder.handoff('identification').context).toMatchObject({ basis: 'statutoryDuty' });
    expect(tasks(builder).filter((code) => code === 'ask-consent')).toHaveLength(1);
  });
});
