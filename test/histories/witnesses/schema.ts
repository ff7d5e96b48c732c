import { z } from 'zod';
import { specOf, type Law, type Step } from '#libs/rulebook';
import type { FieldMeta } from '#libs/vocabulary';

/** What persons gave in a history that the schema of the command does not take. Texts never reach the rulebook. */
export function outsideSchema(law: Law, history: readonly Step[]): string[] {
  return history.flatMap(({ procedure, command, data, actor, cause }) => {
    const known = law.procedures[procedure];
    const schema = known && specOf(known, command)?.schema;
    if (!schema || cause !== null || actor.role === 'rulebook') return [];
    const { error } = codesOf(schema).safeParse(data);
    return error ? [`${procedure}.${command} ${JSON.stringify(data)}: ${error.message}`] : [];
  });
}

const codesOf = (schema: z.ZodObject) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(schema.shape as Record<string, z.ZodType>).filter(([, field]) => !isText(field)),
    ),
  );

function isText(field: z.ZodType): boolean {
  const inner = field instanceof z.ZodOptional ? (field.def.innerType as z.ZodType) : field;
  return (inner.meta() as FieldMeta | undefined)?.data === 'text';
}
