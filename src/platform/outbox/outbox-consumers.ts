import { Injectable } from '@nestjs/common';
import type { Statement } from '../database/index.js';
import type { QueueName } from '../queues/index.js';
import type { OutboxPayload } from './outbox-row.js';

export interface OutboxMessage {
  readonly id: string;
  readonly queue: QueueName;
  readonly name: string;
  readonly payload: OutboxPayload;
}

/** Pure: what a message does to the database, written as nrm_relay in one transaction with its receipt. */
export type OutboxConsumer = (message: OutboxMessage) => readonly Statement[];

/** Who takes which message. A room registers its own in `onModuleInit`, in every process that runs the relay. */
@Injectable()
export class OutboxConsumers {
  private readonly consumers = new Map<string, OutboxConsumer>();

  /** @throws when the message has a consumer already. */
  register(queue: QueueName, name: string, consumer: OutboxConsumer): void {
    const key = `${queue}/${name}`;
    if (this.consumers.has(key)) throw new Error(`Two consumers of the message "${key}"`);
    this.consumers.set(key, consumer);
  }

  /** @throws when nobody takes it. */
  statements(message: OutboxMessage): readonly Statement[] {
    const consumer = this.consumers.get(`${message.queue}/${message.name}`);
    if (!consumer) throw new Error(`No consumer of the message "${message.queue}/${message.name}"`);
    return consumer(message);
  }
}
