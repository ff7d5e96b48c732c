import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { OutboxWorker } from '../platform/outbox/index.js';
import { QueueWorkers } from '../platform/queues/index.js';
import { Rounds } from '../platform/rounds/index.js';
import { Sweep } from './sweep.js';
import { WakeUps } from './wake-ups.js';

const sweepEvery = 15_000;

/** The sweep's rounds and its wake-ups. Provided by the worker process only. */
@Injectable()
export class DeadlinesWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private readonly rounds: Rounds;

  constructor(
    private readonly sweep: Sweep,
    private readonly wakeUps: WakeUps,
    private readonly workers: QueueWorkers,
    private readonly outbox: OutboxWorker,
  ) {
    this.rounds = new Rounds('Sweep', sweepEvery, () => this.round());
  }

  onApplicationBootstrap(): void {
    this.workers.start('deadlines', async ({ id }) => {
      await this.outbox.take(id);
      this.rounds.wake();
    });
    this.rounds.start();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.rounds.stop();
  }

  private async round(): Promise<void> {
    await this.sweep.round(this.stopping.signal);
    await this.wakeUps.arm().catch(() => undefined); // the queue being away is told by its own health
  }
}
