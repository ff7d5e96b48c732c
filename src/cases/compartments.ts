import type { z } from 'zod';
import { roles, type Compartment } from '#libs/vocabulary';
import { mayOpen, type Identity } from '../access/index.js';
import { metaOf, type TextPart } from './command-data.js';

/** How many roles open a compartment where they take part. */
const readers = (compartment: Compartment): number =>
  roles.filter((role) => mayOpen(role, 'full', compartment)).length;

export const narrowest = ([first, ...others]: readonly [Compartment, ...Compartment[]]): Compartment =>
  others.reduce((so, other) => (readers(other) < readers(so) ? other : so), first);

/** Where the words of a command lie by its schema. */
export const compartmentsOf = (schema: z.ZodObject): readonly Compartment[] =>
  Object.keys(schema.shape).flatMap((field) => {
    const { data, compartment } = metaOf(schema, field);
    return data === 'text' && compartment ? [compartment] : [];
  });

/** Of how a case is gone about: what the person told, and what a search goes by, is for others to read. */
const handling = ['caseFile', 'handoff'];

/**
 * Who may know where she is and reads no statements, as the people of her house, writes none on how the case is gone
 * about: such words tell, sooner or later, which house it is, and the police read statements.
 */
export function placed(
  { role }: Pick<Identity, 'role'>,
  { procedure, command }: { readonly procedure: string; readonly command: string },
  texts: readonly TextPart[],
): readonly TextPart[] {
  const knowsWhere = mayOpen(role, 'full', 'location') && !mayOpen(role, 'full', 'statement');
  if (!knowsWhere) return texts;
  const ofHandling = handling.includes(procedure) && command !== 'open';
  return texts.map((text) =>
    text.compartment === 'statement' && (ofHandling || text.field === 'lateReason')
      ? { ...text, compartment: 'location' }
      : text,
  );
}
