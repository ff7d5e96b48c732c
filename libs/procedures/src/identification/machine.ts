import { startDeadline, stopDeadline } from '../machine.js';
import type { ProcedureEvent } from '../procedure.js';
import { isSet } from '../read.js';
import {
  decided,
  indicators,
  initial,
  interviewed,
  m,
  noOpinion,
  noProposal,
  noted,
  opinion,
  presumed,
  proposed,
  reconsidered,
  sealing,
  type Context,
  type In,
} from './context.js';
import { leaving, neverLeft, reinstate } from './reinstating.js';
import {
  ageDoubt,
  back,
  guardPassed,
  refusing,
  refusingAfterDecision,
  refusingMore,
  returned,
  sealedAgain,
  stopGuard,
} from './refusing.js';

const screeningDone = stopDeadline('screening');
const referralDone = stopDeadline('referralToMainDepartment');
const everyClock = [
  screeningDone,
  referralDone,
  stopDeadline('reconsiderationWindow'),
  stopDeadline('reconsideration'),
  stopGuard,
];
const secondOfficer = { entry: startDeadline('secondOfficer'), exit: stopDeadline('secondOfficer') };

const presume = { presume: { target: 'presumed' as const, actions: [noProposal, presumed] } };
/** Recognised by a court, by the prosecution or abroad: positive only; a negative answer from outside decides nothing. */
const external = {
  recordExternalDecision: [
    {
      guard: ({ event }: In) => event.data['outcome'] === 'recognised',
      target: 'identified' as const,
      actions: [noProposal, presumed],
    },
    { actions: noted },
  ],
};
const withPerson = {
  inviteParticipant: { actions: noted },
  recordInterview: { actions: interviewed },
};
const moreIndicators = { recordIndicators: { actions: indicators } };
/** New facts answer every no: back to screening. */
const newFacts = {
  recordIndicators: { target: 'screening' as const, actions: [indicators, startDeadline('screening')] },
};

/** Her time to ask for reconsideration does not run out before she was told. */
const windowPassed = {
  reconsiderationWindowPassed: [
    { guard: ({ context }: In) => context.told === null, actions: startDeadline('reconsiderationWindow') },
    { actions: noted },
  ],
};
const toldNow = m.assign(({ event }) => ({ told: isSet(event.data, 'reached') }));
/** Told at last, her time counts from now; told twice, it does not begin again. */
const told = {
  informOfDecision: [
    {
      guard: ({ context, event }: In) =>
        !context.reconsidered && context.told !== true && isSet(event.data, 'reached'),
      actions: [toldNow, stopDeadline('reconsiderationWindow'), startDeadline('reconsiderationWindow')],
    },
    { guard: ({ context }: In) => context.told !== true, actions: toldNow },
    { actions: noted },
  ],
};

const ended = { type: 'final' as const, entry: [...everyClock] };
/** A death that was recorded in error is undone: she stands where she stood. A voided file never opens again. */
const recorded = { tags: ['ending', 'ended'], entry: [...everyClock], on: { reinstate } };

/** What is drawn anew from one version to the next; everything else stands as it was. */
interface Edition {
  readonly version: string;
  readonly context: (input: ProcedureEvent) => Context;
  readonly discontinue: { readonly target: 'discontinued'; readonly actions?: typeof leaving };
  readonly discontinued: typeof ended | typeof recorded;
  readonly whileRefused: Partial<typeof sealedAgain>;
}

