import { code, isSet } from '../read.js';
import { chart, stopDeadline } from '../machine.js';
import type { ProcedureEvent } from '../procedure.js';
import { purposeOf } from '../purposes.js';

/** Rungs of the ladder: 0 none yet, 1 the receiving body, 2 its parent, 3 the Coordinator. */
export const LAST_RUNG = 3;

type Context = {
  kind: string | null;
  purpose: string | null;
  basis: string | null;
  statutory: boolean;
  fromBodyId: string | null;
  toBodyId: string | null;
  /** First sending, kept through every redirection. */
  firstSentAt: string;
  /** The handoff that this one goes on from. */
  replaces: string | null;
  /** Of a second reading: the procedure whose proposal is read. Of a request to a house: the placement that asks. */
  about: string | null;
  rung: number;
  acceptedBy: string | null;
  /** Of a search: for a child, or who may be one. */
  child?: true;
  answer: string | null;
};

type In = { context: Context; event: ProcedureEvent };

const m = chart<Context>();
const stopped = [stopDeadline('acceptance')];
const accepted = m.assign(({ event }) => ({ acceptedBy: event.by.id }));
const answered = m.assign(({ event }) => ({
  answer: code(event.data, 'reason') ?? code(event.data, 'outcome'),
}));
/** Who is asked to search answers within the time of the search itself. */
const termOf = ({ statutory, purpose, child }: Context): string => {
  if (purpose === 'search') return child ? 'searchChild' : 'search';
  if (statutory) return 'acceptanceStatutory';
  return purpose === 'shelter' ? 'shelterAnswer' : 'acceptance';
};
/** Silence about a missing child climbs as fast as she has to be looked for. */
const nextRung = {
  type: 'startDeadline' as const,
  params: ({ context }: In) => ({
    name: 'acceptance',
    term: context.child ? termOf(context) : 'acceptanceRung',
  }),
};
/** Who is searched for may be a child: the short time counts from where the running one began. */
const becomesChild = m.assign({ child: true as const });
const stillAdult = ({ context }: In) => context.purpose === 'search' && context.child !== true;
const noteChild = {
  noteChild: [
    {
      guard: (input: In) => stillAdult(input) && code(input.event.facts, 'since') !== null,
      actions: [
        becomesChild,
        stopDeadline('acceptance'),
        {
          type: 'startDeadline' as const,
          params: ({ event }: In) => ({
            name: 'acceptance',
            term: 'searchChild',
            startedAt: code(event.facts, 'since') ?? event.now,
            notBefore: event.now,
          }),
        },
      ],
    },
    { guard: stillAdult, actions: becomesChild },
  ],
};
const climb = m.assign(({ context }) => ({ rung: context.rung + 1 }));

/** A house that stays silent is passed over for the next one; every other silence climbs the ladder and moves nothing. */
const silence = [
  {
    guard: ({ event }: In) => isSet(event.facts, 'passedOver'),
    target: 'redirected' as const,
  },
  {
    guard: ({ context }: In) => context.purpose === 'shelter',
    actions: m.assign({ answer: 'silence' }),
  },
  {
    guard: ({ context }: In) => context.rung + 1 < LAST_RUNG,
    actions: [climb, nextRung],
  },
  { actions: climb },
];

const answers = {
  accept: { target: 'accepted' as const, actions: accepted },
  decline: {
    guard: ({ context }: In) => !context.statutory,
    target: 'declined' as const,
    actions: answered,
  },
  redirect: { target: 'redirected' as const, actions: answered },
  withdraw: {
    guard: ({ context }: In) => !context.statutory,
    target: 'withdrawn' as const,
    actions: answered,
  },
};

/** Ways out that only the rulebook takes. */
const ended = {
  end: { target: 'withdrawn' as const, actions: answered },
  fulfil: { target: 'completed' as const, actions: answered },
};

export const handoffMachine = m.createMachine({
  id: 'handoff',
  version: '1',
  initial: 'sent',
  context: ({ input: { data, facts, by, now } }) => ({
    kind: code(data, 'kind'),
    purpose: code(data, 'purpose'),
    basis: code(data, 'basis'),
    statutory: purposeOf(code(data, 'purpose'))?.statutory === true,
    fromBodyId: code(data, 'fromBodyId') ?? by.bodyId,
    toBodyId: code(data, 'toBodyId'),
    firstSentAt: code(data, 'firstSentAt') ?? now,
    replaces: code(data, 'replaces'),
    about: code(data, 'about'),
    rung: 0,
    acceptedBy: null,
    ...(isSet(facts, 'child') ? { child: true } : {}),
    answer: null,
  }),
  entry: [
    {
      type: 'startDeadline',
      params: ({ context }) => ({
        name: 'acceptance',
        term: termOf(context),
        startedAt: context.firstSentAt,
      }),
    },
  ],
  states: {
    sent: {
      tags: ['pending'],
      on: {
        acknowledge: { target: 'received' },
        ...answers,
        ...ended,
        ...noteChild,
        acceptancePassed: silence,
      },
    },
    received: {
      tags: ['pending'],
      on: { ...answers, ...ended, ...noteChild, acceptancePassed: silence },
    },
    accepted: {
      entry: stopped,
      tags: ['outcomeOwed'],
      on: { reportOutcome: { target: 'completed', actions: answered }, ...ended },
    },
    declined: { entry: stopped, type: 'final' },
    redirected: { entry: stopped, type: 'final' },
    withdrawn: { entry: stopped, type: 'final' },
    completed: { entry: stopped, type: 'final' },
  },
});
