import type { Ask, Body, CaseView, Codes, Facts, RuleInput, StepInput } from '#libs/vocabulary';
import {
  districtOf,
  guardianshipOf,
  handoffs,
  isChild,
  ownerOf,
  refusesMainDepartment,
} from '../circumstances.js';
import { fulfilHandoffs, reopening, sendHandoff, tellHandoffs } from '../asks.js';
import { mainDepartment, police } from '../desks.js';
import { done, notice, task } from '../notices.js';
import { code, isSet } from '../read.js';

type Consequence = (input: StepInput) => readonly Ask[];

export const age = ({ view }: RuleInput): Codes => ({ child: isChild(view) });
/** Since when the running search counts; null where none runs. */
export const searchedSince = ({ instance }: RuleInput): Codes => {
  const clock = instance?.clocks['search'];
  return { since: clock?.state === 'running' ? clock.startedAt : null };
};

const ids = (...list: (string | null | undefined)[]) =>
  [...new Set(list)].filter((id): id is string => typeof id === 'string');

/** The police of the district and the Main Department for a child; an adult is searched for only where she is in danger. */
function searchers(view: CaseView, facts: Facts, inDanger: boolean): readonly (Body | undefined)[] {
  const near = police(facts, districtOf(view));
  if (isChild(view)) return [near, mainDepartment(facts)];
  if (!inDanger) return [];
  return refusesMainDepartment(view) ? [near] : [near, mainDepartment(facts)];
}

const askToSearch = ({ view, facts }: StepInput, inDanger: boolean): readonly Ask[] =>
  searchers(view, facts, inDanger).flatMap((to) =>
    sendHandoff({ view, facts, to, purpose: 'search', basis: 'vitalInterest' }),
  );

/** Codes only: that she is missing, never where she lived. A child's body and the Main Department always hear of it. */
function told({ view, facts }: StepInput): readonly Ask[] {
  const always = isChild(view) ? ofMissingChild(view, facts) : [];
  return hear(facts, ...Object.keys(facts.participants), ownerOf(view), ...always);
}

const ofMissingChild = (view: CaseView, facts: Facts) => [
  code(guardianshipOf(view)?.context, 'bodyId'),
  mainDepartment(facts)?.id,
];

const hear = (facts: Facts, ...bodies: (string | null | undefined)[]): readonly Ask[] =>
  ids(...bodies)
    .filter((id) => id !== facts.actor.bodyId)
    .flatMap((id) => notice(id, 'person-missing'));

export const reported: Consequence = (input) => [
  ...reopening(input.view),
  ...askToSearch(input, isSet(input.context, 'inDanger')),
  ...told(input),
];

/** Who searches already goes on, in a child's time; who searches for a child only is asked now. */
export const childMissing: Consequence = ({ view, facts }) => [
  ...tellHandoffs(view, { purpose: 'search' }, 'noteChild'),
  ...searchers(view, facts, true)
    .filter((to) => !to || handoffs(view, { purpose: 'search', toBodyId: to.id }).length === 0)
    .flatMap((to) => sendHandoff({ view, facts, to, purpose: 'search', basis: 'vitalInterest' })),
  ...hear(facts, ...ofMissingChild(view, facts)),
];

export const exploitedAgain: Consequence = (input) => [
  ...askToSearch(input, true),
  ...task(ownerOf(input.view), 'exploited-again'),
];

const over = (view: CaseView): readonly Ask[] => [
  ...fulfilHandoffs(view, { purpose: 'search' }),
  ...done('search', 'long-term-review', 'exploited-again'),
];

/** For a child the guardianship body hears why she went; for an adult the owner sees to it. */
const interviewer = (view: CaseView) =>
  (isChild(view) ? code(guardianshipOf(view)?.context, 'bodyId') : null) ?? ownerOf(view);

export const found: Consequence = ({ view, facts }) => [
  ...over(view),
  ...task(interviewer(view), 'return-interview'),
  ...Object.keys(facts.participants)
    .filter((id) => id !== facts.actor.bodyId)
    .flatMap((id) => notice(id, 'person-found')),
];

export const interviewed: Consequence = ({ view, data }) => [
  ...done('return-interview'),
  ...(data['risk'] === 'low' ? [] : task(ownerOf(view), 'suitability-check')),
];

export const ownWish: Consequence = ({ view }) => over(view);

/** Two bodies put the death itself on record; nothing else ends by this. */
export const died: Consequence = ({ view, facts }) => [
  ...over(view),
  ...(facts.actor.role === 'rulebook' ? [] : task(ownerOf(view), 'record-death')),
];

export const reviewed: Consequence = () => done('long-term-review');
export const searchOverdue: Consequence = ({ view }) => task(ownerOf(view), 'search');
export const reviewOverdue: Consequence = ({ view }) => task(ownerOf(view), 'long-term-review');
export const interviewOverdue: Consequence = ({ view }) => task(interviewer(view), 'return-interview');
