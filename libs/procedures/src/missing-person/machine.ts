import { chart, startDeadline, stopDeadline } from '../machine.js';
import type { ProcedureEvent } from '../procedure.js';
import { code, isSet } from '../read.js';

type Context = {
  /** A child, or presumed to be one, by now. */
  child: boolean;
  inDanger: boolean;
  circumstance: string | null;
  /** UTC. */
  lastSeenAt: string;
  sightings: number;
  condition: string | null;
  risk: string | null;
  deathBasis: string | null;
};
type In = { context: Context; event: ProcedureEvent };

const m = chart<Context>();
const stopSearch = stopDeadline('search');
const stopReview = stopDeadline('longTermReview');
const startSearch = {
  type: 'startDeadline' as const,
  params: ({ context }: In) => ({ name: 'search', term: context.child ? 'searchChild' : 'search' }),
};
const searchOn = [stopSearch, startSearch];
/** In doubt a child: the short search counts from where the running one began; what has passed stays owed. */
const adultSoFar = ({ context }: In) => !context.child;
const becomesChild = m.assign({ child: true });
const noteChild = {
  noteChild: [
    {
      guard: (input: In) => adultSoFar(input) && code(input.event.facts, 'since') !== null,
      actions: [
        becomesChild,
        stopSearch,
        {
          type: 'startDeadline' as const,
          params: ({ event }: In) => ({
            name: 'search',
            term: 'searchChild',
            startedAt: code(event.facts, 'since') ?? event.now,
            notBefore: event.now,
          }),
        },
      ],
    },
    { guard: adultSoFar, actions: becomesChild },
  ],
};
const reviewOn = [stopReview, startDeadline('longTermReview')];
const clocks = [stopSearch, stopReview];

const seen = m.assign(({ context, event: { data } }) => ({
  sightings: context.sightings + 1,
  lastSeenAt: utc(code(data, 'sightedAt')) ?? context.lastSeenAt,
}));
function utc(moment: string | null): string | null {
  return moment === null ? null : new Date(moment).toISOString();
}

/** Ways out of every state in which she is missing. */
const ends = {
  recordFound: {
    target: 'found' as const,
    actions: m.assign(({ event }) => ({ condition: code(event.data, 'condition') })),
  },
  recordOwnWish: { target: 'leftByOwnWish' as const },
  recordDeceased: {
    target: 'deceased' as const,
    actions: m.assign(({ event }) => ({ deathBasis: code(event.data, 'basis') })),
  },
};
const beginSearch = { beginSearch: { target: 'searching' as const, actions: searchOn } };
const sighted = { recordSighting: { actions: [seen, ...searchOn] } };
const exploited = { recordReturnToExploitation: { target: 'returnedToExploitation' as const } };
const longTerm = ({ event }: In) => event.data['outcome'] === 'longTerm';
const review = {
  reviewLongTerm: [
    { guard: longTerm, target: 'longTermMissing' as const, actions: reviewOn },
    { target: 'searching' as const, actions: [...searchOn, ...reviewOn] },
  ],
};

export const missingPersonMachine = m.createMachine({
  id: 'missingPerson',
  version: '1',
  initial: 'reported',
  context: ({ input: { data, facts, happenedAt } }) => ({
    child: isSet(facts, 'child'),
    inDanger: isSet(data, 'inDanger'),
    circumstance: code(data, 'circumstance'),
    lastSeenAt: utc(code(data, 'lastSeenAt')) ?? happenedAt,
    sightings: 0,
    condition: null,
    risk: null,
    deathBasis: null,
  }),
  entry: [startSearch, startDeadline('longTermReview')],
  states: {
    reported: {
      tags: ['missing'],
      on: { ...noteChild, ...beginSearch, ...sighted, ...exploited, ...ends },
    },
    searching: {
      tags: ['missing'],
      on: { ...noteChild, ...sighted, ...review, ...exploited, ...ends },
    },
    /** Known to be in the hands of exploiters: still missing, and searched for again as soon as somebody can. */
    returnedToExploitation: {
      tags: ['missing'],
      on: { ...noteChild, ...beginSearch, ...sighted, ...review, ...ends },
    },
    /** A lawful rest: the case stays open, and somebody looks at it every ninety days. */
    longTermMissing: {
      entry: stopSearch,
      tags: ['missing', 'ending'],
      on: {
        noteChild: { guard: adultSoFar, actions: becomesChild },
        recordSighting: { target: 'searching', actions: [seen, ...searchOn] },
        ...review,
        ...exploited,
        ...ends,
      },
    },
    /** Found is not the end: why she went, and what threatens her now, is asked within the clock. */
    found: {
      entry: [...clocks, startDeadline('returnInterview')],
      tags: ['ending'],
      on: {
        recordReturnInterview: {
          actions: [
            stopDeadline('returnInterview'),
            m.assign(({ event }) => ({ risk: code(event.data, 'risk') })),
          ],
        },
      },
    },
    leftByOwnWish: { entry: clocks, type: 'final' },
    deceased: { entry: clocks, type: 'final' },
  },
});
