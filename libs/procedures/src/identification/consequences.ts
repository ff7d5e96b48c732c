import {
  compartments,
  stateBodyKinds,
  type Ask,
  type CaseView,
  type Codes,
  type Facts,
  type RuleInput,
  type StepInput,
} from '#libs/vocabulary';
import {
  consentTo,
  isClosed,
  districtOf,
  floorOf,
  handoffs,
  identificationOf,
  isChild,
  ownerOf,
  reflectionOf,
  sharingRefused,
} from '../circumstances.js';
import {
  askSecondReader,
  endHandoffs,
  fulfilHandoffs,
  grantReflection,
  reopening,
  sendHandoff,
  tell,
  tellParticipants,
} from '../asks.js';
import {
  actingKind,
  bodyOf,
  guardianshipBody,
  mainDepartment,
  reviewUnit,
  secondReader,
  servingBody,
} from '../desks.js';
import { dutyToNotify } from '../duties.js';
import { done, notice, task } from '../notices.js';
import { code, codeList, isSet } from '../read.js';

type Consequence = (input: StepInput) => readonly Ask[];
const about = 'identification';

/** Whether the acting body owes the Main Department a notification; the Department owes itself none. */
const bound = (facts: Facts): boolean =>
  actingKind(facts) !== 'mainDepartment' && dutyToNotify(actingKind(facts), facts.now) !== undefined;

export const duty = ({ facts }: RuleInput): Codes => ({ duty: bound(facts) });

const referralGone = (view: CaseView) => handoffs(view, { purpose: 'identification' }).length > 0;

/** Coming back to screening: is the referral to the Main Department owed again? */
export const referralOwed = ({ view, instance }: RuleInput): Codes => ({
  referralOwed: isSet(instance?.context, 'duty') && !referralGone(view),
});

export const advice = ({ facts: { assessment } }: RuleInput): Codes => ({
  advises: assessment?.advises ?? null,
});

export const indicatorsRecorded: Consequence = ({ data, facts: { assessment } }) => [
  {
    type: 'recordAssessment',
    fields: {
      catalogue: code(data, 'catalogue'),
      policy: code(data, 'policy') ?? 'strict',
      observed: codeList(data, 'observed'),
      ...(assessment && { ...assessment }),
    },
  },
  ...done('screening-overdue'),
];

/**
 * The referral to the Main Department, if it has not gone. A child is never asked; a body with the duty sends by its
 * duty; an adult who was not asked is asked first; one who said no is not referred.
 */
function refer(view: CaseView, facts: Facts): readonly Ask[] {
  if (actingKind(facts) === 'mainDepartment')
    return [{ type: 'stopDeadline', name: 'referralToMainDepartment' }, ...done('referral-overdue')];
  if (referralGone(view)) return [];
  const to = mainDepartment(facts);
  const send = (basis: 'statutoryDuty' | 'consent') =>
    sendHandoff({ view, facts, to, purpose: 'identification', basis });
  if (isChild(view)) return send('statutoryDuty');
  const consent = consentTo(view, 'ReferToMainDepartment');
  if (consent === 'no') return [];
  if (bound(facts) || isSet(identificationOf(view)?.context, 'duty')) return send('statutoryDuty');
  return consent === 'yes' && !sharingRefused(view) ? send('consent') : task(ownerOf(view), 'ask-consent');
}

export const presumed: Consequence = ({ view, facts }) => [
  ...reopening(view),
  ...grantReflection(view),
  ...refer(view, facts),
  ...done('screening-overdue'),
];

export const rejectionProposed: Consequence = ({ view, facts }) => {
  if (!isChild(view)) return [];
  const guardianship = guardianshipBody(facts, districtOf(view));
  const reader =
    guardianship && guardianship.id !== facts.actor.bodyId
      ? guardianship
      : secondReader(facts, districtOf(view));
  return askSecondReader(view, facts, reader, about);
};

/** The second person has answered: the request for her reading is done; what is not indicated is not referred. */
export const secondReading: Consequence = ({ view, to }) => [
  ...fulfilHandoffs(view, { purpose: 'secondReading', about }),
  ...done(
    'second-person',
    ...(to === 'notIndicated' ? (['referral-overdue', 'screening-overdue'] as const) : []),
  ),
];

