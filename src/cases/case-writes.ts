import type { Entry } from '#libs/timeline';
import type { CaseView, InstanceView, Uuid } from '#libs/vocabulary';
import type { Statement } from '../platform/database/index.js';
import type { CaseRow } from './case-rows.js';

const instanceShape = `id uuid, case_id uuid, type text, machine text, revision integer, state text, tags text[],
  context jsonb, clocks jsonb, since timestamptz, final boolean, position integer`;

const instanceJson = (caseId: Uuid, instance: InstanceView, position: number) => ({
  ...instance,
  case_id: caseId,
  position,
});

/** Writes what a decision made of the procedure instances: new ones are added, changed ones replaced. */
export function instanceWrites(before: CaseView, after: CaseView): Statement[] {
  const known = new Map(before.instances.map((instance) => [instance.id, instance]));
  const rows = after.instances.map((instance, position) => ({ instance, position }));
  const added = rows.filter(({ instance }) => !known.has(instance.id));
  const changed = rows.filter(
    ({ instance }) => known.has(instance.id) && known.get(instance.id) !== instance,
  );
  const json = (list: typeof rows) =>
    JSON.stringify(list.map(({ instance, position }) => instanceJson(after.id, instance, position)));
  const statements: Statement[] = [];
  if (added.length > 0) {
    statements.push({
      name: 'instances_added',
      text: `insert into procedure_instances (id, case_id, type, machine, revision, state, tags, context, clocks, since, final, position)
             select id, case_id, type, machine, revision, state, tags, context, clocks, since, final, position
             from jsonb_to_recordset($1::jsonb) as r(${instanceShape})`,
      values: [json(added)],
    });
  }
  if (changed.length > 0) {
    statements.push({
      name: 'instances_changed',
      text: `update procedure_instances p set machine = r.machine, revision = r.revision, state = r.state, tags = r.tags,
               context = r.context, clocks = r.clocks, since = r.since, final = r.final
             from jsonb_to_recordset($1::jsonb) as r(${instanceShape}) where p.id = r.id and p.case_id = r.case_id`,
      values: [json(changed)],
    });
  }
  return statements;
}

export const entryWrites = (entries: readonly Entry[]): Statement => ({
  name: 'entries_added',
  text: `insert into timeline_entries (case_id, seq, cause_seq, type, version, recorded_at, happened_at, actor_id, actor_role,
           actor_body_id, procedure, procedure_id, machine, command, from_state, to_state, links, legal_basis, plan_version,
           payload, previous_hash, hash)
         select "caseId", seq, "causeSeq", type, version, "recordedAt", "happenedAt", (actor->>'id')::uuid, actor->>'role',
           (actor->>'bodyId')::uuid, procedure, "procedureId", machine, command, "from", "to", links, "legalBasis",
           "planVersion", payload, "previousHash", hash
         from jsonb_to_recordset($1::jsonb) as r("caseId" uuid, seq integer, "causeSeq" integer, type text, version integer,
           "recordedAt" timestamptz, "happenedAt" timestamptz, actor jsonb, procedure text, "procedureId" uuid, machine text,
           command text, "from" text, "to" text, links jsonb, "legalBasis" jsonb, "planVersion" text, payload jsonb,
           "previousHash" text, hash text)`,
  values: [JSON.stringify(entries)],
});

export const caseAdded = (row: CaseRow, openedAt: string): Statement => ({
  name: 'case_added',
  text: `insert into cases (id, number, opened_at, opened_by_body_id, owner_body_id, owner_officer_id, revision, head_seq, head_hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  values: [
    row.id,
    row.number,
    openedAt,
    row.openedByBodyId,
    row.ownerBodyId,
    row.ownerOfficerId,
    row.revision,
    row.headSeq,
    row.headHash,
  ],
});

export const caseMoved = (row: CaseRow): Statement => ({
  name: 'case_moved',
  text: 'update cases set revision = $2, head_seq = $3, head_hash = $4 where id = $1',
  values: [row.id, row.revision, row.headSeq, row.headHash],
});

export interface Receipt {
  readonly accountId: Uuid;
  readonly key: string;
  readonly requestHash: string;
  readonly caseId: Uuid;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** Of the case, as it was answered. */
  readonly revision: number;
}

export const receiptRead = (accountId: Uuid, key: string): Statement => ({
  name: 'receipt_read',
  text: 'select request_hash, case_id, first_seq, last_seq, revision from command_receipts where account_id = $1 and key = $2',
  values: [accountId, key],
});

export const receiptAdded = (receipt: Receipt): Statement => ({
  name: 'receipt_added',
  text: `insert into command_receipts (account_id, key, request_hash, case_id, first_seq, last_seq, revision)
         values ($1, $2, $3, $4, $5, $6, $7)`,
  values: [
    receipt.accountId,
    receipt.key,
    receipt.requestHash,
    receipt.caseId,
    receipt.firstSeq,
    receipt.lastSeq,
    receipt.revision,
  ],
});
