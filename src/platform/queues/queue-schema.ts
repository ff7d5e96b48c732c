import pg from 'pg';
import { queueNames } from './queue-names.js';

export const queueSchema = 'bullmq';

/**
 * As the owner, brings BullMQ's own schema to its newest version and lets the runtime role use it. BullMQ would
 * create a counter per queue at the first job, as whoever adds it; the counters are made here, so that the runtime
 * role needs no right to create and owns nothing. May be repeated.
 */
export async function provideQueueSchema(ownerUrl: string): Promise<void> {
  const { runMigrations } = await import('bullmq');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client, queueSchema);
    await client.query(`set search_path to ${queueSchema}`);
    for (const name of queueNames) await client.query('select next_job_id($1)', [name]);
    await client.query(grants);
  } finally {
    await client.end();
  }
}

const grants = `
  grant usage on schema ${queueSchema} to nrm_runtime;
  grant select, insert, update, delete on all tables in schema ${queueSchema} to nrm_runtime;
  grant usage, select, update on all sequences in schema ${queueSchema} to nrm_runtime;
  revoke insert, update, delete on ${queueSchema}.migration from nrm_runtime;
`;
