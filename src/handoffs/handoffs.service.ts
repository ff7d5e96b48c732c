import { Injectable } from '@nestjs/common';
import { childStatuses } from '#libs/procedures';
import type { Body, Instant, Uuid } from '#libs/vocabulary';
import {
  actingAs,
  type BodyShown,
  type Identity,
  type KnowledgeLevel,
  type Veil,
  Veils,
} from '../access/index.js';
import { Database } from '../platform/database/index.js';
import { type Page, pageOf, pageSize, placeOf } from '../platform/keyset/index.js';

export interface HandoffItem {
  readonly id: Uuid;
  readonly caseId: Uuid;
  readonly caseNumber: string;
  readonly kind: string;
  readonly purpose: string;
  readonly basis: string;
  readonly statutory: boolean;
  /** It asks to search for a child, or for who may be one, and is not answered for yet. */
  readonly missingChild: boolean;
  readonly state: string;
  /** Rung of the ladder: 0 the receiving body, 1 its parent, 2 the Coordinator. */
  readonly escalation: number;
  readonly from: BodyShown;
  readonly to: BodyShown;
  readonly sentAt: Instant;
  readonly deadlines: readonly {
    readonly id: Uuid;
    readonly name: string;
    readonly dueAt: Instant;
    readonly state: string;
  }[];
}

/** Until when a handoff is to be accepted, and the rung that its ladder has reached. */
export type HandoffDuty = Pick<HandoffItem, 'id' | 'escalation'> & { readonly dueAt: Instant };

export interface BoxQuery {
  /** `in`: sent to the caller's body; `out`: sent by it. */
  readonly box: 'in' | 'out';
  readonly state?: string | undefined;
  readonly cursor?: string | undefined;
  /** 1 to 200; 50 unless told. */
  readonly limit?: number | undefined;
}

interface Row extends Omit<HandoffItem, 'sentAt' | 'from' | 'to'> {
  sentAt: Date;
  from: Named;
  to: Named;
  /** At which the reader's body takes part; null when it does so no longer. */
  level: KnowledgeLevel | null;
  [column: string]: unknown;
}

type Named = Pick<Body, 'id' | 'name'>;

const missingChild = `(h.purpose = 'search' and h.state in ('sent', 'received', 'accepted') and exists (
    select 1 from procedure_instances f where f.case_id = h.case_id and f.type = 'caseFile'
      and f.context->>'ageStatus' in (${childStatuses.map((status) => `'${status}'`).join(', ')})))`;

const listOf = (own: 'to_body_id' | 'from_body_id'): string => `
  select h.id, h.case_id as "caseId", c.number as "caseNumber", h.kind, h.purpose, h.basis, h.statutory, h.state,
    h.escalation, h.sent_at as "sentAt", ${missingChild} as "missingChild",
    json_build_object('id', f.id, 'name', json_build_object('az', f.name_az, 'en', f.name_en)) as "from",
    json_build_object('id', t.id, 'name', json_build_object('az', t.name_az, 'en', t.name_en)) as "to",
    (select coalesce(json_agg(json_build_object('id', d.id, 'name', d.name, 'state', d.state, 'dueAt',
        to_char(d.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by d.due_at, d.id), '[]')
      from deadlines d where d.procedure_id = h.id) as deadlines,
    (select p.level from participations p where p.case_id = h.case_id and p.body_id = $1 and p.ended_at is null) as level
  from handoffs h join cases c on c.id = h.case_id join bodies f on f.id = h.from_body_id join bodies t on t.id = h.to_body_id
  where h.${own} = $1 and ($2::text is null or h.state = $2)
    and ($3::timestamptz is null or (h.sent_at, h.id) < ($3, $4::uuid))
  order by h.sent_at desc, h.id desc limit $5`;

/** The acceptance that is owed, since its first day, however far its ladder has climbed. */
const dutiesSql = `
  select h.id, h.escalation, min(d.due_at) as "dueAt" from handoffs h join owed_deadlines d on d.procedure_id = h.id
  where h.case_id = $1 and d.name = 'acceptance' group by h.id`;

const lists = { in: listOf('to_body_id'), out: listOf('from_body_id') };

/** The two boxes of a body: handoffs it received and handoffs it sent, newest first. */
@Injectable()
export class HandoffsService {
  constructor(
    private readonly database: Database,
    private readonly veils: Veils,
  ) {}

  /** @throws CursorFault */
  async box(identity: Identity, { box, state, cursor, limit: asked }: BoxQuery): Promise<Page<HandoffItem>> {
    const place = placeOf(cursor);
    const limit = pageSize(asked);
    const values = [identity.bodyId, state ?? null, place?.at ?? null, place?.id ?? null, limit + 1];
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<Row>(lists[box], values),
    );
    const veilAt = await this.veils.at(identity);
    return pageOf(
      rows,
      limit,
      ({ sentAt, id }) => ({ at: sentAt, id }),
      (row) => shown(row, veilAt(row.level)),
    );
  }

  /** What is due of the handoffs of a case that wait for an answer. */
  async duties(identity: Identity, caseId: Uuid): Promise<readonly HandoffDuty[]> {
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<{ id: Uuid; escalation: number; dueAt: Date }>(dutiesSql, [caseId]),
    );
    return rows.map(({ dueAt, ...row }) => ({ ...row, dueAt: dueAt.toISOString() }));
  }
}

const shown = ({ level: _, from, to, ...row }: Row, veil: Veil): HandoffItem => ({
  ...row,
  from: veil.body(from),
  to: veil.body(to),
  sentAt: row.sentAt.toISOString(),
});
