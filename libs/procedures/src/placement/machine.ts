import { chart, startDeadline, stopDeadline } from '../machine.js';
import type { ProcedureEvent } from '../procedure.js';
import { code, isSet } from '../read.js';

type Context = {
  /** The house that is asked, offers or houses her; null between two houses. */
  shelterBodyId: string | null;
  /** Every house asked so far, in order. */
  asked: readonly string[];
  preferredBodyId: string | null;
  requestedByBodyId: string | null;
  sex: string | null;
  withFamily: boolean;
  accessible: boolean;
  highThreat: boolean;
  avoidRegion: string | null;
  /** Asked for because she has to leave another house: `emergency` or `planned`. */
  transfer: string | null;
  bedId: string | null;
  /** Who offered the bed. */
  offeredBy: string | null;
  /** Of what the offering house accepted itself, or another for a child in an emergency: `owed`, then what the reader from outside found. */
  review: string | null;
  admittedAt: string | null;
  absence: string | null;
  /** A transfer is under way from here. */
  movingOn: string | null;
  extensions: number;
  /** Why it was declined, withdrawn, cancelled or left. */
  reason: string | null;
};
type In = { context: Context; event: ProcedureEvent };

const m = chart<Context>();
const noted = { actions: m.assign({}) };
const set = (fields: Partial<Context>) => m.assign(fields);
const because = m.assign(({ event }) => ({ reason: code(event.data, 'reason') }));

/** What another step tells is meant for the house it names, as long as that one is asked. */
const meant = ({ context, event }: In) =>
  event.by.role !== 'rulebook' || code(event.data, 'shelterBodyId') === context.shelterBodyId;
const meantOrAll = (input: In) => code(input.event.data, 'shelterBodyId') === null || meant(input);
const childStay = ({ event }: In) => (isSet(event.facts, 'child') ? { term: 'stayChild' } : {});

const noHouse = m.assign(({ event }) => ({
  shelterBodyId: null,
  bedId: null,
  offeredBy: null,
  review: null,
  reason: code(event.data, 'reason'),
}));
const house = m.assign(({ context, event }) => ({
  shelterBodyId: code(event.data, 'shelterBodyId'),
  asked: [...context.asked, code(event.data, 'shelterBodyId') ?? ''],
}));
const offer = {
  target: 'offered' as const,
  actions: m.assign(({ event }) => ({
    bedId: code(event.data, 'bedId'),
    offeredBy: event.by.id,
    reason: null,
  })),
};
const noBed = m.assign({ bedId: null, offeredBy: null });
const withdrawOffer = { target: 'requested' as const, actions: noHouse };
const refuseOffer = { target: 'refused' as const, actions: noBed };
const cancelled = { target: 'cancelled' as const, actions: [because, noBed] };
const beforeHer = {
  withdrawRequest: { target: 'cancelled' as const, actions: noBed },
  end: { ...cancelled, guard: meantOrAll },
};

const stay = {
  type: 'startDeadline' as const,
  params: (input: In) => ({ name: 'stay', ...childStay(input) }),
};
const arrived = m.assign(({ event }) => ({ admittedAt: event.now, absence: null }));
const departed = {
  target: 'departed' as const,
  actions: m.assign(({ event }) => ({
    bedId: null,
    reason: code(event.data, 'reason') ?? 'transferred',
  })),
};
const missing = { target: 'missing' as const };

/** Adds days to the end of the stay, or to today where it has ended. */
const extendStay = {
  actions: [
    m.assign(({ context }) => ({ extensions: context.extensions + 1 })),
    stopDeadline('stay'),
    {
      type: 'startDeadline' as const,
      params: ({ event }: In) => ({ name: 'stay', dueAt: code(event.facts, 'endsAt') ?? event.now }),
    },
  ],
};
/** In doubt a child: the longer stay counts from the day she came; days that were added stay hers. */
const noteChild = {
  guard: ({ context }: In) => context.admittedAt !== null,
  actions: [
    m.assign({}),
    stopDeadline('stay'),
    {
      type: 'startDeadline' as const,
      params: ({ event }: In) => ({
        name: 'stay',
        term: 'stayChild',
        startedAt: code(event.facts, 'admittedAt') ?? event.now,
        notBefore: code(event.facts, 'notBefore') ?? event.now,
      }),
    },
  ],
};
const transferTerm = ({ event }: In) =>
  code(event.data, 'kind') === 'emergency' ? { term: 'transferEmergency' } : {};
const requestTransfer = {
  actions: [
    m.assign(({ event }) => ({ movingOn: code(event.data, 'kind') })),
    stopDeadline('transfer'),
    {
      type: 'startDeadline' as const,
      params: (input: In) => ({ name: 'transfer', ...transferTerm(input) }),
    },
  ],
};
/** Owed in a duplicate and not read there. Its time runs on. */
const reviewGoesOver = ({ by, data }: ProcedureEvent) =>
  by.role === 'rulebook' && code(data, 'review') === 'owed';
