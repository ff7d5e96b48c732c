import { azerbaijanCalendar } from '#libs/calendar';
import { chart, startDeadline, type Procedure } from '#libs/procedures';
import { decide, evolve, type Decision, type Law, type Step } from '#libs/rulebook';
import {
  refuse,
  words,
  type Ask,
  type CaseView,
  type Command,
  type CommandSpec,
  type Facts,
  type Refusal,
} from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { z } from 'zod';
import { bodies, idOf, people } from '../../../test/builders/bodies.js';

const label = words('sınaq', 'trial');
const spec = (more: Partial<CommandSpec<PlanLink>> = {}): CommandSpec<PlanLink> => ({
  label,
  past: label,
  by: ['ngoWorker'],
  schema: z.object({}),
  rules: [],
  links: [{ paragraph: '9.1', relation: 'applies' }],
  legalBasis: ['none'],
  ...more,
});

const m = chart<{ count: number }>();
const machine = m.createMachine({
  id: 'toy',
  initial: 'on',
  context: { count: 0 },
  states: {
    on: {
      entry: startDeadline('limit'),
      on: {
        add: { actions: m.assign(({ context }) => ({ count: context.count + 1 })) },
        off: { target: 'done' },
        limitPassed: { target: 'late' },
      },
    },
    late: { on: { off: { target: 'done' } } },
    done: { type: 'final' },
  },
});

const toy = (
  type: string,
  commands: Procedure['commands'],
  multiplicity: 'one' | 'many' = 'many',
): Procedure => ({
  type,
  label,
  multiplicity,
  machines: { 1: machine },
  starting: ['begin'],
  states: { on: label, late: label, done: label },
  commands: { begin: spec(), add: spec(), off: spec(), ...commands },
  deadlines: { limit: { label, protects: 'body', ladder: false } },
  clockLinks: [{ paragraph: '9.1', relation: 'applies' }],
});

const lawOf = (procedures: Record<string, Procedure>, notYetBuilt: string[] = []): Law => ({
  procedures,
  terms: [
    {
      name: 'limit',
      duration: 'PT24H',
      counting: 'calendar',
      legalBasis: 'x',
      source: 'y',
      verified: false,
      validFrom: '2014-01-01',
    },
  ],
  calendar: azerbaijanCalendar,
  notYetBuilt,
});

const facts = (more: Partial<Facts> = {}): Facts => ({
  now: '2016-03-01T06:00:00.000Z',
  happenedAt: '2016-03-01T06:00:00.000Z',
  lateReasonGiven: false,
  actor: people.ngo,
  bodies: { [bodies.ngo.id]: bodies.ngo },
  participants: {},
  ids: Array.from({ length: 24 }, (_, n) => idOf(5, n + 1)),
  ...more,
});

const nothing: CaseView = { id: idOf(9, 1), instances: [] };
const begin = (procedure = 'a'): Command => ({ procedure, command: 'begin', data: {} });
const on = (command: string, procedure = 'a'): Command => ({
  procedure,
  procedureId: idOf(5, 1),
  command,
  data: {},
});
const ask = (...asks: Ask[]) => spec({ then: () => asks });
const startOf = (procedure: string): Ask => ({ type: 'start', procedure, command: 'begin', data: {} });
const tellOf = (procedure: string, command: string, must?: true): Ask => ({
  type: 'tell',
  procedure,
  command,
  data: {},
  ...(must && { must }),
});

const steps = (outcome: Decision | Refusal): readonly Step[] => {
  if (outcome.kind === 'refused') throw new Error(outcome.code);
  return outcome.steps;
};
const after = (law: Law, view: CaseView, taken: readonly Step[]) =>
  taken.reduce((now, step) => evolve(law, now, step), view);
const code = (outcome: Decision | Refusal) => (outcome.kind === 'refused' ? outcome.code : 'accepted');

