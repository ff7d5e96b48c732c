import { z } from 'zod';
import { type Compartment, compartments, type Role, roles } from '#libs/vocabulary';

/** How close somebody is to a case: her body's participation, an overseer's view, or a grant by break-glass. */
export const knowledgeLevels = ['full', 'serving', 'preview', 'breakGlass', 'oversight'] as const;
export type KnowledgeLevel = (typeof knowledgeLevels)[number];

const levels = <T extends z.ZodType>(of: T) =>
  z.strictObject(
    Object.fromEntries(knowledgeLevels.map((level) => [level, z.array(of).readonly()])) as Record<
      KnowledgeLevel,
      z.ZodReadonly<z.ZodArray<T>>
    >,
  );

const roleEntry = z.strictObject({
  note: z.string().min(1),
  compartments: levels(z.enum(compartments as [Compartment, ...Compartment[]])),
  procedures: levels(z.string().regex(/^[a-z][A-Za-z]+$/)),
});

/** The need-to-know table: every role, every level; what is not written is not known. */
export const needToKnowSchema = z
  .strictObject({
    version: z.string().regex(/^need-to-know@\d+$/),
    validFrom: z.iso.date(),
    verified: z.boolean(),
    sources: z.array(z.strictObject({ id: z.string(), text: z.string() })).min(1),
    note: z.string(),
    procedures: z.array(z.string()).readonly(),
    roles: z.record(z.enum(roles as [Role, ...Role[]]), roleEntry),
  })
  .refine(
    ({ procedures, roles: table }) =>
      Object.values(table).every((entry) =>
        Object.values(entry.procedures).every((known) => known.every((name) => procedures.includes(name))),
      ),
    { error: 'a role knows a procedure that the table does not list' },
  );

export type NeedToKnow = z.infer<typeof needToKnowSchema>;
