import type { Identity } from '../../../access/index.js';
import type { FieldFault } from '../../../cases/index.js';
import type { Search } from '../../../worklists/index.js';
import { kindOf } from '../../forms/field-kind.js';
import type { JsonSchema } from '../../forms/json-schema.js';

type Data = Readonly<Record<string, unknown>>;

/** People know a case by its number, commands by its id. A number that the reader may not know is a fault. */
export async function withCaseIds(
  schema: JsonSchema,
  data: Data,
  reader: Identity,
  search: Search,
): Promise<{ readonly data: Data; readonly faults: readonly FieldFault[] }> {
  const named = Object.entries(schema.properties ?? {}).filter(
    ([name, field]) => kindOf(field, name) === 'case' && typeof data[name] === 'string',
  );
  const found = await Promise.all(
    named.map(async ([name]) => {
      const { items } = await search.find(reader, String(data[name]));
      return { name, id: items.length === 1 ? items[0]?.id : undefined };
    }),
  );
  const faults = found
    .filter(({ id }) => !id)
    .map(({ name }) => ({ pointer: `/${name}`, code: 'unknown-case' }));
  return { data: { ...data, ...Object.fromEntries(found.map(({ name, id }) => [name, id])) }, faults };
}
