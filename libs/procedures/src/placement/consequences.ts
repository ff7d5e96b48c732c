import { addDuration } from '#libs/calendar';
import { many, type Ask, type Body, type Codes, type RuleInput, type StepInput } from '#libs/vocabulary';
import { askSecondReader, fulfilHandoffs, reopening, tell } from '../asks.js';
import { districtOf, guardianshipOf, isChild, ownerOf, shelterRequests } from '../circumstances.js';
import { bodiesOf, bodyOf, coordinator, guardianshipBody, supportBody } from '../desks.js';
import { nextHouse, openRequests, silentRequests } from '../houses.js';
import { done, notice, task } from '../notices.js';
import { amount, code } from '../read.js';
import { needsAsked, needsOf, unsuitableOffer } from '../suitability.js';
import { answerHandoff, askNext, houseLeaves, tellPlacement } from './asking.js';
import { goneOver, survivorOf } from './carrying.js';
import { inEmergency, movesChild } from './moving.js';

export { takenOver } from './carrying.js';

type Consequence = (input: StepInput) => readonly Ask[];

const houseOf = ({ context }: StepInput) => code(context, 'shelterBodyId');
const asker = ({ context, view }: StepInput) => code(context, 'requestedByBodyId') ?? ownerOf(view);
/** Who owns the case and who asked, each once. */
const told = (input: StepInput, template: Parameters<typeof notice>[1]) =>
  [...new Set([asker(input), ownerOf(input.view)])]
    .filter((id) => id !== input.facts.actor.bodyId)
    .flatMap((id) => notice(id, template));
const freed: Ask = { type: 'freeBed' };
const newRequest = 'new-shelter-request';
const clearTasks = done(
  'offer-unanswered',
  'arrival-overdue',
  'stay-ended',
  'transfer-overdue',
  'house-review',
  'ask-her-again',
);

/** A new request is owed no more, whichever request left it to be made, at whatever desk. */
const askedAnew = ({ view }: StepInput): readonly Ask[] => [
  ...done(newRequest),
  ...[...many(view, 'placement'), ...shelterRequests(view)].map(({ id }) => ({
    type: 'closeTask' as const,
    code: newRequest,
    openedBy: id,
  })),
];

/** What a house leaves without an answer ends once another one is asked, or has a bed: after that, lest it be unasked. */
const silenceEnds = ({ view, procedureId }: StepInput): readonly Ask[] =>
  silentRequests(view)
    .filter(({ id }) => id !== procedureId)
    .map(({ id }) => tellPlacement(id, 'end', { reason: 'superseded' }));

export const requested: Consequence = (input) => [
  ...reopening(input.view),
  ...askNext(input),
  ...askedAnew(input),
  ...silenceEnds(input),
];

/** Whoever asked learns it too. */
const owedAnew = (input: StepInput): readonly Ask[] =>
  [...new Set([asker(input), ownerOf(input.view)])].flatMap((id) => task(id, newRequest));
export const exhausted: Consequence = owedAnew;

/** The house that was asked last: it has just been put aside. */
const lastAsked = ({ context }: StepInput): string | null => {
  const asked = context['asked'];
  return Array.isArray(asked) ? ((asked as string[]).at(-1) ?? null) : null;
};

/** A house that says no, or nothing, is answered for, and the next one is asked. */
const onward = (input: StepInput, reason: string): readonly Ask[] => [
  ...answerHandoff(input, [
    ['decline', { reason }],
    ['end', { reason }],
  ]),
  ...houseLeaves(input, lastAsked(input)),
  ...askNext(input),
];
export const declined: Consequence = (input) => onward(input, code(input.data, 'reason') ?? 'noCapacity');
export const passedOver: Consequence = (input) => [
  ...answerHandoff(input, [['end', { reason: 'silence' }]]),
  ...houseLeaves(input, lastAsked(input)),
  ...askNext(input),
];

/** Whether another house can be asked: the last one is waited for, however long it takes. */
export const otherHouse = ({ view, facts, instance }: RuleInput): Codes => ({
  passedOver: nextHouse({ view, facts, context: instance?.context ?? {} }) !== undefined,
});
export const silent: Consequence = (input) => (houseOf(input) === null ? passedOver(input) : owedAnew(input));
export const offerWithdrawn: Consequence = (input) => [
  freed,
  ...done('offer-unanswered', 'arrival-overdue', 'house-review'),
  ...onward(input, code(input.data, 'reason') ?? 'noCapacity'),
];

