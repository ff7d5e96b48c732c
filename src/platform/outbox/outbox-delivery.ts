import { Injectable } from '@nestjs/common';
import { nobody, RelayDatabase } from '../database/index.js';
import { type OutboxMessage, OutboxConsumers } from './outbox-consumers.js';

const open = `select id, queue, name, payload from outbox_messages
  where id = $1 and done_at is null for update skip locked`;

/** Brings one message to its consumer. The message's own row is the receipt, so a second delivery does nothing. */
@Injectable()
export class OutboxDelivery {
  constructor(
    private readonly database: RelayDatabase,
    private readonly consumers: OutboxConsumers,
  ) {}

  /** False when it was delivered before or is being delivered elsewhere. Throws what the consumer or database threw. */
  async deliver(id: string): Promise<boolean> {
    return this.database.inTransaction(nobody, async (tx) => {
      const { rows } = await tx.query<OutboxMessage & { [column: string]: unknown }>(
        open,
        [id],
        'outbox_open',
      );
      const [message] = rows;
      if (!message) return false;
      await tx.commitWith([
        ...this.consumers.statements(message),
        { text: 'update outbox_messages set done_at = clock_timestamp() where id = $1', values: [id] },
      ]);
      return true;
    });
  }
}
