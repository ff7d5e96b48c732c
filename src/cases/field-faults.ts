import type { z } from 'zod';
import type { FieldFault } from './requests.js';

const escape = (part: PropertyKey) => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

/** JSON pointer (RFC 6901) of a path of keys. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${escape(part)}`).join('');

/** What a schema found wrong with `value`, one fault for each field. Values that were given are never quoted. */
export const fieldFaults = (issues: readonly z.core.$ZodIssue[], value: unknown): FieldFault[] =>
  onePerPlace(issues.flatMap((issue) => faultsOf(issue, value)));

const onePerPlace = (faults: readonly FieldFault[]): FieldFault[] =>
  faults.filter(({ pointer }, nth) => faults.findIndex((fault) => fault.pointer === pointer) === nth);

function faultsOf(issue: z.core.$ZodIssue, value: unknown): FieldFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), code: 'unknown-field' }));
  }
  const missing = issue.code !== 'custom' && at(value, issue.path) === undefined;
  const code = missing ? 'required' : codeOf(issue);
  const values = valuesOf(issue);
  return [{ pointer: pointerOf(issue.path), code, ...(values ? { values } : {}) }];
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );

const named = ['uuid', 'date', 'datetime'];

function codeOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? 'required' : 'too-small';
    case 'too_big':
      return 'too-long';
    case 'invalid_value':
      return 'not-one-of';
    case 'invalid_format':
      return named.includes(issue.format) ? `not-a-${issue.format}` : 'wrong-format';
    case 'custom':
      return typeof issue.params?.['code'] === 'string' ? issue.params['code'] : 'wrong-format';
    default:
      return 'wrong-type';
  }
}

function valuesOf(issue: z.core.$ZodIssue): FieldFault['values'] {
  if (issue.code === 'too_small') return { min: Number(issue.minimum) };
  if (issue.code === 'too_big') return { max: Number(issue.maximum) };
  if (issue.code === 'invalid_value') return { values: issue.values.join(', ') };
  return undefined;
}
