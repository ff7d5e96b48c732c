import pg from 'pg';
import { demoBodyId, seedDemoAccounts } from '../../src/access/index.js';
import { Database, nobody } from '../../src/platform/index.js';
import { type TestDatabase, testDatabase } from '../../test/support/test-database.js';
import { Past } from './past.js';

let test: TestDatabase;
let past: Past;
let eye: pg.Client;

const isEmpty = async (): Promise<boolean> => {
  const other = await Past.open(test.ownerUrl);
  return other.isEmpty().finally(() => other.close());
};
const one = async (sql: string) => (await eye.query<Record<string, unknown>>(sql)).rows[0];
const openCase = () =>
  eye.query(
    `insert into cases (id, number, opened_at, opened_by_body_id, owner_body_id, revision, head_seq, head_hash)
     values (gen_random_uuid(), 'AZ-2016-000001', '2016-03-01T08:00:00Z', $1, $1, 1, 1, repeat('0', 64))`,
    [demoBodyId('ngo-nar')],
  );

beforeEach(async () => {
  test = await testDatabase();
  const runtime = new Database({ url: test.runtimeUrl, poolSize: 1, name: 'spec' });
  await runtime.inTransaction(nobody, (tx) => seedDemoAccounts(tx, 'nar çiçəyi 2016'));
  await runtime.close();
  eye = new pg.Client({ connectionString: test.superuserUrl });
  await eye.connect();
  past = await Past.open(test.ownerUrl);
});

afterEach(async () => {
  await Promise.all([past.close(), eye.end()]);
  await test.drop();
});

describe('a synthetic history', () => {
  it('is written into an empty database only', async () => {
    expect(await isEmpty()).toBe(true);
    await openCase();
    expect(await isEmpty()).toBe(false);
    expect(await one('select count(*)::int as cases from cases')).toEqual({ cases: 1 });
  });

  it('is not written where the clock was moved', async () => {
    await eye.query('update domain_clock set training = true, offset_ms = 1');
    expect(await isEmpty()).toBe(false);
  });

  it('that broke off is cleared away, and the clock stands on the wall again', async () => {
    await past.clock.begin(86_400_000);
    await openCase();
    await eye.query(`select nextval('case_numbers')`);
    expect(await isEmpty()).toBe(true);
    expect(
      await one(`select (select count(*)::int from cases) as cases, (select count(*)::int from accounts) > 0 as accounts,
        offset_ms::int, seeding, nextval('case_numbers')::int as next from domain_clock`),
    ).toEqual({ cases: 0, accounts: true, offset_ms: 0, seeding: false, next: 1 });
  });

  it('is written by one process at a time', async () => {
    expect(await past.isEmpty()).toBe(true);
    await expect(isEmpty()).rejects.toThrow('another process');
  });
});
