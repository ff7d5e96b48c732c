import { hasRedis, type TestRedis, testRedis } from './test-redis.js';

/** The settings that an application is started with; asked for when it starts, since only then Redis has its port. */
export type Settings = () => NodeJS.ProcessEnv;

/** Tells the same story twice: with its queues in PostgreSQL, and with its queues in a Redis of its own. */
export function onBothQueues(title: string, story: (settings: Settings) => void): void {
  describe(`${title}, queues in PostgreSQL`, () => {
    story(() => ({}));
  });
  (hasRedis() ? describe : describe.skip)(`${title}, queues in Redis`, () => {
    let redis: TestRedis;
    beforeAll(async () => {
      redis = await testRedis();
    });
    afterAll(() => redis.stop());
    story(() => ({ REDIS_URL: redis.url }));
  });
}
