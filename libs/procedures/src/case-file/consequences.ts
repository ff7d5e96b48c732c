import { many, type Ask, type CaseView, type Codes, type Facts, type StepInput } from '#libs/vocabulary';
import { ofAgeAt } from '../ages.js';
import {
  districtOf,
  floorOf,
  guardianshipOf,
  handoffs,
  identificationOf,
  isChild,
  officerActing,
  ownerOf,
  reflectionOf,
  refusesMainDepartment,
  sharingRefused,
} from '../circumstances.js';
import {
  askSecondReader,
  basisNow,
  endHandoffs,
  fulfilHandoffs,
  reopening,
  sendHandoff,
  tell,
  tellParticipants,
} from '../asks.js';
import { needsAsked } from '../suitability.js';
import { bodyOf, guardianshipBody, prosecutor, secondReader } from '../desks.js';
import { done, notice, task } from '../notices.js';
import { code, isSet } from '../read.js';

type Consequence = (input: StepInput) => readonly Ask[];

/** Guardianship and its handoff: at opening for a child, and whenever age comes into doubt. */
const askGuardianship = (view: CaseView, facts: Facts): readonly Ask[] => {
  const to = guardianshipBody(facts, districtOf(view));
  // A guardianship body that recorded the doubt itself is asked by the owner, so that it stands in its inbox too.
  const sender = to?.id === facts.actor.bodyId ? ownerOf(view) : null;
  const asked = handoffs(view, { purpose: 'guardianship' }).length > 0;
  return [
    ...notified(view, to?.id ?? null),
    ...(asked
      ? []
      : sendHandoff({ view, facts, to, purpose: 'guardianship', basis: 'statutoryDuty', sender })),
    // Who owns the case itself has nobody to wait for.
    ...(!asked && to && to.id === ownerOf(view) ? [tell('guardianship', 'accept', { bodyId: to.id })] : []),
  ];
};

/** Guardianship begins; or begins anew where it had ended. */
function notified(view: CaseView, bodyId: string | null): readonly Ask[] {
  const data = { bodyId };
  return guardianshipOf(view)
    ? [tell('guardianship', 'notify', data)]
    : [{ type: 'start', procedure: 'guardianship', command: 'notify', data }];
}

/** An adult who said no to a shelter is not asked for. */
const askShelter = ({ view, context }: StepInput): readonly Ask[] => {
  if (!isSet(context, 'needsShelter')) return [];
  if (!isChild(view) && context['consentShelter'] === 'no') return [];
  return [{ type: 'start', procedure: 'placement', command: 'request', data: {} }];
};

/** Cases of one encounter are linked with each other; none is visible from another. */
const metTogether = ({ context }: StepInput): readonly Ask[] => {
  const encounterId = code(context, 'encounterId');
  return encounterId === null ? [] : [{ type: 'joinEncounter', encounterId }];
};

export const opened: Consequence = (input) => {
  const { view, facts, context } = input;
  const bodyId = facts.actor.bodyId ?? '';
  const refuses = !isChild(view) && context['consentReferToMainDepartment'] === 'no';
  return [
    { type: 'participate', bodyId, level: 'full' },
    { type: 'assignOwner', bodyId, officerId: officerActing(facts) },
    ...metTogether(input),
    { type: 'start', procedure: 'identification', command: 'signal', data: {} },
    ...(isChild(view) ? askGuardianship(view, facts) : []),
    ...askShelter(input),
    ...(refuses
      ? [
          tell('identification', 'recordRefusal', {
            scope: 'formalProcedure',
            danger: isSet(context, 'immediateDanger'),
          }),
        ]
      : []),
  ];
};

export const officerAssigned: Consequence = ({ view, data }) => [
  { type: 'assignOwner', bodyId: ownerOf(view) ?? '', officerId: code(data, 'officerId') },
];

export const ownershipTaken: Consequence = ({ data }) => [
  { type: 'assignOwner', bodyId: code(data, 'bodyId') ?? '', officerId: code(data, 'officerId') },
  { type: 'participate', bodyId: code(data, 'bodyId') ?? '', level: 'full' },
];

/** A doubt about age reaches back: to who refused, was not indicated or not identified, and into a closed file. */
export const ageDoubted: Consequence = ({ view, facts, from }) => [
  ...reinstating(view),
  tell('identification', 'returnForAgeDoubt'),
  ...(from === 'closed' ? [tell('guardianship', 'takeUp')] : []),
  tell('placement', 'noteChild'),
  ...askGuardianship(view, facts),
  // After guardianship was asked: its body hears that a child is missing.
  tell('missingPerson', 'noteChild'),
  ...sentAgain(view, facts),
  ...task(ownerOf(view), 'suitability-check'),
  ...done('guardianship-to-end'),
  ...tellParticipants(facts, 'age-in-doubt'),
];

