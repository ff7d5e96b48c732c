import type { Rule, RuleInput } from '#libs/vocabulary';
import { code, codeList, isSet } from '../read.js';
import { fileOf, isChild, ownerOf } from '../circumstances.js';
import { actingKind, bodyOf } from '../desks.js';
import { no } from '../reasons.js';

/** The body that owns the case. */
export const ownerOnly: Rule = ({ view, facts }) =>
  ownerOf(view) === facts.actor.bodyId ? undefined : no('owner-only');

export const mainDepartmentOnly: Rule = ({ facts }) =>
  actingKind(facts) === 'mainDepartment' ? undefined : no('main-department-only');

/**
 * A system counts as no person: who told it to act is not known. With it, one person could be both maker and checker;
 * hence it makes no proposal that another has to confirm, confirms none, and decides nothing.
 */
export const byPerson: Rule = ({ facts }) => (facts.bySystem ? no('person-needed') : undefined);

/** Maker and checker are two persons. The maker stands in the instance's context as `proposedBy`. */
export const secondPerson: Rule = (input) =>
  code(input.instance?.context, 'proposedBy') === input.facts.actor.id
    ? no('second-person-needed')
    : byPerson(input);

export const proposerOnly: Rule = ({ instance, facts }) =>
  code(instance?.context, 'proposedBy') === facts.actor.id ? undefined : no('proposer-only');

const sameBody = ({ instance, facts }: RuleInput) =>
  code(instance?.context, 'proposedByBody') === facts.actor.bodyId;

export const anotherBody: Rule = (input) => (sameBody(input) ? no('another-body-needed') : undefined);

/** For a child the second reader comes from another body. */
export const anotherBodyForChild: Rule = (input) =>
  isChild(input.view) && sameBody(input) ? no('another-body-needed') : undefined;

/** An officer with a declared conflict neither proposes nor decides (National Action Plan 13.3.2); a system has none to declare. */
export const noConflict: Rule = (input) => {
  const { id } = input.facts.actor;
  return id !== null && codeList(fileOf(input.view)?.context, 'conflicts').includes(id)
    ? no('declared-conflict')
    : byPerson(input);
};

/** Who runs the house in which the person lives does not decide on her. Reads the placement that occupies a bed. */
export const notRunsShelter: Rule = ({ view, facts }) => {
  const houses = view.instances
    .filter(({ type, tags }) => type === 'placement' && tags.includes('occupying'))
    .map(({ context }) => bodyOf(facts, code(context, 'shelterBodyId')));
  const runs = houses.some((house) => house && [house.id, house.parentId].includes(facts.actor.bodyId ?? ''));
  return runs ? no('runs-the-shelter') : undefined;
};

/** Not a command for a child, or for who is presumed to be one. */
export const notForChild: Rule = ({ view }) => (isChild(view) ? no('adults-only') : undefined);

/** A child is heard with the representative present (CETS 197 Art. 10(4)). */
export const withRepresentative: Rule = ({ view, data }) =>
  data && isChild(view) && data['representativePresent'] !== true
    ? no('representative-needed', { pointer: '/representativePresent' })
    : undefined;

/** Who could not be reached: the attempts stand on record before anything follows from it. */
export const attemptsNamed: Rule = ({ data }) =>
  data && !isSet(data, 'reached') && codeList(data, 'attempts').length === 0
    ? no('attempts-needed', { pointer: '/attempts' })
    : undefined;
