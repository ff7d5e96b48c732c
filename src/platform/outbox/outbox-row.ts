import type { Statement } from '../database/index.js';
import type { QueueName } from '../queues/index.js';

/** Ids, codes and dates only. */
export type OutboxPayload = Readonly<Record<string, string>>;

/** A message that leaves with the transaction it is written in, or not at all. */
export const outboxRow = (queue: QueueName, name: string, payload: OutboxPayload): Statement => ({
  name: 'outbox_added',
  text: 'insert into outbox_messages (queue, name, payload) values ($1, $2, $3)',
  values: [queue, name, JSON.stringify(payload)],
});
