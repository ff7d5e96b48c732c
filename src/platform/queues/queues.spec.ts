import { Redis } from 'ioredis';
import pg from 'pg';
import { testConfig } from '../../../test/support/test-config.js';
import { type TestDatabase, testDatabase } from '../../../test/support/test-database.js';
import { hasRedis, type TestRedis, testRedis } from '../../../test/support/test-redis.js';
import { until } from '../../../test/support/until.js';
import { assertRuntimeRole, Database } from '../database/index.js';
import { type QueueJob, queueNames, Queues, QueueWorkers } from './index.js';

let database: TestDatabase;
let redis: TestRedis;
const open: (() => Promise<void>)[] = [];

/** Both sides of the queues, as two processes have them. */
function sides(more: NodeJS.ProcessEnv = {}) {
  const config = testConfig(database, more);
  const [queues, workers] = [new Queues(config), new QueueWorkers(config)];
  open.push(
    () => workers.beforeApplicationShutdown(),
    () => queues.onApplicationShutdown(),
  );
  return { queues, workers };
}

const job = (id: string, delay?: number): QueueJob => ({ id, name: 'hint', data: { id }, delay });

beforeAll(async () => {
  database = await testDatabase();
});

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

afterAll(async () => {
  await database.drop();
});

function contract(settings: () => NodeJS.ProcessEnv): void {
  it.each(queueNames)('gives every job of "%s" to a worker once', async (name) => {
    const { queues, workers } = sides(settings());
    const taken: string[] = [];
    workers.start(name, async ({ id, data }) => void taken.push(`${id} ${data['id']}`));
    const ids = Array.from({ length: 30 }, (_, index) => `many-${index}`);
    await queues.offer(
      name,
      ids.map((id) => job(id)),
    );
    await until('30 jobs', () => taken.length >= 30);
    expect(new Set(taken)).toEqual(new Set(ids.map((id) => `${id} ${id}`)));
    expect(taken).toHaveLength(30);
  });

  it('ignores a second job of one id while the first waits, and takes the id again afterwards', async () => {
    const { queues, workers } = sides(settings());
    await queues.offer('handoffs', [job('same'), job('same')]);
    await queues.offer('handoffs', [job('same')]);
    const taken: string[] = [];
    workers.start('handoffs', async ({ id }) => void taken.push(id));
    await until('the first', () => taken.length === 1);
    await queues.offer('handoffs', [job('last')]);
    await until('the last', () => taken.includes('last'));
    expect(taken).toEqual(['same', 'last']);
    await queues.offer('handoffs', [job('same')]);
    await until('the id again', () => taken.length === 3);
  });

  it('holds a delayed job back until its time', async () => {
    const { queues, workers } = sides(settings());
    const taken: { id: string; at: number }[] = [];
    workers.start('deadlines', async ({ id }) => void taken.push({ id, at: Date.now() }));
    const start = Date.now();
    await queues.offer('deadlines', [job('later', 400), job('now')]);
    await until('both', () => taken.length === 2);
    expect(taken.map(({ id }) => id)).toEqual(['now', 'later']);
    expect((taken[1]?.at ?? 0) - start).toBeGreaterThanOrEqual(400);
  });

  it('drops a job whose work fails and goes on', async () => {
    const { queues, workers } = sides(settings());
    const taken: string[] = [];
    workers.start('notifications', async ({ id }) => {
      taken.push(id);
      if (id === 'bad') throw new Error('this work fails');
    });
    await queues.offer('notifications', [job('bad')]);
    await until('the bad one', () => taken.includes('bad'));
    await queues.offer('notifications', [job('good')]);
    await until('the good one', () => taken.includes('good'));
    expect(taken).toEqual(['bad', 'good']);
  });

  it('lets a running job finish before it stops', async () => {
    const { queues, workers } = sides(settings());
    const finished: string[] = [];
    let started = false;
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    workers.start('handoffs', async ({ id }) => {
      started = true;
      await released;
      finished.push(id);
    });
    await queues.offer('handoffs', [job('slow')]);
    await until('the job to run', () => started);
    const stopping = workers.beforeApplicationShutdown();
    release();
    await stopping;
    expect(finished).toEqual(['slow']);
  });
}

describe('queues on PostgreSQL', () => {
  contract(() => ({}));

  it('are up, and need no right that the runtime role lacks', async () => {
    const { queues } = sides();
    await queues.offer('maintenance', [job('one')]);
    expect(await queues.state()).toEqual({ state: 'up', backend: 'postgresql' });
    const runtime = new Database({ url: database.runtimeUrl, poolSize: 1, name: 'test' });
    await assertRuntimeRole(runtime);
    await runtime.close();
  });

  it('take up work again after the server ended every connection', async () => {
    const { queues, workers } = sides();
    const taken: string[] = [];
    workers.start('handoffs', async ({ id }) => void taken.push(id));
    await queues.offer('handoffs', [job('before')]);
    await until('the first', () => taken.length === 1);
    await endSessions(database);
    await until('an offer to succeed', () =>
      queues.offer('handoffs', [job('after')]).then(
        () => true,
        () => false,
      ),
    );
    await until('the second', () => taken.includes('after'));
  });
});

(hasRedis() ? describe : describe.skip)('queues on Redis', () => {
  beforeAll(async () => {
    redis = await testRedis();
  });

  afterAll(async () => {
    await redis.stop();
  });

  contract(() => ({ REDIS_URL: redis.url }));

  it('lose what they held when emptied, and work on', async () => {
    const { queues, workers } = sides({ REDIS_URL: redis.url });
    const taken: string[] = [];
    await queues.offer('deadlines', [job('lost', 300)]);
    const client = new Redis(redis.url);
    await client.flushall();
    client.disconnect();
    workers.start('deadlines', async ({ id }) => void taken.push(id));
    await queues.offer('deadlines', [job('kept', 600)]);
    await until('the kept one', () => taken.length > 0);
    expect(taken).toEqual(['kept']);
  });

  it('are degraded while Redis is away, refuse offers at once, and come back by themselves', async () => {
    const { queues, workers } = sides({ REDIS_URL: redis.url });
    const taken: string[] = [];
    workers.start('handoffs', async ({ id }) => void taken.push(id));
    await until('up', async () => (await queues.state()).state === 'up');
    await redis.kill();
    await until('degraded', async () => (await queues.state()).state === 'degraded');
    const start = Date.now();
    await expect(queues.offer('handoffs', [job('early')])).rejects.toThrow();
    expect(Date.now() - start).toBeLessThan(2_500);
    await redis.restart();
    await until('up again', async () => (await queues.state()).state === 'up');
    await queues.offer('handoffs', [job('back')]);
    await until('the job', () => taken.includes('back'));
  });

  it('start and stop while Redis is away, without an unhandled error', async () => {
    await redis.kill();
    const { queues, workers } = sides({ REDIS_URL: redis.url });
    workers.start('handoffs', () => Promise.resolve());
    expect(await queues.state()).toEqual({ state: 'degraded', backend: 'redis' });
    await expect(queues.offer('handoffs', [job('early')])).rejects.toThrow();
    await Promise.all(open.splice(0).map((close) => close()));
    await redis.restart();
  });
});

async function endSessions({ superuserUrl, name }: TestDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
    [name],
  );
  await client.end();
}
