import { z } from 'zod';
import type { Codes, Compartment, FieldMeta, Json } from '#libs/vocabulary';
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
  if (!parsed.success) return parsed.error.issues.flatMap(faultsOf);
  const codes: Record<string, Json> = {};
  const texts: TextPart[] = [];
  for (const [field, value] of Object.entries(parsed.data)) {
    if (value === undefined) continue;
    const meta = metaOf(schema, field);
    if (meta.data === 'code') codes[field] = value as Json;
    else texts.push({ field, compartment: meta.compartment as Compartment, value: String(value) });
  }
  return { codes, texts };
}

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

const escape = (part: PropertyKey) => String(part).replaceAll('~', '~0').replaceAll('/', '~1');
const pointerOf = (path: readonly PropertyKey[]) => path.map((part) => `/${escape(part)}`).join('');

function faultsOf(issue: z.core.$ZodIssue): FieldFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), code: 'unknown-field' }));
  }
  const values: Record<string, string | number> = {};
  if ('minimum' in issue) values['min'] = Number(issue.minimum);
  if ('maximum' in issue) values['max'] = Number(issue.maximum);
  if ('values' in issue) values['values'] = (issue.values as unknown[]).join(', ');
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return [{ pointer: pointerOf(issue.path), code: missing ? 'required' : codeOf(issue), values }];
}

function codeOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? 'required' : 'too-small';
    case 'too_big':
      return 'too-long';
    case 'invalid_value':
      return 'not-one-of';
    case 'invalid_format':
      return `not-a-${issue.format}`;
    default:
      return 'wrong-type';
  }
}
