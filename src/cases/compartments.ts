import type { z } from 'zod';
import { onlyWhere } from '#libs/procedures';
import { roles, type ActorRole, type Compartment, type Role } from '#libs/vocabulary';
import { mayOpen, type Identity } from '../access/index.js';
import { metaOf, type TextPart } from './command-data.js';

/** How many roles open a compartment where they take part. */
const readers = (compartment: Compartment): number =>
  roles.filter((role) => mayOpen(role, 'full', compartment)).length;

export const narrowest = ([first, ...others]: readonly [Compartment, ...Compartment[]]): Compartment =>
  others.reduce((so, other) => (readers(other) < readers(so) ? other : so), first);

/** Where the words of a command lie by its schema. */
const compartmentsOf = (schema: z.ZodObject): readonly Compartment[] =>
  Object.keys(schema.shape).flatMap((field) => {
    const { data, compartment } = metaOf(schema, field);
    return data === 'text' && compartment ? [compartment] : [];
  });

/** Why a step comes late may tell whatever its own words do, and lies as close. */
export const closest = (schema: z.ZodObject): Compartment =>
  narrowest(['statement', ...compartmentsOf(schema)]);

/** Of how a case is gone about: what the person told, and what a search goes by, is for others to read. */
const handling = ['caseFile', 'handoff'];

interface Step {
  readonly procedure: string;
  readonly command: string;
}

/**
 * Who may know where she is and reads no statements, as the people of her house, writes none on how the case is gone
 * about: such words tell, sooner or later, which house it is, and the police read statements.
 */
const knowsWhere = (role: ActorRole): boolean =>
  roles.some(
    (each) => each === role && mayOpen(each, 'full', 'location') && !mayOpen(each, 'full', 'statement'),
  );
const ofHandling = ({ procedure, command }: Step): boolean =>
  handling.includes(procedure) && command !== 'open';

/** Where the words of this person lie. */
export function placed(
  { role }: Pick<Identity, 'role'>,
  step: Step,
  texts: readonly TextPart[],
): readonly TextPart[] {
  if (!knowsWhere(role)) return texts;
  return texts.map((text) =>
    text.compartment === 'statement' && (ofHandling(step) || text.field === 'lateReason')
      ? { ...text, compartment: 'location' }
      : text,
  );
}

/** Where the reason of a late step lies when a person of this role writes it; of a correction no wider than what it corrects. */
export const lateCompartment = (role: Role, step: Step, schema: z.ZodObject): Compartment => {
  const compartment = closest(schema);
  return (
    placed({ role }, step, [{ field: 'lateReason', compartment, value: '' }])[0]?.compartment ?? compartment
  );
};

interface Fields {
  readonly properties?: Readonly<Record<string, { readonly compartment?: Compartment }>>;
}

/** The schema of a step as it stands for this person: whoever writes is told who will read. */
export function schemaFor(role: ActorRole, step: Step, schema: Fields): object {
  if (!knowsWhere(role) || !ofHandling(step)) return schema;
  const properties: Record<string, object> = { ...schema.properties };
  for (const [name, field] of Object.entries(schema.properties ?? {}))
    if (field.compartment === 'statement')
      properties[name] = { ...field, compartment: 'location', hint: onlyWhere };
  return { ...schema, properties };
}
