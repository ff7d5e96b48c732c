import { Injectable } from '@nestjs/common';
import type { Instant, Uuid } from '#libs/vocabulary';
import { actingAs, type Identity } from '../access/index.js';
import { Database } from '../platform/database/index.js';
import { type Page, pageOf, pageSize, placeOf } from '../platform/keyset/index.js';
import { asking } from './asking.js';

/** A notice to a body. Codes only: who it is about is never in it. */
export interface NotificationItem {
  readonly id: Uuid;
  /** Code of the sentence. */
  readonly template: string;
  /** Null where it tells of no case. */
  readonly caseId: Uuid | null;
  /** Null for a body that may not know the case, as one further up the ladder. */
  readonly caseNumber: string | null;
  readonly procedureId: Uuid | null;
  readonly handoffId: Uuid | null;
  /** Name of the clock it tells of. */
  readonly deadline: string | null;
  readonly createdAt: Instant;
  readonly readAt: Instant | null;
}

export interface NotificationsQuery {
  /** All where nothing is said. */
  readonly unread?: boolean | undefined;
  readonly cursor?: string | undefined;
  /** 1 to 200; 50 unless told. */
  readonly limit?: number | undefined;
}

type Row = Omit<NotificationItem, 'createdAt' | 'readAt'> & {
  createdAt: Date;
  readAt: Date | null;
  [column: string]: unknown;
};

const notices = `
  select n.id, n.template, n.case_id as "caseId", c.number as "caseNumber", n.procedure_id as "procedureId",
    n.handoff_id as "handoffId", n.deadline, n.created_at as "createdAt", n.read_at as "readAt"
  from notifications n left join cases c on c.id = n.case_id where n.body_id = $1`;

const list = `${notices} and ($2::boolean is null or (n.read_at is null) = $2)
    and ($3::timestamptz is null or (n.created_at, n.id) < ($3, $4::uuid))
  order by n.created_at desc, n.id desc limit $5`;

const unreadByUrgency = `${notices} and n.read_at is null
  order by n.template = any($2::text[]) desc, n.created_at desc, n.id desc limit $3`;

const read = `update notifications set read_at = (select now_domain())
  where body_id = $1 and id = any($2::uuid[]) and read_at is null`;

const unread = 'select count(*)::int as unread from notifications where body_id = $1 and read_at is null';

/** What the caller's body was told, newest first; reading is noted for the body as a whole. */
@Injectable()
export class NotificationsService {
  constructor(private readonly database: Database) {}

  /** @throws CursorFault */
  async list(identity: Identity, query: NotificationsQuery = {}): Promise<Page<NotificationItem>> {
    const place = placeOf(query.cursor);
    const limit = pageSize(query.limit);
    const values = [identity.bodyId, query.unread ?? null, place?.at ?? null, place?.id ?? null, limit + 1];
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<Row>(list, values),
    );
    return pageOf(rows, limit, ({ createdAt, id }) => ({ at: createdAt, id }), shown);
  }

  /** What nobody of the body has read yet: first what asks for something, then what only tells; each newest first. */
  async unread(
    identity: Identity,
    limit = 200,
  ): Promise<Readonly<Record<'asks' | 'tells', readonly NotificationItem[]>>> {
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<Row>(unreadByUrgency, [identity.bodyId, asking, limit]),
    );
    const asks = (row: Row) => asking.some((template) => template === row.template);
    return {
      asks: rows.filter(asks).map(shown),
      tells: rows.filter((row) => !asks(row)).map(shown),
    };
  }

  /** Gives how many of these were unread and are the body's own; null, and nothing is noted, where a system asks. */
  async markRead(identity: Identity, ids: readonly Uuid[]): Promise<number | null> {
    if (identity.via === 'token') return null;
    const { count } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query(read, [identity.bodyId, ids]),
    );
    return count;
  }

  async unreadCount(identity: Identity): Promise<number> {
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<{ unread: number }>(unread, [identity.bodyId]),
    );
    return rows[0]?.unread ?? 0;
  }
}

const shown = (row: Row): NotificationItem => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  readAt: row.readAt?.toISOString() ?? null,
});
