import { type TestDatabase, testDatabase } from '../../../test/support/test-database.js';
import { Database, nobody } from '../database/index.js';
import {
  advanceDomainClock,
  assertClock,
  chooseClock,
  clockState,
  domainNow,
  SeedingClock,
} from './index.js';

const month = 30 * 86_400_000;
let test: TestDatabase;
let database: Database;

beforeEach(async () => {
  test = await testDatabase();
  database = new Database({ url: test.runtimeUrl, poolSize: 2, name: 'nrm-spec' });
});
afterEach(async () => {
  await database.close();
  await test.drop();
});

const now = () => database.inTransaction(nobody, domainNow);
const advance = (ms: number) => database.inTransaction(nobody, (tx) => advanceDomainClock(tx, ms));

describe('domain time', () => {
  it('is wall time while the clock was never moved, in whole milliseconds', async () => {
    const before = Date.now();
    const read = await now();
    expect(read.getTime()).toBeGreaterThanOrEqual(before);
    expect(read.getTime()).toBeLessThanOrEqual(Date.now());
    const { rows } = await database.inTransaction(nobody, (tx) =>
      tx.query('select extract(microseconds from now_domain())::int % 1000 as rest'),
    );
    expect(rows[0]).toEqual({ rest: 0 });
  });

  it('passes within a transaction, so that it is never older than a lock waited for', async () => {
    const [first, second] = await database.inTransaction(nobody, async (tx) => {
      const start = await domainNow(tx);
      await tx.query('select pg_sleep(0.02)');
      return [start, await domainNow(tx)];
    });
    expect(second.getTime() - first.getTime()).toBeGreaterThanOrEqual(20);
  });

  it('cannot be moved on the real clock, nor written to directly', async () => {
    await expect(advance(month)).rejects.toThrow('real clock');
    const write = database.inTransaction(nobody, (tx) => tx.query('update domain_clock set offset_ms = 1'));
    await expect(write).rejects.toMatchObject({ kind: 'not-permitted' });
  });

  it('moves forward, never back, for everyone, once training is chosen', async () => {
    await chooseClock(test.ownerUrl, 'training');
    const before = await now();
    const moved = await advance(month);
    expect(moved.getTime() - before.getTime()).toBeGreaterThanOrEqual(month);
    await expect(advance(-1)).rejects.toThrow();
    expect((await now()).getTime()).toBeGreaterThanOrEqual(moved.getTime());
  });
});

describe('the choice of a clock', () => {
  it('refuses the real clock for data that lived in training time', async () => {
    await chooseClock(test.ownerUrl, 'training');
    await advance(month);
    await expect(assertClock(database, 'real')).rejects.toThrow(/30\.0 days ahead.*npm run demo/);
    await expect(chooseClock(test.ownerUrl, 'real')).rejects.toThrow('30.0 days ahead');
    expect(await database.inTransaction(nobody, clockState)).toEqual({
      training: true,
      offsetMs: month,
      seeding: false,
    });
    await expect(assertClock(database, 'training')).resolves.toBeUndefined();
  });

  it('lets data whose clock never moved go back, and then holds the clock still', async () => {
    await chooseClock(test.ownerUrl, 'training');
    await chooseClock(test.ownerUrl, 'real');
    await expect(assertClock(database, 'real')).resolves.toBeUndefined();
    await expect(advance(1)).rejects.toThrow('real clock');
    await expect(assertClock(database, 'training')).rejects.toThrow('npm run migrate');
  });
});

describe('the clock of a synthetic history', () => {
  let seeding: SeedingClock;
  beforeEach(async () => {
    seeding = await SeedingClock.open(test.ownerUrl);
  });
  afterEach(() => seeding.close());

  it('begins in the past, goes forward no further than the wall, and ends on it', async () => {
    await seeding.begin(month);
    expect(Date.now() - (await now()).getTime()).toBeGreaterThan(month - 60_000);
    await seeding.advance(month - 60_000);
    await seeding.advance(-month);
    expect(Date.now() - (await now()).getTime()).toBeLessThanOrEqual(60_000);
    await seeding.advance(month);
    expect((await now()).getTime()).toBeLessThanOrEqual(Date.now());
    await seeding.end();
    expect(await database.inTransaction(nobody, clockState)).toEqual({
      training: false,
      offsetMs: 0,
      seeding: false,
    });
  });

  it('lets nobody in while it is in the past, and cannot be moved by the runtime role', async () => {
    await seeding.begin(month);
    await expect(assertClock(database, 'real')).rejects.toThrow('run `npm start` again');
    await expect(advance(month)).rejects.toThrow('real clock');
    await expect(seeding.begin(month)).rejects.toThrow('moved before');
  });

  it('is never set back where people were trained', async () => {
    await chooseClock(test.ownerUrl, 'training');
    await advance(month);
    await expect(seeding.begin(month)).rejects.toThrow('moved before');
  });
});
