import { Injectable } from '@nestjs/common';
import { law } from '../cases/index.js';
import type { Instant, Uuid, Words } from '#libs/vocabulary';
import { actingAs, mayKnowProcedure, type Identity, type KnowledgeLevel } from '../access/index.js';
import { Database, domainNow, type Statement, type Tx } from '../platform/index.js';
import type { Page } from '../platform/keyset/index.js';
import { writeCursor } from './cursor.js';
import { knownAs, knownProcedures, knows } from './reader.js';
import { type Urgency, urgencies, type WorklistQuery } from './worklist-query.js';

/** One case by codes only: never a name. */
export interface WorklistItem {
  readonly id: Uuid;
  readonly number: string;
  readonly ageStatus: string | null;
  readonly owner: { readonly bodyId: Uuid; readonly body: Words; readonly officerId: Uuid | null };
  readonly states: readonly {
    procedure: string;
    procedureId: Uuid;
    state: string;
    stateLabel: Words;
    since: Instant;
  }[];
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
  level: KnowledgeLevel;
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

  /** Those of some cases that the reader may know; `granted` is the one case that she reads by break-glass. */
  async some(identity: Identity, ids: readonly Uuid[], granted?: Uuid): Promise<readonly WorklistItem[]> {
    if (ids.length === 0) return [];
    return this.database.inTransaction(actingAs(identity, granted), async (tx) => {
      const at = (await domainNow(tx)).toISOString();
      const { rows } = await tx.query<Found>(...found(identity, { limit: ids.length }, at, ids));
      return completed(tx, identity, rows);
    });
  }

  /** Pages keep the moment of the first one, so that a case does not move between them as time passes. */
  async cases(identity: Identity, query: WorklistQuery): Promise<Page<WorklistItem>> {
    return this.database.inTransaction(actingAs(identity), async (tx) => {
      const at = query.cursor?.[0] ?? (await domainNow(tx)).toISOString();
      const { rows } = await tx.query<Found>(...found(identity, query, at));
      const page = rows.slice(0, query.limit);
      const last = rows.length > query.limit ? page.at(-1) : undefined;
      const next = last && writeCursor([at, last.rank, last.dueAt?.toISOString() ?? '', last.id]);
      return { items: await completed(tx, identity, page), ...(next ? { next } : {}) };
    });
  }
}

const columns = `c.id, c.number, file.context->>'ageStatus' as "ageStatus", c.owner_body_id as "bodyId", b.name_az as az,
  b.name_en as en, c.owner_officer_id as "officerId", known.level, coalesce(next.rank, 3) as rank, next.due_at as "dueAt", next.name,
  next.procedure, next.procedure_id as "procedureId"`;

type Filter = Partial<WorklistQuery> & Pick<WorklistQuery, 'limit'>;

function found(
  identity: Identity,
  query: Filter,
  at: Instant,
  ids?: readonly Uuid[],
): [string, unknown[], string] {
  const { procedure, state, body, owner, due, cursor, limit } = query;
  const officer = owner === 'me' ? identity.accountId : owner;
  const [, rank, dueAt, id] = cursor ?? [];
  const reader = [identity.bodyId, identity.role, knownProcedures(identity), at];
  const wanted = [procedure, state, body, officer, due && urgencies.indexOf(due)];
  const after = [rank, dueAt === '' ? 'infinity' : dueAt, id];
  return [
    worklistSql,
    [...reader, ...wanted, ...after, limit + 1, ids].map((value) => value ?? null),
    'worklist',
  ];
}

const worklistSql = `
  select ${columns}
  from cases c
  join ${knownAs('c.id')} on true
  join bodies b on b.id = c.owner_body_id
  left join procedure_instances file on file.case_id = c.id and file.type = 'caseFile'
  left join lateral (
    select d.due_at, d.name, d.procedure, d.procedure_id, urgency(d.started_at, d.due_at, $4) as rank
    from owed_deadlines d where d.case_id = c.id and ${knows('d.procedure')} order by 5, 1 limit 1
  ) next on true
  where (($5::text is null and $6::text is null) or exists (select 1 from procedure_instances p
      where p.case_id = c.id and ${knows('p.type')} and ($5::text is null or p.type = $5) and ($6::text is null or p.state = $6)))
    and ($7::uuid is null or c.owner_body_id = $7)
    and ($8::text is null or ($8 = 'none' and c.owner_officer_id is null) or c.owner_officer_id::text = $8)
    and ($9::int is null or coalesce(next.rank, 3) = $9)
    and ($10::int is null or (coalesce(next.rank, 3), coalesce(next.due_at, 'infinity'), c.id) > ($10, $11::timestamptz, $12::uuid))
    and ($14::uuid[] is null or c.id = any($14))
  order by coalesce(next.rank, 3), coalesce(next.due_at, 'infinity'), c.id
  limit $13`;

async function completed(tx: Tx, { role }: Identity, found: readonly Found[]): Promise<WorklistItem[]> {
  const ids = found.map((row) => row.id);
  const [states, tasks] = await tx.batch(around(ids));
  return found.map((row) => ({
    id: row.id,
    number: row.number,
    ageStatus: row.ageStatus,
    owner: { bodyId: row.bodyId, body: { az: row.az, en: row.en }, officerId: row.officerId },
    states: (states?.rows ?? [])
      .filter((s) => s['caseId'] === row.id && mayKnowProcedure(role, row.level, String(s['type'])))
      .map(stateOf),
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
  stateLabel: law.procedures[String(row['type'])]?.states[String(row['state'])] ?? unnamed,
  since: (row['since'] as Date).toISOString(),
});

function nextDeadlineOf({ name, procedure, procedureId, dueAt }: Found): Pick<WorklistItem, 'nextDeadline'> {
  if (!name || !procedure || !procedureId || !dueAt) return {};
  const label = law.procedures[procedure]?.deadlines[name]?.label ?? unnamed;
  return { nextDeadline: { name, label, procedureId, dueAt: dueAt.toISOString() } };
}
