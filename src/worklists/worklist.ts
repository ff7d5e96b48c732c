import { Injectable } from '@nestjs/common';
import { procedures } from '#libs/procedures';
import type { Instant, Uuid, Words } from '#libs/vocabulary';
import type { Identity } from '../access/index.js';
import { Database, domainNow, type Statement, type Tx } from '../platform/index.js';
import { pageOf, type Page } from './cursor.js';
import { mayKnow, settingsOf } from './reader.js';
import { type Urgency, urgencies, type WorklistQuery } from './worklist-query.js';

/** One case by codes only: never a name. */
export interface WorklistItem {
  readonly id: Uuid;
  readonly number: string;
  readonly ageStatus: string | null;
  readonly owner: { readonly bodyId: Uuid; readonly body: Words; readonly officerId: Uuid | null };
  readonly states: readonly { procedure: string; procedureId: Uuid; state: string; stateLabel: Words; since: Instant }[];
  readonly nextDeadline?: { name: string; label: Words; procedureId: Uuid; dueAt: Instant };
  readonly urgency: Urgency;
  readonly tasks: readonly string[];
}

interface Found {
  id: Uuid;
  number: string;
  ageStatus: string | null;
  bodyId: Uuid;
  az: string;
  en: string;
  officerId: Uuid | null;
  rank: number;
  dueAt: Date | null;
  name: string | null;
  procedure: string | null;
  procedureId: Uuid | null;
  [column: string]: unknown;
}

/** The cases that a body works on, the most urgent first. */
@Injectable()
export class Worklist {
  constructor(private readonly database: Database) {}

  /** Pages keep the moment of the first one, so that a case does not move between them as time passes. */
  async cases(identity: Identity, query: WorklistQuery): Promise<Page<WorklistItem>> {
    return this.database.inTransaction(settingsOf(identity), async (tx) => {
      const at = query.cursor?.[0] ?? (await domainNow(tx)).toISOString();
      const { rows } = await tx.query<Found>(...found(identity, query, at));
      const { items, next } = pageOf(rows, query.limit, (row) => [at, row.rank, row.dueAt?.toISOString() ?? '', row.id]);
      return { items: await completed(tx, items), ...(next ? { next } : {}) };
    });
  }
}

const columns = `c.id, c.number, file.context->>'ageStatus' as "ageStatus", c.owner_body_id as "bodyId", b.name_az as az,
  b.name_en as en, c.owner_officer_id as "officerId", coalesce(next.rank, 3) as rank, next.due_at as "dueAt", next.name,
  next.procedure, next.procedure_id as "procedureId"`;

function found(identity: Identity, query: WorklistQuery, at: Instant): [string, unknown[], string] {
  const { procedure, state, body, owner, due, cursor, limit } = query;
  const officer = owner === 'me' ? identity.accountId : owner;
  const [, rank, dueAt, id] = cursor ?? [];
  const values = [identity.bodyId, identity.role, at, procedure, state, body, officer, due && urgencies.indexOf(due)];
  return [worklistSql, [...values, rank, dueAt === '' ? 'infinity' : dueAt, id, limit + 1].map((v) => v ?? null), 'worklist'];
}

const worklistSql = `
  select ${columns}
  from cases c
  join bodies b on b.id = c.owner_body_id
  left join procedure_instances file on file.case_id = c.id and file.type = 'caseFile'
  left join lateral (
    select d.due_at, d.name, d.procedure, d.procedure_id, urgency(d.started_at, d.due_at, $3) as rank
    from owed_deadlines d where d.case_id = c.id order by 5, 1 limit 1
  ) next on true
  where ${mayKnow('c.id', { body: '$1', role: '$2' })}
    and (($4::text is null and $5::text is null) or exists (select 1 from procedure_instances p
      where p.case_id = c.id and ($4::text is null or p.type = $4) and ($5::text is null or p.state = $5)))
    and ($6::uuid is null or c.owner_body_id = $6)
    and ($7::text is null or ($7 = 'none' and c.owner_officer_id is null) or c.owner_officer_id::text = $7)
    and ($8::int is null or coalesce(next.rank, 3) = $8)
    and ($9::int is null or (coalesce(next.rank, 3), coalesce(next.due_at, 'infinity'), c.id) > ($9, $10::timestamptz, $11::uuid))
  order by coalesce(next.rank, 3), coalesce(next.due_at, 'infinity'), c.id
  limit $12`;

async function completed(tx: Tx, found: readonly Found[]): Promise<WorklistItem[]> {
  const ids = found.map((row) => row.id);
  const [states, tasks] = await tx.batch(around(ids));
  return found.map((row) => ({
    id: row.id,
    number: row.number,
    ageStatus: row.ageStatus,
    owner: { bodyId: row.bodyId, body: { az: row.az, en: row.en }, officerId: row.officerId },
    states: (states?.rows ?? []).filter((s) => s['caseId'] === row.id).map(stateOf),
    ...nextDeadlineOf(row),
    urgency: urgencies[row.rank] ?? 'notDueYet',
    tasks: (tasks?.rows ?? []).filter((t) => t['caseId'] === row.id).map((t) => String(t['code'])),
  }));
}

const around = (ids: readonly Uuid[]): Statement[] => [
  {
    name: 'worklist_states',
    text: `select case_id as "caseId", id, type, state, since from procedure_instances
           where case_id = any($1::uuid[]) order by case_id, position`,
    values: [ids],
  },
  {
    name: 'worklist_tasks',
    text: `select distinct case_id as "caseId", code from tasks
           where case_id = any($1::uuid[]) and closed_at is null
             and body_id = nullif(current_setting('app.body_id', true), '')::uuid order by 1, 2`,
    values: [ids],
  },
];

const unnamed: Words = { az: '', en: '' };

const stateOf = (row: Record<string, unknown>): WorklistItem['states'][number] => ({
  procedure: String(row['type']),
  procedureId: String(row['id']),
  state: String(row['state']),
  stateLabel: procedures[String(row['type'])]?.states[String(row['state'])] ?? unnamed,
  since: (row['since'] as Date).toISOString(),
});

function nextDeadlineOf({ name, procedure, procedureId, dueAt }: Found): Pick<WorklistItem, 'nextDeadline'> {
  if (!name || !procedure || !procedureId || !dueAt) return {};
  const label = procedures[procedure]?.deadlines[name]?.label ?? unnamed;
  return { nextDeadline: { name, label, procedureId, dueAt: dueAt.toISOString() } };
}
