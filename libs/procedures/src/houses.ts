import { many, type Body, type CaseView, type Codes, type Facts, type InstanceView } from '#libs/vocabulary';
import { districtOf, handoffs, handoffsPending } from './circumstances.js';
import { bodiesOf } from './desks.js';
import { code, codeList } from './read.js';
import { freeFor, needsOf, unsuitable } from './suitability.js';

interface Asking {
  readonly view: CaseView;
  readonly facts: Facts;
  readonly context: Codes;
}

/**
 * The house to ask now: one that suits, for who comes with her family the one where her family is, with a free bed
 * before one without, then the nearer, then the emptier. Never one that was asked in this request or waits already. A
 * house that told nothing of its beds is asked before one that is full. The house where she is comes last, and never
 * for a transfer: left out of every request, it would tell its region to whoever asks with one region after another.
 * One that leaves an earlier request without an answer is asked again after those that do not.
 */
export function nextHouse({ view, facts, context }: Asking): Body | undefined {
  const needs = needsOf(view, context);
  const told = new Map((facts.houses ?? []).map((house) => [house.bodyId, house]));
  const home = homes(view);
  const moves = code(context, 'transfer') !== null;
  const out = [...codeList(context, 'asked'), ...waiting(view), ...(moves ? home : [])];
  const silent = silentRequests(view).map((request) => request.context['shelterBodyId']);
  const district = districtOf(view);
  const rank = ({ id, ...body }: Body): readonly number[] => {
    const house = told.get(id);
    const at = house ? house.region : body.district;
    const free = house ? freeFor(house, needs) : 0;
    const distance = district !== null && at === district ? 0 : at === null ? 1 : 2;
    const together = needs.family && house?.family ? 0 : 1;
    const room = free > 0 ? 0 : house ? 2 : 1;
    const lived = home.includes(id) ? 1 : 0;
    const preferred = id === code(context, 'preferredBodyId') ? 0 : 1;
    return [lived, preferred, silent.includes(id) ? 1 : 0, together, room, distance, -free];
  };
  const fits = ({ id }: Body) => {
    const house = told.get(id);
    return !out.includes(id) && (!house || unsuitable(house, needs).length === 0);
  };
  return bodiesOf(facts, 'shelter')
    .filter(fits)
    .toSorted((one, other) => compared(rank(one), rank(other)))[0];
}

const compared = (one: readonly number[], other: readonly number[]): number => {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
};

/** Houses that are asked in another request, and have time to answer. */
const waiting = (view: CaseView): readonly unknown[] =>
  handoffs(view, { purpose: 'shelter', states: handoffsPending })
    .filter(({ context }) => context['answer'] !== 'silence')
    .map(({ context }) => context['toBodyId']);

/** The last house let its time go by, at its inbox or its desk: nothing will move this request but that house. */
function isSilent(view: CaseView, { id, state, clocks, context }: InstanceView): boolean {
  if (state !== 'requested' || code(context, 'shelterBodyId') === null) return false;
  const inbox = handoffs(view, { purpose: 'shelter', about: id, states: handoffsPending }).at(-1);
  return inbox ? inbox.context['answer'] === 'silence' : clocks['shelterAnswer']?.state === 'passed';
}
export const silentRequests = (view: CaseView): readonly InstanceView[] =>
  many(view, 'placement').filter((placement) => isSilent(view, placement));

/** A house is asked, or keeps a bed until she comes; one that stays silent holds up no other. */
export const openRequests = (view: CaseView): readonly InstanceView[] =>
  many(view, 'placement').filter(
    (placement) => placement.tags.includes('pending') && !isSilent(view, placement),
  );

const homes = (view: CaseView): readonly unknown[] =>
  many(view, 'placement')
    .filter(({ tags }) => tags.includes('occupying'))
    .map(({ context }) => context['shelterBodyId']);
