import { startDeadline, stopDeadline } from '../machine.js';
import { code, isSet } from '../read.js';
import { m, noRefusal, refusedHere, type In } from './context.js';

const scopeIs =
  (...scopes: string[]) =>
  ({ event }: In) =>
    scopes.includes(code(event.data, 'scope') ?? '');

/** Danger, doubt about age or about duress: a second reader first. */
const inDoubt = ({ event: { data } }: In) =>
  isSet(data, 'danger') || isSet(data, 'ageDoubt') || isSet(data, 'duress');

/** Refusing that data be shared leaves identification where it is. */
const sharingOnly = { guard: scopeIs('sharing'), actions: m.assign({ sharingRefused: true }) };
const allowSharing = {
  guard: ({ context }: In) => context.sharingRefused,
  actions: m.assign({ sharingRefused: false }),
};

/** Refusing, from a state that is not decided yet. */
export const refusing = (here: string) => ({
  recordRefusal: [
    sharingOnly,
    { guard: inDoubt, target: 'refusalHeld' as const, actions: refusedHere(here) },
    { target: 'refused' as const, actions: refusedHere(here) },
  ],
  resume: allowSharing,
});

const everything = scopeIs('everything');
const everythingInDoubt = (input: In) => everything(input) && inDoubt(input);

/** After a decision there is no procedure left to refuse; sharing and keeping of data can be. */
export const refusingAfterDecision = (here: string) => ({
  recordRefusal: [
    sharingOnly,
    { guard: everythingInDoubt, target: 'refusalHeld' as const, actions: refusedHere(here) },
    { guard: everything, target: 'refused' as const, actions: refusedHere(here) },
  ],
  resume: allowSharing,
});

const notYetEverything = ({ context }: In) => context.refusalScope !== 'everything';

/** Said again: nothing new follows from it. */
const saidBefore = m.assign(({ context }) => ({ scopeBefore: context.refusalScope }));

/** Refusing more while already refused: what was said later counts. */
export const refusingMore = [
  { guard: scopeIs('sharing'), actions: [m.assign({ sharingRefused: true }), saidBefore] },
  {
    guard: (input: In) => everythingInDoubt(input) && notYetEverything(input),
    target: 'refusalHeld' as const,
    actions: refusedHere(),
  },
  {
    guard: (input: In) => everything(input) && notYetEverything(input),
    target: 'refused' as const,
    reenter: true,
    actions: refusedHere(),
  },
  { actions: saidBefore },
];

const referralAgain = {
  type: 'startDeadline' as const,
  params: ({ event }: In) => ({ name: 'referralToMainDepartment', startedAt: event.now }),
};

const screeningAnew = [noRefusal, stopDeadline('screening'), startDeadline('screening')];

/** Back to screening; where the referral to the Main Department is owed again, its clock starts today. */
const toScreening = [
  {
    guard: ({ event }: In) => isSet(event.facts, 'referralOwed'),
    target: 'screening' as const,
    actions: [...screeningAnew, stopDeadline('referralToMainDepartment'), referralAgain],
  },
  { target: 'screening' as const, actions: screeningAnew },
];

export const ageDoubt = { returnForAgeDoubt: toScreening };

const wasIn =
  (...states: string[]) =>
  ({ context }: In) =>
    states.includes(context.refusedFrom ?? '');
const undecided = ['presumed', 'assessment', 'decisionProposed'];

const stillNoProcedure = ({ event }: In) => code(event.data, 'consentReferToMainDepartment') === 'no';
/** Her data is hers to be read again; what stays refused is the formal procedure. */
const noProcedureOnly = m.assign(({ context, event }) => ({
  refusalScope: 'formalProcedure',
  scopeBefore: null,
  sharingRefused: false,
  sealedAt: null,
  unsealedAt: context.sealedAt === null ? null : event.now,
  shredded: false,
}));

const decidedBefore = [
  { guard: wasIn('identified'), target: 'identified' as const, actions: noRefusal },
  { guard: wasIn('notIdentified'), target: 'notIdentified' as const, actions: noRefusal },
  { guard: wasIn('reconsideration'), target: 'reconsideration' as const, actions: noRefusal },
];
const presumedBefore = { guard: wasIn(...undecided), target: 'presumed' as const, actions: noRefusal };

/** Back to where she was: nobody loses anything by having refused for a time. */
export const back = [
  ...decidedBefore,
  { guard: stillNoProcedure, target: 'refused' as const, reenter: true, actions: noProcedureOnly },
  presumedBefore,
  ...toScreening,
];

/**
 * The second reader found the refusal not to be hers: an earlier, narrower one stands, else everything goes on. The
 * time to refer was never stopped while it was held.
 */
export const returned = [
  {
    guard: ({ context }: In) => context.scopeBefore !== null,
    target: 'refused' as const,
    actions: m.assign(({ context }) => ({ refusalScope: context.scopeBefore, scopeBefore: null })),
  },
  ...decidedBefore,
  presumedBefore,
  { target: 'screening' as const, actions: screeningAnew },
];

/** The guard's end is the floor's where that lies later: nothing of a presumed person is destroyed before it. */
export const guardPassed = [
  {
    guard: ({ event }: In) => isSet(event.facts, 'tooEarly'),
    actions: {
      type: 'startDeadline' as const,
      params: ({ event }: In) => {
        const dueAt = code(event.facts, 'notBefore');
        return { name: 'refusalGuard', ...(dueAt !== null && { dueAt }) };
      },
    },
  },
  { actions: m.assign({ shredded: true }) },
];

/** Words written after everything was destroyed, while she still refuses: sealed, and destroyed after the same guard. */
export const sealedAgain = {
  sealAgain: {
    guard: ({ context }: In) => context.shredded,
    actions: [m.assign({ shredded: false }), startDeadline('refusalGuard')],
  },
};

export const stopGuard = stopDeadline('refusalGuard');
