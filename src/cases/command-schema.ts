import { z } from 'zod';

const seen = new WeakMap<z.ZodObject, object>();

/** The JSON Schema (2020-12, no outside references) of a command's data, with the marks and words of each field. */
export function commandSchema(schema: z.ZodObject): object {
  const known = seen.get(schema);
  if (known) return known;
  const made = z.toJSONSchema(schema.strict(), { target: 'draft-2020-12', io: 'input' });
  seen.set(schema, made);
  return made;
}
