import type { Client } from '../support/client.js';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
interface Listed {
  readonly items?: readonly Readonly<Record<string, unknown>>[];
}

/** Changes with the hour, with the reading itself, or counts over all cases of the country. */
const leftOut = ['/clock', '/cases/{id}/access', '/plan/coverage'];
const withoutTheHour = (key: string, value: unknown): unknown =>
  ['now', 'urgency'].includes(key) ? undefined : value;
const addressOf = (path: string): string =>
  path
    .replace('{name}', 'identity')
    .replace('/measures/{id}', '/measures/13.3.6')
    .replace('{id}', '00000000-0000-4000-8000-000000000000');

/**
 * Everything that somebody reads by asking: each address of the interface that is read, for every case that her list
 * gives her, and what a search for `name` finds.
 */
export async function everythingReadBy(client: Client, name: string): Promise<string> {
  const { body } = await client.get<Document>('//api/openapi.json');
  const paths = Object.entries(body.paths)
    .filter(([, ways]) => 'get' in ways)
    .map(([path]) => path.replace('/api/v1', ''))
    .filter((path) => !leftOut.includes(path));
  const found = await client.post<Listed>('/cases/search', { text: name });
  const cases = await client.get<Listed>('/cases?limit=200');
  const ids = (cases.body.items ?? []).map(({ id }) => String(id));
  const asked = paths.flatMap((path) =>
    path.startsWith('/cases/{id}') ? ids.map((id) => path.replace('{id}', id)) : [path],
  );
  const read = [JSON.stringify(found.body)];
  for (const path of asked) {
    const { status, body: answer } = await client.get(addressOf(path));
    read.push(`${path} ${status} ${JSON.stringify(answer, withoutTheHour)}`);
  }
  return read.join('\n');
}
