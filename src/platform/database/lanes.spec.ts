import pg from 'pg';
import { type CountingProxy, countingProxy } from '../../../test/support/counting-proxy.js';
import { type TestDatabase, testDatabase } from '../../../test/support/test-database.js';
import { Database, DatabaseError, type Identity, Lanes, type Tx } from './index.js';

/** A table that shows and takes only what belongs to who asks, as the tables of cases do. */
const schema = `create table note (id bigint primary key, owner text not null default current_setting('app.user_id', true));
  alter table note enable row level security;
  create policy own on note using (owner = current_setting('app.user_id', true));
  grant select, insert, delete on note to nrm_runtime`;

let test: TestDatabase;
let proxy: CountingProxy;
let database: Database;
let lanes: Lanes;
let owner: pg.Client;

beforeAll(async () => {
  test = await testDatabase();
  owner = new pg.Client({ connectionString: test.ownerUrl });
  await owner.connect();
  await owner.query(schema);
  proxy = await countingProxy(test.runtimeUrl);
  database = new Database({ url: proxy.url, poolSize: 4, name: 'nrm-lanes', limits: { lock: 5_000 } });
});

afterAll(async () => {
  await database.close();
  await proxy.close();
  await owner.end();
  await test.drop();
});

beforeEach(async () => {
  lanes = new Lanes(database, { lanes: 1 });
  await owner.query('delete from note');
});

const person = (userId: string): Identity => ({ userId, bodyId: `body of ${userId}`, role: 'police' });
const read = { name: 'read_note', text: 'select id, owner, xmin::text as tx from note', values: [] };
const write = (id: number) => ({
  name: 'write_note',
  text: 'insert into note (id) values ($1)',
  values: [id],
});
const writing =
  (...ids: number[]) =>
  (tx: Tx) =>
    tx.batch([read]).then(() => tx.commitWith(ids.map(write)));
const stored = async () => (await owner.query('select id::int, owner from note order by id')).rows;
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => error,
  );

/** Fills the only lane, so that what comes next travels together. */
function whileBusy(): { free: () => void; ended: Promise<unknown> } {
  let free: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (free = resolve));
  const ended = lanes.run({ identity: person('first'), key: 'k-0', work: () => gate });
  return { free, ended };
}

async function together(...errands: { who: string; key: string; work: (tx: Tx) => Promise<unknown> }[]) {
  const busy = whileBusy();
  const runs = errands.map(({ who, key, work }) => outcome(lanes.run({ identity: person(who), key, work })));
  busy.free();
  await busy.ended;
  return Promise.all(runs);
}

