import { randomBytes, randomUUID } from 'node:crypto';
import { compartments } from '#libs/vocabulary';
import {
  actingAs,
  demoBodyId,
  type DemoUsername,
  endParticipationStatement,
} from '../../src/access/index.js';
import { Database, nobody } from '../../src/platform/index.js';
import { type DemoDesk, demoDesk, moment, signedIn } from './demo-desk.js';

/**
 * The second wall: what the database itself hides from the runtime role when a query forgets to ask. Clinic, police
 * and shelter take part in `mine`; nobody but the police of Ganja in `theirs`.
 */
let desk: DemoDesk;
let mine: string;
let theirs: string;

beforeAll(async () => {
  desk = await demoDesk();
  mine = (await desk.addCase({ 'police-baku-nasimi': 'full', clinic: 'serving', 'state-shelter': 'preview' }))
    .id;
  theirs = (await desk.addCase({ 'police-ganja': 'full' })).id;
  for (const id of [mine, theirs]) await fill(id);
});
afterAll(() => desk.close());

async function fill(caseId: string): Promise<void> {
  for (const compartment of compartments) {
    await desk.past(
      'insert into vault_keys (case_id, compartment, wrapped, created_at) values ($1, $2, $3, $4)',
      [caseId, compartment, randomBytes(61), moment],
    );
  }
  await desk.past(
    `insert into vault_items (id, case_id, procedure_id, compartment, field, ciphertext, created_at)
     values ($1, $2, $1, 'identity', 'person', $3, $4)`,
    [randomUUID(), caseId, randomBytes(40), moment],
  );
  await desk.past("insert into blind_index (case_id, kind, token) values ($1, 'name', $2)", [
    caseId,
    randomBytes(16),
  ]);
  await desk.past('insert into return_codes (case_id, code_hash, created_at) values ($1, $2, $3)', [
    caseId,
    randomUUID(),
    moment,
  ]);
}

/** Cases of which this person sees rows in a table when her query names none. */
async function sees(username: DemoUsername, table: string, caseId?: string): Promise<string[]> {
  const column = table === 'cases' ? 'id' : 'case_id';
  const { rows } = await desk.database.inTransaction(actingAs(signedIn(username), caseId), (tx) =>
    tx.query<{ id: string }>(`select distinct ${column} as id from ${table}`),
  );
  return rows.map(({ id }) => (id === mine ? 'mine' : id === theirs ? 'theirs' : 'other')).sort();
}

const caseTables = ['cases', 'vault_keys', 'return_codes'];
const vaultTables = ['vault_items', 'blind_index'];

describe('rows of a case', () => {
  it.each([...caseTables, ...vaultTables])(
    '%s: a body sees its own, and none without an identity',
    async (table) => {
      expect(await sees('police', table)).toEqual(['mine']);
      expect(await sees('clinic', table)).toEqual(['mine']);
      expect(await sees('police2', table)).toEqual(['theirs']);
      expect(await sees('ngo', table)).toEqual([]);
      expect(await sees('admin', table)).toEqual([]);
      const column = table === 'cases' ? 'id' : 'case_id';
      const open = desk.database.inTransaction(nobody, (tx) => tx.query(`select ${column} from ${table}`));
      expect((await open).count).toBe(0);
    },
  );

  it('are shown to overseers, but never those that hold personal data', async () => {
    expect(await sees('coordinator', 'cases')).toEqual(['mine', 'theirs']);
    expect(await sees('supervisor', 'cases')).toEqual(['mine']);
    expect(await sees('ombudsman', 'cases')).toEqual([]);
    for (const table of vaultTables) {
      for (const overseer of ['coordinator', 'supervisor', 'ombudsman', 'admin'] as const) {
        expect([table, overseer, await sees(overseer, table)]).toEqual([table, overseer, []]);
        expect([table, overseer, await sees(overseer, table, mine)]).toEqual([table, overseer, []]);
      }
    }
  });

  it('in preview are the case without the vault', async () => {
    expect(await sees('shelter', 'cases')).toEqual(['mine']);
    expect([await sees('shelter', 'vault_items'), await sees('shelter', 'blind_index')]).toEqual([[], []]);
  });

  it.each([...caseTables, ...vaultTables])('%s: another ground opens one case and no more', async (table) => {
    expect(await sees('ngo', table, mine)).toEqual(['mine']);
    expect(await sees('ngo', table)).toEqual([]);
  });

  it('are hidden when participation has ended, though the supervisor still audits', async () => {
    const { id } = await desk.addCase({ 'local-executive-ganja': 'full', 'police-baku-nasimi': 'full' });
    await fill(id);
    expect(await sees('police', 'vault_items')).toEqual(['mine', 'other']);
    await desk.database.inTransaction(nobody, (tx) =>
      tx.batch([endParticipationStatement(id, demoBodyId('police-baku-nasimi'), moment)]),
    );
    expect(await sees('police', 'cases')).toEqual(['mine']);
    expect(await sees('police', 'vault_items')).toEqual(['mine']);
    expect(await sees('supervisor', 'cases')).toEqual(['mine', 'other']);
  });

  it('of the index are not searched while identity is sealed', async () => {
    const { id } = await desk.addCase({ 'ngo-nar': 'full' });
    await fill(id);
    expect(await sees('ngo', 'blind_index')).toEqual(['other']);
    await desk.past("update vault_keys set sealed_at = $2 where case_id = $1 and compartment = 'identity'", [
      id,
      moment,
    ]);
    expect(await sees('ngo', 'blind_index')).toEqual([]);
  });
});

