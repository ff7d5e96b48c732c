import { chart, startDeadline, stopDeadline } from '../machine.js';
import type { ProcedureEvent } from '../procedure.js';
import { code, codeList, isSet } from '../read.js';

type Context = {
  /** The guardianship body that is asked, and then responsible. */
  bodyId: string | null;
  /** `interim`, `parents`, `guardian` or `trustee`. */
  representative: string | null;
  representativeFromBodyId: string | null;
  /** Used up by the decision it was made for. */
  bestInterestsAt: string | null;
  /** What the last determination was about; not known of one that was made before this was asked. */
  interestsIn?: string | null;
  viewsAt: string | null;
  durableSolution: string | null;
  familyOutcome: string | null;
  suspected: readonly string[];
  commissionAsked: boolean;
  commissionDecision: string | null;
  visits: number;
  /** `YYYY-MM`. */
  eighteenIn: string | null;
  ofAge: boolean;
  transitionPlannedAt: string | null;
  endReason: string | null;
};
type In = { context: Context; event: ProcedureEvent };

const m = chart<Context>();
const startInterim = startDeadline('interimRepresentative');
const stopInterim = stopDeadline('interimRepresentative');
const startAppointment = startDeadline('appointment');
const stopAppointment = stopDeadline('appointment');
const nextVisit = [stopDeadline('visit'), startDeadline('visit')];
const planFrom = {
  type: 'startDeadline' as const,
  params: ({ event }: In) => ({ name: 'transitionAt18', dueAt: code(event.facts, 'dueAt') ?? event.now }),
};

/** A decision about the child uses up the determination that it rests on. */
const represented = (kind: string | null) =>
  m.assign(({ event: { data } }) => ({
    representative: kind ?? code(data, 'kind'),
    representativeFromBodyId: code(data, 'fromBodyId'),
    ...(kind !== 'interim' && { bestInterestsAt: null }),
  }));
const appointInterim = {
  target: 'interimRepresented' as const,
  actions: [represented('interim'), stopInterim, stopDeadline('visit')],
};
const appointGuardian = {
  target: 'guardianAppointed' as const,
  actions: [represented(null), stopInterim, stopAppointment, ...nextVisit],
};
const confirmParentalCare = {
  target: 'parentsRepresent' as const,
  actions: [represented('parents'), stopInterim, stopAppointment, ...nextVisit],
};
/** Never without a representative for longer than at the beginning. */
const suspendGuardian = {
  target: 'accepted' as const,
  actions: [
    m.assign({ representative: null, representativeFromBodyId: null }),
    stopDeadline('visit'),
    startInterim,
    stopAppointment,
    startAppointment,
  ],
};
const visited = [m.assign(({ context }) => ({ visits: context.visits + 1 })), ...nextVisit];

/** She came of age: that ends nothing, and the body owes the next step. */
const transitionAt18Passed = [
  {
    guard: ({ event }: In) => isSet(event.facts, 'ofAge'),
    actions: m.assign({ ofAge: true }),
  },
  { actions: planFrom },
];
const clocks = [stopInterim, stopAppointment, stopDeadline('visit'), stopDeadline('transitionAt18')];

/** On record wherever a body is responsible. */
const always = {
  recordMajority: {
    actions: [
      m.assign(({ event }) => ({ eighteenIn: code(event.data, 'eighteenIn'), ofAge: false })),
      stopDeadline('transitionAt18'),
      planFrom,
    ],
  },
  recordBestInterests: {
    actions: m.assign(({ context, event }) => ({
      bestInterestsAt: event.now,
      ...('interestsIn' in event.facts && { interestsIn: code(event.facts, 'interestsIn') }),
      durableSolution: code(event.data, 'durableSolution') ?? context.durableSolution,
    })),
  },
  recordChildViews: { actions: m.assign(({ event }) => ({ viewsAt: event.now })) },
  recordFamilyAssessment: {
    actions: m.assign(({ event: { data } }) => ({
      familyOutcome: code(data, 'outcome'),
      suspected: codeList(data, 'suspected'),
    })),
  },
  referToCommission: { actions: m.assign({ commissionAsked: true }) },
  recordCommissionDecision: {
    actions: m.assign(({ event }) => ({
      commissionAsked: false,
      commissionDecision: code(event.data, 'decision'),
    })),
  },
  planTransition: { actions: m.assign(({ event }) => ({ transitionPlannedAt: event.now })) },
  transitionAt18Passed,
};
const ends = {
  end: {
    target: 'ended' as const,
    actions: m.assign(({ context, event: { data } }) => ({
      endReason: code(data, 'reason'),
      bestInterestsAt: null,
      representative: data['reason'] === 'transferredToDistrict' ? context.representative : null,
    })),
  },
};
const asked = m.assign(({ event }) => ({ bodyId: code(event.data, 'bodyId'), endReason: null }));

