import { Injectable } from '@nestjs/common';
import { law } from '../cases/index.js';
import type { Instant, Uuid, Words } from '#libs/vocabulary';
import { actingAs, type Identity } from '../access/index.js';
import { Database, domainNow } from '../platform/index.js';
import { type Page, pageOf, placeOf } from '../platform/keyset/index.js';
import { knownAs, knownProcedures, knows } from './reader.js';
import { urgencyAt } from './urgency-sql.js';
import { type DeadlineQuery, type Urgency, urgencies } from './worklist-query.js';

export interface DeadlineItem {
  readonly id: Uuid;
  readonly caseId: Uuid;
  readonly caseNumber: string;
  readonly procedure: string;
  readonly procedureId: Uuid;
  readonly name: string;
  readonly label: Words;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly state: string;
  readonly urgency: Urgency;
  readonly provisional: boolean;
  readonly legalBasis: string;
  readonly verified: boolean;
}

/** SQL: who answered late has stopped the clock all the same. */
const state = `case when d.answered_at is null then d.state else 'stopped' end`;

const sql = `
  select d.id, d.case_id as "caseId", c.number as "caseNumber", d.procedure, d.procedure_id as "procedureId", d.name,
    d.started_at as "startedAt", d.due_at as "dueAt", ${state} as state, case when owed.id is null then 3 else ${urgencyAt('$4')} end as rank,
    d.provisional, d.legal_basis as "legalBasis", d.verified
  from deadlines d join cases c on c.id = d.case_id join ${knownAs('c.id')} on true
    left join procedure_instances file on file.case_id = c.id and file.type = 'caseFile'
    left join owed_deadlines owed on owed.id = d.id
  where ${knows('d.procedure')}
    and ($5::timestamptz is null or d.due_at >= $5) and ($6::timestamptz is null or d.due_at < $6)
    and ($7::text is null or ${state} = $7)
    and ($8::timestamptz is null or (d.due_at, d.id) > ($8, $9::uuid))
  order by d.due_at, d.id limit $10`;

/** Clocks of the cases that a body works on, the first to end first. `from` inclusive, `to` exclusive. @throws CursorFault */
@Injectable()
export class DeadlineList {
  constructor(private readonly database: Database) {}

  async deadlines(
    identity: Identity,
    { from, to, state, limit, cursor }: DeadlineQuery,
  ): Promise<Page<DeadlineItem>> {
    return this.database.inTransaction(actingAs(identity), async (tx) => {
      const now = await domainNow(tx);
      const place = placeOf(cursor);
      const reader = [identity.bodyId, identity.role, knownProcedures(identity), now];
      const values = [
        ...reader,
        from ?? null,
        to ?? null,
        state ?? null,
        place?.at ?? null,
        place?.id ?? null,
        limit + 1,
      ];
      const { rows } = await tx.query(sql, values, 'deadline_list');
      return pageOf(rows, limit, (row) => ({ at: row['dueAt'] as Date, id: String(row['id']) }), itemOf);
    });
  }
}

function itemOf(row: Record<string, unknown>): DeadlineItem {
  const { rank, startedAt, dueAt, ...rest } = row;
  const { procedure, name } = rest as { procedure: string; name: string };
  return {
    ...(rest as unknown as DeadlineItem),
    label: law.procedures[procedure]?.deadlines[name]?.label ?? { az: name, en: name },
    startedAt: (startedAt as Date).toISOString(),
    dueAt: (dueAt as Date).toISOString(),
    urgency: urgencies[Number(rank)] ?? 'notDueYet',
  };
}
