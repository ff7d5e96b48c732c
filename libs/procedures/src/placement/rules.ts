import { addDuration, localDay } from '#libs/calendar';
import { many, type Rule } from '#libs/vocabulary';
import { fileOf, isChild, ownerOf } from '../circumstances.js';
import { actingKind, bodyOf } from '../desks.js';
import { openRequests } from '../houses.js';
import { code, isSet } from '../read.js';
import { no } from '../reasons.js';
import { answersForChild } from '../rules/index.js';
import { termOn } from '../terms.js';
import { inEmergency, movesChild } from './moving.js';

const houseOf = (instance: Parameters<Rule>[0]['instance']) => code(instance?.context, 'shelterBodyId');

/** The house that is asked, offers or houses her. */
export const thisHouse: Rule = ({ instance, facts }) =>
  houseOf(instance) === facts.actor.bodyId ? undefined : no('this-house-only');

/** Who asked for the place, or owns the case. */
export const askerOrOwner: Rule = ({ view, instance, facts }) =>
  [code(instance?.context, 'requestedByBodyId'), ownerOf(view)].includes(facts.actor.bodyId)
    ? undefined
    : no('asker-or-owner-only');

export const houseOrOwner: Rule = ({ view, instance, facts }) =>
  [houseOf(instance), ownerOf(view)].includes(facts.actor.bodyId) ? undefined : no('house-or-owner-only');

/**
 * The person's answer is taken by who is with her, never by the house that offers, unless she is in it already: then
 * by a second worker. Another house answers only where she lives in it and it asked for the transfer. A system is with
 * nobody.
 */
export const withThePerson: Rule = ({ instance, data, facts }) => {
  const { actor } = facts;
  if (facts.bySystem) return no('person-needed');
  if (houseOf(instance) !== actor.bodyId) {
    const otherHouse = actingKind(facts) === 'shelter';
    return otherHouse && code(instance?.context, 'requestedByBodyId') !== actor.bodyId
      ? no('with-the-person-only')
      : undefined;
  }
  if (code(instance?.context, 'offeredBy') === actor.id) return no('second-person-needed');
  return data && !isSet(data, 'personIsHere')
    ? no('with-the-person-only', { pointer: '/personIsHere' })
    : undefined;
};

/** A child does not refuse a place alone: the guardianship body answers for her. */
export const childByGuardianship: Rule = ({ view, facts }) =>
  isChild(view) && !answersForChild({ view, facts }) ? no('child-by-guardianship') : undefined;

/** Where a child lives is not for the house to say that has her, nor for the one that wants her. */
export const childMovedByGuardianship: Rule = (input) =>
  movesChild(input) && !inEmergency(input) ? no('child-by-guardianship') : undefined;

/** What was accepted for a child is read by the body that answers for her, or by the Coordinator. */
export const childReviewedByGuardianship: Rule = ({ view, facts }) =>
  isChild(view) && actingKind(facts) !== 'coordinator' && !answersForChild({ view, facts })
    ? no('child-by-guardianship')
    : undefined;

/**
 * An adult leaves when she wants to, and her house records it. Where a child goes is decided by the guardianship body.
 */
export const whoDeparts: Rule = (input) => {
  const { view, data } = input;
  const reason = code(data, 'reason');
  const pointer = '/reason';
  if (!isChild(view))
    return reason === 'decisionForChild' ? no('children-only', { pointer }) : thisHouse(input);
  if (answersForChild(input)) return undefined;
  if (actingKind(input.facts) === 'guardianship') return no('child-by-guardianship');
  return (
    thisHouse(input) ?? (data && reason !== 'deceased' ? no('child-by-guardianship', { pointer }) : undefined)
  );
};

/** Nobody is gone as dead on the word of one house: the death was put on record, and a second body reads it. */
export const deathOnRecord: Rule = ({ view, data }) =>
  data?.['reason'] === 'deceased' && code(fileOf(view)?.context, 'endKind') !== 'deceased'
    ? no('death-not-on-record', { pointer: '/reason' })
    : undefined;

/** From outside: neither the house nor who runs it. */
export const fromOutside: Rule = ({ instance, facts }) => {
  const house = bodyOf(facts, houseOf(instance));
  return house && [house.id, house.parentId].includes(facts.actor.bodyId)
    ? no('runs-the-shelter')
    : undefined;
};

export const reviewOwed: Rule = ({ instance }) =>
  code(instance?.context, 'review') === 'owed' ? undefined : no('nothing-to-review');

/** A restriction has an end that lies ahead, and not further than one may last without being decided anew. */
export const endsAhead: Rule = ({ data, facts }) => {
  const endsOn = code(data, 'endsOn');
  if (endsOn === null) return undefined;
  const pointer = '/endsOn';
  const today = localDay(facts.now);
  if (endsOn < today) return no('restriction-has-ended', { pointer });
  const last = localDay(addDuration(facts.now, termOn('restriction', today).duration));
  return endsOn > last ? no('restriction-too-long', { pointer, values: { day: last } }) : undefined;
};

const others = ({ view, instance }: Pick<Parameters<Rule>[0], 'view' | 'instance'>) =>
  many(view, 'placement').filter(({ id }) => id !== instance?.id);

const openBeside = ({ view, instance }: Pick<Parameters<Rule>[0], 'view' | 'instance'>) =>
  openRequests(view).some(({ id }) => id !== instance?.id);

/** One house is asked at a time: no bed is sought, and none offered again, while another request can be answered. */
export const noneAsked: Rule = (input) => (openBeside(input) ? no('shelter-asked-already') : undefined);

/** Only of the transfer that was asked for from here: whether others seek a house is not for hers to know. */
export const noTransferUnderWay: Rule = (input) =>
  code(input.instance?.context, 'movingOn') !== null && openBeside(input)
    ? no('transfer-under-way')
    : undefined;

/**
 * Her house asks for a transfer, of who is missing once she is back; what it is told here is the same whatever others
 * ask for.
 */
export const notFromHerHouse: Rule = ({ view, facts }) => {
  const home = many(view, 'placement').find(
    ({ tags, context }) => tags.includes('occupying') && context['shelterBodyId'] === facts.actor.bodyId,
  );
  return home && no(home.tags.includes('missing') ? 'her-return-first' : 'transfer-instead');
};

/** She goes where a bed is kept for her. A house that asked for no transfer learns of no bed. */
export const otherBedKept: Rule = (input) =>
  code(input.instance?.context, 'movingOn') !== null &&
  others(input).some(({ state, tags }) => state === 'accepted' || tags.includes('occupying'))
    ? undefined
    : no('no-house-accepted');