/** A state body offers the case of who wants no formal procedure to those who serve her, and stays owner until then. */
function offerTransfer({ view, facts }: StepInput): readonly Ask[] {
  const owner = bodyOf(facts, ownerOf(view));
  if (!owner || !stateBodyKinds.some((kind) => kind === owner.kind) || isClosed(view)) return [];
  if (sharingRefused(view) || consentTo(view, 'Services') === 'no') return task(owner.id, 'offer-transfer');
  const to = servingBody(facts, districtOf(view));
  const sent = sendHandoff({
    view,
    facts,
    to,
    purpose: 'assistance',
    basis: 'consent',
    kind: 'transfer',
    sender: owner.id,
  });
  return [...sent, ...task(owner.id, 'offer-transfer')];
}

/** Against an adult's refusal a referral stands only where dated configuration says that the duty does. */
const withdrawReferral = (view: CaseView, facts: Facts): readonly Ask[] => {
  const owner = bodyOf(facts, ownerOf(view));
  return dutyToNotify(owner?.kind, facts.now)?.despiteRefusal
    ? []
    : endHandoffs(view, { purpose: 'identification' }, 'refused');
};

const pending = ['sent', 'received'];

/** What she refused is in the file at once, also while a second reader looks at it. */
const noted = ({ context }: StepInput): Ask => {
  const scope = code(context, 'refusalScope');
  return tell('caseFile', 'noteRefusal', {
    scope,
    sharing: isSet(context, 'sharingRefused'),
    ...(scope !== null && { consentReferToMainDepartment: 'no' }),
  });
};

export const refusalRecorded: Consequence = (input) => {
  const { view, context, to } = input;
  const stopsSharing = isSet(context, 'sharingRefused') || context['refusalScope'] === 'everything';
  const withdrawn = stopsSharing ? endHandoffs(view, { basis: 'consent', states: pending }, 'refused') : [];
  const isNew = to === 'refused' && context['scopeBefore'] !== context['refusalScope'];
  return [
    ...(to === 'refusalHeld' ? reopening(view) : []),
    noted(input),
    ...withdrawn,
    ...(isNew ? refusalStands(input) : []),
  ];
};

/** Sealed at once, with a code to come back by; the guard before shredding runs in the statechart. */
const sealing = ({ context }: StepInput): readonly Ask[] =>
  context['refusalScope'] === 'everything' && !isSet(context, 'shredded')
    ? [{ type: 'seal', compartments: [...compartments], returnCode: true }]
    : [];

function refusalStands(input: StepInput): readonly Ask[] {
  const { view, facts, context } = input;
  return [
    ...sealing(input),
    ...withdrawReferral(view, facts),
    ...(context['refusalScope'] === 'formalProcedure' ? offerTransfer(input) : []),
    ...done('ask-consent', 'referral-overdue', 'screening-overdue'),
  ];
}

export const refusalConfirmed: Consequence = (input) => [...refusalStands(input), ...done('second-person')];

const unsealing = ({ context, facts }: StepInput): readonly Ask[] =>
  context['unsealedAt'] === facts.now ? [{ type: 'unseal', compartments: [...compartments] }] : [];

export const refusalReturned: Consequence = (input) => [
  tell('caseFile', 'noteRefusal', {
    scope: code(input.context, 'refusalScope'),
    sharing: isSet(input.context, 'sharingRefused'),
    consentReferToMainDepartment: input.to === 'refused' ? 'no' : 'notAsked',
  }),
  ...unsealing(input),
  ...done('second-person'),
];