describe('errands that travel together', () => {
  it('share a transaction, two round trips and nothing else: each reads and writes as itself', async () => {
    await owner.query(`insert into note values (1, 'aydan'), (2, 'rauf')`);
    const seen: unknown[] = [];
    const looking = (id: number) => async (tx: Tx) => {
      seen.push((await tx.batch([read]))[0]?.rows.map((row) => row['owner']));
      await tx.commitWith([write(id)]);
    };
    await together({ who: 'warm', key: 'k-1', work: writing(3) });
    proxy.roundTrips();
    const busy = whileBusy();
    const runs = [
      lanes.run({ identity: person('aydan'), key: 'k-1', work: looking(11) }),
      lanes.run({ identity: person('rauf'), key: 'k-2', work: looking(12) }),
      lanes.run({ identity: person('rauf'), key: 'k-3', work: looking(13) }),
    ];
    busy.free();
    await busy.ended;
    proxy.roundTrips();
    await Promise.all(runs);
    expect(proxy.roundTrips()).toBe(2);
    expect(seen).toEqual([['aydan'], ['rauf'], ['rauf']]);
    const { rows } = await owner.query('select owner, xmin::text as tx from note where id > 10 order by id');
    expect(rows.map((row) => row.owner)).toEqual(['aydan', 'rauf', 'rauf']);
    expect(new Set(rows.map((row) => row.tx)).size).toBe(1);
  });

  it('do not see the ground that another showed for a case', async () => {
    const asked = `select current_setting('app.case_id', true) as ground`;
    const grounds: unknown[] = [];
    const ask = async (tx: Tx) => void grounds.push((await tx.query(asked)).rows[0]);
    const busy = whileBusy();
    const shown = { ...person('aydan'), caseId: 'case-1' };
    const runs = [
      lanes.run({ identity: shown, key: 'k-1', work: ask }),
      lanes.run({ identity: person('aydan'), key: 'k-2', work: ask }),
    ];
    busy.free();
    await Promise.all([busy.ended, ...runs]);
    expect(grounds).toEqual([{ ground: 'case-1' }, { ground: '' }]);
  });

  it('are answered each for itself when one write fails', async () => {
    const outcomes = await together(
      { who: 'aydan', key: 'k-1', work: writing(1) },
      { who: 'rauf', key: 'k-2', work: writing(2, 2) },
      { who: 'leyla', key: 'k-3', work: writing(3) },
    );
    expect(outcomes).toMatchObject(['done', { kind: 'unique', constraint: 'note_pkey' }, 'done']);
    expect(await stored()).toEqual([
      { id: 1, owner: 'aydan' },
      { id: 3, owner: 'leyla' },
    ]);
  });

  it('are answered each for itself when one read fails or one changes its mind', async () => {
    const outcomes = await together(
      { who: 'aydan', key: 'k-1', work: writing(1) },
      { who: 'rauf', key: 'k-2', work: (tx) => tx.query('select * from nothing') },
      { who: 'leyla', key: 'k-3', work: () => Promise.reject(new Error('refused')) },
    );
    expect(outcomes).toMatchObject(['done', { name: 'DatabaseError' }, { message: 'refused' }]);
    expect(await stored()).toEqual([{ id: 1, owner: 'aydan' }]);
  });

  it('do not wait for the one whose row is held by somebody else', async () => {
    await owner.query(`insert into note values (7, 'rauf')`);
    const holder = new pg.Client({ connectionString: test.ownerUrl });
    await holder.connect();
    await holder.query('begin; select from note where id = 7 for update');
    await owner.query('grant update on note to nrm_runtime');
    const locking = async (tx: Tx) => {
      await tx.query('select from note where id = 7 for update');
      await tx.commitWith([write(8)]);
    };
    const busy = whileBusy();
    const quick = lanes.run({ identity: person('aydan'), key: 'k-1', work: writing(1) });
    const slow = lanes.run({ identity: person('rauf'), key: 'k-2', work: locking });
    busy.free();
    await quick;
    expect(await stored()).toContainEqual({ id: 1, owner: 'aydan' });
    await holder.query('rollback');
    await holder.end();
    await slow;
    expect(await stored()).toContainEqual({ id: 8, owner: 'rauf' });
  });

  it('never go with another of the same key, but after it and in order', async () => {
    const order: string[] = [];
    const noting = (name: string) => async (tx: Tx) => {
      order.push(`${name} begins`);
      await tx.query('select 1');
      order.push(`${name} ends`);
    };
    await together(
      { who: 'aydan', key: 'same', work: noting('one') },
      { who: 'rauf', key: 'same', work: noting('two') },
      { who: 'leyla', key: 'same', work: noting('three') },
    );
    expect(order).toEqual(['one', 'two', 'three'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('are told when nobody knows whether COMMIT took place, and are not run again', async () => {
    let runs = 0;
    const counted = (id: number) => (tx: Tx) => {
      runs += 1;
      return writing(id)(tx);
    };
    const busy = whileBusy();
    const both = [1, 2].map((id) =>
      outcome(lanes.run({ identity: person('aydan'), key: `k-${id}`, work: counted(id) })),
    );
    busy.free();
    await busy.ended;
    proxy.cutOn('commit');
    const outcomes = await Promise.all(both);
    proxy.cutOn('');
    expect(outcomes).toMatchObject([{ kind: 'outcome-unknown' }, { kind: 'outcome-unknown' }]);
    expect(runs).toBe(2);
  });

  it('one that finds a lane free leaves at once and alone', async () => {
    const wide = new Lanes(database, { lanes: 2 });
    await Promise.all(
      [1, 2].map((id) => wide.run({ identity: person('aydan'), key: `k-${id}`, work: writing(id) })),
    );
    const { rows } = await owner.query('select xmin::text as tx from note');
    expect(new Set(rows.map((row) => row.tx)).size).toBe(2);
    await expect(wide.run({ identity: person('aydan'), key: 'k', work: writing(2) })).rejects.toBeInstanceOf(
      DatabaseError,
    );
  });
});
