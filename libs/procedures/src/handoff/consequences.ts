import {
  stateBodyKinds,
  type Ask,
  type CaseView,
  type Codes,
  type ParticipationLevel,
  type RuleInput,
  type StepInput,
} from '#libs/vocabulary';
import {
  fileOf,
  handoffs,
  handoffsPending,
  isChild,
  officerActing,
  ownerOf,
  refusalScope,
  refusesMainDepartment,
  sharingRefused,
} from '../circumstances.js';
import { basisNow, endHandoffs, tell } from '../asks.js';
import { bodyOf, coordinator } from '../desks.js';
import { nextHouse } from '../houses.js';
import { done, notice, task } from '../notices.js';
import { purposeOf } from '../purposes.js';
import { amount, code } from '../read.js';

type Consequence = (input: StepInput) => readonly Ask[];

/** What the inbox and outbox show of it: codes and ids. */
export const tracked: Consequence = ({ to, context }) => {
  const { kind, purpose, basis, statutory, fromBodyId, toBodyId, rung } = context;
  return [
    {
      type: 'trackHandoff',
      state: to,
      fields: { kind, purpose, basis, statutory, fromBodyId, toBodyId, escalation: rung },
    },
    ...(handoffsPending.includes(to) ? [] : done('handoff-overdue')),
  ];
};

/** Whether it asks to search for a child. */
export const ofChild = ({ view, data }: RuleInput): Codes =>
  code(data, 'purpose') === 'search' && isChild(view) ? { child: true } : {};

/** Since when its answer is waited for; null where no clock runs any more. */
export const waitedSince = ({ instance }: RuleInput): Codes => {
  const clock = instance?.clocks['acceptance'];
  return { since: clock?.state === 'running' ? clock.startedAt : null };
};

const receiver = ({ context }: StepInput) => code(context, 'toBodyId') ?? '';
const sender = ({ context }: StepInput) => code(context, 'fromBodyId');

export const sent: Consequence = (input) => {
  const { view, context, procedureId } = input;
  const known = Object.keys(input.facts.participants).includes(receiver(input));
  const insisted =
    context['basis'] === 'vitalInterest' && (sharingRefused(view) || refusalScope(view) !== null);
  return [
    ...tracked(input),
    ...(known ? [] : [{ type: 'participate', bodyId: receiver(input), level: 'preview' } as const]),
    ...notice(receiver(input), 'handoff-sent', procedureId),
    ...(context['purpose'] === 'identification'
      ? [
          { type: 'stopDeadline', name: 'referralToMainDepartment', procedure: 'identification' } as const,
          ...done('ask-consent', 'referral-overdue'),
        ]
      : []),
    ...answeredBySending(input),
    ...(insisted ? [{ type: 'sampleForReview', reason: 'sharedAgainstRefusal' } as const] : []),
  ];
};

/** Another way was found: what an earlier handoff for the same purpose left to do is done, and no desk is missing. */
const answeredBySending = ({ view, context, procedureId, data }: StepInput): readonly Ask[] => [
  ...doneFor(view, code(context, 'purpose') ?? '', procedureId),
  ...(code(data, 'fromBodyId') === null ? done('no-desk') : []),
];

const doneFor = (view: CaseView, purpose: string, procedureId: string): readonly Ask[] =>
  handoffs(view, { purpose, states: ['declined', ...handoffsPending] })
    .filter(({ id }) => id !== procedureId)
    .flatMap(({ id }) =>
      (purpose === 'shelter' ? (['new-shelter-request'] as const) : (['handoff-declined'] as const)).map(
        (code) => ({ type: 'closeTask' as const, code, openedBy: id }),
      ),
    );

/** Bodies that run a service for the person after accepting. */
const serving = ['shelter', 'assistance', 'legalAid', 'health', 'education'];

/** The command of another procedure that accepting already is. */
const followOn: Readonly<Record<string, readonly [procedure: string, command: string]>> = {
  guardianship: ['guardianship', 'accept'],
  assistance: ['assistance', 'accept'],
  search: ['missingPerson', 'beginSearch'],
};

