import type { FieldMeta, Words } from '#libs/vocabulary';

/** What the forms read of a command's JSON Schema (2020-12): the shape, and the marks and words of each field. */
export interface JsonSchema extends Partial<
  Pick<FieldMeta, 'data' | 'hint' | 'values' | 'ref' | 'compartment'>
> {
  readonly type?: string;
  readonly label?: Words;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly default?: unknown;
}
