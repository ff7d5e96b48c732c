import { z } from 'zod';
import type { Codes, Compartment, FieldMeta, Json } from '#libs/vocabulary';
import { fieldFaults } from './field-faults.js';
import type { FieldFault } from './requests.js';

/** A person's words on their way to the vault. */
export interface TextPart {
  readonly field: string;
  readonly compartment: Compartment;
  readonly value: string;
}

export interface CommandData {
  readonly codes: Codes;
  readonly texts: readonly TextPart[];
}

/** Checks data against a command's schema; an unknown field is a fault, never dropped in silence. */
export function readData(schema: z.ZodObject, data: unknown): CommandData | readonly FieldFault[] {
  const parsed = schema.strict().safeParse(data ?? {});
  if (!parsed.success) return fieldFaults(parsed.error.issues, data);
  const codes: Record<string, Json> = {};
  const texts: TextPart[] = [];
  for (const [field, value] of Object.entries(parsed.data)) {
    if (value === undefined) continue;
    const meta = metaOf(schema, field);
    if (meta.data === 'code') codes[field] = value as Json;
    else texts.push({ field, compartment: meta.compartment as Compartment, value: asText(value) });
  }
  return { codes, texts };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What a field says of itself, also when it is optional. @throws for a field without a mark: a defect. */
export function metaOf(schema: z.ZodObject, field: string): FieldMeta {
  let type = schema.shape[field] as z.ZodType;
  while (type instanceof z.ZodOptional || type instanceof z.ZodDefault || type instanceof z.ZodNullable) {
    const own = type.meta();
    if (own?.['data']) return own as unknown as FieldMeta;
    type = type.unwrap() as z.ZodType;
  }
  const meta = type.meta() as FieldMeta | undefined;
  if (!meta?.data || (meta.data === 'text' && !meta.compartment))
    throw new Error(`Field "${field}" is not marked code or text`);
  return meta;
}
