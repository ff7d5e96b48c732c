import { Logger } from '@nestjs/common';
import { procedures as law } from '#libs/procedures';
import { hashEntry } from '#libs/timeline';
import { compartments } from '#libs/vocabulary';
import { demoAccountId, demoBodyId, type DemoUsername } from '../../src/access/index.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { Client } from '../support/client.js';
import { agreeing } from '../journeys/scenes.js';
import { done, housedCase, keepsTwoHouses, placementOf, takePart } from './unnamed/ground.js';
import { address, houses, people, told } from './unnamed/secrets.js';

/**
 * Who houses a person tells where she is. Readers without the location compartment walk every address that can be
 * read, of the interface and of the pages, over cases in which two shelters take part.
 */
const readers = ['police', 'prosecutor', 'migration', 'admin'] as const;

let application: TestApplication;
let police: Client;
/** Housed; owned by the shelter that houses her. */
let housed: string;
let owned: string;
/** Of each case its placement. */
const placements: Record<string, string> = {};
let beds: string[];
const logged: string[] = [];

beforeAll(async () => {
  application = await startApplication();
  const log = (...line: unknown[]) => logged.push(JSON.stringify(line));
  Logger.overrideLogger({ log, warn: log, error: log, debug: log, verbose: log, fatal: log });
  police = await application.signIn('police');
  beds = await keepsTwoHouses(application);
  housed = await caseInShelter();
  owned = await caseInShelter();
  await application.sql('update cases set owner_body_id = $2, owner_officer_id = $3 where id = $1', [
    owned,
    demoBodyId('state-shelter'),
    demoAccountId('shelter'),
  ]);
  await takePart(application, [housed, owned], ['prosecution', 'migration-service']);
}, 120_000);
afterAll(() => application?.close());

interface Sent {
  readonly items: readonly { id: string; caseId: string; purpose: string }[];
}

/** What she who houses her writes beside it: a correction, a detention, a handoff to a clinic; and what she read. */
async function caseInShelter(): Promise<string> {
  const second = await application.signIn('shelter');
  const late = { lateReason: address };
  const id = await housedCase(application, beds.shift() ?? '');
  await corrects(second, id, 'admit');
  await done(police.give(id, 'caseFile', 'recordDetention', { ground: 'immigration', place: address }));
  for (const compartment of ['identity', 'location'])
    expect((await second.get(`/cases/${id}/compartments/${compartment}`)).status).toBe(200);
  const health = { toBodyId: demoBodyId('clinic'), kind: 'share', purpose: 'health', basis: 'vitalInterest' };
  const { revision } = (await second.get<{ revision: number }>(`/cases/${id}`)).body;
  await done(second.give(id, 'handoff', 'send', { ...health, note: address }, { revision, ...late }));
  await done(second.give(id, 'caseFile', 'recordRelease', { note: address }, late));
  placements[id] = await placementOf(police, id);
  return id;
}

/** In words where the step itself had none. */
async function corrects(client: Client, id: string, command: string): Promise<void> {
  const { items } = (await client.get<{ items: { seq: number; command: string }[] }>(`/cases/${id}/timeline`))
    .body;
  const entrySeq = items.find((item) => item.command === command)?.seq;
  await done(client.give(id, 'caseFile', 'correctEntry', { entrySeq, correction: address }));
}

interface Route {
  readonly route?: { readonly path: unknown; readonly methods: Readonly<Record<string, boolean>> };
}

/** Files that are the same for everybody, the way out of the house, and an open line, which never ends (its own spec reads it). */
const ofNobody = ['/assets', '/{*', '/*', '/leave', '/live'];

/** Every address that answers GET, of the interface and of the pages, as Express knows them. */
function readable(): string[] {
  const { stack } = application.app.getHttpAdapter().getInstance().router as { stack: readonly Route[] };
  const paths = stack.flatMap(({ route }) =>
    route && (route.methods['get'] ?? false) && typeof route.path === 'string' ? [route.path] : [],
  );
  return [...new Set(paths)].filter((path) => !ofNobody.some((start) => path.startsWith(start)));
}

interface Offered {
  readonly procedures?: readonly { id: string; type: string; allowed: readonly { command: string }[] }[];
  readonly startable?: readonly { procedure: string; command: string }[];
}

/** Addresses of the forms that a case offers this reader. */
async function forms(client: Client, id: string): Promise<string[]> {
  const { procedures = [], startable = [] } = (await client.get<Offered>(`/cases/${id}`)).body;
  const running = procedures.flatMap((one) =>
    one.allowed.map(({ command }) => `${one.type}/${command}?procedureId=${one.id}`),
  );
  const starting = startable.map(({ procedure, command }) => `${procedure}/${command}`);
  return [...running, ...starting].map((form) => `/cases/${id}/commands/${form}`);
}

