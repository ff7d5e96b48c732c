import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { crashPoint } from '../crash-points/index.js';
import { type QueueName, Queues, QueueWorkers } from '../queues/index.js';
import { Rounds } from '../rounds/index.js';
import { OutboxDelivery } from './outbox-delivery.js';
import { messageIdOf, OutboxRelay } from './outbox-relay.js';
import { OutboxUpkeep } from './outbox-upkeep.js';

const relayEvery = 500;
const upkeepEvery = 3_600_000;
const upkeep = 'prune-outbox';

/** The relay's rounds and the taking side of the message queues. Provided by the worker process only. */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly relayRounds: Rounds;
  private readonly upkeepRounds: Rounds;

  constructor(
    private readonly queues: Queues,
    private readonly workers: QueueWorkers,
    private readonly delivery: OutboxDelivery,
    private readonly outbox: OutboxUpkeep,
    relay: OutboxRelay,
  ) {
    this.relayRounds = new Rounds('OutboxRelay', relayEvery, () => relay.round());
    this.upkeepRounds = new Rounds('OutboxUpkeep', upkeepEvery, () =>
      this.queues.offer('maintenance', [{ id: upkeep, name: upkeep, data: {} }]),
    );
  }

  onApplicationBootstrap(): void {
    for (const name of ['handoffs', 'notifications'] as const satisfies readonly QueueName[])
      this.workers.start(name, ({ id }) => this.take(id));
    this.workers.start('maintenance', ({ id }) => (id === upkeep ? this.prune() : this.take(id)));
    this.relayRounds.start();
    this.upkeepRounds.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.relayRounds.stop(), this.upkeepRounds.stop()]);
  }

  /** Delivers the message behind a job. A job that carries none was a hint and is over. */
  async take(jobId: string): Promise<void> {
    const messageId = messageIdOf(jobId);
    if (messageId === undefined) return;
    await this.delivery.deliver(messageId);
    crashPoint('after-delivery-before-acknowledge');
  }

  private async prune(): Promise<void> {
    await this.outbox.prune();
  }
}
