import { chart, startDeadline, stopDeadline } from '../machine.js';
import type { ProcedureEvent } from '../procedure.js';
import { code, isSet } from '../read.js';
import { childStatuses } from '../circumstances.js';

type Context = {
  source: string | null;
  /** UTC. */
  encounteredAt: string;
  ageStatus: string;
  district: string | null;
  immediateDanger: boolean;
  needsShelter: boolean;
  consentReferToMainDepartment: string;
  consentServices: string;
  consentShelter: string;
  consentStatistics: string;
  /** `formalProcedure` or `everything`. */
  refusalScope: string | null;
  sharingRefused: boolean;
  openedByBodyId: string | null;
  ownerBodyId: string | null;
  ownerOfficerId: string | null;
  conflicts: readonly string[];
  safeContact: boolean;
  detained: boolean;
  followUps: number;
  /** `close`, `void` or `deceased`, with who proposed it and the state it goes back to. */
  endKind: string | null;
  endReason: string | null;
  survivingCaseId: string | null;
  durableSolution: string | null;
  /** `adult`, `child` or `inconclusive`; absent as long as nobody assessed it since the last doubt. */
  assessedAge?: string | null;
  protectedPersons?: number;
  /** Met together with others; absent for who was met alone. */
  encounterId?: string;
  proposedBy: string | null;
  proposedByBody: string | null;
  returnTo: string | null;
};
type In = { context: Context; event: ProcedureEvent };

const m = chart<Context>();
const answer = (event: ProcedureEvent, what: string) => code(event.data, `consent${what}`) ?? 'notAsked';

const metTogether = ({ data }: ProcedureEvent): { encounterId?: string } => {
  const encounterId = code(data, 'encounterId');
  return encounterId === null ? {} : { encounterId };
};

const proposal = (endKind: string, returnTo: 'open' | 'aftercare') => ({
  target: 'endProposed' as const,
  actions: m.assign(({ event: { data, by } }) => ({
    endKind,
    endReason: code(data, 'reason') ?? code(data, 'confirmedBy'),
    survivingCaseId: code(data, 'survivingCaseId'),
    durableSolution: code(data, 'durableSolution'),
    proposedBy: by.id,
    proposedByBody: by.bodyId,
    returnTo,
  })),
});
const proposals = (returnTo: 'open' | 'aftercare') => ({
  close: proposal('close', returnTo),
  void: proposal('void', returnTo),
  recordDeath: proposal('deceased', returnTo),
});
const noEnd = m.assign({
  endKind: null,
  endReason: null,
  survivingCaseId: null,
  durableSolution: null,
  proposedBy: null,
  proposedByBody: null,
  returnTo: null,
});

/** In doubt a child: what an adult consented to is no longer a ground. */
const inDoubt = m.assign(({ context }) =>
  childStatuses.includes(context.ageStatus)
    ? { ...(context.assessedAge && { assessedAge: null }) }
    : {
        ...(context.assessedAge && { assessedAge: null }),
        ageStatus: 'presumedChild',
        consentReferToMainDepartment: 'notAsked',
        consentServices: 'notAsked',
        consentShelter: 'notAsked',
        refusalScope: null,
        sharingRefused: false,
      },
);

/** She speaks for herself from now on: nobody asked her yet. */
const grownUp = m.assign({
  ageStatus: 'verifiedAdult',
  consentReferToMainDepartment: 'notAsked',
  consentServices: 'notAsked',
  consentShelter: 'notAsked',
});

/** On record in every state that can be left. */
const always = {
  declareConflict: {
    actions: m.assign(({ context, event }) => ({
      conflicts: [...new Set([...context.conflicts, ...(event.by.id ? [event.by.id] : [])])],
    })),
  },
  linkCase: { actions: m.assign({}) },
  recordPerson: { actions: m.assign({}) },
  correctEntry: { actions: m.assign({}) },
  recordSafeContact: { actions: m.assign({ safeContact: true }) },
  recordDetention: { actions: m.assign({ detained: true }) },
  recordRelease: { actions: m.assign({ detained: false }) },
  assignOfficer: { actions: m.assign(({ event }) => ({ ownerOfficerId: code(event.data, 'officerId') })) },
  noteRefusal: {
    actions: m.assign(({ context, event }) => ({
      refusalScope: code(event.data, 'scope'),
      sharingRefused: isSet(event.data, 'sharing'),
      consentReferToMainDepartment:
        code(event.data, 'consentReferToMainDepartment') ?? context.consentReferToMainDepartment,
    })),
  },
};
/** A transfer waits only in a file that is open. */
const owned = {
  takeOwnership: {
    actions: m.assign(({ event }) => ({
      ownerBodyId: code(event.data, 'bodyId'),
      ownerOfficerId: code(event.data, 'officerId'),
    })),
  },
};
const stopAgeReview = stopDeadline('ageReview');
const assessedAs = (assessedAge: string) => m.assign({ assessedAge });
/** A child at once; an adult after the time to dispute it, until then every rule for a child holds. */
const recordAgeAssessment = [
  {
    guard: ({ event }: In) => event.data['outcome'] === 'child',
    actions: [assessedAs('child'), m.assign({ ageStatus: 'child' }), stopAgeReview],
  },
  {
    guard: ({ event }: In) => event.data['outcome'] === 'adult',
    actions: [assessedAs('adult'), stopAgeReview, startDeadline('ageReview')],
  },
  { actions: [assessedAs('inconclusive'), stopAgeReview] },
];
const doubt = {
  recordAgeDoubt: { actions: [inDoubt, stopAgeReview] },
  recordAgeAssessment,
  ageReviewPassed: { actions: grownUp },
  comeOfAge: { actions: grownUp },
  addProtectedPerson: {
    actions: m.assign(({ context }) => ({ protectedPersons: (context.protectedPersons ?? 0) + 1 })),
  },
};

