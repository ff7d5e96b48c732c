import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { type TestDatabase, testDatabase } from '../../../test/support/test-database.js';
import { freePort } from '../../../tools/free-port.mjs';
import { connected } from '../../../tools/postgres/provision.mjs';
import { type Config, loadConfig } from '../../config/index.js';
import { PlatformModule } from '../platform.module.js';
import { QueuesModule } from '../queues/queues.module.js';
import { HealthController } from './health.controller.js';

let test: TestDatabase;
let app: INestApplication | undefined;

beforeEach(async () => {
  test = await testDatabase();
});
afterEach(async () => {
  await app?.close();
  app = undefined;
  await test.drop();
});

function settings(change: NodeJS.ProcessEnv = {}): Config {
  return loadConfig({
    DATABASE_URL: test.runtimeUrl,
    DATABASE_SWEEP_URL: test.sweepUrl,
    DATABASE_RELAY_URL: test.relayUrl,
    ...change,
  });
}

async function start(config: Config): Promise<INestApplication> {
  const room = Test.createTestingModule({
    imports: [PlatformModule.forRoot({ config }), QueuesModule],
    controllers: [HealthController],
  });
  app = (await room.compile()).createNestApplication({ logger: false });
  return app.init();
}

describe('the platform', () => {
  it('is ready with a migrated database, and not when a migration is missing or the database is gone', async () => {
    const server = (await start(settings())).getHttpServer();
    const queues = { state: 'up', backend: 'postgresql' };
    await request(server).get('/health/ready').expect(200, { status: 'ok', queues });
    await connected(test.ownerUrl, (client) =>
      client.query(`delete from migrations where name like 'Clock%'`),
    );
    const { body } = await request(server).get('/health/ready').expect(503);
    expect(body.message).toContain('Clock1700000000001');
    await test.drop();
    await request(server).get('/health/ready').expect(503);
    await request(server).get('/health/live').expect(200);
  });

  it('is ready, and says that it is degraded, while Redis is away', async () => {
    const away = `redis://127.0.0.1:${await freePort()}`;
    const server = (await start(settings({ REDIS_URL: away }))).getHttpServer();
    const queues = { state: 'degraded', backend: 'redis' };
    await request(server).get('/health/ready').expect(200, { status: 'degraded', queues });
  });

  it.each(['DATABASE_URL', 'DATABASE_SWEEP_URL', 'DATABASE_RELAY_URL'])(
    'does not start when %s connects as the owner',
    async (setting) => {
      await expect(start(settings({ [setting]: test.ownerUrl }))).rejects.toThrow('"nrm_owner" owns');
    },
  );

  it('does not start on the real clock with data from training time', async () => {
    await connected(test.ownerUrl, (client) =>
      client.query('update domain_clock set training = true, offset_ms = 86400000'),
    );
    await expect(start(settings())).rejects.toThrow('1.0 days ahead');
  });
});
