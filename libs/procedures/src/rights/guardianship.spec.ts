import { aCase, bodies, people, type PersonName } from '../../../../test/builders/case-builder.js';
import {
  child,
  guardianshipIn,
  identificationIn,
  interests,
  interestsInEnding,
  reflectionIn,
} from '../../../../test/builders/cases-in-state.js';
import { dataOf, negative } from '../../../../test/builders/lawful-data.js';

const at = (state: string) => {
  const history = guardianshipIn[state];
  if (!history) throw new Error(`no history into ${state}`);
  return history();
};
const fit = { relation: 'socialWorker', conflictFree: true };
const guardian = { ...fit, kind: 'guardian' };

describe('who may decide for a child', () => {
  const decisions = ['appointInterim', 'appointGuardian', 'confirmParentalCare', 'end', 'suspendGuardian'];

  it.each(decisions)('nobody but an officer of the responsible body: %s', (command) => {
    const name = `guardianship.${command}`;
    for (const who of Object.keys(people) as PersonName[]) {
      if (who === 'guardian') continue;
      expect([who, at('interimRepresented').answer(who, name, dataOf(name))]).toEqual([
        who,
        who === 'guardian2' ? 'guardianship-body-only' : 'not-for-your-role',
      ]);
    }
  });

  it('the body to which the handoff was passed on, with the first start of its clock', () => {
    const built = child()
      .advance('PT5H')
      .give('guardian', 'handoff.redirect', { toBodyId: bodies.guardianship2.id });
    expect(built.told()).toEqual(['handoff.redirect', 'guardianship.redirect', 'handoff.send']);
    expect(built.handoff('guardianship').clocks['acceptance']?.startedAt).toBe('2016-03-01T06:00:00.000Z');
    built.accept('guardian2', 'guardianship');
    expect(built.state('guardianship')).toBe('accepted');
    expect(built.answer('guardian', 'guardianship.appointInterim', fit)).toBe('guardianship-body-only');
    expect(built.answer('guardian2', 'guardianship.appointInterim', fit)).toBe('accepted');
  });

  it('the body itself at once where it opened the case', () => {
    const built = aCase().open('guardian', { ageStatus: 'child' });
    expect(built.state('guardianship')).toBe('accepted');
    expect(built.handoffs()).toEqual([]);
  });
});

describe('an interim representative', () => {
  it('is not chosen by an officer who declared a conflict, nor is what a decision rests on', () => {
    for (const command of ['appointInterim', 'recordBestInterests', 'recordFamilyAssessment']) {
      const built = at('accepted').give('guardian', 'caseFile.declareConflict');
      expect(built.answer('guardian', `guardianship.${command}`, dataOf(`guardianship.${command}`))).toBe(
        'declared-conflict',
      );
    }
  });

  it('waits for no determination of interests', () => {
    expect(at('accepted').answer('guardian', 'guardianship.appointInterim', fit)).toBe('accepted');
  });

  it('is owed within 24 hours of the notification, not of the acceptance', () => {
    const built = child().advance('PT20H').accept('guardian', 'guardianship').advance('PT5H');
    expect(built.clock('guardianship', 'interimRepresentative')?.state).toBe('passed');
    expect(built.effects('openTask').map(({ code }) => code)).toContain('interim-representative');
  });

  it.each(['police', 'mainDepartment', 'prosecution', 'migration', 'stateShelter'] as const)(
    'never comes from %s',
    (body) => {
      const data = { ...fit, fromBodyId: bodies[body].id };
      expect(at('accepted').answer('guardian', 'guardianship.appointInterim', data)).toBe(
        'representative-in-conflict',
      );
    },
  );

  it.each([
    ['the body that she comes from', bodies.ngo.id, true],
    ['another body', bodies.assistanceCentre.id, false],
  ])('is looked at again where the child comes to live in a house of %s', (_, fromBodyId, isOwed) => {
    const built = at('accepted')
      .give('guardian', 'guardianship.appointInterim', { ...fit, fromBodyId })
      .give('clinic', 'placement.request')
      .give('shelter2', 'placement.offerBed', dataOf('placement.offerBed'))
      .give('clinic', 'placement.acceptOffer', dataOf('placement.acceptOffer'));
    const owed = () => built.effects('openTask').filter(({ code }) => code === 'representation-to-review');
    expect(owed()).toEqual([]);
    built.give('shelter2', 'placement.admit');
    expect(built.state('placement')).toBe('admitted');
    expect(owed().map(({ bodyId }) => bodyId)).toEqual(isOwed ? [bodies.guardianship.id] : []);
    expect(
      built.answer('guardian', 'guardianship.appointInterim', { ...fit, fromBodyId: bodies.ngo.id }),
    ).toBe('representative-in-conflict');
    built.give('guardian', 'guardianship.appointInterim', fit);
    expect(built.effects('closeTask').map(({ code }) => code)).toContain('representation-to-review');
  });

  it('is checked for conflicts of interest first', () => {
    const data = { relation: 'lawyer', conflictFree: false };
    expect(at('accepted').answer('guardian', 'guardianship.appointInterim', data)).toBe(
      'conflict-check-needed',
    );
  });
});

