import { Injectable } from '@nestjs/common';
import { nobody, RelayDatabase } from '../database/index.js';

const removed = `delete from outbox_messages where done_at < clock_timestamp() - interval '30 days'`;

/** Removes messages done more than 30 days (wall time) ago. */
@Injectable()
export class OutboxUpkeep {
  constructor(private readonly database: RelayDatabase) {}

  /** Gives the number removed. */
  async prune(): Promise<number> {
    const { count } = await this.database.inTransaction(nobody, (tx) => tx.query(removed));
    return count;
  }
}
