import pg from 'pg';
import { type CountingProxy, countingProxy } from '../../../test/support/counting-proxy.js';
import { type TestDatabase, testDatabase } from '../../../test/support/test-database.js';
import { Database, DatabaseError, type Identity, nobody, type Tx } from './index.js';
import { createPool } from './pool.js';
import { Transaction } from './transaction.js';

const police: Identity = { userId: 'u-1', bodyId: 'b-7', role: 'police' };
const whoAmI = `select nullif(current_setting('app.user_id', true), '') as user,
  nullif(current_setting('app.body_id', true), '') as body, nullif(current_setting('app.role', true), '') as role`;
const insert = (id: number) => ({
  name: 'insert_thing',
  text: 'insert into thing values ($1)',
  values: [id],
});

let test: TestDatabase;
let database: Database;
let proxy: CountingProxy;

beforeAll(async () => {
  test = await testDatabase();
  const owner = new pg.Client({ connectionString: test.ownerUrl });
  await owner.connect();
  await owner.query(`create table thing (id bigint primary key, day date default '2014-07-24');
    grant select, insert, delete on thing to nrm_runtime`);
  await owner.end();
  proxy = await countingProxy(test.runtimeUrl);
  database = new Database({
    url: proxy.url,
    poolSize: 1,
    name: 'nrm-spec',
    limits: { lock: 200, statement: 2_000 },
  });
});

afterAll(async () => {
  await database.close();
  await proxy.close();
  await test.drop();
});

beforeEach(() => database.inTransaction(nobody, (tx) => tx.query('delete from thing')));

const stored = () =>
  database.inTransaction(nobody, async (tx) => {
    const { rows } = await tx.query<{ id: number }>('select id from thing order by id');
    return rows.map((row) => row.id);
  });

const failure = (work: (tx: Tx) => Promise<unknown>): Promise<unknown> =>
  database.inTransaction(nobody, work).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a transaction', () => {
  it('carries the identity', async () => {
    const ask = async (tx: Tx) => (await tx.query(whoAmI)).rows[0];
    expect(await database.inTransaction(police, ask)).toEqual({ user: 'u-1', body: 'b-7', role: 'police' });
    expect(await database.inTransaction(nobody, ask)).toEqual({ user: null, body: null, role: null });
  });

  it.each(['finish', 'undo'] as const)('leaves a connection without identity after %s', async (end) => {
    const pool = createPool(test.runtimeUrl, { size: 1, name: 'nrm-spec' });
    const client = await pool.connect();
    const tx = new Transaction(client, police, { statement: 1_000, lock: 1_000 });
    await tx.query('select 1');
    await tx[end]();
    expect((await client.query(whoAmI)).rows[0]).toEqual({ user: null, body: null, role: null });
    client.release();
    await pool.end();
  });

  it('commits what it did, or nothing and passes on what the work threw', async () => {
    await database.inTransaction(nobody, (tx) => tx.batch([insert(1), insert(2)]));
    const reason = new Error('changed my mind');
    expect(
      await failure(async (tx) =>
        tx.query('insert into thing values (3)').then(() => Promise.reject(reason)),
      ),
    ).toBe(reason);
    expect(await stored()).toEqual([1, 2]);
  });

  it('costs one round trip with its first statement, one per batch and none extra for COMMIT with the writes', async () => {
    await stored();
    proxy.roundTrips();
    await database.inTransaction(police, async (tx) => {
      await tx.query('select 1', [], 'one');
      await tx.commitWith([insert(1), insert(2), insert(3)]);
    });
    expect(proxy.roundTrips()).toBe(2);
    expect(await stored()).toEqual([1, 2, 3]);
  });

  it('does not commit with a failing statement, whichever comes after it', async () => {
    const error = await failure((tx) => tx.commitWith([insert(1), insert(1), insert(2)]));
    expect(error).toMatchObject({ kind: 'unique', constraint: 'thing_pkey' });
    expect(await stored()).toEqual([]);
  });

  it('does not commit when the driver refuses to send one statement of many', async () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const bad = { text: 'insert into thing values ($1)', values: [circle] };
    expect(await failure((tx) => tx.commitWith([insert(1), bad, insert(2)]))).toBeInstanceOf(DatabaseError);
    const twice = { name: 'insert_thing', text: 'insert into thing values ($1 + 1)', values: [7] };
    expect(await failure((tx) => tx.commitWith([insert(1), twice, insert(2)]))).toBeInstanceOf(DatabaseError);
    expect(await stored()).toEqual([]);
  });

  it('does not commit when the work swallowed a failure', async () => {
    const error = await failure(async (tx) => {
      await tx.query('insert into thing values (1)');
      await tx.query('select * from nothing').catch(() => undefined);
    });
    expect(error).toMatchObject({ kind: 'rolled-back' });
    expect(await stored()).toEqual([]);
  });

  it('takes no statement after its end', async () => {
    const error = await failure(async (tx) => {
      await tx.commitWith([insert(1)]);
      await tx.query('insert into thing values (2)');
    });
    expect(error).toBeInstanceOf(DatabaseError);
    expect(await stored()).toEqual([1]);
  });

  it('gives days as text and whole numbers as numbers', async () => {
    await database.inTransaction(nobody, (tx) => tx.batch([insert(9_007_199_254_740_991)]));
    const { rows } = await database.inTransaction(nobody, (tx) => tx.query('select * from thing'));
    expect(rows).toEqual([{ id: 9_007_199_254_740_991, day: '2014-07-24' }]);
  });
});

describe('a failure', () => {
  it.each([
    ['not-permitted', 'create table mine (id int)'],
    ['timed-out', 'set local statement_timeout = 20; select pg_sleep(1)'],
    ['other', 'select from where'],
  ])('is typed: %s', async (kind, sql) => {
    expect(await failure((tx) => tx.query(sql))).toMatchObject({ kind });
  });

  it('quotes no value', async () => {
    const wrong = (await failure((tx) => tx.query('select $1::int', ['Gülnarə']))) as DatabaseError;
    expect(JSON.stringify(wrong) + wrong.stack).not.toContain('Gülnarə');
  });

  it('says when a lock was not to be had in time', async () => {
    const other = new pg.Client({ connectionString: test.ownerUrl });
    await other.connect();
    await other.query('begin; lock table thing');
    expect(await failure((tx) => tx.query('select * from thing'))).toMatchObject({
      kind: 'locked',
      retryable: true,
    });
    await other.end();
  });

  it('of the connection is "unavailable" and may be tried again; the pool recovers', async () => {
    proxy.cutOn('select 4711');
    expect(await failure((tx) => tx.query('select 4711'))).toMatchObject({
      kind: 'unavailable',
      retryable: true,
    });
    proxy.cutOn('');
    expect(await stored()).toEqual([]);
  });

  it('of the connection during COMMIT leaves the outcome unknown', async () => {
    proxy.cutOn('commit');
    const error = await failure((tx) => tx.query('insert into thing values (5)'));
    proxy.cutOn('');
    expect(error).toMatchObject({ kind: 'outcome-unknown', retryable: false });
  });
});
