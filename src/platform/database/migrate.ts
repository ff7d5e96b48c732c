import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { provideQueueSchema } from '../queues/queue-schema.js';
import type { Tx } from './transaction.js';

const lock = 702_014;
/** PostgreSQL trusts the owner of a database to install these; where they exist this asks for nothing. */
const extensions = ['btree_gist', 'pg_trgm', 'pgcrypto'];

/**
 * Brings the database, with the schema of the queues, to the newest version as its owner; an advisory lock lets
 * one process at a time do so, so the address must lead past any pooler. Returns the names of the migrations
 * applied now.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    applicationName: 'nrm-migrate',
    migrations,
    migrationsTransactionMode: 'each',
    poolSize: 2,
  });
  await source.initialize();
  const guard = source.createQueryRunner();
  try {
    await guard.query('select pg_advisory_lock($1)', [lock]);
    for (const name of extensions) await guard.query(`create extension if not exists ${name}`);
    const applied = await source.runMigrations();
    await provideQueueSchema(ownerUrl);
    await guard.query('grant select on migrations to nrm_runtime, nrm_sweep, nrm_relay');
    return applied.map((migration) => migration.name);
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [lock]).finally(() => guard.release());
    await source.destroy();
  }
}

/** Names of the migrations this program knows and the database has not had; empty when the schema is up to date. */
export async function pendingMigrations(tx: Tx): Promise<string[]> {
  const { rows } = await tx.query<{ name: string }>('select name from migrations', [], 'applied_migrations');
  const applied = new Set(rows.map((row) => row.name));
  return migrations.map((migration) => migration.name).filter((name) => !applied.has(name));
}
