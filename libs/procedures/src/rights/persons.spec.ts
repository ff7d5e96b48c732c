import { allowedCommands } from '#libs/rulebook';
import { law } from '../../../../src/cases/law.js';
import { aCase, bodies, idOf, openingData, people } from '../../../../test/builders/case-builder.js';
import {
  assessed,
  notIdentified,
  opened,
  presumed,
  screened,
} from '../../../../test/builders/cases-in-state.js';
import { negative, positive } from '../../../../test/builders/lawful-data.js';

const requested = () => notIdentified().give('lawyer', 'identification.requestReconsideration');

describe('two officers', () => {
  it('decide: the proposer confirms nothing, and returns nothing', () => {
    const builder = assessed().give('investigator', 'identification.proposeDecision', positive);
    expect(builder.answer('investigator', 'identification.confirmDecision')).toBe('second-person-needed');
    expect(builder.answer('investigator', 'identification.returnDecision')).toBe('second-person-needed');
    expect(builder.answer('investigator2', 'identification.withdrawProposal')).toBe('proposer-only');
    expect(builder.give('investigator2', 'identification.returnDecision').state('identification')).toBe(
      'assessment',
    );
    expect(builder.effects('notify').at(-1)).toMatchObject({
      bodyId: bodies.mainDepartment.id,
      template: 'proposal-returned',
    });
  });

  it('are asked: the Department hears that a proposal waits for the second', () => {
    const builder = assessed().give('investigator', 'identification.proposeDecision', positive);
    expect(builder.effects('notify').at(-1)).toMatchObject({
      bodyId: bodies.mainDepartment.id,
      template: 'decision-proposed',
    });
  });

  it('of the Main Department alone', () => {
    const impostor = { ...people.investigator, bodyId: bodies.police.id };
    const answer = assessed().refusal('investigator', 'identification.proposeDecision', positive, {
      facts: { actor: impostor },
    });
    expect(answer?.code).toBe('main-department-only');
    expect(presumed().answer('police', 'identification.beginAssessment')).toBe('not-for-your-role');
  });

  it('keep their hands off where they declared a conflict', () => {
    const builder = assessed().give('investigator', 'caseFile.declareConflict');
    expect(builder.answer('investigator', 'identification.proposeDecision', positive)).toBe(
      'declared-conflict',
    );
    builder.give('investigator2', 'identification.proposeDecision', positive);
    expect(builder.answer('investigator', 'identification.confirmDecision')).toBe('declared-conflict');
    expect(builder.answer('investigator3', 'identification.confirmDecision')).toBe('accepted');
  });

  it('are persons: a system is neither of them, decides nothing and answers for no case', () => {
    const bySystem = { facts: { bySystem: true } };
    const builder = assessed();
    expect(builder.answer('investigator', 'identification.proposeDecision', positive, bySystem)).toBe(
      'person-needed',
    );
    builder.give('investigator', 'identification.proposeDecision', positive);
    for (const command of ['confirmDecision', 'returnDecision'])
      expect(builder.answer('investigator2', `identification.${command}`, {}, bySystem)).toBe(
        'person-needed',
      );
    expect(builder.answer('police', 'caseFile.recordDeath', {}, bySystem)).toBe('person-needed');
    expect(opened().answer('police', 'identification.recordRefusal', {}, bySystem)).toBe('person-needed');
    const recognised = { authority: 'court', outcome: 'recognised' };
    expect(opened().answer('lawyer', 'identification.recordExternalDecision', recognised, bySystem)).toBe(
      'person-needed',
    );
    const refused = { ...openingData, consentReferToMainDepartment: 'no' };
    expect(aCase().refusal('police', 'caseFile.open', refused, bySystem)).toMatchObject({
      code: 'person-needed',
      pointer: '/consentReferToMainDepartment',
    });
    expect(aCase().answer('police', 'caseFile.open', { ...refused, ageStatus: 'child' }, bySystem)).toBe(
      'accepted',
    );
    const file = aCase().give('police', 'caseFile.open', openingData, bySystem);
    expect(file.answer('police', 'identification.presume', {}, bySystem)).toBe('accepted');
    expect(file.effects('assignOwner')).toMatchObject([{ bodyId: bodies.police.id, officerId: null }]);
    expect(file.last('caseFile')?.context['ownerOfficerId']).toBeNull();
    expect(file.steps.map(({ actor: { role }, facts }) => [role, facts['bySystem']])).toEqual(
      file.steps.map(({ actor: { role } }) => [role, role === 'rulebook' ? undefined : true]),
    );
  });

  it('do not decide on who lives in their own house', () => {
    const builder = assessed();
    const placement = {
      id: idOf(7, 1),
      type: 'placement',
      machine: 'placement@1' as const,
      revision: 1,
      state: 'admitted',
      tags: ['occupying'],
      context: { shelterBodyId: bodies.stateShelter.id },
      clocks: {},
      since: builder.now,
      final: false,
    };
    builder.view = { ...builder.view, instances: [...builder.view.instances, placement] };
    expect(builder.answer('investigator', 'identification.proposeDecision', positive)).toBe('accepted');
    const runs = { facts: { actor: { ...people.investigator2, bodyId: bodies.stateShelter.id } } };
    expect(builder.answer('investigator2', 'identification.confirmDecision', {}, runs)).toBe(
      'main-department-only',
    );
    const own = { ...placement, context: { shelterBodyId: bodies.mainDepartment.id } };
    builder.view = { ...builder.view, instances: [...builder.view.instances.slice(0, -1), own] };
    expect(builder.answer('investigator2', 'identification.confirmDecision')).toBe('runs-the-shelter');
  });

  it('reject an indication: never one person alone, never without indicators', () => {
    expect(screened().answer('ngo', 'identification.rejectIndication', { reason: 'noIndicators' })).toBe(
      'owner-only',
    );
    const builder = screened().give('police', 'identification.rejectIndication', { reason: 'noIndicators' });
    expect(builder.answer('police', 'identification.confirmRejection')).toBe('second-person-needed');
    expect(builder.answer('policeColleague', 'identification.confirmRejection')).toBe('accepted');
    expect(builder.answer('ngo', 'identification.presume')).toBe('accepted');
  });

  it('have a clock, and its passing decides nothing', () => {
    const builder = assessed()
      .give('investigator', 'identification.proposeDecision', positive)
      .advance('P10D');
    expect(builder.clock('identification', 'secondOfficer')?.state).toBe('passed');
    expect(builder.state('identification')).toBe('decisionProposed');
    expect(builder.effects('openTask').at(-1)).toMatchObject({
      code: 'second-person',
      bodyId: bodies.mainDepartment.id,
    });
  });
});

