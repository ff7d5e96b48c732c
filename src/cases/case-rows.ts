import type { QueryResultRow } from 'pg';
import type {
  CaseView,
  Clock,
  Codes,
  InstanceView,
  MachineId,
  ParticipationLevel,
  Uuid,
} from '#libs/vocabulary';
import type { Rows, Statement } from '../platform/database/index.js';

export interface CaseRow {
  readonly id: Uuid;
  readonly number: string;
  readonly ownerBodyId: Uuid;
  readonly ownerOfficerId: Uuid | null;
  readonly openedByBodyId: Uuid;
  readonly revision: number;
  readonly headSeq: number;
  readonly headHash: string;
}

/** Everything the case room reads of a case, in one round trip. */
export interface CaseRecord {
  readonly row: CaseRow;
  readonly view: CaseView;
  readonly participants: Readonly<Record<Uuid, ParticipationLevel>>;
  readonly now: string;
}

const caseColumns = `id, number, owner_body_id, owner_officer_id, opened_by_body_id, revision, head_seq, head_hash`;

/** The reads of a case, in the order that `recordOf` takes them. With `lock` the case row is held until the end. */
export const caseReads = (caseId: Uuid, { lock }: { lock: boolean }): Statement[] => [
  {
    name: lock ? 'case_locked' : 'case_seen',
    text: `select ${caseColumns} from cases where id = $1${lock ? ' for update' : ''}`,
    values: [caseId],
  },
  { name: 'domain_now', text: 'select now_domain() as now', values: [] },
  {
    name: 'case_instances',
    text: `select id, type, machine, revision, state, tags, context, clocks, since, final
           from procedure_instances where case_id = $1 order by position`,
    values: [caseId],
  },
  {
    name: 'case_participants',
    text: 'select body_id, level from participations where case_id = $1 and ended_at is null',
    values: [caseId],
  },
];

/** Null where the case does not exist or row-level security hides it: the two look alike. */
export function recordOf(results: readonly Rows[]): CaseRecord | null {
  const [cases, now, instances, participants] = results.map((result) => result.rows);
  const row = cases?.[0];
  if (!row) return null;
  return {
    row: rowOf(row),
    view: { id: String(row['id']), instances: (instances ?? []).map(instanceOf) },
    participants: Object.fromEntries(
      (participants ?? []).map((p) => [String(p['body_id']), p['level'] as ParticipationLevel]),
    ),
    now: instant(now?.[0]?.['now']),
  };
}

export const instant = (value: unknown): string => (value as Date).toISOString();

const rowOf = (row: QueryResultRow): CaseRow => ({
  id: row['id'] as string,
  number: row['number'] as string,
  ownerBodyId: row['owner_body_id'] as string,
  ownerOfficerId: row['owner_officer_id'] as string | null,
  openedByBodyId: row['opened_by_body_id'] as string,
  revision: row['revision'] as number,
  headSeq: row['head_seq'] as number,
  headHash: row['head_hash'] as string,
});

export const instanceOf = (row: QueryResultRow): InstanceView => ({
  id: row['id'] as string,
  type: row['type'] as string,
  machine: row['machine'] as MachineId,
  revision: row['revision'] as number,
  state: row['state'] as string,
  tags: row['tags'] as string[],
  context: row['context'] as Codes,
  clocks: row['clocks'] as Record<string, Clock>,
  since: instant(row['since']),
  final: row['final'] as boolean,
});
