import { randomUUID } from 'node:crypto';
import { demoBodyId } from '../../src/access/index.js';
import { startApplication, type TestApplication } from '../support/application.js';
import type { Answer, Client } from '../support/client.js';
import { attempts, type Asked } from './hostile/index.js';

interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors: readonly { pointer?: string; code: string; detail: string }[];
}

const languages = ['az', 'en', 'ru'] as const;
const clients = new Map<string, Client>();
const done = new Map<string, Promise<number>>();
let application: TestApplication;
let world: Record<string, string>;

beforeAll(async () => {
  application = await startApplication({ clock: 'training' });
  for (const name of ['police', 'admin', 'clinic', 'school', 'supervisor'] as const) {
    clients.set(name, await application.signIn(name));
  }
  clients.set('stranger', application.stranger());
  const { body } = await (clients.get('police') as Client).open();
  world = { '@case': body.id, '@number': body.number, '@body': demoBodyId('ngo-nar') };
}, 120_000);
afterAll(() => application?.close());

/** Puts what the application gave into the places of a request. */
async function filled<T>(value: T): Promise<T> {
  const [{ revision } = { revision: 0 }] = await application.sql<{ revision: number }>(
    'select revision from cases where id = $1',
    [world['@case']],
  );
  const places = { ...world, '@revision': `"${revision}"`, '@key': randomUUID() };
  return Object.entries(places).reduce(
    (text, [place, given]) => text.replaceAll(place, given),
    value as string,
  ) as T;
}

async function send({ as = 'police', method, path, body, bytes, headers = {} }: Asked, language: string) {
  const client = clients.get(as) as Client;
  const entries = Object.entries(headers).map(async ([name, value]) => [name, await filled(value)] as const);
  const all = { 'accept-language': language, ...Object.fromEntries(await Promise.all(entries)) };
  const address = await filled(path);
  const how = method ?? (body === undefined ? 'GET' : 'POST');
  if (bytes !== undefined) {
    const raw = typeof bytes === 'string' ? await filled(bytes) : bytes;
    return client.raw<ProblemDocument>(how, address, raw, all);
  }
  const data = body === undefined ? undefined : JSON.parse(await filled(JSON.stringify(body)));
  return client.send<ProblemDocument>(how, address, data, all);
}

/** The twin of many attempts is sent once: some operations may be tried only so often. */
function twinStatus(twin: Asked): Promise<number> {
  const name = JSON.stringify(twin);
  const known = done.get(name) ?? send(twin, 'az').then(({ status }) => status);
  done.set(name, known);
  return known;
}

/**
 * Rows of every table and the head of every timeline. A try at signing in is counted, whoever tries; and who is told
 * what changed since she looked has read the timeline, which is on record.
 */
const countedAnyway = ['tries', 'access_records'];

async function state(): Promise<unknown> {
  const tables = await application.sql<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all($1)`,
    [countedAnyway],
  );
  const counts = tables.map(({ name }) => `(select count(*) from "${name}") as "${name}"`).join(', ');
  const [heads] = await application.sql(
    `select ${counts}, (select string_agg(head_hash, ',' order by id) from cases) as heads`,
  );
  return heads;
}

function expectProblem(
  { status, headers, body }: Answer<ProblemDocument>,
  wanted: { status: number; code: string; language: string },
) {
  expect({ status, code: body.code }).toEqual({ status: wanted.status, code: wanted.code });
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(headers.get('content-language')).toBe(wanted.language === 'en' ? 'en' : 'az');
  expect(headers.get('vary')).toContain('Accept-Language');
  expect(body).toMatchObject({ status, type: `urn:istiqamet:problem:${body.code}` });
  expect(body.title.length > 0 && body.detail.length > 0).toBe(true);
  expect(body.detail).not.toBe(body.code);
  expect(JSON.stringify(body)).not.toMatch(/\bat .*:\d+|node_modules|\.ts\b|select |postgres|zod|Error:/i);
}

describe.each(Object.entries(attempts))('hostile requests against %s', (_what, rows) => {
  it.each(rows.map((row, place) => [row.rule, place] as const))('%s', async (_rule, place) => {
    const { ask, twin, status, code, fault, pointer } = rows[place];
    const language = languages[place % languages.length] as string;
    const before = await state();
    const answer = await send(ask, language);
    expectProblem(answer, { status, code, language });
    if (fault) expect(answer.body.errors[0]?.code).toBe(fault);
    if (pointer) expect(answer.body.errors.map((error) => error.pointer)).toEqual([pointer]);
    for (const { code: name, detail } of answer.body.errors) expect(detail).not.toBe(name);
    expect(await state()).toEqual(before);
    expect(await twinStatus(twin)).toBeLessThan(300);
  });
});

it('tries at least two hundred', () => {
  expect(Object.values(attempts).flat().length).toBeGreaterThanOrEqual(200);
});

it('says the language of what goes well, too', async () => {
  const told = async (language: string) => {
    const { status, headers } = await send({ path: '/cases' }, language);
    return [status, headers.get('content-language'), headers.get('vary')?.includes('Accept-Language')];
  };
  expect(await told('en')).toEqual([200, 'en', true]);
  expect(await told('ru')).toEqual([200, 'az', true]);
});