/** A child who moved to another district keeps who represents her. */
const keeps =
  (...kinds: string[]) =>
  ({ context }: In): boolean =>
    kinds.includes(context.representative ?? '');
const responsible = m.assign(({ event }) => ({ bodyId: code(event.data, 'bodyId') ?? event.by.bodyId }));
const accept = [
  {
    guard: keeps('guardian', 'trustee'),
    target: 'monitoring' as const,
    actions: [responsible, ...nextVisit],
  },
  {
    guard: keeps('parents'),
    target: 'parentsRepresent' as const,
    actions: [responsible, ...nextVisit],
  },
  {
    guard: keeps('interim'),
    target: 'interimRepresented' as const,
    actions: [responsible, startAppointment],
  },
  { target: 'accepted' as const, actions: [responsible, startAppointment] },
];

export const guardianshipMachine = m.createMachine({
  id: 'guardianship',
  version: '1',
  initial: 'notified',
  context: ({ input }) => ({
    bodyId: code(input.data, 'bodyId'),
    representative: null,
    representativeFromBodyId: null,
    bestInterestsAt: null,
    viewsAt: null,
    durableSolution: null,
    familyOutcome: null,
    suspected: [],
    commissionAsked: false,
    commissionDecision: null,
    visits: 0,
    eighteenIn: null,
    ofAge: false,
    transitionPlannedAt: null,
    endReason: null,
  }),
  entry: startInterim,
  states: {
    notified: {
      tags: ['pending'],
      on: {
        accept,
        redirect: {
          guard: ({ context, event }) => code(event.data, 'toBodyId') !== context.bodyId,
          actions: m.assign(({ event }) => ({ bodyId: code(event.data, 'toBodyId') })),
        },
        ...ends,
      },
    },
    accepted: {
      tags: ['responsible'],
      on: {
        ...always,
        ...ends,
        takeUp: { actions: [stopInterim, startInterim, stopAppointment, startAppointment] },
        appointInterim,
        appointGuardian,
        confirmParentalCare,
      },
    },
    interimRepresented: {
      tags: ['responsible', 'represented'],
      on: {
        ...always,
        ...ends,
        takeUp: { actions: [stopAppointment, startAppointment] },
        appointInterim,
        appointGuardian,
        confirmParentalCare,
        suspendGuardian,
      },
    },
    parentsRepresent: {
      tags: ['responsible', 'represented'],
      on: {
        ...always,
        ...ends,
        takeUp: { actions: nextVisit },
        recordVisit: { actions: visited },
        appointInterim: { ...appointInterim, actions: [...appointInterim.actions, startAppointment] },
        appointGuardian,
        suspendGuardian,
      },
    },
    guardianAppointed: {
      tags: ['responsible', 'represented'],
      on: {
        ...always,
        ...ends,
        takeUp: { actions: nextVisit },
        recordVisit: { target: 'monitoring', actions: visited },
        replaceGuardian: appointGuardian,
        confirmParentalCare,
        suspendGuardian,
      },
    },
    monitoring: {
      tags: ['responsible', 'represented'],
      on: {
        ...always,
        ...ends,
        takeUp: { actions: nextVisit },
        recordVisit: { actions: visited },
        replaceGuardian: appointGuardian,
        confirmParentalCare,
        suspendGuardian,
      },
    },
    /** Not for ever: in doubt means child, also after it has ended. */
    ended: {
      entry: clocks,
      tags: ['ending', 'ended'],
      on: {
        notify: [
          {
            guard: ({ context }) => context.representative !== null,
            target: 'notified',
            actions: asked,
          },
          { target: 'notified', actions: [asked, startInterim] },
        ],
      },
    },
  },
});