const guesses = houses.map((code) => `?body=${demoBodyId(code)}`);
const queries: Readonly<Record<string, readonly string[]>> = {
  '/api/v1/cases': ['', ...guesses, ...people.map((name) => `?owner=${demoAccountId(name)}`)],
  '/api/v1/handoffs': ['?box=in', '?box=out'],
  '/inbox': ['', '?box=out'],
  '/cases/:id': ['', '?recorded=2', '?recorded=9'],
  '/api/v1/plan/coverage': ['?from=2016-01-01&to=2016-01-31'],
};
const values: Readonly<Record<string, readonly string[]>> = {
  name: compartments,
  compartment: compartments,
  age: ['adult', 'child'],
};

/** Every address that a pattern stands for, over both cases. */
function addressesOf(pattern: string): string[] {
  const ids = /cases\/:id/.test(pattern) ? [housed, owned] : [demoBodyId('state-shelter')];
  const named = ids.map((id) => pattern.replace(':id', id).replace(':procedureId', placements[id] ?? ''));
  const filled = named.flatMap((path) => {
    const parameter = /:(\w+)/.exec(path)?.[1];
    if (!parameter) return [path];
    return (values[parameter] ?? ['x']).map((value) => path.replace(`:${parameter}`, value));
  });
  return filled.flatMap((path) => (queries[pattern] ?? ['']).map((query) => `${path}${query}`));
}

/** The administrator keeps the bodies and accounts of the installation; she knows of no case to join them with. */
const directory =
  /^\/(api\/v1\/bodies|api\/v1\/administration\/(accounts|tokens)|admin(\/(accounts|bodies|tokens).*)?|)$/;

async function leaks(reader: DemoUsername): Promise<string[]> {
  const client = await application.signIn(reader);
  const patterns = readable().filter(
    (path) => !path.includes(':command') && !(reader === 'admin' && directory.test(path)),
  );
  const paths = patterns.flatMap(addressesOf);
  const all = [...paths, ...(await forms(client, housed))];
  const found: string[] = [];
  for (const path of all) {
    const { status, headers, body } = await client.get<unknown>(`/${path}`);
    if (status >= 500) found.push(`${path}: ${status}`);
    const asking = /[0-9a-f-]{36}/.exec(path)?.[0] ?? '';
    const whole = `${[...headers].join('\n')}\n${typeof body === 'string' ? body : JSON.stringify(body)}`;
    found.push(...told(whole, asking).map((what) => `${path}: ${what}`));
  }
  return found;
}

it('walks every address of the interface document', async () => {
  const { body } = await police.get<{ paths: Record<string, object> }>('//api/openapi.json');
  const documented = Object.entries(body.paths)
    .filter(([, operations]) => 'get' in operations)
    .map(([path]) => path.replace(/\{(\w+)\}/g, ':$1'));
  expect(documented.length).toBeGreaterThan(20);
  expect(documented.filter((path) => !readable().includes(path))).toEqual([]);
});

it.each(readers)(
  '%s reads nowhere which shelter it is, who works there or where it stands',
  async (reader) => {
    expect(await leaks(reader)).toEqual([]);
  },
);

it('is not told by the answer to a command or a search either', async () => {
  const { body: opened } = await police.open({
    ...agreeing,
    safety: { immediateDanger: true, needsShelter: true },
  });
  expect(told(opened, '')).toEqual([]);
  const { number } = (await police.get<{ number: string }>(`/cases/${owned}`)).body;
  const { body: found } = await police.post<{ items: object[] }>('/cases/search', { text: number });
  expect(found.items).toMatchObject([{ owner: { bodyId: null, body: { en: 'shelter' }, officerId: null } }]);
  const given = await police.give(opened.id, 'identification', 'presume', { grounds: 'Borc əsarəti.' });
  expect(given.status).toBe(200);
  expect(told(given.body, '')).toEqual([]);
});

/** Every command of every procedure of the case, as the interface takes it: most are refused, and each says why. */
async function commandsOf(client: Client): Promise<string[]> {
  const { procedures = [] } = (await police.get<Offered>(`/cases/${housed}`)).body;
  const all = procedures.flatMap(({ id, type }) =>
    Object.keys(law[type]?.commands ?? {}).map((command) => [type, id, command] as const),
  );
  const found: string[] = [];
  for (const [type, procedureId, command] of all) {
    const data = { bedId: beds[0], toBodyId: demoBodyId('state-shelter'), unknown: true };
    const { status, headers, body } = await client.give(housed, type, command, data, {
      procedureId,
      revision: 1,
    });
    if (status < 400) found.push(`${type}.${command} was taken`);
    const whole = `${[...headers].join('\n')}\n${JSON.stringify(body)}`;
    found.push(...told(whole, demoBodyId('state-shelter')).map((what) => `${type}.${command}: ${what}`));
  }
  return found;
}

it.each(readers)(
  '%s is told it by no error of a command',
  async (reader) => {
    expect(await commandsOf(await application.signIn(reader))).toEqual([]);
  },
  120_000,
);