/** She came back: what she allows now is what counts. */
export const resumed: Consequence = (input) => {
  const { view, facts, data, to } = input;
  const child = isChild(view);
  const consent = (child ? null : code(data, 'consentReferToMainDepartment')) ?? 'notAsked';
  const wanted = to === 'presumed' && (child || consent === 'yes') && actingKind(facts) !== 'mainDepartment';
  const basis = child ? 'statutoryDuty' : 'consent';
  return [
    ...(to === 'refused' ? [] : reopening(view)),
    tell('caseFile', 'noteRefusal', {
      scope: code(input.context, 'refusalScope'),
      sharing: false,
      consentReferToMainDepartment: consent,
    }),
    ...unsealing(input),
    ...(wanted && !referralGone(view)
      ? sendHandoff({ view, facts, to: mainDepartment(facts), purpose: 'identification', basis })
      : []),
    ...(consent === 'notAsked' && !child ? task(ownerOf(view), 'ask-consent') : []),
    ...(to === 'refused' ? [] : done('offer-transfer')),
  ];
};

export const returnedForAge: Consequence = (input) => [
  ...unsealing(input),
  ...endHandoffs(input.view, { purpose: 'secondReading', about }, 'returned'),
];

/** The guard before shredding waits for the floor of who was presumed. */
export const guardAgainstFloor = ({ view, facts }: RuleInput): Codes => {
  const floor = floorOf(view, facts);
  if (floor.kind === 'none' || floor.kind === 'passed') return { tooEarly: false };
  return { tooEarly: true, notBefore: floor.kind === 'running' ? floor.until : null };
};

export const shredded: Consequence = ({ context }) =>
  isSet(context, 'shredded') ? [{ type: 'shred', compartments: [...compartments] }] : [];

export const participantInvited: Consequence = ({ data }) => [
  { type: 'participate', bodyId: code(data, 'bodyId') ?? '', level: 'full' },
];

/** A colleague of the Main Department is to read it. */
export const decisionProposed: Consequence = ({ facts }) =>
  notice(mainDepartment(facts)?.id, 'decision-proposed');
export const decisionReturned: Consequence = ({ facts }) =>
  notice(mainDepartment(facts)?.id, 'proposal-returned');

/** Decided: the referral has its outcome, all who take part are told, and she is to be told in person. */
export const decided: Consequence = ({ view, facts, to }) => [
  ...(to === 'identified' && !reflectionOf(view) ? grantReflection(view) : []),
  ...fulfilHandoffs(view, { purpose: 'identification' }),
  ...tellParticipants(facts, 'decision-made'),
  ...task(ownerOf(view), 'decision-to-tell'),
  ...done('second-person', 'reconsideration-overdue'),
];

export const recognised: Consequence = (input) => (input.to === 'identified' ? decided(input) : []);
export const told: Consequence = () => done('decision-to-tell');

export const reconsiderationRequested: Consequence = ({ view, facts }) =>
  askSecondReader(view, facts, reviewUnit(facts), about);

export const reconsidered: Consequence = (input) => [
  ...fulfilHandoffs(input.view, { purpose: 'secondReading', about }),
  ...decided(input),
];

export const screeningOverdue: Consequence = ({ view }) => task(ownerOf(view), 'screening-overdue');
export const referralOverdue: Consequence = ({ view }) => task(ownerOf(view), 'referral-overdue');
export const secondOverdue: Consequence = ({ view, facts, from }) =>
  task(from === 'decisionProposed' ? mainDepartment(facts)?.id : ownerOf(view), 'second-person');
export const reconsiderationOverdue: Consequence = ({ facts }) =>
  task(reviewUnit(facts)?.id, 'reconsideration-overdue');

/** Kept when the case is voided or the death recorded: where she stood, and which of her clocks ran. */
export const standing = ({ instance }: RuleInput): Codes => {
  const runs = (name: string) => instance?.clocks[name]?.state === 'running';
  return {
    was: instance?.state ?? null,
    screeningRan: runs('screening'),
    referralRan: runs('referralToMainDepartment'),
    windowRan: runs('reconsiderationWindow'),
  };
};

/** Not dead after all: she is still to be told of what was decided. */
export const reinstated: Consequence = ({ view, context, to }) =>
  ['identified', 'notIdentified'].includes(to) && context['told'] !== true
    ? task(ownerOf(view), 'decision-to-tell')
    : [];

export const sealedAgain: Consequence = () => [
  { type: 'seal', compartments: [...compartments], returnCode: false },
];