describe('where her family lives', () => {
  const houses = (database: Database, identity: Parameters<Database['inTransaction']>[0], caseId: string) =>
    database.inTransaction(identity, async (tx) => {
      const { rows } = await tx.query<{ house: string }>('select family_houses($1) as house', [caseId]);
      return rows.map(({ house }) => house);
    });
  const asked = (username: DemoUsername, caseId: string) =>
    houses(desk.database, actingAs(signedIn(username)), caseId);

  it('is read for a case by who takes part in it and by the sweep: the house alone, by nobody else', async () => {
    const house = demoBodyId('ngo-nar-shelter');
    await desk.past(
      `insert into procedure_instances (id, case_id, type, machine, revision, state, tags, context, clocks, since, final, position)
       values ($1, $2, 'placement', 'placement@1', 1, 'admitted', '{occupying,holdsBed}', $3, '{}', $4, false, 9)`,
      [randomUUID(), theirs, JSON.stringify({ shelterBodyId: house }), moment],
    );
    const link = 'insert into case_links (case_id, linked_case_id, relation, since) values ($1, $2, $3, $4)';
    await desk.past(link, [mine, theirs, 'sameEncounter', moment]);
    expect(await asked('police', mine)).toEqual([]);
    await desk.past(link, [mine, theirs, 'dependant', moment]);
    expect(await asked('police', mine)).toEqual([house]);
    expect(await asked('police2', mine)).toEqual([]);
    expect(await asked('social', mine)).toEqual([]);
    expect(await houses(desk.database, nobody, mine)).toEqual([]);
    const sweep = new Database({ url: desk.test.sweepUrl, poolSize: 1, name: 'spec' });
    expect(await houses(sweep, nobody, mine)).toEqual([house]);
    await sweep.close();
  });
});

describe('what the runtime role may not do at all', () => {
  it.each([
    'delete from vault_items',
    'delete from blind_index',
    'delete from vault_keys',
    "update vault_items set ciphertext = ''",
    "update vault_keys set wrapped = ''",
    'update timeline_entries set payload = payload',
    'delete from timeline_entries',
    'delete from access_records',
    'alter table vault_items disable row level security',
    'set role nrm_owner',
  ])('%s', async (sql) => {
    const attempt = desk.database.inTransaction(actingAs(signedIn('police')), (tx) => tx.query(sql));
    await expect(attempt).rejects.toMatchObject({ kind: 'not-permitted' });
  });

  it('the sweep reads no ciphertext, no wrapped key and no account', async () => {
    const sweep = new Database({ url: desk.test.sweepUrl, poolSize: 1, name: 'spec' });
    for (const sql of [
      'select ciphertext from vault_items',
      'select wrapped from vault_keys',
      'select token from blind_index',
      'select password_hash from accounts',
      'select token_hash from sessions',
    ]) {
      await expect(sweep.inTransaction(nobody, (tx) => tx.query(sql))).rejects.toMatchObject({
        kind: 'not-permitted',
      });
    }
    await sweep.close();
  });
});