it('stands in no line of the log', () => {
  expect(logged.length).toBeGreaterThan(0);
  expect(told(logged, '')).toEqual([]);
});

it('names them to who may open the location, and a shelter knows itself', async () => {
  const { items } = (await (await application.signIn('shelter')).get<Sent>('/handoffs?box=out')).body;
  expect(items).toMatchObject([{ from: { id: demoBodyId('state-shelter') } }, {}]);
  await takePart(application, [housed], ['guardianship-baku-nasimi']);
  const guardian = await application.signIn('guardian');
  for (const path of [`/cases/${housed}`, `/cases/${housed}/timeline`, `/cases/${housed}/access`])
    expect(told((await guardian.get(path)).body, '')).not.toEqual([]);
});

it('still says that a shelter acted, and keeps the chain to be verified', async () => {
  interface Item {
    readonly seq: number;
    readonly withheld?: true;
    readonly actor?: { readonly role: string; readonly body: { en: string } | null };
    readonly hash: string;
    readonly previousHash: string;
  }
  const { items } = (await police.get<{ items: Item[] }>(`/cases/${housed}/timeline`)).body;
  const acted = items.filter(({ actor }) => actor?.role === 'shelterWorker');
  expect(acted.length).toBeGreaterThan(1);
  for (const entry of acted)
    expect(entry).toMatchObject({ withheld: true, actor: { id: null, name: null, body: { en: 'shelter' } } });
  const links = items.slice(1).map((item, index) => item.previousHash === items[index]?.hash);
  expect(links).not.toContain(false);
});

/** What is hashed of an entry, its payload reduced to the members that somebody is shown. */
function hashed(whole: Readonly<Record<string, unknown>>, shown: object): object {
  const { hash: _, previousHash: __, withheld: ___, ...core } = whole;
  const { id, role, bodyId } = core['actor'] as Record<string, unknown>;
  const payload = Object.entries(core['payload'] as object).filter(([name]) => name in shown);
  const known = Object.entries({
    ...core,
    actor: { id, role, bodyId },
    payload: Object.fromEntries(payload),
  });
  const captions = ['procedureLabel', 'past', 'fromLabel', 'toLabel'];
  return Object.fromEntries(known.filter(([name]) => !captions.includes(name)));
}

it('is told by no hash: whoever guesses right what is withheld cannot see that she did', async () => {
  interface Item extends Record<string, unknown> {
    readonly withheld?: true;
    readonly payload: object;
    readonly hash: string;
    readonly previousHash: string;
  }
  const readBy = async (client: Client) =>
    (await client.get<{ items: Item[] }>(`/cases/${housed}/timeline?limit=500`)).body.items;
  const [seen, whole] = [await readBy(police), await readBy(await application.signIn('guardian'))];
  const fits = (shown: readonly Item[]) =>
    whole.map((item, n) => {
      const core = hashed(item, shown[n]?.payload ?? {});
      return hashEntry(core, item.previousHash) === item.hash;
    });
  const withheld = seen.map((item) => item.withheld === true);
  expect(fits(whole)).toEqual(whole.map(() => true));
  expect(withheld.filter(Boolean).length).toBeGreaterThan(3);
  expect(fits(seen)).toEqual(withheld.map((is) => !is));
});

it('is not told that a system of the house acted: few may have one', async () => {
  const bodyId = demoBodyId('state-shelter');
  const asked = { system: 'Yer jurnalı', bodyId, role: 'shelterWorker', days: 1 };
  const admin = await application.signIn('admin');
  const { secret } = (await admin.post<{ secret: string }>('/administration/tokens', asked)).body;
  const system = new Client(application.url, { authorization: `Bearer ${secret}` });
  await done(system.give(housed, 'caseFile', 'recordSafeContact', { safeContact: 'Uydurma.' }));
  expect((await system.get(`/cases/${housed}/timeline`)).status).toBe(200);
  const paths = [
    `/cases/${housed}/timeline`,
    `/cases/${housed}/access?limit=200`,
    `//cases/${housed}/timeline`,
  ];
  const seenBy = async (client: Client) =>
    JSON.stringify(await Promise.all(paths.map(async (path) => (await client.get(path)).body)));
  expect(await seenBy(police)).not.toMatch(/Yer jurnalı|bySystem|"system":true|sistem «/);
  const own = await seenBy(await application.signIn('shelter'));
  for (const mark of ['"name":"Yer jurnalı","system":true', '"bySystem":true', 'sistem «Yer jurnalı»'])
    expect(own).toContain(mark);
  const { id } = (await system.open()).body;
  await takePart(application, [id], ['prosecution']);
  const seen = await (await application.signIn('prosecutor')).get<{ procedures: object[] }>(`/cases/${id}`);
  const shut = { restricted: true };
  expect(seen.body.procedures).toContainEqual(
    expect.objectContaining({
      context: expect.objectContaining({ ownerBodyId: shut, ownerOfficerId: shut }),
    }),
  );
});