/** What carries codes only opens no compartment, also when it has been accepted. */
const levelFor = (purpose: string): ParticipationLevel => {
  if (purposeOf(purpose)?.codesOnly) return 'preview';
  return serving.includes(purpose) ? 'serving' : 'full';
};

/** A request to a house stands for the placement that asks. */
const tellPlacement = ({ context }: StepInput, command: string, data: Codes = {}): readonly Ask[] => {
  const procedureId = code(context, 'about');
  return context['purpose'] === 'shelter' && procedureId !== null
    ? [
        {
          type: 'tell',
          procedure: 'placement',
          procedureId,
          command,
          data: { ...data, shelterBodyId: code(context, 'toBodyId') },
        },
      ]
    : [];
};

export const accepted: Consequence = (input) => {
  const { context, facts, procedureId } = input;
  const purpose = code(context, 'purpose') ?? '';
  const level = levelFor(purpose);
  const follows = followOn[purpose];
  const bodyId = receiver(input);
  return [
    ...tracked(input),
    { type: 'participate', bodyId, level: bodyId === ownerOf(input.view) ? 'full' : level },
    ...notice(sender(input), 'handoff-accepted', procedureId),
    ...(context['kind'] === 'transfer'
      ? [
          tell('caseFile', 'takeOwnership', { bodyId, officerId: officerActing(facts) }),
          ...done('offer-transfer'),
          // What else the former owner offered is no longer hers to give.
          ...endHandoffs(input.view, { kind: 'transfer', states: handoffsPending }, 'ownerChanged'),
          ...stepsBack(input),
        ]
      : []),
    ...(follows ? [tell(...follows, { bodyId })] : []),
    ...(purpose === 'shelter' ? doneFor(input.view, purpose, '') : []),
    ...tellPlacement(input, 'openDesk'),
  ];
};

/**
 * Who wants no formal procedure is not followed by the state bodies that had her case: they keep the codes of what they
 * did and its clocks, and read nothing of hers. A body that serves her, or was handed the case otherwise, stays.
 */
function stepsBack({ view, facts, procedureId, context }: StepInput): readonly Ask[] {
  if (!refusesMainDepartment(view)) return [];
  const had = new Set([code(context, 'fromBodyId'), code(fileOf(view)?.context, 'openedByBodyId')]);
  return [...had].flatMap((bodyId) => {
    const body = bodyOf(facts, bodyId);
    const isState = stateBodyKinds.some((kind) => kind === body?.kind);
    if (!body || !isState || body.id === code(context, 'toBodyId')) return [];
    const otherwise = handoffs(view, { toBodyId: body.id }).some(({ id }) => id !== procedureId);
    const stays = otherwise || facts.participants[body.id] !== 'full';
    return stays ? [] : [{ type: 'endParticipation', bodyId: body.id, keeps: 'preview' }];
  });
}

const grounds = ['sent', 'received', 'accepted', 'completed'];

/** The body goes, unless it has another ground to know the case: it owns or opened it, serves, or was handed it otherwise. */
function leaves(input: StepInput): readonly Ask[] {
  const { view, procedureId, facts } = input;
  const bodyId = receiver(input);
  const file = fileOf(view)?.context;
  const otherwise = handoffs(view, { toBodyId: bodyId, states: grounds }).some(
    ({ id, state, context }) =>
      id !== procedureId &&
      context['purpose'] !== 'secondReading' &&
      !(state === 'completed' && answeredOnce(code(context, 'purpose'))),
  );
  const level = facts.participants[bodyId];
  const stays =
    otherwise ||
    [code(file, 'ownerBodyId'), code(file, 'openedByBodyId')].includes(bodyId) ||
    level === 'serving' ||
    (input.from !== 'accepted' && level === 'full');
  return stays ? [] : [{ type: 'endParticipation', bodyId }];
}

