import { addDuration } from '#libs/calendar';
import { bodies, type CaseBuilder } from '../../../../test/builders/case-builder.js';
import { informed, opened, reflectionIn } from '../../../../test/builders/cases-in-state.js';
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

  it('is given by the rulebook alone', () => {
    const builder = informed();
    const data = { floorEndsAt: addDuration(builder.now, 'P45D') };
    const actor = { id: null, role: 'investigator', bodyId: bodies.mainDepartment.id } as const;
    expect(builder.answer('investigator', 'reflection.grant', data, { facts: { actor } })).toBe(
      'not-for-your-role',
    );
  });
});