describe('a lasting decision', () => {
  it.each(['appointGuardian', 'end'])('rests on the best interests of the child: %s', (command) => {
    const built = at('interimRepresented').give('guardian', 'guardianship.recordMajority', {
      eighteenIn: '2021-05',
    });
    expect(built.answer('guardian', `guardianship.${command}`, dataOf(`guardianship.${command}`))).toBe(
      'best-interests-needed',
    );
  });

  it('rests on a determination of its own: the last one is used up', () => {
    expect(at('guardianAppointed').answer('guardian', 'guardianship.replaceGuardian', guardian)).toBe(
      'best-interests-needed',
    );
  });

  it('rests on one about itself: what was weighed for her home does not end her guardianship', () => {
    const guardianship = { ...dataOf('guardianship.recordBestInterests') };
    const weighed = (about: string, state = 'accepted') =>
      at(state)
        .give('guardian', 'guardianship.recordMajority', { eighteenIn: '2021-05' })
        .give('guardian', 'guardianship.recordFamilyAssessment', { outcome: 'safe' })
        .give('guardian', 'guardianship.recordBestInterests', { ...guardianship, about });
    const answers = (about: string) =>
      ['appointGuardian', 'confirmParentalCare', 'end'].map((command) =>
        weighed(about).answer('guardian', `guardianship.${command}`, dataOf(`guardianship.${command}`)),
      );
    const other = 'best-interests-of-another-decision';
    expect(answers('representation')).toEqual(['accepted', 'accepted', other]);
    expect(answers('familyReturn')).toEqual(['accepted', 'accepted', other]);
    expect(answers('ending')).toEqual([other, other, 'accepted']);
    expect(answers('placement')).toEqual([other, other, other]);
    const moves = { reason: 'transferredToDistrict', toBodyId: bodies.guardianship2.id };
    expect(weighed('placement').answer('guardian', 'guardianship.end', moves)).toBe('accepted');
    expect(weighed('ending', 'monitoring').answer('guardian', 'guardianship.replaceGuardian', guardian)).toBe(
      other,
    );
  });

  it('hears the child first, or says why not', () => {
    const built = at('accepted');
    const silent = { about: 'representation' };
    expect(built.answer('guardian', 'guardianship.recordBestInterests', silent)).toBe('child-views-needed');
    built.give('guardian', 'guardianship.recordChildViews', { heardAlone: true });
    expect(built.answer('guardian', 'guardianship.recordBestInterests', silent)).toBe('accepted');
  });

  it('gives the young a guardian and the older a trustee', () => {
    const answers = (eighteenIn: string) =>
      ['guardian', 'trustee'].map((kind) =>
        interests(at('accepted'))
          .give('guardian', 'guardianship.recordMajority', { eighteenIn })
          .answer('guardian', 'guardianship.appointGuardian', { ...fit, kind }),
      );
    expect(answers('2020-04')).toEqual(['accepted', 'guardian-or-trustee']);
    expect(answers('2020-03')).toEqual(['accepted', 'accepted']);
    expect(answers('2020-02')).toEqual(['guardian-or-trustee', 'accepted']);
    const unborn = at('accepted').answer('guardian', 'guardianship.recordMajority', {
      eighteenIn: '2034-04',
    });
    expect(unborn).toBe('majority-out-of-reach');
  });
});

