import { addDuration } from '#libs/calendar';
import type { Ask, Codes, RuleInput, StepInput } from '#libs/vocabulary';
import { districtOf, ownerOf } from '../circumstances.js';
import { fulfilHandoffs, reopening, sendHandoff } from '../asks.js';
import { mainDepartment, prosecutor } from '../desks.js';
import { done, notice, task } from '../notices.js';
import { amount, code, isSet } from '../read.js';

type Consequence = (input: StepInput) => readonly Ask[];

/** The present end of the floor, or now where it lies behind. */
const endOrNow = ({ instance, facts }: RuleInput): string => {
  const clock = instance?.clocks['reflectionFloor'];
  return clock?.state === 'running' && clock.dueAt > facts.now ? clock.dueAt : facts.now;
};

export const longer = (input: RuleInput): Codes => ({
  endsAt: addDuration(endOrNow(input), `P${amount(input.data, 'days')}D`),
});

/** A floor carried over from a duplicate counts only where it ends later than the one that runs. */
export const laterFloor = (input: RuleInput): Codes => {
  const carried = code(input.data, 'floorEndsAt');
  if (carried === null) return {};
  const stands = endOrNow(input);
  return carried > stands ? { floorEndsAt: carried } : { floorStands: stands };
};

/** Kept when the case is voided or the death recorded. */
export const standing = ({ instance }: RuleInput): Codes => {
  const runs = (name: string) => instance?.clocks[name]?.state === 'running';
  return { was: instance?.state ?? null, informRan: runs('inform'), floorRan: runs('reflectionFloor') };
};

/** The floor that ran when her death was recorded in error. */
export const floorThen = ({ instance }: RuleInput): Codes => {
  const clock = instance?.clocks['reflectionFloor'];
  return { floorStartedAt: clock?.startedAt ?? null, floorEndsAt: clock?.dueAt ?? null };
};

/**
 * Days that were added to the period or carried over from a duplicate stay hers when the floor begins anew with
 * informing. The long term for a person who was not reached gives way to the 30 days once she is.
 */
export const daysKept = (input: RuleInput): Codes => {
  const context = input.instance?.context;
  const added = amount(context, 'extensions') > 0 || isSet(context, 'carriedOver');
  return added ? { notBefore: endOrNow(input) } : {};
};

const informOpen: Consequence = ({ view, context }) =>
  context['reached'] === null ? task(ownerOf(view), 'inform-person') : [];

/** Also in a file that was closed while the floor of its duplicate was on the way. */
export const granted: Consequence = (input) => [...reopening(input.view), ...informOpen(input)];
export const reinstated: Consequence = informOpen;

export const informOwed: Consequence = ({ view }) => task(ownerOf(view), 'inform-person');
export const informed: Consequence = () => done('inform-person');

/** Expiry raises a task; it ends nothing. */
export const elapsed: Consequence = ({ view, to }) =>
  to === 'elapsed' ? task(ownerOf(view), 'reflection-elapsed') : [];

export const decided: Consequence = ({ to }) => (to === 'concluded' ? done('reflection-elapsed') : []);

export const terminationProposed: Consequence = ({ view, facts }) =>
  sendHandoff({
    view,
    facts,
    to: prosecutor(facts, districtOf(view)),
    purpose: 'terminationReview',
    basis: 'statutoryDuty',
  });

const read = (view: StepInput['view']) => fulfilHandoffs(view, { purpose: 'terminationReview' });

export const terminated: Consequence = ({ view }) => [
  { type: 'sampleForReview', reason: 'reflectionTerminated' },
  ...read(view),
];
export const terminationReturned: Consequence = ({ view, facts }) => [
  ...read(view),
  ...notice(mainDepartment(facts)?.id, 'proposal-returned'),
];
export const overdue: Consequence = ({ view }) => task(ownerOf(view), 'second-person');
