import { Injectable } from '@nestjs/common';
import { actingAs, type Identity } from '../access/index.js';
import { Database } from '../platform/index.js';

/** How much waits for the reader's body: notices not read, handoffs not answered. */
export interface NewsCounts {
  readonly notices: number;
  readonly handoffs: number;
}

const counts = `select
  (select count(*)::int from notifications where body_id = $1 and read_at is null) as notices,
  (select count(*)::int from handoffs where to_body_id = $1 and state in ('sent', 'received')) as handoffs`;

@Injectable()
export class News {
  constructor(private readonly database: Database) {}

  async of(identity: Identity): Promise<NewsCounts> {
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<NewsCounts & Record<string, unknown>>(counts, [identity.bodyId], 'news_counted'),
    );
    return { notices: rows[0]?.notices ?? 0, handoffs: rows[0]?.handoffs ?? 0 };
  }
}
