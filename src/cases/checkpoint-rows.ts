import type { QueryResultRow } from 'pg';
import type { Checkpoint } from '#libs/timeline';
import type { Uuid } from '#libs/vocabulary';
import type { Statement } from '../platform/database/index.js';
import { instant } from './case-rows.js';

/** The checkpoints of a case, the earliest first. */
export const checkpointReads = (caseId: Uuid): Statement => ({
  name: 'checkpoints_read',
  text: 'select * from checkpoints where case_id = $1 order by seq',
  values: [caseId],
});

/** The last checkpoint of the installation. */
export const newestRead: Statement = {
  name: 'checkpoints_newest',
  text: 'select * from checkpoints order by number desc limit 1',
  values: [],
};

/** A row as the checkpoint that was signed. */
export const checkpointOf = (row: QueryResultRow): Checkpoint => ({
  number: row['number'] as number,
  previous: row['previous'] as string | null,
  caseId: row['case_id'] as string,
  seq: row['seq'] as number,
  hash: row['hash'] as string,
  at: instant(row['at']),
  keyId: row['key_id'] as string,
  algorithm: 'ed25519',
  signature: row['signature'] as string,
});

/** Adds checkpoints. Fails as `unique` where another process has written one of these numbers. */
export const checkpointsAdded = (checkpoints: readonly Checkpoint[]): Statement => ({
  name: 'checkpoints_added',
  text: `insert into checkpoints (number, previous, case_id, seq, hash, at, key_id, signature)
         select number, previous, "caseId", seq, hash, at, "keyId", signature
         from jsonb_to_recordset($1::jsonb) as given (number integer, previous text, "caseId" uuid, seq integer,
           hash text, at timestamptz, "keyId" text, signature text)`,
  values: [JSON.stringify(checkpoints)],
});
