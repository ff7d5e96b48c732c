import { assessed, informed, presumed } from '../../../../test/builders/cases-in-state.js';
import { aCase } from '../../../../test/builders/case-builder.js';
import { dataOf, negative } from '../../../../test/builders/lawful-data.js';

const refusal = { scope: 'formalProcedure', heardAlone: true, languageUnderstood: true };
const termination = { ground: 'publicOrder', personHeard: true };

describe('the reflection period', () => {
  it('is given by the presumption, with 24 hours to inform', () => {
    const builder = presumed();
    expect(builder.state('reflection')).toBe('running');
    expect(builder.clock('reflection', 'inform')?.dueAt).toBe('2016-03-02T06:00:00.000Z');
  });

  it('makes a late informing a task, and ends nothing', () => {
    const builder = presumed().advance('P2D');
    expect(builder.clock('reflection', 'inform')?.state).toBe('passed');
    expect(builder.effects('openTask').map(({ code }) => code)).toContain('inform-person');
    expect(builder.state('reflection')).toBe('running');
  });

  it('only stores an answer before the floor, and concludes when elapsed and answered', () => {
    const builder = informed().give('ngo', 'reflection.recordDecision', { decision: 'cooperates' });
    expect(builder.state('reflection')).toBe('running');
    expect(builder.advance('P31D').state('reflection')).toBe('concluded');
  });

  it('stays elapsed while she is undecided, and lets her change her mind', () => {
    const builder = informed().advance('P31D');
    builder.give('ngo', 'reflection.recordDecision', { decision: 'undecided' });
    expect(builder.state('reflection')).toBe('elapsed');
    builder.give('lawyer', 'reflection.recordDecision', { decision: 'doesNotCooperate' });
    expect(builder.state('reflection')).toBe('concluded');
    builder.give('lawyer', 'reflection.recordDecision', { decision: 'undecided' });
    expect(builder.state('reflection')).toBe('elapsed');
  });

  it('does not let the deciding unit write down her answer, nor a system', () => {
    const hers = { decision: 'cooperates' };
    expect(informed().answer('ngo', 'reflection.recordDecision', hers, { facts: { bySystem: true } })).toBe(
      'person-needed',
    );
    expect(informed().answer('investigator', 'reflection.recordDecision', { decision: 'cooperates' })).toBe(
      'not-for-your-role',
    );
  });

  it('hears a child only with the representative', () => {
    const builder = informed().give('ngo', 'caseFile.recordAgeDoubt');
    const decided = (representativePresent: boolean) =>
      builder.answer('ngo', 'reflection.recordDecision', { decision: 'cooperates', representativePresent });
    expect(decided(true)).toBe('no-representative');
    builder
      .accept('guardian', 'guardianship')
      .give('guardian', 'guardianship.appointInterim', dataOf('guardianship.appointInterim'));
    expect(decided(false)).toBe('representative-needed');
    expect(decided(true)).toBe('accepted');
  });

  it('elapses with a task, never with an end', () => {
    const builder = informed().advance('P31D');
    expect(builder.effects('openTask').map(({ code }) => code)).toContain('reflection-elapsed');
    expect(builder.state('identification')).toBe('presumed');
    expect(builder.state('caseFile')).toBe('open');
  });

  it('is terminated by two bodies only, after the person was heard', () => {
    const builder = assessed();
    expect(
      builder.answer('investigator', 'reflection.proposeTermination', {
        ground: 'publicOrder',
        personHeard: false,
      }),
    ).toBe('person-not-heard');
    builder.give('investigator', 'reflection.proposeTermination', termination);
    expect(builder.handoffs()).toContain('terminationReview:sent');
    expect(builder.answer('investigator2', 'reflection.confirmTermination')).toBe('not-for-your-role');
    builder.give('prosecutor', 'reflection.returnTermination');
    expect(builder.state('reflection')).toBe('running');
    expect(builder.handoffs()).toContain('terminationReview:completed');
  });

  it('goes back to where time has brought it when a termination is returned late', () => {
    const builder = assessed()
      .give('investigator', 'reflection.proposeTermination', termination)
      .advance('P31D');
    expect(builder.give('prosecutor', 'reflection.returnTermination').state('reflection')).toBe('elapsed');
  });

  it('is never terminated for a child, nor for who was not informed', () => {
    expect(presumed().answer('investigator', 'reflection.proposeTermination', termination)).toBe(
      'not-informed-yet',
    );
    const child = assessed().give('ngo', 'caseFile.recordAgeDoubt');
    expect(child.answer('investigator', 'reflection.proposeTermination', termination)).toBe('adults-only');
  });

  it('is given back after a termination by the prosecutor or the reviewer alone', () => {
    const builder = assessed()
      .give('investigator', 'reflection.proposeTermination', termination)
      .give('prosecutor', 'reflection.confirmTermination');
    const more = { ground: 'newFacts', days: 10 };
    expect(builder.answer('investigator', 'reflection.extend', more)).toBe('review-of-termination-only');
    expect(builder.give('reviewer', 'reflection.extend', more).state('reflection')).toBe('extended');
    expect(builder.effects('sampleForReview')).toMatchObject([{ reason: 'reflectionTerminated' }]);
  });

  it('is voluntary for who refused: nobody is told, and a later presumption counts the floor anew', () => {
    const builder = aCase()
      .open('ngo', { source: 'ngo' })
      .give('ngo', 'identification.recordRefusal', refusal);
    const notices = builder.effects('notify').length;
    builder.give('ngo', 'reflection.begin').advance('P20D');
    expect(builder.effects('notify')).toHaveLength(notices);
    builder.give('ngo', 'identification.resume', { consentReferToMainDepartment: 'yes' });
    builder.give('ngo', 'identification.presume');
    expect(builder.view.instances.filter(({ type }) => type === 'reflection')).toHaveLength(1);
    expect(builder.clock('reflection', 'reflectionFloor')?.state).toBe('stopped');
    expect(builder.answer('ngo', 'caseFile.close', { reason: 'ownWish' })).toBe('not-informed-yet');
    builder.give('ngo', 'reflection.inform', { reached: true });
    expect(builder.clock('reflection', 'reflectionFloor')?.dueAt).toBe('2016-04-20T06:00:00.000Z');
  });

  it('binds after a voluntary period that had already passed when she was presumed', () => {
    const builder = aCase()
      .open('ngo', { source: 'ngo' })
      .give('ngo', 'identification.recordRefusal', refusal)
      .give('ngo', 'reflection.begin')
      .advance('P40D')
      .give('ngo', 'identification.resume', { consentReferToMainDepartment: 'yes' })
      .give('ngo', 'identification.presume')
      .give('investigator', 'identification.beginAssessment');
    expect(builder.answer('investigator', 'identification.proposeDecision', negative)).toBe(
      'not-informed-yet',
    );
    expect(builder.answer('ngo', 'reflection.extend', { ground: 'hospital', days: 5 })).toBe(
      'not-informed-yet',
    );
  });

  it('keeps days that were added when she is reached at last', () => {
    const builder = presumed()
      .give('ngo', 'reflection.inform', { reached: false, attempts: ['visit'] })
      .give('ngo', 'reflection.extend', { ground: 'hospital', days: 20 });
    const before = builder.clock('reflection', 'reflectionFloor')?.dueAt;
    builder.give('ngo', 'reflection.inform', { reached: true });
    expect(builder.clock('reflection', 'reflectionFloor')?.dueAt).toBe(before);
  });

  it('is begun by no one but a support worker, and only after a refusal', () => {
    expect(aCase().open().answer('ngo', 'reflection.begin')).toBe('voluntary-only-after-refusal');
    expect(aCase().open().answer('investigator', 'reflection.begin')).toBe('not-for-your-role');
  });
});
