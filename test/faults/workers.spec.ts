import { Redis } from 'ioredis';
import { hasRedis, testRedis, type TestRedis } from '../support/test-redis.js';
import { until } from '../support/until.js';
import { built, startWorker } from './processes.js';
import { waitingCase, type WaitingCase } from './waiting-case.js';

type Meanwhile = (at: WaitingCase) => Promise<void>;

/** What three days leave of a case when no worker was killed in the midst of its work. */
let calm: WaitingCase;
let calmCensus: readonly string[];
let crashed: WaitingCase | undefined;

beforeAll(async () => {
  await built();
  calm = await waitingCase();
  await startWorker(calm.application.environment).kill();
  await calm.threeDaysPass();
  await works(calm);
  calmCensus = await calm.census();
}, 600_000);
afterAll(() => calm.application.close());
afterEach(async () => {
  await crashed?.application.close();
  crashed = undefined;
});

/** A worker that lives until the case is settled and `done`, and is killed then. */
async function works(
  at: WaitingCase,
  more: NodeJS.ProcessEnv = {},
  done?: () => Promise<void>,
): Promise<void> {
  const worker = startWorker({ ...at.application.environment, ...more });
  const early = worker.ended.then((how) => Promise.reject(new Error(`${how}: ${worker.output()}`)));
  const work = async () => {
    await at.settles();
    await done?.();
  };
  await Promise.race([work(), early]).finally(() => worker.kill());
  await early.catch(() => undefined);
}

/** Three days pass; a worker is killed at `point`, another takes over and lives until all is `done`. */
async function survives(
  point: string,
  more: NodeJS.ProcessEnv,
  meanwhile?: Meanwhile,
  done?: Meanwhile,
): Promise<void> {
  const at = await waitingCase();
  crashed = at;
  await at.threeDaysPass();
  const worker = startWorker({ ...at.application.environment, ...more, NRM_CRASH_AT: point });
  expect(await worker.ended).toBe('SIGKILL');
  await meanwhile?.(at);
  await at.leasesEnd();
  await works(at, more, () => Promise.resolve(done?.(at)));
  expect(await at.census()).toEqual(calmCensus);
  expect(await at.broken()).toEqual([]);
}

describe('a worker that was away for three days', () => {
  it('records every event that fell due once, with the moment at which it did', async () => {
    const passed = await calm.application.sql<{ what: string; rows: number; late: boolean }>(`
      select e.procedure || '.' || e.command as what, count(d.id)::int as rows, min(e.recorded_at) > min(d.due_at) as late
      from timeline_entries e left join deadlines d on d.procedure_id = e.procedure_id and d.state = 'passed'
        and d.name || 'Passed' = e.command and d.due_at = e.happened_at
      where e.actor_role = 'clock' group by e.seq, e.procedure, e.command order by what`);
    const acceptance = { what: 'handoff.acceptancePassed', rows: 1, late: true };
    expect(passed).toEqual([
      ...Array.from({ length: 4 }, () => acceptance),
      { what: 'reflection.informPassed', rows: 1, late: true },
    ]);
  });

  it('sends no warning of what has passed: it was overtaken', () => {
    const ofThePassed = calmCensus.filter((line) => /reminder (inform|acceptance) (50|80)/.test(line));
    expect(ofThePassed).toEqual([
      '4 × reminder acceptance 50 overtaken',
      '1 × reminder acceptance 50 pending',
      '4 × reminder acceptance 80 overtaken',
      '1 × reminder acceptance 80 pending',
      '1 × reminder inform 50 overtaken',
      '1 × reminder inform 80 overtaken',
    ]);
    expect(calmCensus).toContain('1 × notification deadline-passed of inform to police-baku-nasimi');
    expect(calmCensus.filter((line) => /notification deadline-(50|80)/.test(line))).toEqual([]);
  });

  it('leaves a timeline that is whole', async () => {
    expect(await calm.broken()).toEqual([]);
  });
});

describe('a worker killed, with its queues in PostgreSQL', () => {
  it.each(['before-commit', 'after-commit', 'after-firing-before-acknowledge', 'after-enqueue'])(
    '%s',
    (point) => survives(point, {}),
    180_000,
  );

  it('after-delivery-before-acknowledge: the job comes again, and does nothing twice', async () => {
    const stalled: Meanwhile = async ({ application: { sql } }) => {
      const held = await sql(
        `update bullmq.job set locked_until_ms = 0, stalled_marked = true where state = 'active' returning id`,
      );
      expect(held.length).toBeGreaterThan(0);
      await sql(`delete from bullmq.meta where field = 'stalled-check'`);
    };
    const taken: Meanwhile = (at) => until('the jobs to be taken again', async () => (await jobs(at)) === 0);
    await survives('after-delivery-before-acknowledge', {}, stalled, taken);
  }, 180_000);

  it('after-enqueue, and then every job is lost', async () => {
    const emptied: Meanwhile = async (at) => {
      expect(await jobs(at)).toBeGreaterThan(0);
      await at.application.sql('truncate bullmq.job cascade');
    };
    await survives('after-enqueue', {}, emptied);
  }, 180_000);
});

async function jobs({ application: { sql } }: WaitingCase): Promise<number> {
  return (await sql(`select 1 from bullmq.job where id like 'outbox-%'`)).length;
}

(hasRedis() ? describe : describe.skip)('a worker killed, with its queues in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await testRedis();
  });
  afterAll(() => redis.stop());

  it('after-delivery-before-acknowledge', async () => {
    const more = { REDIS_URL: redis.url };
    await survives('after-delivery-before-acknowledge', more);
  }, 180_000);

  it('after-enqueue, and then every key is lost', async () => {
    const emptied: Meanwhile = async () => {
      const client = new Redis(redis.url);
      expect(await client.keys('bull:handoffs:outbox-*')).not.toEqual([]);
      await client.flushall();
      client.disconnect();
    };
    const more = { REDIS_URL: redis.url };
    await survives('after-enqueue', more, emptied);
  }, 180_000);
});
