import { Injectable } from '@nestjs/common';
import type { Instant, Uuid } from '#libs/vocabulary';
import { actingAs, type Identity } from '../access/index.js';
import { Database } from '../platform/index.js';

/** What was referred to a commission on minors and waits for its decision: codes, never a name. */
export interface Referral {
  readonly caseId: Uuid;
  readonly caseNumber: string;
  readonly procedureId: Uuid;
  readonly state: string;
  readonly handoffId: Uuid;
  readonly handoffState: string;
  readonly question: string;
  readonly referredAt: Instant;
  /** When the commission has to accept, or to answer; null where no clock runs. */
  readonly dueAt: Instant | null;
}

/** $1: the commission. */
const sql = `
  select p.id as "procedureId", p.case_id as "caseId", c.number as "caseNumber", p.state, h.id as "handoffId",
    h.state as "handoffState", asked.question, h.sent_at as "referredAt", owed.due_at as "dueAt"
  from handoffs h join procedure_instances sent on sent.id = h.id
  join procedure_instances p on p.case_id = h.case_id and p.type = 'guardianship'
  join cases c on c.id = h.case_id
  left join lateral (
    select e.payload->'data'->>'question' as question from timeline_entries e
    where e.procedure_id = p.id and e.command = 'referToCommission' order by e.seq desc limit 1
  ) asked on true
  left join lateral (
    select min(d.due_at) as due_at from owed_deadlines d where d.procedure_id = h.id
  ) owed on true
  where h.to_body_id = $1 and h.purpose = 'secondReading' and h.state in ('sent', 'received', 'accepted')
    and sent.context->>'about' = 'guardianship' and (p.context->>'commissionAsked')::boolean
  order by h.sent_at, h.id limit 200`;

@Injectable()
export class Referrals {
  constructor(private readonly database: Database) {}

  /** The longest waiting first; at most 200. */
  async waiting(identity: Identity): Promise<readonly Referral[]> {
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<Row>(sql, [identity.bodyId], 'referrals_to_commission'),
    );
    return rows.map(({ referredAt, dueAt, ...row }) => ({
      ...row,
      referredAt: referredAt.toISOString(),
      dueAt: dueAt?.toISOString() ?? null,
    }));
  }
}

interface Row extends Omit<Referral, 'referredAt' | 'dueAt'> {
  referredAt: Date;
  dueAt: Date | null;
  [column: string]: unknown;
}
