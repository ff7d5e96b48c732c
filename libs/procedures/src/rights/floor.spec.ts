import {
  aCase,
  people,
  START,
  type CaseBuilder,
  type PersonName,
} from '../../../../test/builders/case-builder.js';
import { assessed, presumed } from '../../../../test/builders/cases-in-state.js';
import { negative, positive } from '../../../../test/builders/lawful-data.js';

const dayOf = (builder: CaseBuilder) => builder.clock('reflection', 'reflectionFloor')?.dueAt.slice(0, 10);
const everyone = Object.keys(people) as PersonName[];
const proposed = () =>
  assessed().advance('P31D').give('investigator', 'identification.proposeDecision', negative);

describe('the floor', () => {
  it('begins with informing, not with the presumption', () => {
    expect(presumed().clock('reflection', 'reflectionFloor')).toBeUndefined();
    expect(dayOf(presumed().advance('P2D').give('ngo', 'reflection.inform', { reached: true }))).toBe(
      '2016-04-02',
    );
  });

  it.each(everyone)('keeps %s from a negative decision before it', (who) => {
    const builder = assessed().wait('P29D');
    expect(builder.answer(who, 'identification.proposeDecision', negative)).not.toBe('accepted');
    expect(builder.state('identification')).toBe('assessment');
  });

  it('says why and until when', () => {
    expect(assessed().refusal('investigator', 'identification.proposeDecision', negative)).toMatchObject({
      code: 'before-floor',
      until: '2016-03-31T06:00:00.000Z',
    });
  });

  it('lets a positive decision through at any time, and ends nothing by it', () => {
    const builder = assessed()
      .give('investigator', 'identification.proposeDecision', positive)
      .give('investigator2', 'identification.confirmDecision');
    expect(builder.state('identification')).toBe('identified');
    expect(builder.state('reflection')).toBe('running');
    expect(builder.clock('reflection', 'reflectionFloor')?.state).toBe('running');
  });

  it('stands before the person was informed at all, however long it takes', () => {
    const builder = presumed().give('investigator', 'identification.beginAssessment').advance('P200D');
    expect(builder.answer('investigator', 'identification.proposeDecision', negative)).toBe(
      'not-informed-yet',
    );
  });

  it('is not shortened by back-dating the informing', () => {
    const builder = presumed().wait('P20D');
    builder.give(
      'ngo',
      'reflection.inform',
      { reached: true },
      { happenedAt: '2016-03-02T06:00:00.000Z', lateReasonGiven: true },
    );
    expect(dayOf(builder)).toBe('2016-04-20');
  });

  it('is not passed by claiming that the decision happened later', () => {
    const builder = assessed();
    const answer = builder.answer('investigator', 'identification.proposeDecision', negative, {
      happenedAt: '2016-05-01T06:00:00.000Z',
    });
    expect(answer).toBe('happened-in-the-future');
  });

  it('cannot be ended early by a clock', () => {
    const builder = assessed().wait('P29D');
    const clock = { id: null, role: 'clock', bodyId: null } as const;
    expect(builder.answer('investigator', 'reflection.reflectionFloorPassed')).toBe('not-for-your-role');
    const answer = builder.refusal(
      'investigator',
      'reflection.reflectionFloorPassed',
      {},
      { facts: { actor: clock } },
    );
    expect(answer?.code).toBe('clock-not-due');
    expect(builder.state('reflection')).toBe('running');
  });

  it('has passed when its day came, also where no sweep came by', () => {
    const builder = assessed().wait('P30D');
    expect(builder.answer('investigator', 'identification.proposeDecision', negative)).toBe('accepted');
  });

  it('is asked again when a negative decision is confirmed', () => {
    const builder = proposed().give('reviewer', 'reflection.extend', { ground: 'newFacts', days: 20 });
    expect(builder.answer('investigator2', 'identification.confirmDecision')).toBe('before-floor');
  });

  it('still stands for a negative decision after a termination', () => {
    const builder = assessed()
      .give('investigator', 'reflection.proposeTermination', { ground: 'publicOrder', personHeard: true })
      .accept('prosecutor', 'terminationReview')
      .give('prosecutor', 'reflection.confirmTermination');
    expect(builder.answer('investigator', 'identification.proposeDecision', negative)).toBe('before-floor');
    builder.advance('P31D');
    expect(builder.state('reflection')).toBe('terminated');
    expect(builder.answer('investigator', 'identification.proposeDecision', negative)).toBe('accepted');
  });

  it.each(everyone)('keeps %s from proposing to close', (who) => {
    const builder = presumed().wait('P29D');
    expect(builder.answer(who, 'caseFile.close', { reason: 'leftCountry' })).not.toBe('accepted');
  });

  it('lets the owner close only after it', () => {
    const builder = presumed()
      .give('investigator', 'handoff.reportOutcome', { outcome: 'done' })
      .give('ngo', 'reflection.inform', { reached: true })
      .advance('P29D');
    expect(builder.answer('police', 'caseFile.close', { reason: 'leftCountry' })).toBe('before-floor');
    builder.advance('P2D');
    expect(builder.answer('police', 'caseFile.close', { reason: 'leftCountry' })).toBe('accepted');
    builder.give('police', 'reflection.inform', { reached: false, attempts: ['visit'] });
    expect(builder.answer('policeColleague', 'caseFile.confirmEnd')).toBe('accepted');
  });

  it('is 90 days for a person who could not be reached, and counts anew once she is', () => {
    const builder = presumed();
    expect(builder.answer('ngo', 'reflection.inform', { reached: false })).toBe('attempts-needed');
    builder.give('ngo', 'reflection.inform', { reached: false, attempts: ['visit', 'telephone'] });
    expect(dayOf(builder)).toBe('2016-05-30');
    builder.advance('P91D');
    expect(builder.state('reflection')).toBe('elapsed');
    builder.give('ngo', 'reflection.inform', { reached: true });
    expect(builder.state('reflection')).toBe('running');
    expect(dayOf(builder)).toBe('2016-06-30');
  });

  it('neither begins again nor ends earlier when she is informed twice', () => {
    const builder = assessed().advance('P10D').give('ngo', 'reflection.inform', { reached: true });
    expect(dayOf(builder)).toBe('2016-03-31');
    builder.give('ngo', 'reflection.inform', { reached: false, attempts: ['visit'] });
    expect(dayOf(builder)).toBe('2016-03-31');
  });

  it('can be made longer, never shorter', () => {
    const builder = assessed().give('ngo', 'reflection.extend', { ground: 'hospital', days: 5 });
    expect(dayOf(builder)).toBe('2016-04-05');
    builder.give('ngo', 'reflection.extend', { ground: 'hospital', days: 5 });
    expect(dayOf(builder)).toBe('2016-04-10');
    expect(presumed().answer('ngo', 'reflection.extend', { ground: 'notInformed', days: 5 })).toBe(
      'not-informed-yet',
    );
  });

  it('gives way to a confirmed death', () => {
    const builder = assessed().give('ngo', 'caseFile.recordDeath', { confirmedBy: 'medical' });
    builder.give('coordinator', 'caseFile.confirmEnd');
    expect(['caseFile', 'identification', 'reflection'].map((type) => builder.state(type))).toEqual([
      'closed',
      'discontinued',
      'discontinued',
    ]);
  });

  it('goes with a duplicate to the case that remains', () => {
    const builder = assessed();
    builder.give('ngo', 'caseFile.void', { reason: 'duplicate', survivingCaseId: 'another' });
    builder.give('coordinator', 'caseFile.confirmEnd');
    expect(builder.effects('linkCase')).toMatchObject([
      { caseId: 'another', relation: 'duplicateOf', floor: { endsAt: '2016-03-31T06:00:00.000Z' } },
    ]);
    expect(builder.effects('sampleForReview')).toMatchObject([{ reason: 'voided' }]);
  });

  it('does not let one person or one body void a case', () => {
    const builder = assessed().give('police', 'caseFile.void', { reason: 'openedInError' });
    expect(builder.answer('police', 'caseFile.confirmEnd')).toBe('second-person-needed');
    expect(builder.answer('policeColleague', 'caseFile.confirmEnd')).toBe('another-body-needed');
    expect(builder.answer('admin', 'caseFile.confirmEnd')).toBe('not-for-your-role');
    expect(builder.state('reflection')).toBe('running');
  });

  it('binds no case in which nobody was presumed', () => {
    expect(aCase(START).open().state('reflection')).toBeUndefined();
  });
});
