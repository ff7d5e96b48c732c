import type { Compartment, Role } from '#libs/vocabulary';
import data from './data/need-to-know.json' with { type: 'json' };
import type { Ground } from './grounds.js';
import { type KnowledgeLevel, type NeedToKnow, needToKnowSchema } from './need-to-know.schema.js';

/** The table in force. */
export const needToKnow: NeedToKnow = needToKnowSchema.parse(data);
const byRole = new Map(Object.entries(needToKnow.roles));

/** Whether a role may open a compartment at this level. What the table does not say is denied. */
export function mayOpen(role: Role, level: KnowledgeLevel, compartment: Compartment): boolean {
  return byRole.get(role)?.compartments[level]?.includes(compartment) ?? false;
}

/** Whether a role may know that a procedure runs, its state, clocks and entries (codes). Denied unless written. */
export function mayKnowProcedure(role: Role, level: KnowledgeLevel, procedureType: string): boolean {
  return byRole.get(role)?.procedures[level]?.includes(procedureType) ?? false;
}

/** Whether a compartment opens to this role on this ground: by taking part, or by a grant that names it. */
export function opensOn(role: Role, ground: Ground, compartment: Compartment): boolean {
  const taking = ground.kind === 'participation' && mayOpen(role, ground.level, compartment);
  const grant = ground.kind === 'participation' ? ground.breakGlass : ground;
  const names = grant !== undefined && 'compartments' in grant && grant.compartments.includes(compartment);
  return taking || (names && mayOpen(role, 'breakGlass', compartment));
}

/** The level at which a ground lets somebody know codes. */
function levelOf(ground: Ground): KnowledgeLevel {
  return ground.kind === 'participation' ? ground.level : ground.kind;
}

/** Whether this ground lets the role know a procedure of the case; a participant's grant adds what it reaches. */
export function knowsProcedure(role: Role, ground: Ground, procedureType: string): boolean {
  if (mayKnowProcedure(role, levelOf(ground), procedureType)) return true;
  const granted = ground.kind === 'participation' && ground.breakGlass !== undefined;
  return granted && mayKnowProcedure(role, 'breakGlass', procedureType);
}
