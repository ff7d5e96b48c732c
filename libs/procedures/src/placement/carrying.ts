import {
  many,
  type Ask,
  type CaseView,
  type Codes,
  type InstanceView,
  type StepInput,
  type Uuid,
} from '#libs/vocabulary';
import { reopening } from '../asks.js';
import { fileOf } from '../circumstances.js';
import { openRequests } from '../houses.js';
import { needsAsked } from '../suitability.js';
import { code } from '../read.js';
import { askNext, tellPlacement } from './asking.js';

/** Where something is asked or kept for her that she did not refuse. */
const goesOver = ['requested', 'offered', 'accepted', 'admitted', 'away', 'missing'];
const living = ['admitted', 'away', 'missing'];
/** The case that remains, where this placement belongs to a voided duplicate and goes over to it. */
export const survivorOf = ({ view, data, from }: StepInput): Uuid | null =>
  data['reason'] === 'voided' && goesOver.includes(from ?? '')
    ? code(fileOf(view)?.context, 'survivingCaseId')
    : null;

/** A second reading that is still owed goes over with its time, that of the day she was accepted. */
function reviewOwed({ view, context, procedureId }: StepInput): Codes {
  const clock = view.instances.find(({ id }) => id === procedureId)?.clocks['houseReview'];
  return context['review'] === 'owed' && clock ? { review: 'owed', reviewSince: clock.startedAt } : {};
}

/** Its bed stays kept until it is taken over. */
export const goneOver = (input: StepInput, caseId: Uuid): Ask => ({
  type: 'carryPlacement',
  caseId,
  fields: {
    ...needsAsked(input.context),
    shelterBodyId: code(input.context, 'shelterBodyId'),
    state: input.from,
    admittedAt: code(input.context, 'admittedAt'),
    absence: code(input.context, 'absence'),
    ...reviewOwed(input),
  },
});

const others = (view: CaseView, own: Uuid) =>
  many(view, 'placement').filter(({ id, final }) => id !== own && !final);

/**
 * Whether she still needs it in this case: a house where she lives there stands before what is only kept for her, and
 * of two houses the one that took her in later. Of two that are asked or keep her a bed the one that is further stands.
 */
function needed({ view, data, procedureId }: StepInput): boolean {
  const here = others(view, procedureId);
  if (code(data, 'bedId') === null) return here.length === 0;
  const state = code(data, 'state') ?? '';
  const house = here.find(({ tags }) => tags.includes('occupying'));
  if (house) return living.includes(state) && laterThan(data, house);
  return living.includes(state) || asking(view, procedureId).every((one) => further(state, one.state));
}

const asking = (view: CaseView, own: Uuid) => openRequests(view).filter(({ id }) => id !== own);
const further = (one: string, other: string) => goesOver.indexOf(one) > goesOver.indexOf(other);

const laterThan = (data: Codes, { state, context }: InstanceView): boolean =>
  data['state'] !== 'missing' &&
  (state === 'missing' || (code(data, 'admittedAt') ?? '') > (code(context, 'admittedAt') ?? ''));

const reviewTaken = ({ review, reviewSince }: Codes): Codes =>
  review === 'owed' ? { review, reviewSince } : {};

/** The steps that lead to where it stood: the bed is kept in the name of this case, and she is in it if she was. */
function again({ data, procedureId }: StepInput): readonly Ask[] {
  const state = code(data, 'state') ?? '';
  const tell = (command: string, given: Codes = {}) => tellPlacement(procedureId, command, given);
  return [
    tell('ask', { shelterBodyId: code(data, 'shelterBodyId') }),
    tell('offerBed', { bedId: code(data, 'bedId') }),
    ...(state === 'offered' ? [] : [tell('acceptOffer', reviewTaken(data))]),
    ...(living.includes(state) && code(data, 'admittedAt') !== null ? [tell('admit')] : []),
    ...(state === 'away' ? [tell('recordAbsence', { kind: code(data, 'absence') })] : []),
    ...(state === 'missing' ? [tell('reportMissing')] : []),
  ];
}

/** In one commit: the bed leaves the duplicate and is kept here, or is free because she is housed already. */
export const takenOver = (input: StepInput): readonly Ask[] => {
  const { view, data, procedureId } = input;
  const bed = code(data, 'bedId');
  const left: readonly Ask[] = bed === null ? [] : [{ type: 'freeBed', of: code(data, 'placementId') ?? '' }];
  if (!needed(input)) return [...left, tellPlacement(procedureId, 'end', { reason: 'superseded' })];
  if (bed === null) return [...reopening(view), ...askNext(input)];
  const house = { type: 'participate', bodyId: code(data, 'shelterBodyId') ?? '', level: 'full' } as const;
  const overtaken = asking(view, procedureId).map(({ id }) =>
    tellPlacement(id, 'end', { reason: 'superseded' }),
  );
  return [...left, ...reopening(view), house, ...again(input), ...overtaken];
};
