import type { Ask, Codes, RuleInput, StepInput } from '#libs/vocabulary';
import { ofAgeAt, transitionFrom } from '../ages.js';
import { districtOf, isChild, ownerOf } from '../circumstances.js';
import {
  askSecondReader,
  endHandoffs,
  fulfilHandoffs,
  sendHandoff,
  tell,
  tellParticipants,
} from '../asks.js';
import { bodyOf, commission } from '../desks.js';
import { done, notice, task, type TaskCode } from '../notices.js';
import { code, codeList } from '../read.js';

type Consequence = (input: StepInput) => readonly Ask[];
const about = 'guardianship';

/** The responsible body; the owner where none is registered. */
const responsible = ({ context, view }: StepInput) => code(context, 'bodyId') ?? ownerOf(view);
const owes =
  (what: TaskCode): Consequence =>
  (input) =>
    task(responsible(input), what);

/** Which decision the determination was made for. */
export const weighed = ({ data }: RuleInput): Codes => ({ interestsIn: code(data, 'about') });

/** Dates that the clock of the age of majority is set by. Never before now: what is late is due at once. */
export const comingOfAge = ({ instance, data, facts }: RuleInput): Codes => {
  const month = code(data, 'eighteenIn') ?? code(instance?.context, 'eighteenIn');
  if (month === null) return {};
  const [from, at] = [transitionFrom(month, facts.now), ofAgeAt(month)];
  const planned = code(data, 'eighteenIn') === null ? at : from;
  return { dueAt: planned > facts.now ? planned : facts.now, ofAge: facts.now >= at };
};

const representation = ({ context, data }: StepInput, kind: string): Ask => ({
  type: 'recordRepresentative',
  fields: {
    kind,
    relations:
      codeList(data, 'parents').length > 0 ? codeList(data, 'parents') : [code(data, 'relation') ?? ''],
    fromBodyId: code(context, 'representativeFromBodyId'),
  },
});

export const interimAppointed: Consequence = (input) => [
  representation(input, 'interim'),
  ...tellParticipants(input.facts, 'representative-appointed'),
  ...done('interim-representative', 'representation-to-review'),
];

export const guardianAppointed: Consequence = (input) => [
  representation(input, code(input.data, 'kind') ?? 'guardian'),
  ...tellParticipants(input.facts, 'representative-appointed'),
  ...done('interim-representative', 'appointment', 'representation-to-review'),
];

export const parentsConfirmed: Consequence = (input) => [
  representation(input, 'parents'),
  ...tellParticipants(input.facts, 'representative-appointed'),
  ...done('interim-representative', 'appointment', 'representation-to-review'),
];

/** Parents whose care was suspended represent the child again only after the family was assessed anew. */
const assessedAnew = ({ from, context }: StepInput): readonly Ask[] =>
  from === 'parentsRepresent' && context['familyOutcome'] === 'safe'
    ? [
        tell('guardianship', 'recordFamilyAssessment', {
          outcome: 'unclear',
          suspected: codeList(context, 'suspected'),
        }),
      ]
    : [];

export const suspended: Consequence = (input) => [
  ...assessedAnew(input),
  { type: 'endRepresentative', reason: code(input.data, 'reason') ?? '' },
  ...tellParticipants(input.facts, 'representative-suspended'),
  ...task(responsible(input), 'interim-representative'),
  ...done('representation-to-review', 'visit'),
];

/** What is found of the family ends nothing by itself: who represents the child is looked at again. */
export const familyAssessed: Consequence = (input) =>
  input.to === 'parentsRepresent' && input.context['familyOutcome'] !== 'safe'
    ? task(responsible(input), 'representation-to-review')
    : [];

export const referred: Consequence = ({ view, facts }) =>
  askSecondReader(view, facts, commission(facts, districtOf(view)), about);

export const commissionDecided: Consequence = ({ view, context }) => [
  ...fulfilHandoffs(view, { purpose: 'secondReading', about }),
  ...notice(code(context, 'bodyId'), 'commission-decided'),
];

export const visited: Consequence = (input) => [
  {
    type: 'recordVisit',
    fields: {
      outcome: code(input.data, 'outcome'),
      visitors: codeList(input.data, 'visitors'),
      childSeenAlone: input.data['childSeenAlone'] === true,
    },
  },
  ...done('visit'),
  ...(input.data['outcome'] === 'danger' ? task(responsible(input), 'representation-to-review') : []),
];

export const transitionPlanned: Consequence = () => done('plan-transition');

/** Six months ahead the plan is owed; at eighteen the decision what goes on. Neither ends anything. */
export const transitionDue: Consequence = (input) =>
  task(responsible(input), input.context['ofAge'] === true ? 'came-of-age' : 'plan-transition');

export const takenUp: Consequence = ({ context }) => {
  const eighteenIn = code(context, 'eighteenIn');
  return eighteenIn === null || context['ofAge'] === true
    ? []
    : [tell('guardianship', 'recordMajority', { eighteenIn })];
};

const tasks: readonly TaskCode[] = [
  'interim-representative',
  'appointment',
  'visit',
  'plan-transition',
  'came-of-age',
  'representation-to-review',
  'guardianship-to-end',
];

/** The next district is asked at once; who represents the child goes on until it says otherwise. */
function transferred({ view, facts, data }: StepInput): readonly Ask[] {
  const to = bodyOf(facts, code(data, 'toBodyId'));
  return [
    tell('guardianship', 'notify', { bodyId: to?.id ?? null }),
    ...sendHandoff({ view, facts, to, purpose: 'guardianship', basis: 'statutoryDuty' }),
  ];
}

/** The asking has reached its purpose; of the dead and of a voided case it has lost its ground. */
function answered({ view, context, data }: StepInput): readonly Ask[] {
  const reason = code(data, 'reason');
  if (reason === 'deceased' || reason === 'voided')
    return endHandoffs(view, { purpose: 'guardianship' }, reason);
  return fulfilHandoffs(view, { purpose: 'guardianship', toBodyId: code(context, 'bodyId') ?? '' });
}

export const ended: Consequence = (input) => {
  const { view, data } = input;
  const moves = data['reason'] === 'transferredToDistrict';
  return [
    ...answered(input),
    ...(moves ? [] : [{ type: 'endRepresentative' as const, reason: code(data, 'reason') ?? '' }]),
    ...done(...tasks),
    ...(data['reason'] === 'adult' && isChild(view) ? [tell('caseFile', 'comeOfAge')] : []),
    ...(moves ? transferred(input) : []),
  ];
};

export const interimOverdue = owes('interim-representative');
export const appointmentOverdue = owes('appointment');
export const visitOverdue = owes('visit');