const held = ({ context, data }: StepInput): Ask => ({
  type: 'holdBed',
  shelterBodyId: code(context, 'shelterBodyId') ?? '',
  bedId: code(data, 'bedId') ?? '',
});
/** What of the bed does not suit stays on record with the offer; it refuses nothing. */
export const bedOffered = ({ view, instance, facts }: RuleInput): Codes =>
  facts.bedOffered
    ? { unsuitable: [...unsuitableOffer(facts.bedOffered, needsOf(view, instance?.context ?? {}))] }
    : {};
export const offered: Consequence = (input) => [
  ...reopening(input.view),
  ...answerHandoff(input, [['accept', {}]]),
  ...askedAnew(input),
  ...silenceEnds(input),
  held(input),
  ...told(input, 'bed-offered'),
  ...(movesChild(input) ? notice(answersFor(input)?.id, 'bed-offered') : []),
];

export const offerUnanswered: Consequence = (input) =>
  task(movesChild(input) ? answersFor(input)?.id : asker(input), 'offer-unanswered');

/** The body that answers for the child, or the one that would. */
const answersFor = ({ view, facts }: Pick<StepInput, 'view' | 'facts'>): Body | undefined =>
  bodyOf(facts, code(guardianshipOf(view)?.context, 'bodyId')) ?? guardianshipBody(facts, districtOf(view));

/** Reads, from outside, what was accepted: for a child who answers for her, for an adult neither the house, who runs it, nor another house. */
function outsider({ facts, view }: StepInput, house: Body | undefined): Body | undefined {
  const inside = [house?.id, house?.parentId];
  const readers = isChild(view)
    ? [answersFor({ view, facts })]
    : [supportBody(facts, districtOf(view)), ...bodiesOf(facts, 'assistanceCentre', 'ngo')];
  return [...readers, coordinator(facts)].find((body) => body && !inside.includes(body.id));
}

/** Of a child who is moved at once, because she cannot stay. */
export const movingOfChild = (input: RuleInput): Codes => ({
  childMoved: inEmergency(input) && movesChild(input),
});

export const accepted: Consequence = (input) => {
  const { view, facts, context, procedureId } = input;
  const answered = [...done('offer-unanswered'), ...notice(houseOf(input), 'offer-accepted')];
  if (context['review'] !== 'owed') return answered;
  const reader = outsider(input, bodyOf(facts, houseOf(input)));
  const inHouse = houseOf(input) === facts.actor.bodyId;
  return [
    ...(inHouse ? done('offer-unanswered') : answered),
    // What a duplicate owed was sampled there.
    ...(input.data['review'] === 'owed'
      ? []
      : [
          { type: 'sampleForReview', reason: inHouse ? 'acceptedInHouse' : 'childMovedInEmergency' } as const,
        ]),
    ...askSecondReader(view, facts, reader, procedureId),
  ];
};

/** Found not to be her own will, the owner speaks with her; nothing ends by it. */
export const reviewed: Consequence = ({ view, data, procedureId }) => [
  ...fulfilHandoffs(view, { purpose: 'secondReading', about: procedureId }),
  ...done('house-review'),
  ...(data['finding'] === 'notOwnWish' ? task(ownerOf(view), 'ask-her-again') : []),
];
export const reviewOverdue: Consequence = ({ facts, view }) => [
  ...task(ownerOf(view), 'house-review'),
  ...task(coordinator(facts)?.id, 'house-review'),
];

export const personRefused: Consequence = (input) => [
  freed,
  ...done('offer-unanswered', 'arrival-overdue'),
  ...told(input, 'offer-refused'),
  ...notice(houseOf(input), 'offer-refused'),
];
export const notArrived: Consequence = (input) => [
  freed,
  ...done('arrival-overdue'),
  ...told(input, 'did-not-arrive'),
];
export const arrivalOverdue: Consequence = (input) => [
  ...task(houseOf(input), 'arrival-overdue'),
  ...task(asker(input), 'arrival-overdue'),
];

export const stayOfChild = ({ view }: RuleInput): Codes => ({ child: isChild(view) });

/** One house houses her: the others are told, and what was still asked or kept for her elsewhere ends. */
const onlyHere = ({ view, procedureId }: StepInput): readonly Ask[] =>
  many(view, 'placement')
    .filter(({ id, final }) => id !== procedureId && !final)
    .map(({ id, tags }) =>
      tags.includes('occupying')
        ? tellPlacement(id, 'completeTransfer')
        : tellPlacement(id, 'end', { reason: 'superseded' }),
    );
export const admitted: Consequence = (input) => [
  ...reopening(input.view),
  { type: 'occupyBed' },
  ...done('arrival-overdue'),
  ...askedAnew(input),
  ...onlyHere(input),
  ...fulfilHandoffs(input.view, { purpose: 'shelter', about: input.procedureId }),
  ...told(input, 'person-admitted'),
  ...representedFromHere(input),
];

