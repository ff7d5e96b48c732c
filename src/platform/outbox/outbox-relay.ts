import { Injectable, Logger } from '@nestjs/common';
import { crashPoint } from '../crash-points/index.js';
import { nobody, RelayDatabase } from '../database/index.js';
import { type QueueJob, type QueueName, queueNames, Queues } from '../queues/index.js';
import { OutboxDelivery } from './outbox-delivery.js';

interface Claimed {
  readonly id: string;
  readonly queue: QueueName;
  readonly name: string;
  /** How often it was claimed, this time included. */
  readonly attempts: number;
  readonly [column: string]: unknown;
}

/** A claimed message that is not done 15 seconds later is claimed again; then after twice as long, at most an hour. */
const claim = `
  update outbox_messages set dispatched_at = clock_timestamp(), attempts = attempts + 1,
    available_at = clock_timestamp() + least(interval '15 seconds' * power(2, least(attempts, 10)), interval '1 hour')
  where id in (
    select id from outbox_messages where done_at is null and available_at <= clock_timestamp()
    order by available_at limit $1 for update skip locked)
  returning id, queue, name, attempts`;

/** What a finished job's id says: `outbox-<uuid>`. */
export const jobIdOf = (messageId: string): string => `outbox-${messageId}`;
export const messageIdOf = (jobId: string): string | undefined => /^outbox-([0-9a-f-]{36})$/.exec(jobId)?.[1];

/**
 * Takes messages from the outbox to the queues, at least once; any number of relays may run. Where the queue is away,
 * has lost the job or leaves it with a worker that died, it delivers by itself: nothing waits for a queue to come back.
 */
@Injectable()
export class OutboxRelay {
  private readonly logger = new Logger(OutboxRelay.name);

  constructor(
    private readonly database: RelayDatabase,
    private readonly queues: Queues,
    private readonly delivery: OutboxDelivery,
  ) {}

  /** Relays until nothing is open now. Gives the number of messages taken. */
  async round(batch = 100): Promise<number> {
    let taken = 0;
    for (;;) {
      const messages = await this.claimed(batch);
      const isNew = ({ attempts }: Claimed): boolean => attempts === 1;
      for (const queue of queueNames)
        await this.relay(
          queue,
          messages.filter((one) => one.queue === queue && isNew(one)),
        );
      await this.deliver(messages.filter((one) => !isNew(one)));
      taken += messages.length;
      if (messages.length < batch) return taken;
    }
  }

  private async claimed(batch: number): Promise<readonly Claimed[]> {
    return this.database.inTransaction(nobody, async (tx) => {
      const { rows } = await tx.query<Claimed>(claim, [batch], 'outbox_claim');
      return rows;
    });
  }

  private async relay(queue: QueueName, messages: readonly Claimed[]): Promise<void> {
    if (messages.length === 0) return;
    const jobs = messages.map(({ id, name }): QueueJob => ({ id: jobIdOf(id), name, data: {} }));
    try {
      await this.queues.offer(queue, jobs);
      crashPoint('after-enqueue');
    } catch {
      await this.deliver(messages);
    }
  }

  private async deliver(messages: readonly Claimed[]): Promise<void> {
    for (const { id } of messages) {
      try {
        await this.delivery.deliver(id);
      } catch (error) {
        this.logger.error(`message ${id}: ${error instanceof Error ? error.message : 'unknown fault'}`);
      }
    }
  }
}
