import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { admit, connected, provisionDatabase, provisionExtensions } from '../../tools/postgres/provision.mjs';
import { until } from './until.js';

/** A migrated database of one spec file, with an address per role. */
export interface TestDatabase {
  readonly name: string;
  readonly ownerUrl: string;
  readonly runtimeUrl: string;
  readonly sweepUrl: string;
  readonly relayUrl: string;
  /** For faults only (ending sessions, looking past policies). */
  readonly superuserUrl: string;
  /** Removes the database once its connections have closed; after three seconds it ends what is still connected. */
  drop(): Promise<void>;
}

const template = 'test_template';
const lock = 4242;

/** Clones the migrated template; the first caller of the run builds it. */
export async function testDatabase(): Promise<TestDatabase> {
  const urlOf = await server();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await connected(urlOf('superuser', 'postgres'), async (client) => {
    await client.query('select pg_advisory_lock($1)', [lock]);
    const ready = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (ready.rowCount === 0) await buildTemplate(urlOf);
    await client.query(`create database ${name} template ${template} owner nrm_owner strategy file_copy`);
    await client.query('select pg_advisory_unlock($1)', [lock]);
    await admit(client, name);
  });
  return {
    name,
    ownerUrl: urlOf('nrm_owner', name),
    runtimeUrl: urlOf('nrm_runtime', name),
    sweepUrl: urlOf('nrm_sweep', name),
    relayUrl: urlOf('nrm_relay', name),
    superuserUrl: urlOf('superuser', name),
    drop: () => drop(urlOf('superuser', 'postgres'), name),
  };
}

/** Guards every deletion: a database whose name does not say that it is for tests stays untouched. */
export function assertTestName(name: string): void {
  if (!/(^|_)test(_|$)/.test(name)) throw new Error(`"${name}" does not say "test": it is left alone`);
}

async function drop(adminUrl: string, name: string): Promise<void> {
  assertTestName(name);
  await connected(adminUrl, async (client) => {
    await left(client, name);
    await client.query(`drop database if exists "${name}" with (force)`);
  });
}

/** A pool says that it has ended before its connections have; one that is cut off then fails the spec beside it. */
async function left(client: pg.Client, name: string): Promise<void> {
  const inside = 'select 1 from pg_stat_activity where datname = $1';
  const empty = async () => (await client.query(inside, [name])).rowCount === 0;
  await until('every connection has closed', empty, 3000).catch(() => undefined);
}

type UrlOf = (role: string, database: string) => string;

async function server(): Promise<UrlOf> {
  const desk = process.env.NRM_TEST_POSTGRES;
  if (!desk) throw new Error('run specs through Jest: its global setup provides PostgreSQL');
  const reply = await fetch(desk);
  if (!reply.ok) throw new Error(await reply.text());
  const access = (await reply.json()) as { port: number; passwords: Record<string, string> };
  return (role, database) => {
    assertTestName(database === 'postgres' && role === 'superuser' ? template : database);
    return `postgres://${role}:${access.passwords[role]}@127.0.0.1:${access.port}/${database}`;
  };
}

async function buildTemplate(urlOf: UrlOf): Promise<void> {
  const draft = `${template}_draft`;
  const { migrate } = await import('../../src/platform/database/migrate.js');
  await connected(urlOf('superuser', 'postgres'), async (client) => {
    await client.query(`drop database if exists ${draft} with (force)`);
    await provisionDatabase(client, draft);
  });
  await connected(urlOf('superuser', draft), provisionExtensions);
  await migrate(urlOf('nrm_owner', draft));
  await connected(urlOf('superuser', 'postgres'), (client) =>
    client.query(`alter database ${draft} rename to ${template}`),
  );
}
