import { addDuration } from '#libs/calendar';
import { aCase, bodies, type CaseBuilder } from '../../../../test/builders/case-builder.js';
import {
  closable,
  informed,
  opened,
  presumed,
  reflectionIn,
} from '../../../../test/builders/cases-in-state.js';
import { negative } from '../../../../test/builders/lawful-data.js';

const rulebook = { facts: { actor: { id: null, role: 'rulebook', bodyId: null } } } as const;
const carry = (builder: CaseBuilder, floorEndsAt: string) =>
  builder.give('police', 'reflection.grant', { floorEndsAt }, rulebook);
const floorOf = (builder: CaseBuilder) => builder.clock('reflection', 'reflectionFloor');
const inState = (state: string): CaseBuilder => {
  const history = reflectionIn[state];
  if (!history) throw new Error(`no history into ${state}`);
  return history();
};

describe('The floor of a voided duplicate', () => {
  it('starts the period in a case that has none, for a person who was informed already', () => {
    const builder = opened();
    const endsAt = addDuration(builder.now, 'P20D');
    carry(builder, endsAt);
    expect(builder.state('reflection')).toBe('running');
    expect(floorOf(builder)).toMatchObject({ state: 'running', dueAt: endsAt });
    expect(builder.clock('reflection', 'inform')).toBeUndefined();
    const closing = builder.answer('police', 'caseFile.close', { reason: 'ownWish' });
    expect(closing).toBe('before-floor');
  });

  it.each(['running', 'extended', 'elapsed', 'concluded'])(
    'runs on from %s, where it ends later',
    (state) => {
      const builder = inState(state);
      const endsAt = addDuration(builder.now, 'P45D');
      carry(builder, endsAt);
      expect(builder.state('reflection')).toBe('running');
      expect(floorOf(builder)).toMatchObject({ state: 'running', dueAt: endsAt });
    },
  );

  it('changes nothing where it ends earlier', () => {
    const builder = informed();
    const own = floorOf(builder);
    carry(builder, addDuration(builder.now, 'P10D'));
    expect(floorOf(builder)).toEqual(own);
  });

  it.each(['terminationProposed', 'terminated'])('moves the floor of %s and nothing else', (state) => {
    const builder = inState(state).give('investigator', 'identification.beginAssessment');
    const endsAt = addDuration(builder.now, 'P45D');
    carry(builder, endsAt);
    expect(builder.state('reflection')).toBe(state);
    builder.wait('P40D');
    expect(builder.answer('investigator', 'identification.proposeDecision', negative)).toBe('before-floor');
  });

  const informing = { reached: { reached: true }, 'not reached': { reached: false, attempts: ['visit'] } };
  it.each(Object.entries(informing))('is never cut short by informing: %s', (_, data) => {
    const builder = presumed();
    const endsAt = addDuration(builder.now, 'P120D');
    carry(builder, endsAt).give('ngo', 'reflection.inform', data);
    expect(floorOf(builder)).toMatchObject({ state: 'running', dueAt: endsAt });
    const sooner = presumed();
    carry(sooner, addDuration(sooner.now, 'P10D')).give('ngo', 'reflection.inform', { reached: true });
    expect(floorOf(sooner)?.dueAt).toBe(addDuration(sooner.now, 'P30D'));
  });

  it.each([
    ['later', 'P45D', 'P45D'],
    ['sooner', 'P10D', 'P30D'],
  ])('makes a voluntary period a floor, where it ends %s', (_, carried, expected) => {
    const builder = aCase()
      .open('ngo', { source: 'ngo', consentReferToMainDepartment: 'no' })
      .give('ngo', 'reflection.begin');
    const { now } = builder;
    carry(builder, addDuration(now, carried));
    expect(floorOf(builder)).toMatchObject({ state: 'running', dueAt: addDuration(now, expected) });
    expect(builder.answer('ngo', 'caseFile.close', { reason: 'ownWish' })).toBe('before-floor');
    builder.give('ngo', 'identification.resume', { consentReferToMainDepartment: 'yes' });
    builder.give('ngo', 'identification.presume');
    expect(floorOf(builder)).toMatchObject({ state: 'running', dueAt: addDuration(now, expected) });
  });

  it('opens a file again that was closed while it was on its way', () => {
    const builder = closable()
      .give('police', 'caseFile.close', { reason: 'notIndicated' })
      .give('policeColleague', 'caseFile.confirmEnd');
    carry(builder, addDuration(builder.now, 'P20D'));
    expect([builder.state('caseFile'), builder.state('reflection')]).toEqual(['open', 'running']);
  });

  it('is given by the rulebook alone', () => {
    const builder = informed();
    const data = { floorEndsAt: addDuration(builder.now, 'P45D') };
    const actor = { id: null, role: 'investigator', bodyId: bodies.mainDepartment.id } as const;
    expect(builder.answer('investigator', 'reflection.grant', data, { facts: { actor } })).toBe(
      'not-for-your-role',
    );
  });
});