/** Asked to read a proposal or to answer the person's own request: nothing more to know once answered. */
const answeredOnce = (purpose: string | null) =>
  purpose === 'secondReading' || purposeOf(purpose)?.codesOnly === true;

export const declined: Consequence = (input) => [
  ...tracked(input),
  ...leaves(input),
  ...notice(sender(input), 'handoff-declined', input.procedureId),
  ...(input.context['purpose'] === 'shelter'
    ? tellPlacement(input, 'declineRequest', { reason: code(input.context, 'answer') })
    : task(sender(input), 'handoff-declined')),
];

/** Ends this one and sends a new one, whose clock keeps its first start. */
const sendOn = (
  { view, context, procedureId }: StepInput,
  toBodyId: string,
  firstSentAt: string | null,
): Ask => {
  const { kind, purpose, fromBodyId, about } = context;
  const basis = basisNow(view, context);
  return {
    type: 'start',
    procedure: 'handoff',
    command: 'send',
    data: {
      kind,
      purpose,
      basis,
      fromBodyId,
      toBodyId,
      about,
      replaces: procedureId,
      ...(firstSentAt && { firstSentAt }),
    },
  };
};

export const redirected: Consequence = (input) => [
  ...tracked(input),
  ...leaves(input),
  ...[sender(input), receiver(input)]
    .filter((bodyId) => bodyId !== input.facts.actor.bodyId)
    .flatMap((bodyId) => notice(bodyId, 'handoff-redirected', input.procedureId)),
  ...(input.context['purpose'] === 'guardianship'
    ? [tell('guardianship', 'redirect', { toBodyId: code(input.data, 'toBodyId') })]
    : []),
  sendOn(input, code(input.data, 'toBodyId') ?? '', code(input.context, 'firstSentAt')),
];

const ended = (input: StepInput, reason: string): readonly Ask[] => [
  ...tracked(input),
  ...leaves(input),
  ...notice(receiver(input), 'handoff-withdrawn', input.procedureId),
  ...tellPlacement(input, 'end', { reason }),
];
export const withdrawn: Consequence = (input) => ended(input, 'withdrawn');
export const groundLost: Consequence = (input) => ended(input, code(input.data, 'reason') ?? 'withdrawn');

export const completed: Consequence = (input) => [
  ...tracked(input),
  ...(answeredOnce(code(input.context, 'purpose')) ? leaves(input) : []),
  // Who answers for the child has said what she needs.
  ...(code(input.context, 'purpose') === 'guardianship' ? done('suitability-check') : []),
  ...notice(sender(input), 'handoff-outcome', input.procedureId),
];

/** Whether a silent house is passed over for another one. */
export const passedOver = ({ instance, view, facts }: RuleInput): Codes => {
  const placement = view.instances.find(({ id }) => id === instance?.context['about']);
  const asks = instance?.context['purpose'] === 'shelter' && placement !== undefined;
  return { passedOver: asks && nextHouse({ view, facts, context: placement.context }) !== undefined };
};

/** Of a house that nobody can be asked after: the owner owes another request, and whoever asked learns it. */
const owedAnew = (input: StepInput): readonly Ask[] =>
  [...new Set([sender(input), ownerOf(input.view)])].flatMap((id) => task(id, 'new-shelter-request'));

export const silent: Consequence = (input) => {
  if (input.context['purpose'] === 'shelter') {
    return input.to === 'redirected'
      ? [...tracked(input), ...leaves(input), ...tellPlacement(input, 'passOver')]
      : [...tracked(input), ...owedAnew(input)];
  }
  const owes = bodyOf(input.facts, receiver(input));
  const parent = bodyOf(input.facts, owes?.parentId);
  const top = coordinator(input.facts);
  const rung = [undefined, owes, parent ?? top, top][amount(input.context, 'rung')];
  return [
    ...tracked(input),
    ...notice(rung?.id, 'handoff-overdue', input.procedureId),
    ...task(rung?.id, 'handoff-overdue'),
  ];
};
