import { Redis } from 'ioredis';
import { ClockFixture, type TestCase } from '../../test/support/clock-fixture.js';
import { RecordingDoor } from '../../test/support/recording-door.js';
import { testConfig } from '../../test/support/test-config.js';
import { type TestDatabase, testDatabase } from '../../test/support/test-database.js';
import { hasRedis, type TestRedis, testRedis } from '../../test/support/test-redis.js';
import { until } from '../../test/support/until.js';
import { RelayDatabase } from '../platform/database/index.js';
import { OutboxConsumers, OutboxDelivery, OutboxRelay, OutboxWorker } from '../platform/outbox/index.js';
import { Queues, QueueWorkers } from '../platform/queues/index.js';
import { DeadlinesWorker } from './deadlines-worker.js';
import { Carried } from './carried.js';
import { DueDeadlines } from './due-deadlines.js';
import { Reminders } from './reminders.js';
import { Sweep } from './sweep.js';
import { WakeUps } from './wake-ups.js';

let database: TestDatabase;
let fixture: ClockFixture;
let door: RecordingDoor;
let relays: RelayDatabase;
let redis: TestRedis;
const open: (() => Promise<void>)[] = [];

const sweepOf = (): Sweep =>
  new Sweep(new DueDeadlines(fixture.sweep), new Reminders(fixture.sweep), new Carried(fixture.sweep), door);

/** A worker process with its sweep, as far as deadlines go. */
function workerProcess(more: NodeJS.ProcessEnv) {
  const config = testConfig(database, more);
  const [queues, workers] = [new Queues(config), new QueueWorkers(config)];
  const delivery = new OutboxDelivery(relays, new OutboxConsumers());
  const relay = new OutboxRelay(relays, queues, delivery);
  const outbox = new OutboxWorker(
    queues,
    workers,
    delivery,
    { prune: () => Promise.resolve(0) } as never,
    relay,
  );
  const wakeUps = new WakeUps(fixture.sweep, queues);
  const worker = new DeadlinesWorker(sweepOf(), wakeUps, workers, outbox);
  open.push(
    () => worker.onModuleDestroy(),
    () => workers.beforeApplicationShutdown(),
    () => queues.onApplicationShutdown(),
  );
  return { queues, wakeUps, worker };
}

async function emptied(url: string): Promise<void> {
  const client = new Redis(url);
  await client.flushall();
  client.disconnect();
}

beforeEach(async () => {
  database = await testDatabase();
  fixture = await ClockFixture.open(database);
  door = new RecordingDoor(fixture.sweep);
  relays = new RelayDatabase({ url: database.relayUrl, poolSize: 2, name: 'test-relay' });
});

afterEach(async () => {
  for (const close of open.splice(0)) await close();
  await Promise.all([relays.close(), fixture.close()]);
  await database.drop();
});

function contract(settings: () => NodeJS.ProcessEnv): void {
  it('is woken when a deadline falls due, long before its next round', async () => {
    const one = await fixture.newCase();
    await fixture.start(one, 'inform', 0, 1_500);
    const { worker } = workerProcess(settings());
    worker.onApplicationBootstrap();
    await until('the deadline to fire', () => door.fired.length === 1, 8_000);
    const [row] = await fixture.query(
      "select ended_at - due_at < interval '3 seconds' as prompt from deadlines",
    );
    expect(row).toEqual({ prompt: true });
  });
}

describe('the worker over PostgreSQL', () => {
  contract(() => ({}));
});

(hasRedis() ? describe : describe.skip)('the worker over Redis', () => {
  beforeAll(async () => {
    redis = await testRedis();
  });

  afterAll(async () => {
    await redis.stop();
  });

  contract(() => ({ REDIS_URL: redis.url }));

  it('loses nothing when the queues are emptied: the sweep fires without them and orders the wake-ups anew', async () => {
    const [soon, later] = [await fixture.newCase(), await fixture.newCase()] as [TestCase, TestCase];
    await fixture.start(soon, 'inform', 0, 800);
    await fixture.start(later, 'inform', 0, 60_000);
    const { queues, wakeUps } = workerProcess({ REDIS_URL: redis.url });
    await until('the queue', async () => (await queues.state()).state === 'up');
    await wakeUps.arm();
    const client = new Redis(redis.url);
    const waiting = () => client.zcard('bull:deadlines:delayed');
    expect(await waiting()).toBeGreaterThanOrEqual(4);
    await emptied(redis.url);
    expect(await waiting()).toBe(0);
    await until('the deadline to fire', async () => (await sweepOf().round()).fired === 1);
    await wakeUps.arm();
    await wakeUps.arm();
    expect(await waiting()).toBe(3); // at half of its term, at four fifths, at its end
    client.disconnect();
  });

  it('fires on time by its rounds while Redis is away', async () => {
    await redis.kill();
    const one = await fixture.newCase();
    await fixture.start(one, 'inform', -1_000, -1);
    const { worker } = workerProcess({ REDIS_URL: redis.url });
    worker.onApplicationBootstrap();
    await until('the deadline to fire', () => door.fired.length === 1, 8_000);
    await redis.restart();
  });
});