const houseReview = {
  type: 'startDeadline' as const,
  params: ({ event }: In) => {
    const since = reviewGoesOver(event) ? code(event.data, 'reviewSince') : null;
    return { name: 'houseReview', ...(since !== null && { startedAt: since }) };
  },
};
const review = {
  reviewAcceptance: {
    actions: [
      m.assign(({ event }) => ({ review: code(event.data, 'finding') })),
      stopDeadline('houseReview'),
    ],
  },
};
/** While the house keeps a bed for her. */
const housed = {
  extendStay,
  noteChild,
  depart: departed,
  completeTransfer: departed,
  end: departed,
  ...review,
};

export const placementMachine = m.createMachine({
  id: 'placement',
  version: '1',
  initial: 'requested',
  context: ({ input: { data, by } }) => ({
    shelterBodyId: null,
    asked: [],
    preferredBodyId: code(data, 'shelterBodyId'),
    requestedByBodyId: by.bodyId,
    sex: code(data, 'sex'),
    withFamily: isSet(data, 'withFamily'),
    accessible: isSet(data, 'accessible'),
    highThreat: isSet(data, 'highThreat'),
    avoidRegion: code(data, 'avoidRegion'),
    transfer: code(data, 'transfer'),
    bedId: null,
    offeredBy: null,
    review: null,
    admittedAt: null,
    absence: null,
    movingOn: null,
    extensions: 0,
    reason: null,
  }),
  states: {
    requested: {
      tags: ['pending'],
      entry: stopDeadline('houseReview'),
      exit: stopDeadline('shelterAnswer'),
      on: {
        ask: { actions: house },
        openDesk: { guard: meant, actions: [m.assign({}), startDeadline('shelterAnswer')] },
        offerBed: offer,
        declineRequest: { guard: meant, actions: [noHouse, stopDeadline('shelterAnswer')] },
        passOver: { guard: meant, actions: [noHouse, stopDeadline('shelterAnswer')] },
        shelterAnswerPassed: [
          { guard: ({ event }) => isSet(event.facts, 'passedOver'), actions: noHouse },
          noted,
        ],
        exhaust: { target: 'declined' },
        ...beforeHer,
      },
    },
    offered: {
      tags: ['pending', 'holdsBed'],
      entry: startDeadline('offerAnswer'),
      exit: stopDeadline('offerAnswer'),
      on: {
        acceptOffer: [
          {
            guard: ({ context, event }) =>
              event.by.bodyId === context.shelterBodyId ||
              isSet(event.facts, 'childMoved') ||
              reviewGoesOver(event),
            target: 'accepted',
            actions: [set({ review: 'owed' }), houseReview],
          },
          { target: 'accepted' },
        ],
        refuseOffer,
        withdrawOffer,
        ...beforeHer,
      },
    },
    accepted: {
      tags: ['pending', 'holdsBed'],
      entry: startDeadline('arrival'),
      exit: stopDeadline('arrival'),
      on: {
        admit: { target: 'admitted', actions: [arrived, stay] },
        recordNonArrival: { target: 'nonArrival', actions: noBed },
        refuseOffer,
        withdrawOffer,
        reportMissing: missing,
        ...review,
        ...beforeHer,
      },
    },
    admitted: {
      tags: ['occupying', 'holdsBed'],
      on: {
        recordAbsence: {
          target: 'away',
          actions: m.assign(({ event }) => ({ absence: code(event.data, 'kind') })),
        },
        recordRestriction: noted,
        liftRestriction: noted,
        requestTransfer,
        reportMissing: missing,
        ...housed,
      },
    },
    away: {
      tags: ['occupying', 'holdsBed'],
      on: {
        recordReturn: { target: 'admitted', actions: set({ absence: null }) },
        requestTransfer,
        reportMissing: missing,
        ...housed,
      },
    },
    /** The bed is kept. */
    missing: {
      tags: ['occupying', 'holdsBed', 'missing'],
      on: {
        reportReturn: [
          {
            guard: ({ context }) => context.admittedAt === null,
            target: 'admitted',
            actions: [arrived, stopDeadline('stay'), stay],
          },
          { target: 'admitted', actions: set({ absence: null }) },
        ],
        ...housed,
      },
    },
    refused: { entry: stopDeadline('houseReview'), on: { reoffer: offer, ...beforeHer } },
    nonArrival: {
      entry: stopDeadline('houseReview'),
      on: { reoffer: offer, reportMissing: noted, ...beforeHer },
    },
    declined: { type: 'final' },
    departed: {
      type: 'final',
      entry: [stopDeadline('stay'), stopDeadline('transfer'), stopDeadline('houseReview')],
    },
    cancelled: { type: 'final', entry: [stopDeadline('shelterAnswer'), stopDeadline('houseReview')] },
  },
});
