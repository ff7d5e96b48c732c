import { connected } from '../../tools/postgres/provision.mjs';
import { startApplication, type TestApplication } from '../../test/support/application.js';

let nrm: TestApplication;
beforeAll(async () => {
  nrm = await startApplication();
}, 120_000);
afterAll(() => nrm.close());

interface Stuck {
  readonly items: readonly {
    readonly caseId: string;
    readonly procedure: string;
    readonly reasons: readonly string[];
    readonly clocks: readonly string[];
    readonly bodyIds: readonly string[];
  }[];
  readonly next?: string;
}

type Overseer = 'supervisor' | 'coordinator' | 'ombudsman';

const stuckFor = async (username: Overseer, query = '') =>
  (await (await nrm.signIn(username)).get<Stuck>(`/supervision/stuck${query}`)).body;

const foundIn = async (caseId: string, username: Overseer = 'coordinator') =>
  (await stuckFor(username, '?limit=200')).items
    .filter((one) => one.caseId === caseId)
    .map(({ procedure, reasons, clocks }) => ({ procedure, reasons, clocks }));

const opened = async (by: 'police' | 'ngo' = 'police'): Promise<string> =>
  (await (await nrm.signIn(by)).open({ consent: { referToMainDepartment: 'yes' } })).body.id;

it('finds nothing stuck in a case that was just opened', async () => {
  expect(await foundIn(await opened())).toEqual([]);
});

it('finds a clock whose row is lost, for who oversees the case', async () => {
  const [ours, theirs] = [await opened('police'), await opened('ngo')];
  const lost = await nrm.sql<{ procedure: string; name: string }>(
    `with gone as (delete from reminders where case_id = any($1))
     select procedure, name from deadlines where case_id = $2 and state = 'running' order by 1, 2`,
    [[ours, theirs], ours],
  );
  await nrm.sql("delete from deadlines where case_id = any($1) and state = 'running'", [[ours, theirs]]);
  expect(lost.length).toBeGreaterThan(0);
  const found = (await foundIn(ours)).filter(({ reasons }) => reasons.includes('clockMissing'));
  expect(found.flatMap(({ procedure, clocks }) => clocks.map((name) => ({ procedure, name })))).toEqual(
    expect.arrayContaining(lost),
  );
  expect(await foundIn(ours, 'supervisor')).toEqual(await foundIn(ours));
  expect(await foundIn(theirs, 'supervisor')).toEqual([]);
  expect(await foundIn(theirs, 'ombudsman')).not.toEqual([]);
});

it('finds an open case in which nothing runs, waits or was asked', async () => {
  const id = await opened();
  await nrm.sql("update procedure_instances set clocks = '{}' where case_id = $1", [id]);
  await nrm.sql('update tasks set closed_at = opened_at where case_id = $1', [id]);
  expect(await foundIn(id)).toEqual([]);
  await nrm.sql(
    "update deadlines set state = 'stopped', ended_at = started_at where case_id = $1 and state = 'running'",
    [id],
  );
  expect(await foundIn(id)).toEqual([{ procedure: 'caseFile', reasons: ['nothingRuns'], clocks: [] }]);
  await nrm.sql("update procedure_instances set tags = '{closed}' where case_id = $1 and type = 'caseFile'", [
    id,
  ]);
  expect(await foundIn(id)).toEqual([]);
});

it('finds who waits for a body that is gone or has nobody left but a system', async () => {
  const id = await opened('ngo');
  await nrm.sql(
    'update accounts set active = false where body_id in (select owner_body_id from cases where id = $1)',
    [id],
  );
  await nrm.sql(
    `insert into accounts (id, username, display_name, role, body_id, is_system)
     select gen_random_uuid(), 'system-0', 'Qəbul', 'ngoWorker', owner_body_id, true from cases where id = $1`,
    [id],
  );
  const owner = { procedure: 'caseFile', clocks: [] };
  expect(await foundIn(id)).toContainEqual({ ...owner, reasons: ['bodyWithoutOfficer'] });
  await nrm.sql(
    'update bodies set active = false where id in (select owner_body_id from cases where id = $1)',
    [id],
  );
  expect(await foundIn(id)).toContainEqual({ ...owner, reasons: ['bodyInactive'] });
});

it('is given in pages, each procedure once', async () => {
  const { items } = await stuckFor('coordinator', '?limit=200');
  const seen: unknown[] = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const page: Stuck = await stuckFor('coordinator', `?limit=2${next && `&cursor=${next}`}`);
    seen.push(...page.items);
    next = page.next;
  }
  expect(items.length).toBeGreaterThan(2);
  expect(seen).toEqual(items);
  expect((await (await nrm.signIn('coordinator')).get('/supervision/stuck?cursor=x')).status).toBe(400);
});

it('is for overseers only, also by the database', async () => {
  expect((await (await nrm.signIn('police')).get('/supervision/stuck')).status).toBe(403);
  expect((await (await nrm.signIn('admin')).get('/supervision/stuck')).status).toBe(403);
  for (const role of ['', 'caseOfficer', 'administrator', 'supervisor'])
    await connected(nrm.database.runtimeUrl, async (client) => {
      await client.query("select set_config('app.role', $1, false)", [role]);
      expect((await client.query('select 1 from stuck_procedures()')).rowCount).toBe(0);
    });
});

it('stands on the page in words', async () => {
  for (const username of ['supervisor', 'coordinator', 'ombudsman'] as const) {
    const { status, body } = await (
      await nrm.signIn(username)
    ).raw<string>('GET', '//supervision?lang=en', undefined);
    expect([status, body]).toEqual([200, expect.stringContaining('A clock is lost')]);
    const opens = username !== 'ombudsman';
    expect([username, body.includes('href="/cases/')]).toEqual([username, opens]);
    expect([username, body.includes('Single cases are not shown to you')]).toEqual([username, !opens]);
  }
});