const drawn = ({ version, context, discontinue: leave, discontinued, whileRefused }: Edition) => {
  const discontinue = { discontinue: leave };
  return m.createMachine({
    id: 'identification',
    version,
    initial: 'signalled',
    context: ({ input }) => context(input),
    entry: m.enqueueActions(({ enqueue, context }) => {
      enqueue(startDeadline('screening'));
      if (context.duty) enqueue(startDeadline('referralToMainDepartment'));
    }),
    states: {
      signalled: {
        tags: ['screening'],
        on: {
          recordIndicators: { target: 'screening', actions: indicators },
          ...presume,
          ...refusing('signalled'),
          ...external,
          ...discontinue,
        },
      },
      screening: {
        tags: ['screening'],
        on: {
          ...moreIndicators,
          ...presume,
          rejectIndication: { target: 'rejectionProposed', actions: proposed },
          ...refusing('screening'),
          ...external,
          ...discontinue,
        },
      },
      rejectionProposed: {
        tags: ['screening', 'secondPerson'],
        ...secondOfficer,
        entry: [startDeadline('secondOfficer'), screeningDone],
        on: {
          confirmRejection: { target: 'notIndicated', actions: decided },
          returnRejection: { target: 'screening', actions: [noProposal, startDeadline('screening')] },
          ...moreIndicators,
          ...presume,
          ...refusing('screening'),
          ...external,
          ...ageDoubt,
          ...discontinue,
        },
      },
      notIndicated: {
        tags: ['resting'],
        entry: [screeningDone, referralDone],
        on: {
          ...newFacts,
          ...presume,
          ...refusingAfterDecision('notIndicated'),
          ...external,
          ...ageDoubt,
          ...discontinue,
        },
      },
      presumed: {
        tags: ['presumed', 'removalBarred'],
        entry: screeningDone,
        on: {
          beginAssessment: { target: 'assessment' },
          ...withPerson,
          ...moreIndicators,
          ...refusing('presumed'),
          ...external,
          ...discontinue,
        },
      },
      assessment: {
        tags: ['presumed', 'removalBarred'],
        entry: screeningDone,
        on: {
          proposeDecision: { target: 'decisionProposed', actions: proposed },
          ...withPerson,
          ...moreIndicators,
          ...refusing('assessment'),
          ...external,
          ...discontinue,
        },
      },
      decisionProposed: {
        tags: ['presumed', 'removalBarred', 'secondPerson'],
        ...secondOfficer,
        on: {
          confirmDecision: [
            {
              guard: ({ context }) => context.proposedOutcome === 'identified',
              target: 'identified',
              actions: decided,
            },
            {
              target: 'notIdentified',
              actions: [
                decided,
                stopDeadline('reconsiderationWindow'),
                startDeadline('reconsiderationWindow'),
              ],
            },
          ],
          returnDecision: { target: 'assessment', actions: noProposal },
          withdrawProposal: { target: 'assessment', actions: noProposal },
          ...moreIndicators,
          ...refusing('decisionProposed'),
          ...external,
          ...discontinue,
        },
      },
      identified: {
        tags: ['identified', 'removalBarred'],
        entry: [...everyClock],
        on: {
          informOfDecision: { actions: toldNow },
          ...withPerson,
          ...moreIndicators,
          ...refusingAfterDecision('identified'),
          recordExternalDecision: { actions: noted },
          ...discontinue,
        },
      },
      notIdentified: {
        tags: ['resting', 'negative'],
        on: {
          requestReconsideration: {
            target: 'reconsideration',
            actions: [noOpinion, stopDeadline('reconsiderationWindow')],
          },
          ...told,
          ...windowPassed,
          ...newFacts,
          ...refusingAfterDecision('notIdentified'),
          ...external,
          ...ageDoubt,
          ...discontinue,
        },
      },
      reconsideration: {
        tags: ['removalBarred', 'negative'],
        entry: startDeadline('reconsideration'),
        exit: stopDeadline('reconsideration'),
        on: {
          recordOpinion: { actions: opinion },
          decideReconsideration: [
            {
              guard: ({ event }) => event.data['outcome'] === 'identified',
              target: 'identified',
              actions: reconsidered,
            },
            { target: 'notIdentified', actions: reconsidered },
          ],
          ...withPerson,
          ...moreIndicators,
          ...refusingAfterDecision('reconsideration'),
          ...external,
          ...ageDoubt,
          ...discontinue,
        },
      },
      /** A second reader first; nothing is sealed yet, but what she refused stops at once. */
      refusalHeld: {
        tags: ['secondPerson'],
        ...secondOfficer,
        on: {
          confirmRefusal: { target: 'refused' },
          returnRefusal: returned,
          ...ageDoubt,
          ...discontinue,
        },
      },
      refused: {
        tags: ['resting', 'refused'],
        entry: [
          screeningDone,
          referralDone,
          sealing,
          m.enqueueActions(({ enqueue, context }) => {
            if (context.sealedAt !== null && !context.shredded) enqueue(startDeadline('refusalGuard'));
          }),
        ],
        exit: stopGuard,
        on: {
          resume: back,
          recordRefusal: refusingMore,
          refusalGuardPassed: guardPassed,
          ...whileRefused,
          ...ageDoubt,
          ...discontinue,
        },
      },
      discontinued,
    },
  });
};

export const identificationMachines = {
  1: drawn({
    version: '1',
    context: initial,
    discontinue: { target: 'discontinued' },
    discontinued: ended,
    whileRefused: {},
  }),
  2: drawn({
    version: '2',
    context: (input) => ({ ...initial(input), ...neverLeft }),
    discontinue: { target: 'discontinued', actions: leaving },
    discontinued: recorded,
    whileRefused: sealedAgain,
  }),
};
