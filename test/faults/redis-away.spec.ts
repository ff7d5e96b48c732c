import { demoPassword } from '../support/application.js';
import { Client } from '../support/client.js';
import { hasRedis, testRedis, type TestRedis } from '../support/test-redis.js';
import { until } from '../support/until.js';
import { built, startWeb, startWorker, type Process, type WebProcess } from './processes.js';
import { waitingCase, type WaitingCase } from './waiting-case.js';

/** Redis is away when both processes start, comes, and goes again. The worker is never started anew. */
(hasRedis() ? describe : describe.skip)('without Redis', () => {
  let redis: TestRedis;
  let at: WaitingCase;
  let web: WebProcess;
  let worker: Process;

  beforeAll(async () => {
    await built();
    redis = await testRedis();
    await redis.kill();
    at = await waitingCase();
    const environment = { ...at.application.environment, REDIS_URL: redis.url };
    await at.threeDaysPass();
    worker = startWorker(environment);
    web = await startWeb(environment);
  }, 600_000);
  afterAll(async () => {
    await Promise.all([web.kill(), worker.kill()]);
    await redis.stop();
    await at.application.close();
  });

  const health = async () => {
    const reply = await fetch(`${web.url}/health/ready`);
    const { status } = (await reply.json()) as { status: string };
    return `${reply.status} ${status}`;
  };

  it('at the start, the web process is ready and says that it is degraded', async () => {
    expect(await health()).toBe('200 degraded');
  });

  it('takes commands', async () => {
    const police = await Client.signedIn(web.url, 'police', demoPassword);
    const { status } = await police.give(at.id, 'identification', 'recordIndicators', {
      catalogue: 'ilo-ec-2009-labour-adult@1',
      observed: ['ex.excessive-hours'],
    });
    expect(status).toBe(200);
  });

  it('fires what is due and delivers every message', async () => {
    await at.settles();
    expect(await at.census()).toEqual(
      expect.arrayContaining([
        '3 × entry handoff.acceptancePassed to sent',
        '1 × entry reflection.informPassed to running',
        '3 × message handoffs/deliver true',
      ]),
    );
  }, 90_000);

  it('notices that it came, and that it went again, and carries on', async () => {
    await redis.restart();
    await until('Redis to be used', async () => (await health()) === '200 ok');
    await redis.kill();
    await until('Redis to be missed', async () => (await health()) === '200 degraded');
    await at.threeDaysPass();
    await at.settles();
    expect(await at.census()).toContain('1 × entry handoff.acceptancePassed to redirected');
    expect(await at.broken()).toEqual([]);
  }, 120_000);
});