const counted = m.assign(({ context }) => ({ followUps: context.followUps + 1 }));
/** Three follow-ups: three, six and twelve months after aftercare began. */
const followUps = {
  recordFollowUp: [
    {
      guard: ({ context }: In) => context.followUps === 0,
      actions: [counted, stopDeadline('followUp'), startDeadline('followUp')],
    },
    {
      guard: ({ context }: In) => context.followUps === 1,
      actions: [counted, stopDeadline('followUp'), startDeadline('followUp', { term: 'followUpLast' })],
    },
    { actions: [counted, stopDeadline('followUp')] },
  ],
};

export const caseFileMachine = m.createMachine({
  id: 'caseFile',
  version: '1',
  initial: 'open',
  context: ({ input }) => ({
    source: code(input.data, 'source'),
    encounteredAt: new Date(code(input.data, 'encounteredAt') ?? input.happenedAt).toISOString(),
    ageStatus: code(input.data, 'ageStatus') ?? 'presumedChild',
    district: code(input.data, 'district'),
    ...metTogether(input),
    immediateDanger: isSet(input.data, 'immediateDanger'),
    needsShelter: isSet(input.data, 'needsShelter'),
    consentReferToMainDepartment: answer(input, 'ReferToMainDepartment'),
    consentServices: answer(input, 'Services'),
    consentShelter: answer(input, 'Shelter'),
    consentStatistics: answer(input, 'Statistics'),
    refusalScope: null,
    sharingRefused: false,
    openedByBodyId: input.by.bodyId,
    ownerBodyId: input.by.bodyId,
    ownerOfficerId: isSet(input.facts, 'bySystem') ? null : input.by.id,
    conflicts: [],
    safeContact: false,
    detained: false,
    followUps: 0,
    endKind: null,
    endReason: null,
    survivingCaseId: null,
    durableSolution: null,
    proposedBy: null,
    proposedByBody: null,
    returnTo: null,
  }),
  states: {
    open: {
      tags: ['active'],
      on: {
        ...always,
        ...owned,
        ...doubt,
        ...proposals('open'),
        beginAftercare: {
          target: 'aftercare',
          actions: [stopDeadline('followUp'), startDeadline('followUp')],
        },
      },
    },
    aftercare: {
      tags: ['active', 'aftercare'],
      on: { ...always, ...owned, ...doubt, ...followUps, ...proposals('aftercare') },
    },
    endProposed: {
      tags: ['active', 'secondPerson'],
      entry: startDeadline('secondOfficer'),
      exit: stopDeadline('secondOfficer'),
      on: {
        ...always,
        ...owned,
        ...doubt,
        confirmEnd: [
          { guard: ({ context }) => context.endKind === 'void', target: 'voided' },
          {
            guard: ({ context }) => context.endKind === 'deceased',
            target: 'closed',
            actions: [stopDeadline('followUp'), stopAgeReview],
          },
          { target: 'closed', actions: stopAgeReview },
        ],
        returnEnd: [
          { guard: ({ context }) => context.returnTo === 'aftercare', target: 'aftercare', actions: noEnd },
          { target: 'open', actions: noEnd },
        ],
      },
    },
    closed: {
      tags: ['closed'],
      on: {
        ...always,
        ...followUps,
        recordAgeDoubt: { target: 'open', actions: [inDoubt, noEnd] },
        reopen: { target: 'open', actions: noEnd },
      },
    },
    voided: { entry: [stopDeadline('followUp'), stopAgeReview], type: 'final', tags: ['closed', 'ended'] },
  },
});
