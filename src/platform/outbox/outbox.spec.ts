import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import pg from 'pg';
import { size } from '../../../test/support/size.js';
import { testConfig } from '../../../test/support/test-config.js';
import { type TestDatabase, testDatabase } from '../../../test/support/test-database.js';
import { hasRedis, type TestRedis, testRedis } from '../../../test/support/test-redis.js';
import { until } from '../../../test/support/until.js';
import { Database, nobody, RelayDatabase } from '../database/index.js';
import { Queues, QueueWorkers } from '../queues/index.js';
import { OutboxConsumers } from './outbox-consumers.js';
import { OutboxDelivery } from './outbox-delivery.js';
import { OutboxHealth } from './outbox-health.js';
import { OutboxRelay } from './outbox-relay.js';
import { outboxRow } from './outbox-row.js';
import { OutboxUpkeep } from './outbox-upkeep.js';
import { OutboxWorker } from './outbox-worker.js';

let database: TestDatabase;
let owner: pg.Client;
let relays: RelayDatabase;
let redis: TestRedis;
const open: (() => Promise<void>)[] = [];

/** A worker process: its relay, its delivery, its ends of the queues. Effects are rows of the table `effects`. */
function workerProcess(more: NodeJS.ProcessEnv = {}) {
  const config = testConfig(database, more);
  const consumers = new OutboxConsumers();
  consumers.register('handoffs', 'deliver', ({ payload }) => [
    { text: 'insert into effects (message) values ($1)', values: [payload['message']] },
  ]);
  consumers.register('handoffs', 'fail', () => [{ text: 'select 1 / 0', values: [] }]);
  const delivery = new OutboxDelivery(relays, consumers);
  const [queues, workers] = [new Queues(config), new QueueWorkers(config)];
  const relay = new OutboxRelay(relays, queues, delivery);
  const worker = new OutboxWorker(queues, workers, delivery, new OutboxUpkeep(relays), relay);
  open.push(
    () => worker.onModuleDestroy(),
    () => workers.beforeApplicationShutdown(),
    () => queues.onApplicationShutdown(),
  );
  return { relay, worker, delivery, queues };
}

/** Commits messages as a command does. */
async function send(count: number, name = 'deliver'): Promise<string[]> {
  const messages = Array.from({ length: count }, () => randomUUID());
  const runtime = new Database({ url: database.runtimeUrl, poolSize: 1, name: 'test' });
  await runtime.inTransaction(nobody, (tx) =>
    tx.commitWith(messages.map((message) => outboxRow('handoffs', name, { message }))),
  );
  await runtime.close();
  return messages.sort();
}

async function effects(): Promise<string[]> {
  const { rows } = await owner.query<{ message: string }>('select message from effects order by message');
  return rows.map(({ message }) => message);
}

/** As if the time before a message is offered again had passed. */
const later = () =>
  owner.query('update outbox_messages set available_at = clock_timestamp() where done_at is null');

beforeEach(async () => {
  database = await testDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('create table effects (message text not null); grant insert on effects to nrm_relay');
  relays = new RelayDatabase({ url: database.relayUrl, poolSize: 4, name: 'test-relay' });
});

afterEach(async () => {
  for (const close of open.splice(0)) await close();
  await relays.close();
  await owner.end();
  await database.drop();
});

function contract(settings: () => NodeJS.ProcessEnv): void {
  it('gives every message its effect once under two relays and two workers', async () => {
    const messages = await send(size(60, 2_000));
    const both = [workerProcess(settings()), workerProcess(settings())];
    both.forEach(({ worker }) => worker.onApplicationBootstrap());
    await until('all messages done', async () => (await new OutboxHealth(relays).state()).open === 0, 60_000);
    expect(await effects()).toEqual(messages);
  });

  it('does nothing a second time, when a message is offered again after its delivery', async () => {
    const [message] = await send(1);
    const { delivery, relay } = workerProcess(settings());
    const { rows } = await owner.query<{ id: string }>('select id from outbox_messages');
    expect(await delivery.deliver(rows[0]?.id ?? '')).toBe(true);
    expect(await delivery.deliver(rows[0]?.id ?? '')).toBe(false);
    expect(await relay.round()).toBe(0);
    expect(await effects()).toEqual([message]);
  });
}

describe('the outbox over PostgreSQL', () => {
  contract(() => ({}));

  it('delivers once when two workers hold the same message at the same time', async () => {
    const messages = await send(20);
    const [one, other] = [workerProcess(), workerProcess()];
    const { rows } = await owner.query<{ id: string }>('select id from outbox_messages');
    const took = await Promise.all(
      rows.flatMap(({ id }) => [one.delivery.deliver(id), other.delivery.deliver(id)]),
    );
    expect(took.filter(Boolean)).toHaveLength(20);
    expect(await effects()).toEqual(messages);
  });

  it('leaves nothing of a consumer that fails, tries again ever later, and shows it as stuck', async () => {
    await send(1, 'fail');
    const { worker, relay } = workerProcess();
    const waits: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await relay.round();
      const { rows } = await owner.query<{ wait: number; id: string }>(
        'select id, round(extract(epoch from available_at - clock_timestamp()))::int as wait from outbox_messages',
      );
      waits.push(rows[0]?.wait ?? 0);
      await expect(worker.take(`outbox-${rows[0]?.id}`)).rejects.toThrow();
      await later();
    }
    expect(waits).toEqual([15, 30, 60]);
    expect(await new OutboxHealth(relays).state()).toEqual({ open: 1, stuck: 1 });
  });

  it('keeps done messages for 30 days', async () => {
    await send(2);
    await owner.query(`update outbox_messages set done_at = clock_timestamp() - interval '31 days'
      where id = (select min(id::text)::uuid from outbox_messages)`);
    expect(await new OutboxUpkeep(relays).prune()).toBe(1);
    expect((await owner.query('select 1 from outbox_messages')).rowCount).toBe(1);
  });
});

(hasRedis() ? describe : describe.skip)('the outbox over Redis', () => {
  beforeAll(async () => {
    redis = await testRedis();
  });

  afterAll(async () => {
    await redis.stop();
  });

  contract(() => ({ REDIS_URL: redis.url }));

  it('delivers by itself what the emptied queue has lost', async () => {
    const messages = await send(5);
    const first = workerProcess({ REDIS_URL: redis.url });
    await until('up', async () => (await first.queues.state()).state === 'up');
    expect(await first.relay.round()).toBe(5);
    const client = new Redis(redis.url);
    await client.flushall();
    client.disconnect();
    first.worker.onApplicationBootstrap();
    await first.relay.round();
    expect(await effects()).toEqual([]);
    await later();
    await until('all messages done', async () => (await effects()).length === 5);
    expect(await effects()).toEqual(messages);
  });

  it('delivers by itself while Redis is away', async () => {
    await redis.kill();
    const messages = await send(5);
    await workerProcess({ REDIS_URL: redis.url }).relay.round();
    expect(await effects()).toEqual(messages);
    await redis.restart();
  });
});
