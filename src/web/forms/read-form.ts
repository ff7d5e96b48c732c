import { kindOf, type FieldKind } from './field-kind.js';
import type { JsonSchema } from './json-schema.js';
import { groupName } from './option-groups.js';
import { readDay, readMoment } from './moments.js';
import { type Posted, valueOf, valuesOf } from './posted.js';

/** The data of a command from a posted form. What was left empty is absent; the schema judges the rest. */
export function readForm(schema: JsonSchema, posted: Posted): Record<string, unknown> {
  const fields = Object.entries(schema.properties ?? {});
  return Object.fromEntries(
    fields.flatMap(([name, field]) => {
      const value = readers[kindOf(field, name)](posted, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

type Read = (posted: Posted, name: string) => unknown;

const one: Read = (posted, name) => valueOf(posted, name).trim() || undefined;

const several: Read = (posted, name) => {
  const values = valuesOf(posted, name);
  return values.length > 0 ? values : undefined;
};

const groupNames = (posted: Posted, name: string): string[] =>
  Object.keys(posted).filter((posting) => posting.startsWith(groupName(name, '')));

const readers: Record<FieldKind, Read> = {
  text: one,
  textarea: (posted, name) => valueOf(posted, name).replaceAll('\r\n', '\n').trim() || undefined,
  radios: one,
  select: one,
  body: one,
  officer: one,
  bed: one,
  instance: one,
  case: one,
  district: one,
  checkboxes: several,
  onePerGroup: (posted, name) => {
    const values = groupNames(posted, name).flatMap((group) => valuesOf(posted, group));
    return values.length > 0 ? values : undefined;
  },
  indicators: several,
  bodies: several,
  date: readDay,
  moment: readMoment,
  yesNo: (posted, name) => ({ yes: true, no: false })[valueOf(posted, name)],
  number: (posted, name) => {
    const typed = valueOf(posted, name).trim();
    if (typed === '') return undefined;
    return /^-?\d+$/.test(typed) ? Number(typed) : typed;
  },
  lines: (posted, name) => {
    const lines = valueOf(posted, name)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    return lines.length > 0 ? lines : undefined;
  },
};
