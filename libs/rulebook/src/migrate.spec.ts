import fc from 'fast-check';
import { floorOf, procedures, type Procedure } from '#libs/procedures';
import { code, type CaseView, type Codes, type Facts } from '#libs/vocabulary';
import { evolve, migrate, newest, type Law, type Step } from '#libs/rulebook';
import { law, people, type CaseBuilder } from '../../../test/builders/case-builder.js';
import { informed, notIdentified, presumed } from '../../../test/builders/cases-in-state.js';

type Migration = (state: string, context: Codes) => { state: string; context: Codes };

const reflection = procedures['reflection'];
const identification = procedures['identification'];

/** The law with one more version of a procedure's machine; `migration` leads to it. */
const withNext = (procedure: Procedure, migration?: Migration): Law => ({
  ...law,
  procedures: {
    ...law.procedures,
    [procedure.type]: {
      ...procedure,
      machines: { ...procedure.machines, 3: newest(procedure) },
      migrations: { ...procedure.migrations, ...(migration ? { 2: migration } : {}) } as Record<
        number,
        Migration
      >,
    },
  },
});
const same: Migration = (state, context) => ({ state, context });
const factsOf = (built: CaseBuilder): Facts => built.facts(people.coordinator);
const moved = (built: CaseBuilder, type: string, next: Law) =>
  migrate(next, built.view, built.last(type)?.id ?? '', factsOf(built));
const stepOf = (answer: ReturnType<typeof migrate>): Step => {
  if (!('machine' in answer)) throw new Error(`refused: ${answer.code}`);
  return answer;
};

describe('a migration', () => {
  it('gives one entry with both versions and the snapshot that replay restarts from', () => {
    const built = informed();
    const next = withNext(reflection, (state, context) => ({ state, context: { ...context, ground: null } }));
    const step = stepOf(moved(built, 'reflection', next));
    expect(step).toMatchObject({
      kind: 'migration',
      machine: 'reflection@3',
      from: 'running',
      to: 'running',
      data: { from: 'reflection@2', to: 'reflection@3' },
      effects: [],
    });
    const after = evolve(next, built.view, step).instances.find(({ type }) => type === 'reflection');
    const before = built.last('reflection');
    expect(after).toMatchObject({ machine: 'reflection@3', revision: (before?.revision ?? 0) + 1 });
    expect(after?.tags).toEqual(['protects']);
    expect(after?.since).toBe(before?.since);
  });

  it('leaves every clock as it is', () => {
    const built = informed();
    const next = withNext(reflection, same);
    const step = stepOf(moved(built, 'reflection', next));
    expect(step.clocks).toEqual([]);
    const after = evolve(next, built.view, step);
    expect(after.instances.map(({ clocks }) => clocks)).toEqual(
      built.view.instances.map(({ clocks }) => clocks),
    );
  });

  it('takes each version in its turn', () => {
    const built = informed();
    const one = withNext(reflection, (state, context) => ({ state, context: { ...context, ground: 'a' } }));
    const two = one.procedures['reflection'];
    const next: Law = {
      ...one,
      procedures: {
        ...one.procedures,
        reflection: {
          ...two,
          machines: { ...two.machines, 4: newest(reflection) },
          migrations: {
            ...two.migrations,
            3: (state, context) => ({
              state,
              context: { ...context, ground: `${code(context, 'ground') ?? ''}b` },
            }),
          },
        },
      },
    };
    expect(stepOf(moved(built, 'reflection', next))).toMatchObject({
      machine: 'reflection@4',
      snapshot: { context: { ground: 'ab' } },
    });
  });

  it('is refused for what is the newest already, and for what is not there', () => {
    const built = informed();
    expect(moved(built, 'reflection', law)).toMatchObject({ code: 'newest-machine' });
    expect(moved(built, 'guardianship', law)).toMatchObject({ code: 'no-such-procedure' });
  });

  it.each(['identification', 'reflection'])(
    'leaves %s where it ended for good under its first machine',
    (type) => {
      const built = informed();
      const ended = (view: CaseView): CaseView => ({
        ...view,
        instances: view.instances.map((instance) =>
          instance.type === type
            ? { ...instance, machine: `${type}@1`, state: 'discontinued', tags: [], final: true }
            : instance,
        ),
      });
      const answer = migrate(law, ended(built.view), built.last(type)?.id ?? '', factsOf(built));
      expect(answer).toMatchObject({ code: 'procedure-over' });
    },
  );

  it('is a defect without its step, or into a state that is not there', () => {
    const built = informed();
    expect(() => moved(built, 'reflection', withNext(reflection))).toThrow('has no migration');
    const lost = withNext(reflection, (_, context) => ({ state: 'nowhere', context }));
    expect(() => moved(built, 'reflection', lost)).toThrow('has no state "nowhere"');
  });
});

/** Decided against her, refused, closed or ended. */
const negative = ({ instances }: CaseView) =>
  instances.map(({ tags, final }) => [tags.includes('negative'), tags.includes('resting'), final]);

describe('no migration breaks the floor', () => {
  const value = fc.oneof(fc.constant(null), fc.boolean(), fc.constant('2016-03-01T06:00:00.000Z'));
  const change = (keys: readonly string[]) =>
    fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });
  const cases: [string, () => CaseBuilder][] = [
    ['presumed', presumed],
    ['informed', informed],
    ['decided against', notIdentified],
  ];
  const of: [Procedure, readonly string[]][] = [
    [reflection, ['voluntary', 'informedAt', 'reached', 'carriedOver', 'floorPassed']],
    [identification, ['presumedAt', 'told', 'reconsidered']],
  ];

  it.each(cases)('of a person %s, whatever it does to state and context', (_, history) => {
    const built = history();
    for (const [procedure, keys] of of) {
      const states = fc.constantFrom(...Object.keys(procedure.states));
      fc.assert(
        fc.property(states, change(keys), (state, changed) => {
          const next = withNext(procedure, (_state, context) => ({
            state,
            context: { ...context, ...changed },
          }));
          const before = floorOf(built.view, factsOf(built));
          let step: Step;
          try {
            step = stepOf(moved(built, procedure.type, next));
          } catch (error) {
            expect(String(error)).toMatch(/would move the floor|decides nothing/);
            return;
          }
          const after = evolve(next, built.view, step);
          expect(floorOf(after, factsOf(built))).toEqual(before);
          expect(negative(after)).toEqual(negative(built.view));
        }),
        { numRuns: 60, seed: 13 },
      );
    }
  });

  it('is really tried: a migration that forgets her informing or decides against her throws', () => {
    const forget = (procedure: Procedure, key: string) =>
      withNext(procedure, (state, context) => ({ state, context: { ...context, [key]: null } }));
    expect(() => moved(informed(), 'reflection', forget(reflection, 'informedAt'))).toThrow('move the floor');
    const against = withNext(identification, (_, context) => ({ state: 'notIdentified', context }));
    expect(() => moved(informed(), 'identification', against)).toThrow('decides nothing');
    const voluntary = withNext(reflection, (state, context) => ({
      state,
      context: { ...context, voluntary: true },
    }));
    const built = presumed();
    expect(moved(built, 'identification', forget(identification, 'presumedAt'))).toMatchObject({
      kind: 'migration',
    });
    expect(stepOf(moved(built, 'reflection', voluntary)).machine).toBe('reflection@3');
  });
});
