import { Logger } from '@nestjs/common';
import { procedures as law } from '#libs/procedures';
import { compartments } from '#libs/vocabulary';
import {
  demoAccountId,
  demoAccounts,
  demoBodies,
  demoBodyId,
  type DemoUsername,
  type KnowledgeLevel,
  needToKnow,
} from '../../src/access/index.js';
import { isFull } from '../support/size.js';
import { startApplication, type TestApplication } from '../support/application.js';
import type { Client } from '../support/client.js';
import { keepsHouse } from '../support/houses.js';
import { agreeing } from '../journeys/scenes.js';
import { address, houses, keepSecret, people, room, told } from './unnamed/secrets.js';

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
  const [near, state] = await Promise.all([application.signIn('shelter2'), application.signIn('shelter')]);
  await keepsHouse(near, { region: 'baku-nasimi', rooms: [{ name: '1', beds: 3 }] });
  beds = await keepsHouse(state, {
    region: 'sheki',
    guarded: true,
    address,
    rooms: [{ name: room, beds: 3 }],
  });
  housed = await caseInShelter();
  owned = await caseInShelter();
  await application.sql('update cases set owner_body_id = $2, owner_officer_id = $3 where id = $1', [
    owned,
    demoBodyId('state-shelter'),
    demoAccountId('shelter'),
  ]);
  for (const body of ['prosecution', 'migration-service'] as const)
    await application.sql(
      `insert into participations (case_id, body_id, level, since)
       select id, $2, 'full', now_domain() from cases where id = any($1)
       on conflict (body_id, case_id) where ended_at is null do update set level = 'full'`,
      [[housed, owned], demoBodyId(body)],
    );
}, 120_000);
afterAll(() => application?.close());

interface Sent {
  readonly items: readonly { id: string; caseId: string; purpose: string }[];
}

async function asked(client: Client, caseId: string): Promise<{ procedureId: string }> {
  const { items } = (await client.get<Sent>('/handoffs?box=in')).body;
  return { procedureId: items.find((one) => one.caseId === caseId)?.id ?? '' };
}

async function done(answer: Promise<{ status: number; body: unknown }>): Promise<void> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
}

/** One shelter said no; the other offered a bed and took her in, read what it may, held her file and sent her to a clinic. */
async function caseInShelter(): Promise<string> {
  const [first, second] = await Promise.all([application.signIn('shelter2'), application.signIn('shelter')]);
  const safety = { immediateDanger: true, needsShelter: true };
  const { id } = (await police.open({ ...agreeing, safety })).body;
  const no = { reason: 'noCapacity', note: address };
  await done(first.give(id, 'handoff', 'decline', no, await asked(first, id)));
  const bedId = beds.shift() ?? '';
  keepSecret(`bed of ${id}`, bedId);
  const late = { lateReason: address };
  await done(second.give(id, 'placement', 'offerBed', { bedId, note: address }, late));
  await done(police.give(id, 'placement', 'acceptOffer', { interpreter: 'notNeeded' }));
  await done(second.give(id, 'placement', 'admit'));
  await corrects(second, id, 'admit');
  await done(police.give(id, 'caseFile', 'recordDetention', { ground: 'immigration', place: address }));
  for (const compartment of ['identity', 'location'])
    expect((await second.get(`/cases/${id}/compartments/${compartment}`)).status).toBe(200);
  const health = { toBodyId: demoBodyId('clinic'), kind: 'share', purpose: 'health', basis: 'vitalInterest' };
  const { revision } = (await second.get<{ revision: number }>(`/cases/${id}`)).body;
  await done(second.give(id, 'handoff', 'send', { ...health, note: address }, { revision, ...late }));
  await done(second.give(id, 'caseFile', 'recordRelease', { note: address }, late));
  placements[id] = await placementOf(id);
  return id;
}

/** In words where the step itself had none. */
async function corrects(client: Client, id: string, command: string): Promise<void> {
  const { items } = (await client.get<{ items: { seq: number; command: string }[] }>(`/cases/${id}/timeline`))
    .body;
  const entrySeq = items.find((item) => item.command === command)?.seq;
  await done(client.give(id, 'caseFile', 'correctEntry', { entrySeq, correction: address }));
}

