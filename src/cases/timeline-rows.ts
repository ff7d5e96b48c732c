import type { QueryResultRow } from 'pg';
import type { Entry, EntryCore } from '#libs/timeline';
import type { Statement } from '../platform/database/index.js';
import { instant } from './case-rows.js';

/** Entries of a case after `after`, in order. `limit` null reads all. */
export const entryReads = (caseId: string, after = 0, limit: number | null = null): Statement => ({
  name: 'entries_read',
  text: 'select * from timeline_entries where case_id = $1 and seq > $2 order by seq limit $3',
  values: [caseId, after, limit],
});

/** A row as the entry that was hashed: the very same fields, nothing added. */
export function entryOf(row: QueryResultRow): Entry {
  return {
    caseId: row['case_id'] as string,
    seq: row['seq'] as number,
    causeSeq: row['cause_seq'] as number | null,
    recordedAt: instant(row['recorded_at']),
    happenedAt: instant(row['happened_at']),
    actor: {
      id: row['actor_id'] as string | null,
      role: row['actor_role'] as string,
      bodyId: row['actor_body_id'] as string | null,
    },
    procedure: row['procedure'] as string,
    procedureId: row['procedure_id'] as string,
    machine: row['machine'] as string,
    command: row['command'] as string,
    from: row['from_state'] as string | null,
    to: row['to_state'] as string,
    links: row['links'] as EntryCore['links'],
    legalBasis: row['legal_basis'] as string[],
    planVersion: row['plan_version'] as string,
    payload: row['payload'] as EntryCore['payload'],
    type: row['type'] as string,
    version: row['version'] as number,
    previousHash: row['previous_hash'] as string,
    hash: row['hash'] as string,
  };
}