describe('reasons', () => {
  it('stand for every dimension of a negative decision, once', () => {
    const builder = assessed().advance('P31D');
    const reasons = negative['reasons'] as string[];
    const answer = (given: string[]) =>
      builder.refusal('investigator', 'identification.proposeDecision', { ...negative, reasons: given });
    expect(answer(reasons.slice(1))).toMatchObject({
      code: 'reason-for-every-dimension',
      values: { missing: 'DR' },
    });
    expect(answer([...reasons, 'EX.present'])).toMatchObject({ values: { missing: 'EX' } });
    expect(answer(reasons)).toBeUndefined();
  });

  it('name something found for a positive one', () => {
    const data = { outcome: 'identified', reasons: ['EX.absent', 'CD.unclear'] };
    expect(assessed().answer('investigator', 'identification.proposeDecision', data)).toBe(
      'positive-needs-a-finding',
    );
  });
});

describe('reconsideration', () => {
  it('goes to the review unit and needs the opinion of another sector', () => {
    const builder = requested();
    expect(builder.handoff('secondReading').context['toBodyId']).toBe(bodies.reviewUnit.id);
    builder.accept('reviewer', 'secondReading');
    expect(builder.answer('reviewer', 'identification.decideReconsideration', positive)).toBe(
      'opinion-needed',
    );
    expect(builder.answer('investigator3', 'identification.recordOpinion')).toBe('not-for-your-role');
    builder.give('ngo', 'identification.recordOpinion', { opinion: 'identified' });
    expect(builder.answer('investigator', 'identification.decideReconsideration', positive)).toBe(
      'not-for-your-role',
    );
    builder.give('reviewer', 'identification.decideReconsideration', positive);
    expect(builder.state('identification')).toBe('identified');
    expect(builder.handoffs()).toContain('secondReading:completed');
  });

  it('is open to a decision in her favour while days that were added run', () => {
    const builder = requested().give('reviewer', 'reflection.extend', { ground: 'newFacts', days: 30 });
    builder.accept('reviewer', 'secondReading');
    builder.give('ngo', 'identification.recordOpinion', { opinion: 'identified' });
    const instance = builder.view.instances.find(({ type }) => type === 'identification');
    if (!instance) throw new Error('no identification');
    const { allowed } = allowedCommands(law, builder.view, instance, builder.facts(people.reviewer));
    expect(allowed.map(({ command }) => command)).toContain('decideReconsideration');
    expect(
      builder.answer('reviewer', 'identification.decideReconsideration', {
        ...positive,
        outcome: 'notIdentified',
      }),
    ).toBe('before-floor');
  });

  it('is closed to who took part in the decision', () => {
    const builder = requested();
    const turned = {
      facts: { actor: { ...people.investigator, role: 'reviewer' as const, bodyId: bodies.reviewUnit.id } },
    };
    builder.give('ngo', 'identification.recordOpinion', { opinion: 'identified' });
    expect(builder.answer('reviewer', 'identification.decideReconsideration', positive, turned)).toBe(
      'took-part-in-decision',
    );
    const unit = { facts: { actor: { ...people.reviewer, bodyId: bodies.mainDepartment.id } } };
    expect(builder.answer('reviewer', 'identification.decideReconsideration', positive, unit)).toBe(
      'took-part-in-decision',
    );
  });

  it('hears no opinion from the sector that decided', () => {
    const police = { facts: { actor: { ...people.lawyer, bodyId: bodies.police.id } } };
    expect(
      requested().answer('lawyer', 'identification.recordOpinion', { opinion: 'notIdentified' }, police),
    ).toBe('opinion-of-same-sector');
  });

  it("is not decided on an opinion from the reviewer's own sector", () => {
    const overseer = { facts: { actor: { ...people.lawyer, bodyId: bodies.ombudsman.id } } };
    const builder = requested();
    builder.give('lawyer', 'identification.recordOpinion', { opinion: 'identified' }, overseer);
    expect(builder.answer('reviewer', 'identification.decideReconsideration', positive)).toBe(
      'opinion-of-same-sector',
    );
  });

  it('says reasons for every dimension, and is asked once', () => {
    const builder = requested().give('ngo', 'identification.recordOpinion', { opinion: 'notIdentified' });
    const short = { ...negative, reasons: ['EX.absent'] };
    expect(builder.answer('reviewer', 'identification.decideReconsideration', short)).toBe(
      'reason-for-every-dimension',
    );
    builder.give('reviewer', 'identification.decideReconsideration', negative);
    expect(builder.answer('lawyer', 'identification.requestReconsideration')).toBe('already-reconsidered');
    builder.give('ngo', 'identification.recordIndicators', { catalogue: 'x@1', observed: ['a'] });
    expect(builder.state('identification')).toBe('screening');
  });

  it('stays open until she was told, and then for its whole time', () => {
    const builder = notIdentified().advance('P80D');
    expect(builder.answer('police', 'caseFile.close', { reason: 'notIndicated' })).toBe(
      'reconsideration-open',
    );
    builder.give('ngo', 'identification.informOfDecision', { reached: true }).advance('P29D');
    expect(builder.refusal('lawyer', 'identification.requestReconsideration')).toBeUndefined();
    builder.advance('P2D');
    expect(builder.answer('lawyer', 'identification.requestReconsideration')).toBe('window-passed');
  });

  it('is not kept open for ever by a person who cannot be reached', () => {
    const builder = notIdentified();
    expect(builder.answer('ngo', 'identification.informOfDecision', { reached: false })).toBe(
      'attempts-needed',
    );
    builder
      .give('ngo', 'identification.informOfDecision', { reached: false, attempts: ['visit'] })
      .advance('P31D');
    expect(builder.clock('identification', 'reconsiderationWindow')?.state).toBe('passed');
  });
});

describe('a decision from outside', () => {
  it('counts when it recognises her, with a reflection period of its own', () => {
    const builder = opened().give('lawyer', 'identification.recordExternalDecision', {
      authority: 'court',
      outcome: 'recognised',
    });
    expect([builder.state('identification'), builder.state('reflection')]).toEqual(['identified', 'running']);
  });

  it('decides nothing when it does not', () => {
    const data = { authority: 'prosecution', outcome: 'notRecognised' };
    const builder = opened().give('lawyer', 'identification.recordExternalDecision', data);
    expect(builder.state('identification')).toBe('signalled');
    expect(builder.steps.at(-1)?.links.some(({ relation }) => relation === 'fulfils')).toBe(false);
  });
});

describe('never blocked', () => {
  it('are opening, presuming and doubting age: in whatever condition', () => {
    for (const who of [
      'hotline',
      'police',
      'ngo',
      'clinic',
      'school',
      'consul',
      'migration',
      'local',
      'lawyer',
    ] as const) {
      const builder = aCase().open(who, { consentReferToMainDepartment: 'notAsked' });
      builder.give(who, 'caseFile.declareConflict');
      expect(builder.answer(who, 'identification.presume')).toBe('accepted');
    }
  });
});
