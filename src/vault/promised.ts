import type { Compartment, Uuid } from '#libs/vocabulary';
import type { Rows, Statement } from '../platform/index.js';
import type { TextRef } from './items.js';

/** What the timeline keeps of a text: its commitment, and the entry that brought it. */
export interface Promised extends TextRef {
  readonly seq: number;
  readonly procedureId: Uuid;
  readonly recordedAt: Date;
}

export const promisedRead = (caseId: Uuid, of: readonly Compartment[]): Statement => ({
  name: 'vault_promised_read',
  text: `select ref.*, e.seq, e.procedure_id as "procedureId", e.recorded_at as "recordedAt"
    from timeline_entries e, jsonb_to_recordset(e.payload->'texts')
      as ref (item uuid, field text, compartment text, commitment text)
    where e.case_id = $1 and ref.compartment = any($2)`,
  values: [caseId, of],
});

/** By item. */
export const promisedOf = (rows: Rows | undefined): ReadonlyMap<Uuid, Promised> =>
  new Map((rows?.rows ?? []).map((row) => [row['item'] as Uuid, row as Promised]));
