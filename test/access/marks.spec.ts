import { randomUUID } from 'node:crypto';
import type { DemoUsername } from '../../src/access/index.js';
import { built, startWeb, startWorker, type Process, type WebProcess } from '../faults/processes.js';
import { Visitor } from '../browser/visitor.js';
import { demoPassword, startApplication, type TestApplication } from '../support/application.js';
import { Client } from '../support/client.js';
import { hasRedis, testRedis, type TestRedis } from '../support/test-redis.js';
import { until } from '../support/until.js';
import { gone, longest, refused, represented } from './marks/histories.js';
import { housed } from './marks/housed.js';
import { overhear, rowsOf, watchAnswers } from './marks/places.js';
import { everyText, Planting } from './marks/planting.js';
import { Speaker, type Spoken } from './marks/speaker.js';

/**
 * Every text of every command is filled with words that nothing else holds, in a web and a worker process as an
 * operator runs them. Then they are looked for wherever they must not be.
 */
const planting = new Planting();
const spoken: Spoken = { caseId: '', number: '' };
const watch = watchAnswers();
const speakers = new Map<DemoUsername, Speaker>();
let application: TestApplication;
let redis: TestRedis | undefined;
let queue: Awaited<ReturnType<typeof overhear>> | undefined;
let web: WebProcess;
let worker: Process;

beforeAll(async () => {
  await built();
  redis = hasRedis() ? await testRedis() : undefined;
  queue = redis && (await overhear(redis.url));
  application = await startApplication({ clock: 'training' });
  const environment = { ...application.environment, ...(redis ? { REDIS_URL: redis.url } : {}) };
  worker = startWorker(environment);
  web = await startWeb(environment);
}, 600_000);
afterAll(async () => {
  watch.stop();
  await Promise.all([web.kill(), worker.kill()]);
  queue?.close();
  await redis?.stop();
  await application.close();
});

async function as(name: DemoUsername): Promise<Speaker> {
  const known = speakers.get(name) ?? (await Speaker.signedIn(web.url, name, planting, spoken));
  speakers.set(name, known);
  return known;
}

async function passes(duration: string): Promise<void> {
  const { client } = await as('admin');
  const { status } = await client.post('/clock/advance', { duration });
  if (status !== 200) throw new Error('the clock did not move');
}

const mark = (what: string) => planting.mark(what);

describe('words of persons', () => {
  it('are planted in every text of every command of every procedure', async () => {
    await longest({ as, passes });
    await represented({ as, passes });
    await gone({ as, passes });
    await housed({ as, passes });
    await refused({ as, passes });
    expect(everyText.filter((text) => !planting.planted.has(text))).toEqual([]);
    expect(everyText.length).toBeGreaterThan(50);
  }, 300_000);

  it('are planted in what is asked beside commands, also where it is wrong', async () => {
    const [police, clinic, stranger] = [
      (await as('police')).client,
      (await as('clinic')).client,
      new Client(web.url),
    ];
    const { number, caseId } = spoken;
    const glass = { number, reason: mark('reason of break-glass'), compartments: ['health'] };
    expect((await clinic.post('/break-glass', glass)).status).toBe(202);
    expect((await police.post('/cases/search', { text: mark('text of a search') })).status).toBe(200);
    expect((await police.post('/returns', { code: mark('return code') })).status).toBe(202);
    const wrong = { username: mark('name at sign-in'), password: mark('password at sign-in') };
    expect((await stranger.post('/session', wrong)).status).toBe(401);
    expect((await police.get(`/cases/${mark('id of a case')}`)).status).toBe(404);
    expect((await police.get(`/nowhere/${mark('address')}?name=${mark('query')}`)).status).toBe(404);
    expect((await police.get(`/cases?owner=${mark('filter')}`)).status).toBe(400);
    const json = { 'content-type': 'application/json' };
    expect((await police.raw('POST', '/cases', `{"note": "${mark('broken JSON')}`, json)).status).toBe(400);
    const field = { [mark('name of a field')]: mark('value of an unknown field') };
    expect((await police.open(field)).status).toBe(422);
    expect((await police.give(caseId, 'caseFile', 'close', field)).status).toBe(422);
    const stale = { 'if-match': '"999"', 'idempotency-key': randomUUID() };
    const refusedToo = {
      procedure: 'caseFile',
      command: 'linkCase',
      data: { note: mark('refused command') },
    };
    expect((await police.post(`/cases/${caseId}/commands`, refusedToo, stale)).status).toBe(422);
  });

  it('are planted in pages', async () => {
    const police = await Visitor.signedIn(web.url, 'police', demoPassword);
    const form = await police.visit('/cases/new/adult');
    const person = {
      name: mark('name on a page'),
      phone: mark('telephone on a page'),
      note: mark('note on a page'),
    };
    expect((await police.submit(form, '/cases/new/adult', person)).status).toBe(422);
    const yesterday = new Date(Date.now() - 86_400_000);
    const opened = await police.submit(form, '/cases/new/adult', {
      ...person,
      source: 'police',
      'encounteredAt-day': String(yesterday.getUTCDate()),
      'encounteredAt-month': String(yesterday.getUTCMonth() + 1),
      'encounteredAt-year': String(yesterday.getUTCFullYear()),
      'encounteredAt-time': '12:00',
      immediateDanger: 'no',
      needsShelter: 'no',
      lateReason: mark('late reason on a page'),
    });
    expect(opened.path).toMatch(/\/receipt$/);
    const home = await police.visit('/');
    expect((await police.submit(home, '/search', { text: person.name })).status).toBe(200);
    const away = new Visitor(web.url);
    const signIn = await away.visit('/sign-in');
    const wrong = {
      username: mark('name on the sign-in page'),
      password: mark('password on the sign-in page'),
    };
    await away.submit(signIn, '/sign-in', wrong);
    await away.visit(`/${mark('address of a page')}`);
  });

  it('are shown to who may read them, so that they are there', async () => {
    const police = await as('police');
    const { body } = await police.client.get(`/cases/${spoken.caseId}/compartments/statement`);
    expect(planting.foundIn(JSON.stringify(body))).toEqual(
      expect.arrayContaining(['identification.recordRefusal.note', 'lateReason of handoff.send']),
    );
  });
});