describe('consequences', () => {
  const law = lawOf({
    a: toy('a', { begin: ask(startOf('b'), startOf('d')) }),
    b: toy('b', { begin: ask(startOf('c')) }),
    c: toy('c', {}),
    d: toy('d', {}),
  });

  it('run depth-first, each as a step with the index of its cause', () => {
    const taken = steps(decide(law, nothing, begin(), facts()));
    expect(taken.map(({ procedure, cause }) => [procedure, cause])).toEqual([
      ['a', null],
      ['b', 0],
      ['c', 1],
      ['d', 0],
    ]);
    expect(new Set(taken.map(({ procedureId }) => procedureId)).size).toBe(4);
  });

  it('are entered for the rulebook, in the name of who caused them', () => {
    const [own, told] = steps(decide(law, nothing, begin(), facts()));
    expect(own?.actor.role).toBe('ngoWorker');
    expect(told?.actor).toEqual({ ...people.ngo, role: 'rulebook' });
  });

  it('skip roles and rules of what is told, never its statechart', () => {
    const strict = spec({ by: 'rulebook', rules: [() => refuse('never')] });
    const told = lawOf({
      a: toy('a', { begin: ask(startOf('b'), tellOf('b', 'add'), tellOf('b', 'begin')) }),
      b: toy('b', { add: strict }),
    });
    const taken = steps(decide(told, nothing, begin(), facts()));
    expect(taken.map(({ procedure, command }) => `${procedure}.${command}`)).toEqual([
      'a.begin',
      'b.begin',
      'b.add',
    ]);
    expect(
      code(
        decide(told, after(told, nothing, taken), { ...on('add', 'b'), procedureId: idOf(5, 2) }, facts()),
      ),
    ).toBe('not-for-your-role');
  });

  it('that must be taken refuse the whole, and leave no step', () => {
    const must = lawOf({
      a: toy('a', { begin: ask(startOf('b'), tellOf('b', 'unheard', true)) }),
      b: toy('b', { unheard: spec() }),
    });
    expect(decide(must, nothing, begin(), facts())).toMatchObject({
      kind: 'refused',
      code: 'not-allowed-in-this-state',
    });
    const nobody = lawOf({ a: toy('a', { begin: ask(tellOf('b', 'add', true)) }), b: toy('b', {}) });
    expect(code(decide(nobody, nothing, begin(), facts()))).toBe('no-such-procedure');
  });

  it('are at most twenty; more is a defect and throws', () => {
    const chain = (length: number) =>
      lawOf({ a: toy('a', { begin: ask(...Array.from({ length }, () => startOf('b'))) }), b: toy('b', {}) });
    expect(steps(decide(chain(19), nothing, begin(), facts()))).toHaveLength(20);
    expect(() => decide(chain(20), nothing, begin(), facts())).toThrow('More than 20 steps');
    const loop = lawOf({ a: toy('a', { begin: ask(startOf('a')) }) });
    expect(() => decide(loop, nothing, begin(), facts())).toThrow('More than 20 steps');
  });

  it('start nothing where the procedure is not built yet, and throw nothing', () => {
    const early = lawOf(
      { a: toy('a', { begin: ask(startOf('z'), tellOf('z', 'add', true), startOf('b')) }), b: toy('b', {}) },
      ['z'],
    );
    expect(steps(decide(early, nothing, begin(), facts())).map(({ procedure }) => procedure)).toEqual([
      'a',
      'b',
    ]);
    const unknown = lawOf({ a: toy('a', { begin: ask(startOf('z')) }) });
    expect(code(decide(unknown, nothing, begin(), facts()))).toBe('unknown-procedure');
  });
});

describe('a command', () => {
  const law = lawOf({ a: toy('a', {}, 'one') });
  const view = after(law, nothing, steps(decide(law, nothing, begin(), facts())));

  it('is refused with a reason: unknown, not started, twice started, not hers, not in this state', () => {
    expect(code(decide(law, nothing, { ...begin(), procedure: 'x' }, facts()))).toBe('unknown-procedure');
    expect(code(decide(law, view, on('x'), facts()))).toBe('unknown-command');
    expect(code(decide(law, nothing, on('add'), facts()))).toBe('no-such-procedure');
    expect(code(decide(law, view, begin(), facts()))).toBe('already-started');
    expect(code(decide(law, view, on('add'), facts({ actor: people.police })))).toBe('not-for-your-role');
    const done = after(law, view, steps(decide(law, view, on('off'), facts())));
    expect(decide(law, done, on('add'), facts())).toMatchObject({
      code: 'not-allowed-in-this-state',
      allowed: [],
    });
  });

  it('says what is allowed instead', () => {
    const late = { ...view, instances: view.instances.map((i) => ({ ...i, state: 'late' })) };
    expect(decide(law, late, on('add'), facts())).toMatchObject({
      allowed: ['off'],
      values: { state: 'late' },
    });
  });

  it('carries only the links whose condition holds', () => {
    const linked = spec({
      links: [
        { measure: '13.3.4', relation: 'fulfils', when: ({ to }) => to === 'done' },
        { paragraph: '9.1', relation: 'applies' },
      ],
    });
    const own = lawOf({ a: toy('a', { add: linked, off: linked }) });
    expect(steps(decide(own, view, on('add'), facts()))[0]?.links).toEqual([
      { paragraph: '9.1', relation: 'applies' },
    ]);
    expect(steps(decide(own, view, on('off'), facts()))[0]?.links).toHaveLength(2);
  });
});

