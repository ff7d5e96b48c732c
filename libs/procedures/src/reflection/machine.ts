import { chart, startDeadline, stopDeadline } from '../machine.js';
import type { ProcedureEvent } from '../procedure.js';
import { code, isSet } from '../read.js';

type Context = {
  /** Begun by the serving body for a person who wants no formal procedure; nobody is told. */
  voluntary: boolean;
  informedAt: string | null;
  reached: boolean | null;
  extensions: number;
  /** The floor of a voided duplicate was taken over. */
  carriedOver: boolean;
  /** What the person decided about cooperating; her answer may change at any time. */
  answer: string | null;
  floorPassed: boolean;
  ground: string | null;
  proposedBy: string | null;
  proposedByBody: string | null;
  returnTo: string | null;
  /** Since version 2. The state left when the case was voided or the death recorded, and the clocks that ran in it. */
  was?: string | null;
  informRan?: boolean;
  floorRan?: boolean;
};
type In = { context: Context; event: ProcedureEvent };

const m = chart<Context>();
const answered = ({ context }: In) =>
  context.answer === 'cooperates' || context.answer === 'doesNotCooperate';
const answers = ({ event }: In) => code(event.data, 'decision') !== 'undecided';
const answer = m.assign(({ event }) => ({ answer: code(event.data, 'decision') }));

/** The floor begins, or begins anew, with informing; being reached after all counts it from then. */
const informed = m.assign(({ event }) => ({ informedAt: event.now, reached: true, floorPassed: false }));
const notReached = m.assign(({ event }) => ({ informedAt: event.now, reached: false, floorPassed: false }));
const reachedFirst = ({ context, event }: In) => isSet(event.data, 'reached') && context.reached !== true;
const notBefore = ({ event }: In) => {
  const kept = code(event.facts, 'notBefore');
  return kept === null ? {} : { notBefore: kept };
};
const restartFloor = [
  stopDeadline('inform'),
  stopDeadline('reflectionFloor'),
  {
    type: 'startDeadline' as const,
    params: (input: In) => ({ name: 'reflectionFloor', ...notBefore(input) }),
  },
];
const floorNotReached = [
  stopDeadline('inform'),
  stopDeadline('reflectionFloor'),
  {
    type: 'startDeadline' as const,
    params: (input: In) => ({
      name: 'reflectionFloor',
      term: 'reflectionFloorNotReached',
      ...notBefore(input),
    }),
  },
];
const informAt = (here: 'running' | 'extended') => [
  { guard: reachedFirst, target: here, actions: [informed, ...restartFloor] },
  {
    guard: ({ context }: In) => context.reached === null,
    target: here,
    actions: [notReached, ...floorNotReached],
  },
  { actions: m.assign({}) },
];

/** Presumed after a voluntary period: she is informed anew and the floor counts from that, never earlier. */
const presumedNow = m.assign({
  voluntary: false,
  informedAt: null,
  reached: null,
  extensions: 0,
  floorPassed: false,
});
const carried = {
  type: 'startDeadline' as const,
  params: ({ event }: In) => ({
    name: 'reflectionFloor',
    dueAt: code(event.facts, 'floorEndsAt') ?? event.now,
  }),
};
const later = {
  guard: ({ event }: In) => code(event.facts, 'floorEndsAt') !== null,
  actions: [m.assign({ floorPassed: false, carriedOver: true }), stopDeadline('reflectionFloor'), carried],
};
/** A duplicate in which she was presumed and informed makes a voluntary period a floor, which ends no earlier. */
const carriedIntoVoluntary = {
  guard: ({ context, event }: In) => context.voluntary && code(event.data, 'floorEndsAt') !== null,
  target: 'running' as const,
  actions: [
    m.assign({ voluntary: false, carriedOver: true, floorPassed: false }),
    stopDeadline('reflectionFloor'),
    {
      type: 'startDeadline' as const,
      params: ({ event }: In) => ({
        name: 'reflectionFloor',
        dueAt: code(event.facts, 'floorEndsAt') ?? code(event.facts, 'floorStands') ?? event.now,
      }),
    },
  ],
};
const grantFirst = [
  {
    guard: ({ context }: In) => context.voluntary,
    target: 'running' as const,
    actions: [presumedNow, stopDeadline('reflectionFloor'), startDeadline('inform')],
  },
  { ...later, target: 'running' as const },
  { actions: m.assign({}) },
];
/** A termination is neither stopped nor undone by it; the floor for a negative decision moves all the same. */
const laterFloorOnly = { grant: [later, { actions: m.assign({}) }] };

/** Adds days to the end of the period, or to today where it has ended. */
const extended = m.assign(({ context }) => ({ extensions: context.extensions + 1, floorPassed: false }));
const extend = {
  target: 'extended' as const,
  actions: [
    extended,
    stopDeadline('reflectionFloor'),
    {
      type: 'startDeadline' as const,
      params: ({ event }: In) => ({
        name: 'reflectionFloor',
        dueAt: code(event.facts, 'endsAt') ?? event.now,
      }),
    },
  ],
};

const floorReached = m.assign({ floorPassed: true });
const elapse = [
  { guard: answered, target: 'concluded' as const, actions: floorReached },
  { target: 'elapsed' as const, actions: floorReached },
];

const propose = (returnTo: string) => ({
  target: 'terminationProposed' as const,
  actions: m.assign(({ event: { data, by } }) => ({
    ground: code(data, 'ground'),
    proposedBy: by.id,
    proposedByBody: by.bodyId,
    returnTo,
  })),
});
const noProposal = m.assign({ ground: null, proposedBy: null, proposedByBody: null, returnTo: null });

