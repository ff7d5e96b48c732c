import { many, type RuleInput } from '#libs/vocabulary';
import { isChild } from '../circumstances.js';
import { code } from '../read.js';
import { answersForChild } from '../rules/index.js';

type Moving = Pick<RuleInput, 'view' | 'facts'>;

/** A child who lives in one house is to live in another, on the word of somebody who does not answer for her. */
export const movesChild = ({ view, facts }: Moving): boolean =>
  isChild(view) && livesInHouse({ view }) && !answersForChild({ view, facts });

/** Who is missing and found elsewhere is taken in wherever that is. */
const livesInHouse = ({ view }: Pick<Moving, 'view'>) =>
  many(view, 'placement').some(({ state, tags }) => tags.includes('occupying') && state !== 'missing');

/** She cannot stay where she is: then who is with her answers at once, and it is looked at afterwards. */
export const inEmergency = ({ instance }: Pick<RuleInput, 'instance'>): boolean =>
  code(instance?.context, 'transfer') === 'emergency';