describe('the family', () => {
  const care = (parents: string[], assessment?: object) => {
    const built = interests(at('accepted'));
    if (assessment) built.give('guardian', 'guardianship.recordFamilyAssessment', { ...assessment });
    return built.answer('guardian', 'guardianship.confirmParentalCare', { parents });
  };

  it('is assessed before any return to it', () => {
    expect(care(['mother'])).toBe('family-assessment-needed');
    expect(care(['mother'], { outcome: 'unclear' })).toBe('family-not-safe');
    expect(care(['mother'], { outcome: 'safe' })).toBe('accepted');
  });

  it('is never represented by who is suspected', () => {
    const suspected = { outcome: 'safe', suspected: ['father', 'otherRelative'] };
    expect(care(['mother', 'father'], suspected)).toBe('suspected-relative');
    expect(care(['mother'], suspected)).toBe('accepted');
    const built = at('accepted').give('guardian', 'guardianship.recordFamilyAssessment', suspected);
    expect(
      built.answer('guardian', 'guardianship.appointInterim', { relation: 'relative', conflictFree: true }),
    ).toBe('suspected-relative');
  });

  it('is assessed anew where its care was suspended', () => {
    const built = at('parentsRepresent')
      .give('guardian', 'guardianship.recordFamilyAssessment', { outcome: 'safe', suspected: ['father'] })
      .give('guardian', 'guardianship.suspendGuardian', { reason: 'harm' });
    const again = (parents: string[]) =>
      interests(built).answer('guardian', 'guardianship.confirmParentalCare', { parents });
    expect(built.last('guardianship')?.context).toMatchObject({
      familyOutcome: 'unclear',
      suspected: ['father'],
    });
    expect(again(['mother'])).toBe('family-not-safe');
    built.give('guardian', 'guardianship.recordFamilyAssessment', { outcome: 'safe' });
    expect(again(['mother'])).toBe('accepted');
  });

  it('is no durable solution as long as it was not found safe', () => {
    const built = at('accepted')
      .give('clinic', 'identification.recordIndicators', { catalogue: 'x@1', observed: ['a'] })
      .give('clinic', 'identification.rejectIndication', { reason: 'noIndicators' })
      .give('guardian', 'identification.confirmRejection');
    const close = { reason: 'needsMet', durableSolution: 'familyReunified' };
    expect(built.answer('clinic', 'caseFile.close', close)).toBe('family-assessment-needed');
    built.give('guardian', 'guardianship.recordFamilyAssessment', { outcome: 'safe' });
    expect(built.answer('clinic', 'caseFile.close', close)).toBe('accepted');
  });

  it('that turns out dangerous takes nobody away by itself', () => {
    const built = at('parentsRepresent').give('guardian', 'guardianship.recordFamilyAssessment', {
      outcome: 'unsafe',
      suspected: ['mother'],
    });
    expect(built.state('guardianship')).toBe('parentsRepresent');
    expect(built.effects('openTask').map(({ code }) => code)).toContain('representation-to-review');
    built.give('guardian', 'guardianship.suspendGuardian', { reason: 'suspicion' });
    expect(built.state('guardianship')).toBe('accepted');
    expect(built.clock('guardianship', 'interimRepresentative')?.state).toBe('running');
  });
});