/** Where the period stood when the case was voided or the death recorded. */
export const neverLeft = { was: null, informRan: false, floorRan: false } as const;
const leaving = m.assign(({ event }) => ({
  was: code(event.facts, 'was'),
  informRan: isSet(event.facts, 'informRan'),
  floorRan: isSet(event.facts, 'floorRan'),
}));
/** The floor goes on to the day it had: never paused, never shortened. Informing is owed again. */
const clocksAgain = m.enqueueActions(({ enqueue, context, event }) => {
  if (context.informRan) enqueue(startDeadline('inform'));
  const [startedAt, dueAt] = [code(event.facts, 'floorStartedAt'), code(event.facts, 'floorEndsAt')];
  if (context.floorRan)
    enqueue(startDeadline('reflectionFloor', { ...(startedAt && { startedAt }), ...(dueAt && { dueAt }) }));
});
const states = ['running', 'extended', 'elapsed', 'concluded', 'terminationProposed', 'terminated'] as const;
const reinstate = states.map((target) => ({
  guard: ({ context }: In) => context.was === target,
  target,
  actions: [clocksAgain],
}));

const bothStopped = [stopDeadline('inform'), stopDeadline('reflectionFloor')];
const ended = { type: 'final' as const, entry: bothStopped };
/** A death that was recorded in error is undone. A voided file never opens again. */
const recorded = { tags: ['ending', 'ended'], entry: bothStopped, on: { reinstate } };

/** What is drawn anew from one version to the next; everything else stands as it was. */
interface Edition {
  readonly version: string;
  readonly more: Partial<typeof neverLeft>;
  readonly grant: typeof grantFirst | readonly [typeof carriedIntoVoluntary, ...typeof grantFirst];
  readonly discontinue: { readonly target: 'discontinued'; readonly actions?: typeof leaving };
  readonly discontinued: typeof ended | typeof recorded;
}

const drawn = ({ version, more, grant, discontinue: leave, discontinued }: Edition) => {
  const discontinue = { discontinue: leave };
  return m.createMachine({
    id: 'reflection',
    version,
    initial: 'running',
    context: ({ input }) => {
      const voluntary = input.type === 'begin';
      const carriedOver = code(input.data, 'floorEndsAt') !== null;
      return {
        voluntary,
        informedAt: voluntary || carriedOver ? input.now : null,
        reached: voluntary || carriedOver ? true : null,
        extensions: 0,
        carriedOver,
        answer: null,
        floorPassed: false,
        ground: null,
        proposedBy: null,
        proposedByBody: null,
        returnTo: null,
        ...more,
      };
    },
    entry: m.enqueueActions(({ enqueue, context, event }) => {
      const input = (event as unknown as { input: ProcedureEvent }).input;
      const dueAt = code(input.data, 'floorEndsAt');
      if (context.reached !== true) enqueue(startDeadline('inform'));
      else enqueue(startDeadline('reflectionFloor', dueAt === null ? {} : { dueAt }));
    }),
    states: {
      running: {
        tags: ['protects'],
        on: {
          grant,
          inform: informAt('running'),
          extend,
          recordDecision: { actions: answer },
          reflectionFloorPassed: elapse,
          proposeTermination: propose('running'),
          ...discontinue,
        },
      },
      extended: {
        tags: ['protects'],
        on: {
          grant,
          inform: informAt('extended'),
          extend,
          recordDecision: { actions: answer },
          reflectionFloorPassed: elapse,
          proposeTermination: propose('extended'),
          ...discontinue,
        },
      },
      elapsed: {
        on: {
          grant,
          inform: [
            { guard: reachedFirst, target: 'running', actions: [informed, ...restartFloor] },
            { actions: m.assign({}) },
          ],
          extend,
          recordDecision: [{ guard: answers, target: 'concluded', actions: answer }, { actions: answer }],
          ...discontinue,
        },
      },
      concluded: {
        on: {
          grant,
          inform: [
            { guard: reachedFirst, target: 'running', actions: [informed, ...restartFloor] },
            { actions: m.assign({}) },
          ],
          recordDecision: [
            { guard: answers, actions: answer },
            { target: 'elapsed', actions: answer },
          ],
          ...discontinue,
        },
      },
      terminationProposed: {
        tags: ['protects', 'secondPerson'],
        entry: startDeadline('secondOfficer'),
        exit: stopDeadline('secondOfficer'),
        on: {
          confirmTermination: { target: 'terminated' },
          returnTermination: [
            {
              guard: (input) => input.context.floorPassed && answered(input),
              target: 'concluded',
              actions: noProposal,
            },
            { guard: ({ context }) => context.floorPassed, target: 'elapsed', actions: noProposal },
            {
              guard: ({ context }) => context.returnTo === 'extended',
              target: 'extended',
              actions: noProposal,
            },
            { target: 'running', actions: noProposal },
          ],
          recordDecision: { actions: answer },
          reflectionFloorPassed: { actions: floorReached },
          ...laterFloorOnly,
          ...discontinue,
        },
      },
      /** The floor clock runs on: a negative decision still waits for it. */
      terminated: {
        on: {
          inform: { actions: m.assign({}) },
          extend,
          recordDecision: { actions: answer },
          reflectionFloorPassed: { actions: floorReached },
          ...laterFloorOnly,
          ...discontinue,
        },
      },
      discontinued,
    },
  });
};

export const reflectionMachines = {
  1: drawn({
    version: '1',
    more: {},
    grant: grantFirst,
    discontinue: { target: 'discontinued' },
    discontinued: ended,
  }),
  2: drawn({
    version: '2',
    more: neverLeft,
    grant: [carriedIntoVoluntary, ...grantFirst],
    discontinue: { target: 'discontinued', actions: leaving },
    discontinued: recorded,
  }),
};
