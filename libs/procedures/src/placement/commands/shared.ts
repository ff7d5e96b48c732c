import { firstLineRoles, supportRoles, type LinkSpec, type Role, type StepInput } from '#libs/vocabulary';
import type { PlanLink } from '#libs/plan';
import { bodyOf } from '../../desks.js';
import { legal } from '../../legal.js';
import { measureOfNgoHouses, nothingAgainstWill, rehabilitation, shelterNetwork } from '../../links.js';
import { code } from '../../read.js';

export const firstLine: readonly Role[] = firstLineRoles;
export const house: readonly Role[] = ['shelterWorker'];
export const support: readonly Role[] = supportRoles;

/** Once: not when the placement goes over from a duplicate, where she was admitted already. */
const byThePeopleOfTheHouse = ({ facts }: StepInput): boolean => facts.actor.bodyId !== null;
/** A shelter is given. */
export const sheltered: LinkSpec<PlanLink> = {
  measure: '13.4.1',
  relation: 'fulfils',
  when: byThePeopleOfTheHouse,
};
const runByNgo = ({ context, facts }: StepInput): boolean =>
  bodyOf(facts, bodyOf(facts, code(context, 'shelterBodyId'))?.parentId)?.kind === 'ngo';
/** The house is run by a non-governmental organisation. */
export const byNgo: LinkSpec<PlanLink> = {
  measure: measureOfNgoHouses,
  relation: 'fulfils',
  when: (input) => byThePeopleOfTheHouse(input) && runByNgo(input),
};

const legalBasis = [legal.specialInstitutions, legal.assistance];
/** Asking for a place, and the answers of houses. */
export const asking = { rules: [], links: [shelterNetwork], legalBasis } as const;
/** Living in the house. */
export const living = { rules: [], links: [rehabilitation], legalBasis } as const;
export const herWill = { ...asking, links: [shelterNetwork, nothingAgainstWill] } as const;