describe('guardianship', () => {
  it.each([
    ['a negative decision', identificationIn['notIdentified']],
    ['a termination', reflectionIn['terminated']],
    ['a refusal', identificationIn['refused']],
  ])('is begun, not ended, after %s', (_, history) => {
    const built = history?.().give('clinic', 'caseFile.recordAgeDoubt');
    if (!built) throw new Error('no history');
    built
      .accept('guardian', 'guardianship')
      .give('guardian', 'guardianship.appointInterim', fit)
      .advance('P200D');
    expect(built.state('guardianship')).toBe('interimRepresented');
  });

  it('is not ended by a negative decision that is taken while it runs', () => {
    const built = at('guardianAppointed').give('clinic', 'identification.presume');
    built
      .accept('investigator', 'identification')
      .give('guardian', 'reflection.inform', { reached: true })
      .give('investigator', 'identification.beginAssessment')
      .advance('P31D')
      .give('investigator', 'identification.proposeDecision', negative)
      .give('investigator2', 'identification.confirmDecision');
    expect([built.state('identification'), built.state('guardianship')]).toEqual([
      'notIdentified',
      'guardianAppointed',
    ]);
  });

  it('outlasts the eighteenth birthday until the body decides, with a plan', () => {
    const built = at('guardianAppointed').give('guardian', 'guardianship.recordMajority', {
      eighteenIn: '2017-03',
    });
    built.advance('P2Y');
    expect(built.state('guardianship')).toBe('guardianAppointed');
    interestsInEnding(built);
    expect(built.answer('guardian', 'guardianship.end', { reason: 'adult' })).toBe('transition-not-planned');
    built.give('guardian', 'guardianship.planTransition', { services: ['housing'] });
    built.give('guardian', 'guardianship.end', { reason: 'adult' });
    expect(built.last('caseFile')?.context).toMatchObject({
      ageStatus: 'verifiedAdult',
      consentServices: 'notAsked',
    });
    expect(built.effects('endParticipation')).toEqual([]);
  });

  it('tells six months ahead that a plan is owed, and at eighteen that a decision is', () => {
    const built = at('guardianAppointed').give('guardian', 'guardianship.recordMajority', {
      eighteenIn: '2017-03',
    });
    const opened = () => built.effects('openTask').map(({ code }) => code);
    built.advance('P183D');
    expect(built.now < '2016-09-01').toBe(true);
    expect(opened()).not.toContain('plan-transition');
    built.advance('P2D');
    expect(opened()).toContain('plan-transition');
    expect(opened()).not.toContain('came-of-age');
    built.advance('P1Y');
    expect(opened()).toContain('came-of-age');
  });

  it('refuses an end without its ground', () => {
    const refused = (data: object) =>
      interestsInEnding(at('guardianAppointed')).answer('guardian', 'guardianship.end', { ...data });
    expect(refused({ reason: 'adult' })).toBe('not-eighteen-yet');
    expect(refused({ reason: 'assessedAdult' })).toBe('not-assessed-adult');
    expect(refused({ reason: 'deceased' })).toBe('death-not-on-record');
    expect(refused({ reason: 'transferredToDistrict' })).toBe('receiving-body-needed');
    expect(refused({ reason: 'transferredToDistrict', toBodyId: bodies.police2.id })).toBe(
      'receiving-body-needed',
    );
  });

  it('ends for a death that two persons recorded in the case file, and by nobody alone', () => {
    const dead = at('guardianAppointed')
      .give('school', 'missingPerson.report', { circumstance: 'unknown', inDanger: true })
      .give('police', 'missingPerson.recordDeceased', { basis: 'declaredByCourt' });
    const end = { reason: 'deceased' };
    expect(interestsInEnding(dead).answer('guardian', 'guardianship.end', end)).toBe('death-not-on-record');
    dead.give('ngo', 'caseFile.recordDeath', { confirmedBy: 'court' });
    expect(dead.answer('guardian', 'guardianship.end', end)).toBe('death-not-on-record');
    expect(dead.give('coordinator', 'caseFile.confirmEnd').state('guardianship')).toBe('ended');
  });

  it('goes with the child to another district, and with it who represents her', () => {
    const built = interestsInEnding(at('monitoring')).give('guardian', 'guardianship.end', {
      reason: 'transferredToDistrict',
      toBodyId: bodies.guardianship2.id,
    });
    expect(built.state('guardianship')).toBe('notified');
    expect(built.handoff('guardianship').context['toBodyId']).toBe(bodies.guardianship2.id);
    expect(built.effects('endRepresentative')).toEqual([]);
    built.accept('guardian2', 'guardianship');
    expect(built.state('guardianship')).toBe('monitoring');
  });

  it('begins anew where age comes into doubt after it has ended', () => {
    const built = at('ended').give('school', 'caseFile.recordAgeDoubt');
    expect(built.state('guardianship')).toBe('notified');
    expect(built.handoff('guardianship').state).toBe('sent');
    expect(built.clock('guardianship', 'interimRepresentative')?.state).toBe('running');
  });

  it('ends with the case that is void, and its handoff with it', () => {
    const built = child().give('clinic', 'caseFile.void', { reason: 'openedInError' });
    built.give('coordinator', 'caseFile.confirmEnd');
    expect(built.state('guardianship')).toBe('ended');
    expect(built.handoffs()).toContain('guardianship:withdrawn');
  });

  it('is taken up again, clocks and all, where a closed file is opened', () => {
    const built = at('monitoring')
      .give('clinic', 'identification.recordIndicators', { catalogue: 'x@1', observed: ['a'] })
      .give('clinic', 'identification.rejectIndication', { reason: 'noIndicators' })
      .give('guardian', 'identification.confirmRejection')
      .give('clinic', 'caseFile.close', { reason: 'needsMet', durableSolution: 'familyCare' })
      .give('guardian', 'caseFile.confirmEnd');
    const clocks = () => ['visit', 'transitionAt18'].map((name) => built.clock('guardianship', name)?.state);
    expect(clocks()).toEqual(['stopped', 'stopped']);
    built.give('clinic', 'caseFile.reopen', { reason: 'newFacts' });
    expect(clocks()).toEqual(['running', 'running']);
  });
});
