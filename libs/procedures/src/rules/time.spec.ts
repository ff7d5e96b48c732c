import { aCase, openingData, START } from '../../../../test/builders/case-builder.js';
import { opened } from '../../../../test/builders/cases-in-state.js';

const later = () => opened().wait('P10D');
const presume = (happenedAt: string, lateReasonGiven = false) =>
  later().answer('police', 'identification.presume', {}, { happenedAt, lateReasonGiven });

describe('claimed time', () => {
  it('lies between the encounter and now', () => {
    expect(presume('2016-02-29T06:00:00.000Z', true)).toBe('happened-before-encounter');
    expect(presume('2016-03-11T06:00:00.001Z')).toBe('happened-in-the-future');
    expect(presume(START, true)).toBe('accepted');
  });

  it('needs a reason when more than 72 hours lie between', () => {
    expect(presume('2016-03-08T05:59:59.999Z')).toBe('late-reason-needed');
    expect(presume('2016-03-08T06:00:00.000Z')).toBe('accepted');
    expect(presume('2016-03-05T06:00:00.000Z', true)).toBe('accepted');
  });

  it('shows the true delay of a body, and shortens nothing for the person', () => {
    const builder = later();
    builder.give('police', 'identification.presume', {}, { happenedAt: '2016-03-10T06:00:00.000Z' });
    expect(builder.clock('reflection', 'inform')?.dueAt).toBe('2016-03-11T06:00:00.000Z');
    builder.give('ngo', 'reflection.inform', { reached: true }, { happenedAt: '2016-03-10T07:00:00.000Z' });
    expect(builder.clock('reflection', 'reflectionFloor')?.startedAt).toBe('2016-03-11T06:00:00.000Z');
  });

  it('of an opening counts from the encounter, whatever time the opening itself claims', () => {
    const open = (encounteredAt: string, lateReasonGiven = false) =>
      aCase().answer('police', 'caseFile.open', { ...openingData, encounteredAt }, { lateReasonGiven });
    expect(open('2016-02-27T09:59:59.999+04:00')).toBe('late-reason-needed');
    expect(open('2016-02-27T10:00:00+04:00')).toBe('accepted');
    expect(open('2016-02-01T10:00:00+04:00', true)).toBe('accepted');
    const claimed = { happenedAt: START };
    expect(
      aCase().refusal(
        'police',
        'caseFile.open',
        { ...openingData, encounteredAt: '2016-02-01T10:00:00+04:00', ageStatus: 'child' },
        claimed,
      ),
    ).toMatchObject({ code: 'late-reason-needed', pointer: '/lateReason' });
  });

  it('of the encounter lies neither in the future nor before the rules of time', () => {
    const answer = (encounteredAt: string) =>
      aCase().answer('police', 'caseFile.open', { source: 'police', encounteredAt, ageStatus: 'child' });
    expect(answer('2016-03-01T10:00:01+04:00')).toBe('encounter-in-the-future');
    expect(answer('2007-12-31T12:00:00+04:00')).toBe('encounter-too-early');
    expect(answer('2016-03-01T10:00:00+04:00')).toBe('accepted');
  });
});
