import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { seedDemoAccounts, type DemoUsername } from '../../src/access/index.js';
import { loadConfig } from '../../src/config/index.js';
import { chooseClock, Database, nobody } from '../../src/platform/index.js';
import { Client } from './client.js';
import { testDatabase, type TestDatabase } from './test-database.js';

/** The password of every demo account in tests. */
export const demoPassword = 'nar-və-heyva-12';

interface Options {
  /** Also runs the worker (sweep, relay, queues) in this process. Default: no. */
  readonly worker?: boolean;
  /** `training` lets `admin` move the clock. Default: `real`. */
  readonly clock?: 'real' | 'training';
  /** Settings beside those of every test, e.g. `REDIS_URL`. */
  readonly settings?: NodeJS.ProcessEnv;
}

/** The real application, in this process, on a free port, over a database of its own. */
export interface TestApplication {
  /** e.g. `http://127.0.0.1:41234` */
  readonly url: string;
  readonly app: NestExpressApplication;
  readonly database: TestDatabase;
  /** Settings with which another process works on the same cases. */
  readonly environment: NodeJS.ProcessEnv;
  /** Signs in by the interface: cookie and CSRF token travel with every request of the client. */
  signIn(username: DemoUsername): Promise<Client>;
  /** Nobody: no cookie. */
  stranger(): Client;
  /** Looks past every row policy, for assertions. */
  sql<R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** Ends the processes' parts and drops the database. */
  close(): Promise<void>;
}

/** Starts it with the demo bodies and accounts. Call `close` in `afterAll`. */
export async function startApplication({
  worker = false,
  clock = 'real',
  settings = {},
}: Options = {}): Promise<TestApplication> {
  const database = await testDatabase();
  const environment = { ...environmentOf(database, clock), ...settings };
  if (clock === 'training') await chooseClock(database.ownerUrl, clock);
  const app = await startWeb(environment);
  await app.get(Database).inTransaction(nobody, (tx) => seedDemoAccounts(tx, demoPassword));
  const background = worker ? await startWorker(environment) : undefined;
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  const eye = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
  return {
    url,
    app,
    database,
    environment,
    signIn: (username) => Client.signedIn(url, username, demoPassword),
    stranger: () => new Client(url),
    sql: async (text, values = []) => (await eye.query(text, [...values])).rows,
    close: async () => {
      await background?.close();
      await app.close();
      await eye.end();
      await database.drop();
    },
  };
}

function environmentOf(database: TestDatabase, clock: string): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'test',
    DATABASE_URL: database.runtimeUrl,
    DATABASE_SWEEP_URL: database.sweepUrl,
    DATABASE_RELAY_URL: database.relayUrl,
    NRM_CLOCK: clock,
    NRM_KEYS: 'env',
    NRM_MASTER_KEY: randomBytes(32).toString('base64'),
  };
}

/** The web process alone, not yet listening. */
export async function startWeb(environment: NodeJS.ProcessEnv): Promise<NestExpressApplication> {
  const { AppModule } = await import('../../src/app.module.js');
  const { webApplication } = await import('../../src/web-application.js');
  return webApplication(AppModule.forRoot(loadConfig(environment)), false);
}

/** The worker alone, over the same cases. */
export async function startWorker(environment: NodeJS.ProcessEnv): Promise<INestApplicationContext> {
  const { NestFactory } = await import('@nestjs/core');
  const { WorkerModule } = await import('../../src/worker.module.js');
  return NestFactory.createApplicationContext(WorkerModule.forRoot(loadConfig(environment)), {
    abortOnError: false,
    logger: false,
  });
}