/**
 * What the record of death ended is sent again, once to each desk: a child's by duty, nothing that she refuses by now,
 * and no transfer that was taken. The guardianship body is asked apart, no house is asked for a placement that is over,
 * and nobody reads the end of the file any more.
 */
function sentAgain(view: CaseView, facts: Facts): readonly Extract<Ask, { type: 'start' }>[] {
  const discontinued = identificationOf(view);
  if (discontinued?.state !== 'discontinued') return [];
  const desks = handoffs(view, { states: ['withdrawn'] })
    .filter(({ since, context }) => context['answer'] === 'deceased' && since === discontinued.since)
    .filter(({ context }) => context['about'] !== 'caseFile' && !askedApart.includes(context['purpose']))
    .filter(({ context }) => !refusedSince(view, facts, context) && !handedOver(view, context))
    .map(({ context }) => [`${code(context, 'purpose')} ${code(context, 'toBodyId')}`, context] as const);
  return [...new Map(desks).values()].map((context) => {
    const { kind, purpose, about, fromBodyId, toBodyId } = context;
    const basis = basisNow(view, context);
    const data = { kind, purpose, basis, fromBodyId, toBodyId, ...(about && { about }) };
    return { type: 'start', procedure: 'handoff', command: 'send', data } as const;
  });
}

const askedApart: readonly unknown[] = ['guardianship', 'shelter'];

/** The case has another owner than who handed it over: sent again it would move a second time. */
const handedOver = (view: CaseView, { kind, fromBodyId }: Codes): boolean =>
  kind === 'transfer' && fromBodyId !== ownerOf(view);

const refusedSince = (view: CaseView, facts: Facts, handoff: Codes): boolean =>
  (sharingRefused(view) && handoff['basis'] === 'consent') ||
  (refusesMainDepartment(view) && bodyOf(facts, code(handoff, 'toBodyId'))?.kind === 'mainDepartment');

/** Detention asks for release and for non-punishment; it ends nothing (CETS 197 Art. 26). */
export const detentionRecorded: Consequence = ({ view, facts, context }) => {
  const to = prosecutor(facts, code(context, 'district'));
  const again = sentAgain(view, facts).map(
    ({ data }) => `${code(data, 'purpose')} ${code(data, 'toBodyId')}`,
  );
  const asked = (['release', 'nonPunishment'] as const)
    .filter((purpose) => !again.includes(`${purpose} ${to?.id}`))
    .flatMap((purpose) => sendHandoff({ view, facts, to, purpose, basis: 'vitalInterest' }));
  return [...reopening(view), ...asked];
};

export const released: Consequence = ({ view }) => fulfilHandoffs(view, { purpose: 'release' });

export const caseLinked: Consequence = ({ data }) => [
  { type: 'linkCase', caseId: code(data, 'caseId') ?? '', relation: code(data, 'relation') ?? '' },
  ...(data['relation'] === 'sameEncounter' ? [] : done('case-of-dependant')),
];

export const endProposed: Consequence = ({ view, facts, context }) => {
  if (context['endKind'] === 'close') return notice(ownerOf(view), 'decision-proposed');
  const reader = secondReader(facts, districtOf(view), refusesMainDepartment(view));
  return [
    ...askSecondReader(view, facts, reader, 'caseFile'),
    ...(context['endKind'] === 'deceased' ? done('record-death') : []),
  ];
};

export const endReturned: Consequence = ({ view }) => [
  ...endHandoffs(view, { purpose: 'secondReading', about: 'caseFile' }, 'returned'),
  ...done('second-person'),
  ...notice(ownerOf(view), 'proposal-returned'),
];

/** What goes on after closing: protection, retention, follow-up and the reconsideration window. */
const outlivesClosing = ['refusalGuard', 'followUp', 'reconsiderationWindow'];

const stopClocks = (
  view: CaseView,
  of = (type: string) => type !== 'caseFile' && type !== 'protection',
): readonly Ask[] =>
  view.instances
    .filter(({ type }) => of(type))
    .flatMap(({ type, clocks }) =>
      Object.values(clocks)
        .filter(({ name, state }) => state === 'running' && !outlivesClosing.includes(name))
        .map(({ name }) => ({ type: 'stopDeadline' as const, name, procedure: type })),
    );

