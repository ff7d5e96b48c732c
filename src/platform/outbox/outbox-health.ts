import { Injectable } from '@nestjs/common';
import { nobody, RelayDatabase } from '../database/index.js';

/** Messages not done: all of them, and those tried at least three times. */
export interface OutboxState {
  readonly open: number;
  readonly stuck: number;
}

const count = `select count(*)::int as open, count(*) filter (where attempts >= 3)::int as stuck
  from outbox_messages where done_at is null`;

@Injectable()
export class OutboxHealth {
  constructor(private readonly database: RelayDatabase) {}

  async state(): Promise<OutboxState> {
    const { rows } = await this.database.inTransaction(nobody, (tx) =>
      tx.query<{ open: number; stuck: number }>(count),
    );
    return rows[0] ?? { open: 0, stuck: 0 };
  }
}
