import { Injectable } from '@nestjs/common';
import type { Instant, Uuid, Words } from '#libs/vocabulary';
import type { Identity } from '../access/index.js';
import { Database, type Tx } from '../platform/index.js';
import { pageOf, type Page } from './cursor.js';
import { settingsOf } from './reader.js';
import type { HandoffQuery } from './worklist-query.js';

export interface HandoffItem {
  readonly id: Uuid;
  readonly caseId: Uuid;
  readonly caseNumber: string;
  readonly kind: string;
  readonly purpose: string;
  readonly basis: string;
  readonly statutory: boolean;
  readonly state: string;
  readonly escalation: number;
  readonly from: { readonly id: Uuid; readonly name: Words };
  readonly to: { readonly id: Uuid; readonly name: Words };
  readonly sentAt: Instant;
  readonly deadlines: readonly { name: string; dueAt: Instant; state: string }[];
}

const columns = `h.id, h.case_id as "caseId", c.number as "caseNumber", h.kind, h.purpose, h.basis, h.statutory, h.state,
  h.escalation, h.sent_at as "sentAt", h.from_body_id as "fromId", f.name_az as "fromAz", f.name_en as "fromEn",
  h.to_body_id as "toId", t.name_az as "toAz", t.name_en as "toEn"`;

const sql = `
  select ${columns}
  from handoffs h join cases c on c.id = h.case_id
    join bodies f on f.id = h.from_body_id join bodies t on t.id = h.to_body_id
  where case when $2 = 'in' then h.to_body_id else h.from_body_id end = $1
    and ($3::text is null or h.state = $3)
    and ($4::timestamptz is null or (h.sent_at, h.id) < ($4, $5::uuid))
  order by h.sent_at desc, h.id desc limit $6`;

/** What a body was handed, and what it handed on; the newest first. Codes only: a preview shows no person. */
@Injectable()
export class HandoffList {
  constructor(private readonly database: Database) {}

  async handoffs(identity: Identity, { box, state, limit, cursor }: HandoffQuery): Promise<Page<HandoffItem>> {
    return this.database.inTransaction(settingsOf(identity), async (tx) => {
      const [sentAt = null, id = null] = cursor ?? [];
      const values = [identity.bodyId, box, state ?? null, sentAt, id, limit + 1];
      const { rows } = await tx.query(sql, values, `handoff_list`);
      const deadlines = await deadlinesOf(tx, rows.map((row) => String(row['id'])));
      const items = rows.map((row) => itemOf(row, deadlines));
      return pageOf(items, limit, (item) => [item.sentAt, item.id]);
    });
  }
}

async function deadlinesOf(tx: Tx, ids: readonly Uuid[]): Promise<Record<string, unknown>[]> {
  const { rows } = await tx.query(
    `select procedure_id, name, due_at, state from deadlines where procedure_id = any($1::uuid[]) order by due_at`,
    [ids],
    'handoff_deadlines',
  );
  return rows;
}

function itemOf(row: Record<string, unknown>, deadlines: readonly Record<string, unknown>[]): HandoffItem {
  const { fromId, fromAz, fromEn, toId, toAz, toEn, sentAt, ...rest } = row as Record<string, string>;
  return {
    ...(rest as unknown as HandoffItem),
    sentAt: (row['sentAt'] as Date).toISOString(),
    from: { id: String(fromId), name: { az: String(fromAz), en: String(fromEn) } },
    to: { id: String(toId), name: { az: String(toAz), en: String(toEn) } },
    deadlines: deadlines
      .filter((d) => d['procedure_id'] === row['id'])
      .map((d) => ({ name: String(d['name']), dueAt: (d['due_at'] as Date).toISOString(), state: String(d['state']) })),
  };
}