const ended = (view: CaseView, reason: 'voided' | 'deceased'): readonly Ask[] => [
  // Nobody is searched for in a case that is void: who is missing stays missing in the case that remains.
  ...stopClocks(view, (type) => type === 'missingPerson'),
  tell('identification', 'discontinue', { reason }),
  tell('reflection', 'discontinue', { reason }),
  tell('guardianship', 'end', { reason }),
  ...(reason === 'deceased' ? [tell('missingPerson', 'recordDeceased')] : []),
  tell('placement', 'end', { reason }),
  ...endHandoffs(view, {}, reason),
  ...done('inform-person', 'decision-to-tell', 'reflection-elapsed', 'suitability-check', 'second-person'),
  ...done(
    'search',
    'long-term-review',
    'return-interview',
    'exploited-again',
    'record-death',
    'case-of-dependant',
  ),
  ...done('ask-consent', 'offer-transfer', 'referral-overdue', 'screening-overdue', 'follow-up'),
];

/** The floor of a duplicate goes with the person to the case that remains. */
function survivor({ view, facts, context }: StepInput): readonly Ask[] {
  const caseId = code(context, 'survivingCaseId');
  if (caseId === null) return [];
  const floor = floorOf(view, facts);
  const floorEndsAt = reflectionOf(view)?.clocks['reflectionFloor']?.dueAt;
  const moves = floor.kind !== 'none' && floor.kind !== 'passed';
  return [
    {
      type: 'linkCase',
      caseId,
      relation: 'duplicateOf',
      ...(moves && { floor: { endsAt: floor.kind === 'running' ? (floorEndsAt ?? null) : null } }),
    },
  ];
}

export const endConfirmed: Consequence = (input) => {
  const { view, context } = input;
  switch (context['endKind']) {
    case 'void':
      return [...survivor(input), { type: 'sampleForReview', reason: 'voided' }, ...ended(view, 'voided')];
    case 'deceased':
      return [{ type: 'sampleForReview', reason: 'deceased' }, ...ended(view, 'deceased')];
    default:
      return [...stopClocks(view), ...done('reflection-elapsed', 'new-shelter-request', 'offer-transfer')];
  }
};

/** A death was recorded in error: identification and the reflection period stand where they stood. */
const reinstating = (view: CaseView): readonly Ask[] =>
  identificationOf(view)?.state === 'discontinued'
    ? [tell('identification', 'reinstate'), tell('reflection', 'reinstate'), ...housedAgain(view)]
    : [];

/** Her bed is gone to others by now, perhaps: it is asked for again, first of the house where she was. */
function housedAgain(view: CaseView): readonly Ask[] {
  const placements = many(view, 'placement');
  const lost = placements.findLast(({ final, context }) => final && context['reason'] === 'deceased');
  if (!lost || placements.some(({ final }) => !final)) return [];
  const shelterBodyId = code(lost.context, 'shelterBodyId');
  const data = { ...needsAsked(lost.context), ...(shelterBodyId && { shelterBodyId }) };
  return [{ type: 'start', procedure: 'placement', command: 'request', data }];
}

/** Closing for a death ended every handoff: who may be a child is in nobody's care until it is asked again. */
export const reopened: Consequence = ({ view, facts }) => [
  ...reinstating(view),
  tell('guardianship', 'takeUp'),
  ...(isChild(view) ? askGuardianship(view, facts) : []),
  ...sentAgain(view, facts),
];

/** A child for certain, at once; an adult only when the time to dispute it has passed, whatever month was found. */
export const ageAssessed: Consequence = ({ data, facts }) => {
  const eighteenIn = code(data, 'eighteenIn');
  return [
    ...(eighteenIn === null || facts.now > ofAgeAt(eighteenIn)
      ? []
      : [tell('guardianship', 'recordMajority', { eighteenIn, estimated: true })]),
    ...tellParticipants(facts, 'age-assessed'),
    ...done('guardianship-to-end'),
  ];
};

/** Nobody disputed it in time. Guardianship does not end by that: its body decides. */
export const ageReviewed: Consequence = (input) => [
  ...ofAge(input),
  ...task(code(guardianshipOf(input.view)?.context, 'bodyId'), 'guardianship-to-end'),
  ...tellParticipants(input.facts, 'age-assessed'),
];

/** A child protected with her may need a case of her own, linked and not visible from this one. */
export const personAdded: Consequence = ({ view, data }) =>
  isSet(data, 'minor') ? task(ownerOf(view), 'case-of-dependant') : [];

/** Of age: what others consented to for her counts no longer, she is asked herself. Nothing ends by it. */
export const ofAge: Consequence = ({ view }) => task(ownerOf(view), 'ask-consent');

export const overdue: Consequence = ({ view }) => task(ownerOf(view), 'second-person');
export const followUpDue: Consequence = ({ view }) => task(ownerOf(view), 'follow-up');
export const followedUp: Consequence = () => done('follow-up');
