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

/** Maker and checker are two persons. The maker stands in the instance's context as `proposedBy`. */
export const secondPerson: Rule = ({ instance, facts }) =>
  code(instance?.context, 'proposedBy') === facts.actor.id ? no('second-person-needed') : undefined;

export const proposerOnly: Rule = ({ instance, facts }) =>
  code(instance?.context, 'proposedBy') === facts.actor.id ? undefined : no('proposer-only');

const sameBody = ({ instance, facts }: RuleInput) =>
  code(instance?.context, 'proposedByBody') === facts.actor.bodyId;

export const anotherBody: Rule = (input) => (sameBody(input) ? no('another-body-needed') : undefined);

/** For a child the second reader comes from another body. */
export const anotherBodyForChild: Rule = (input) =>
  isChild(input.view) && sameBody(input) ? no('another-body-needed') : undefined;

/** An officer with a declared conflict neither proposes nor decides (National Action Plan 13.3.2). */
export const noConflict: Rule = ({ view, facts: { actor } }) =>
  actor.id !== null && codeList(fileOf(view)?.context, 'conflicts').includes(actor.id)
    ? no('declared-conflict')
    : undefined;

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