/** Whoever represents a child comes from no body that runs her house: the body that answers for her looks at it again. */
function representedFromHere({ view, facts, context }: StepInput): readonly Ask[] {
  const guardianship = guardianshipOf(view)?.context;
  const from = code(guardianship, 'representativeFromBodyId');
  const house = bodyOf(facts, code(context, 'shelterBodyId'));
  return from !== null && house && [house.id, house.parentId].includes(from)
    ? task(code(guardianship, 'bodyId'), 'representation-to-review')
    : [];
}

const isMissing = (view: StepInput['view']) =>
  many(view, 'missingPerson').some(({ tags }) => tags.includes('missing'));

/** The bed is kept, and the search begins. */
export const reportedMissing: Consequence = (input) => [
  ...reopening(input.view),
  ...(isMissing(input.view)
    ? []
    : [{ type: 'start', procedure: 'missingPerson', command: 'report', data: {} } as const]),
];

/** The present end of the stay, or now where it lies behind. */
const endOrNow = ({ instance, facts }: RuleInput): string => {
  const clock = instance?.clocks['stay'];
  return clock && clock.dueAt > facts.now ? clock.dueAt : facts.now;
};
/** Found, and back in her bed: why she went is asked within the clock of that procedure. */
export const foundAgain: Consequence = (input) => [
  tell('missingPerson', 'recordFound', { condition: 'unclear' }),
  ...told(input, 'person-returned'),
];

export const longer = (input: RuleInput): Codes => ({
  endsAt: addDuration(endOrNow(input), `P${amount(input.data, 'days')}D`),
});
export const stayCounted = (input: RuleInput): Codes => ({
  admittedAt: code(input.instance?.context, 'admittedAt'),
  notBefore: endOrNow(input),
});
export const extended: Consequence = () => done('stay-ended');

/** Expiry raises a task; it ends nothing. */
export const stayEnded: Consequence = (input) =>
  input.to === 'departed'
    ? []
    : [...task(houseOf(input), 'stay-ended'), ...task(ownerOf(input.view), 'stay-ended')];

/** Recorded by one worker of the house that restricts: somebody else reads it. */
export const restricted: Consequence = ({ data }) => [
  { type: 'restrict', fields: data },
  { type: 'sampleForReview', reason: 'restricted' },
];
export const unrestricted: Consequence = () => [{ type: 'liftRestrictions' }];

/**
 * Asked for anew, by what she needs now, unless a house is sought already: her own is not told. The new house learns
 * that it is a transfer, and nothing of the old one.
 */
export const transferRequested: Consequence = ({ view, context, data }) => {
  if (openRequests(view).length > 0) return [];
  const needs = { ...needsAsked(context), ...needsAsked(data) };
  const transfer = code(data, 'kind');
  return [{ type: 'start', procedure: 'placement', command: 'request', data: { transfer, ...needs } }];
};
export const transferOverdue: Consequence = (input) => [
  ...task(houseOf(input), 'transfer-overdue'),
  ...task(ownerOf(input.view), 'transfer-overdue'),
];

const left = (input: StepInput, fields: Codes): readonly Ask[] => [
  freed,
  { type: 'recordDeparture', fields: { shelterBodyId: houseOf(input), ...fields } },
  ...closed(input),
];
const closed = (input: StepInput): readonly Ask[] => [
  { type: 'liftRestrictions' },
  ...clearTasks,
  ...told(input, 'stay-over'),
  ...houseLeaves(input, houseOf(input)),
];
export const departed: Consequence = (input) =>
  left(input, { reason: code(input.data, 'reason'), moveOn: code(input.data, 'moveOn') });
export const transferCompleted: Consequence = (input) => left(input, { reason: 'transferred', moveOn: null });

const askedNoMore = (input: StepInput, bed: Ask): readonly Ask[] => [
  bed,
  ...answerHandoff(input, [['end', { reason: 'returned' }]]),
  ...clearTasks,
  ...houseLeaves(input, houseOf(input)),
];
/** Of a house that stayed silent: the new request is owed until it is made. */
export const withdrawn: Consequence = (input) => askedNoMore(input, freed);

/** Withdrawn, superseded, voided or dead. */
export const ended: Consequence = (input) => {
  if (code(input.data, 'reason') === 'withdrawn') return withdrawn(input);
  const survivor = survivorOf(input);
  const bed = survivor === null ? freed : goneOver(input, survivor);
  if (input.to !== 'departed') return [...askedNoMore(input, bed), ...done(newRequest)];
  if (survivor !== null) return [bed, ...closed(input)];
  return left(input, { reason: code(input.data, 'reason'), moveOn: null });
};
