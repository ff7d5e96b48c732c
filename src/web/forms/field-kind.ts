import type { JsonSchema } from './json-schema.js';

/** How a field is asked for on a page. */
export type FieldKind =
  | 'text'
  | 'textarea'
  | 'number'
  | 'yesNo'
  | 'radios'
  | 'select'
  | 'checkboxes'
  | 'onePerGroup'
  | 'date'
  | 'moment'
  | 'lines'
  | 'body'
  | 'bodies'
  | 'officer'
  | 'bed'
  | 'instance'
  | 'case'
  | 'district'
  | 'indicators';

/** More choices than this make a list to open instead of radios. */
const mostRadios = 10;
/** Longer texts get several lines. */
const longestLine = 200;

export function kindOf(field: JsonSchema, name = ''): FieldKind {
  const shape = withoutNull(field);
  if (shape.type === 'array') return kindOfList(shape, field);
  if (name === 'district' || field.ref === 'district') return 'district';
  if (field.ref === 'body') return 'body';
  if (field.ref === 'user') return 'officer';
  if (field.ref === 'instance' || field.ref === 'case' || field.ref === 'bed') return field.ref;
  if (shape.type === 'boolean') return 'yesNo';
  if (shape.type === 'integer' || shape.type === 'number') return 'number';
  if (shape.format === 'date') return 'date';
  if (shape.format === 'date-time') return 'moment';
  if (shape.enum) return shape.enum.length > mostRadios ? 'select' : 'radios';
  return (shape.maxLength ?? 0) > longestLine ? 'textarea' : 'text';
}

function kindOfList(shape: JsonSchema, field: JsonSchema): FieldKind {
  const ref = field.ref ?? shape.items?.ref;
  if (ref === 'indicator') return 'indicators';
  if (ref === 'body') return 'bodies';
  const codes = shape.items?.enum;
  if (!codes) return 'lines';
  return codes.every((code) => groupOf(code) !== undefined) ? 'onePerGroup' : 'checkboxes';
}

/** The group of a code written `GROUP.answer`, e.g. `EX` of `EX.absent`; undefined for any other. */
export const groupOf = (code: string): string | undefined => /^([^.]+)\.[^.]+$/.exec(code)?.[1];

/** The shape of a field that may also be null. */
export const withoutNull = (field: JsonSchema): JsonSchema =>
  field.anyOf?.find(({ type }) => type !== 'null') ?? field;