describe('a clock', () => {
  const law = lawOf({ a: toy('a', {}) });
  const view = after(law, nothing, steps(decide(law, nothing, begin(), facts())));
  const clock = { id: null, role: 'clock', bodyId: null } as const;
  const passes = (now: string, actor: Facts['actor'] = clock) =>
    decide(law, view, on('limitPassed'), facts({ now, actor }));

  it('is not taken before it is due, whoever says so', () => {
    expect(passes('2016-03-02T05:59:59.999Z')).toMatchObject({
      code: 'clock-not-due',
      until: '2016-03-02T06:00:00.000Z',
    });
    expect(code(passes('2016-03-03T06:00:00.000Z', people.ngo))).toBe('not-for-your-role');
    expect(code(passes('2016-03-02T06:00:00.000Z'))).toBe('accepted');
  });

  it('fires once', () => {
    const fired = after(law, view, steps(passes('2016-03-02T06:00:00.000Z')));
    expect(fired.instances[0]?.state).toBe('late');
    expect(fired.instances[0]?.clocks['limit']?.state).toBe('passed');
    const again = decide(
      law,
      fired,
      on('limitPassed'),
      facts({ now: '2016-03-04T06:00:00.000Z', actor: clock }),
    );
    expect(code(again)).toBe('clock-not-running');
  });

  it('counts from claimed time where it binds a body, so that its lateness shows', () => {
    const [step] = steps(decide(law, nothing, begin(), facts({ happenedAt: '2016-02-29T06:00:00.000Z' })));
    expect(step?.clocks).toMatchObject([
      { startedAt: '2016-02-29T06:00:00.000Z', dueAt: '2016-03-01T06:00:00.000Z' },
    ]);
  });

  it('throws where no term was in force when it started: a missing rule is no missing clock', () => {
    const early = facts({ now: '2013-05-05T06:00:00.000Z', happenedAt: '2013-05-05T06:00:00.000Z' });
    expect(() => decide(law, nothing, begin(), early)).toThrow('no rule of time "limit"');
  });
});

describe('evolve', () => {
  const law = lawOf({ a: toy('a', {}) });

  it('leaves what it was given as it was', () => {
    const taken = steps(decide(law, nothing, begin(), facts()));
    const view = after(law, nothing, taken);
    const before = JSON.stringify(view);
    evolve(law, view, steps(decide(law, view, on('add'), facts()))[0]);
    expect(JSON.stringify(view)).toBe(before);
    expect(nothing.instances).toEqual([]);
  });

  it('counts a revision for every step of a person, and for a clock only when the state changes', () => {
    const begun = after(law, nothing, steps(decide(law, nothing, begin(), facts())));
    const added = after(law, begun, steps(decide(law, begun, on('add'), facts())));
    expect(added.instances[0]).toMatchObject({ revision: 2, state: 'on', context: { count: 1 } });
    const clock = { id: null, role: 'clock', bodyId: null } as const;
    const passed = steps(
      decide(law, added, on('limitPassed'), facts({ now: '2016-03-05T06:00:00.000Z', actor: clock })),
    );
    expect(after(law, added, passed).instances[0]?.revision).toBe(3);
  });

  it('restarts from the snapshot of a migration', () => {
    const [begun] = steps(decide(law, nothing, begin(), facts()));
    const migration = {
      ...begun,
      kind: 'migration' as const,
      machine: 'a@1' as const,
      clocks: [],
      snapshot: { state: 'late', context: { count: 9 } },
    };
    const view = after(law, after(law, nothing, [begun]), [migration]);
    expect(view.instances[0]).toMatchObject({ state: 'late', context: { count: 9 }, revision: 2 });
  });
});