/** The latest placement of a case. */
async function placementOf(caseId: string): Promise<string> {
  const { body } = await police.get<Offered>(`/cases/${caseId}`);
  return body.procedures?.findLast(({ type }) => type === 'placement')?.id ?? '';
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
const directory = ['/api/v1/bodies', '/api/v1/administration/accounts', '/admin', '/'];

async function leaks(reader: DemoUsername): Promise<string[]> {
  const client = await application.signIn(reader);
  const patterns = readable().filter(
    (path) => !path.includes(':command') && !(reader === 'admin' && directory.includes(path)),
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

describe('which shelters suit', () => {
  interface Suiting {
    readonly asked: readonly { en: string }[];
    readonly items: readonly { name: { en: string }; standing: string; unsuitable: { code: string }[] }[];
    readonly leftNoHouse: readonly { code: string; label: { en: string } }[] | null;
  }
  const everybody = Object.keys(demoAccounts) as DemoUsername[];
  const opensLocation = (name: DemoUsername) =>
    needToKnow.roles[demoAccounts[name].role]?.compartments.full?.includes('location') ?? false;
  const shut = everybody.filter((name) => !opensLocation(name));
  /** Every day who acts most, and one who may know nothing of it. */
  const most: readonly DemoUsername[] = ['police', 'social', 'coordinator', 'consul'];
  const hidden = isFull ? shut : shut.filter((name) => most.includes(name));
  const regions = ['sheki', 'baku-nasimi', 'ganja', undefined];
  /** What no house gives; what one house gives, wherever it lies. */
  const unmet = { accessible: true, sex: 'female' };
  const met = { highThreat: true };
  let probed: string;
  let requests: readonly { needs: object; region: string | undefined; procedureId: string }[];

  /** The same asked with one region after the other: who is refused at once could learn where a house lies. */
  beforeAll(async () => {
    probed = (await police.open(agreeing)).body.id;
    const asked = [];
    for (const needs of [unmet, met])
      for (const region of regions) {
        if (needs === met && region !== 'sheki') continue;
        const data = { ...needs, ...(region ? { avoidRegion: region } : {}) };
        const { revision } = (await police.get<{ revision: number }>(`/cases/${probed}`)).body;
        await done(police.give(probed, 'placement', 'request', data, { revision }));
        asked.push({ needs, region, procedureId: await placementOf(probed) });
      }
    requests = asked;
    const outside = Object.entries(demoBodies).filter(([, { kind }]) => kind !== 'shelter');
    for (const [code] of outside)
      await application.sql(
        `insert into participations (case_id, body_id, level, since) values ($1, $2, 'full', now_domain())
         on conflict (body_id, case_id) where ended_at is null do update set level = 'full'`,
        [probed, demoBodyId(code as keyof typeof demoBodies)],
      );
  });

  const pathOf = (procedureId: string, caseId = probed) =>
    `cases/${caseId}/placements/${procedureId}/shelters`;

  /** Houses and regions that the answer or the page names; of the page what it says itself, not who is signed in. */
  const named = ({ body }: { body: unknown }): string[] => {
    const text = typeof body === 'string' ? (body.split('<main')[1] ?? '') : JSON.stringify(body);
    return [
      ...told(text, ''),
      ...['sheki', 'Şəki', 'Sheki', 'nasimi'].filter((region) => text.includes(region)),
    ];
  };

  it.each(hidden)('tell %s of no house and no region, however the request is made', async (name) => {
    const client = await application.signIn(name);
    const answers: Suiting[] = [];
    for (const { procedureId, needs } of requests) {
      const answer = await client.get<Suiting>(`/${pathOf(procedureId)}`);
      const page = await client.get(`//${pathOf(procedureId)}?lang=en`);
      expect([200, 404]).toContain(answer.status);
      expect([page.status, named(answer), named(page)]).toEqual([answer.status, [], []]);
      if (answer.status === 200 && needs === unmet) answers.push(answer.body);
      if (answer.status === 200 && needs === met)
        expect(answer.body).toMatchObject({ items: [], leftNoHouse: [] });
    }
    const knows = knowsPlacement(name);
    const same = { asked: [{ en: 'a woman' }, { en: 'an accessible room' }], items: [], beds: null };
    const left = [{ code: 'accessibility', label: { en: 'an accessible room' } }];
    expect(answers).toMatchObject(knows ? regions.map(() => ({ ...same, leftNoHouse: left })) : []);
  });

  /** By the table: at the level at which the reader knows the case. */
  const knowsPlacement = (name: DemoUsername): boolean => {
    const { role, body } = demoAccounts[name];
    const { procedures } = needToKnow.roles[role] ?? {};
    const of = (level: KnowledgeLevel) => procedures?.[level]?.includes('placement') ?? false;
    const supervises = role === 'coordinator' || (role === 'supervisor' && body === 'police-baku-nasimi');
    return of('full') || (supervises && of('oversight'));
  };

  it('name every house to who may open the location, and say why it does not suit', async () => {
    const guardian = await application.signIn('guardian');
    const [first] = requests;
    const { body } = await guardian.get<Suiting>(`/${pathOf(first?.procedureId ?? '')}`);
    const reasons = body.items.map(({ name, standing, unsuitable }) => [
      name.en,
      standing,
      unsuitable.map(({ code }) => code),
    ]);
    expect(reasons).toEqual(
      expect.arrayContaining([
        [demoBodies['state-shelter'].name.en, 'notAsked', ['region', 'accessibility']],
        [demoBodies['ngo-nar-shelter'].name.en, 'notAsked', ['accessibility']],
      ]),
    );
    expect(body.leftNoHouse).toBeNull();
    const page = await guardian.get<string>(`//${pathOf(first?.procedureId ?? '')}?lang=en`);
    expect(page.body).toContain('No: in the region to keep away from, not accessible');
  });

  it('tell a house of itself alone, and nothing where she was asked elsewhere', async () => {
    const [own, other] = await Promise.all([application.signIn('shelter'), application.signIn('shelter2')]);
    const { body } = await own.get<Suiting>(`/${pathOf(placements[housed] ?? '', housed)}`);
    expect(body).toMatchObject({
      items: [{ name: demoBodies['state-shelter'].name, standing: 'housesHer', unsuitable: [] }],
      beds: [{ room, bed: `${room}.3`, unsuitable: [] }],
    });
    expect(JSON.stringify(body)).not.toContain(demoBodyId('ngo-nar-shelter'));
    for (const path of [pathOf(placements[housed] ?? '', housed), pathOf(requests[0]?.procedureId ?? '')])
      expect((await other.get(`/${path}`)).status).toBe(404);
  });
});

it('stands in no line of the log', () => {
  expect(logged.length).toBeGreaterThan(0);
  expect(told(logged, '')).toEqual([]);
});

it('names them to who may open the location, and a shelter knows itself', async () => {
  const { items } = (await (await application.signIn('shelter')).get<Sent>('/handoffs?box=out')).body;
  expect(items).toMatchObject([{ from: { id: demoBodyId('state-shelter') } }, {}]);
  await application.sql(
    `insert into participations (case_id, body_id, level, since) values ($1, $2, 'full', now_domain())
     on conflict (body_id, case_id) where ended_at is null do update set level = 'full'`,
    [housed, demoBodyId('guardianship-baku-nasimi')],
  );
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
