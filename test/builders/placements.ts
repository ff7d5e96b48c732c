import type { Codes } from '#libs/vocabulary';
import type { CaseBuilder, PersonName } from './case-builder.js';
import { placementIn } from './cases-in-state.js';
import { dataOf } from './lawful-data.js';

/** A case with a placement in this state. */
export const at = (state: string): CaseBuilder => {
  const history = placementIn[state];
  if (!history) throw new Error(`no history into ${state}`);
  return history();
};

/** Gives a command of the placement that must be taken. */
export const give = (
  builder: CaseBuilder,
  who: PersonName,
  command: string,
  data: Codes = dataOf(`placement.${command}`),
) => builder.give(who, `placement.${command}`, data);
export const placements = (builder: CaseBuilder) =>
  builder.view.instances.filter(({ type }) => type === 'placement');
/** The placement in which she lives. */
export const lives = (builder: CaseBuilder) =>
  placements(builder).find(({ tags }) => tags.includes('occupying'));
/** The house that is asked last. */
export const asked = (builder: CaseBuilder) => builder.last('placement')?.context['shelterBodyId'];
export const tasks = (builder: CaseBuilder) => builder.effects('openTask').map(({ code }) => code);