describe('they are nowhere else', () => {
  beforeAll(async () => {
    const open = 'select 1 from outbox_messages where done_at is null';
    await until(
      'every message to be delivered',
      async () => (await application.sql(open)).length === 0,
      60_000,
    );
  }, 90_000);

  it('not in any column of any table: entries, snapshots, outbox, notifications, receipts, jobs, the vault itself', async () => {
    const rows = await rowsOf(application);
    for (const table of [
      'timeline_entries',
      'vault_items',
      'break_glass_grants',
      'outbox_messages',
      'sessions',
    ])
      expect(rows[`public.${table}`]).not.toBe('');
    expect(Object.keys(rows)).toContain('bullmq.job');
    const found = Object.entries(rows).map(([table, text]) => [table, planting.foundIn(text)]);
    expect(found.filter(([, marks]) => marks?.length)).toEqual([]);
  });

  (hasRedis() ? it : it.skip)('not in anything said to Redis', () => {
    expect(queue?.heard()).toContain('outbox-');
    expect(planting.foundIn(queue?.heard() ?? '')).toEqual([]);
  });

  it('not in what the processes print', () => {
    expect(web.output()).toContain('/api/v1/cases/:id/commands');
    expect(planting.foundIn(web.output())).toEqual([]);
    expect(planting.foundIn(worker.output())).toEqual([]);
  });

  it('not in figures', async () => {
    const figures = await (await fetch(web.metrics)).text();
    expect(figures).toContain('/api/v1/cases/:id/commands');
    expect(planting.foundIn(figures)).toEqual([]);
  });

  it('not in headers, and in no address that the application gave', () => {
    const asked = ['id of a case', 'address', 'query', 'filter', 'address of a page'];
    expect(watch.seen()).toContain('location: /api/v1/cases/');
    expect(planting.foundIn(watch.seen()).filter((what) => !asked.includes(what))).toEqual([]);
  });
});

describe('the search itself', () => {
  it('would find a text that was stored outside the vault', async () => {
    const word = mark('a text outside');
    await application.sql(
      `update timeline_entries set payload = payload || jsonb_build_object('note', $1::text) where seq = 1`,
      [word],
    );
    await application.sql(`update blind_index set token = convert_to($1, 'UTF8')`, [word]);
    const rows = await rowsOf(application);
    const found = Object.keys(rows).filter((table) => planting.foundIn(rows[table] ?? '').length > 0);
    expect(found).toEqual(['public.blind_index', 'public.timeline_entries']);
  });
});
