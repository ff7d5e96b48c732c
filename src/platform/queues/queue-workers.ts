import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Worker } from 'bullmq';
import { CONFIG, type Config } from '../../config/index.js';
import { chooseBackend } from './choose-backend.js';
import type { QueueBackend, Work } from './queue-backend.js';
import type { QueueName } from './queue-names.js';
import { within } from './within.js';

const closeLimit = 10_000;

/** The taking side of the queues; only the worker process starts one. */
@Injectable()
export class QueueWorkers implements BeforeApplicationShutdown {
  private readonly logger = new Logger(QueueWorkers.name);
  private backend?: QueueBackend;
  private readonly workers: Worker[] = [];

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Gives every job of the queue to `work`; a job whose work rejects is dropped: it was only a hint. */
  start(name: QueueName, work: Work, concurrency = 4): void {
    this.backend ??= chooseBackend(this.config);
    const worker = this.backend.worker(name, work, concurrency);
    worker.on('error', () => undefined); // connection faults: it connects again by itself, health tells
    worker.on('failed', (job, error) => this.logger.error(`${name} ${job?.id ?? ''}: ${error.message}`));
    this.workers.push(worker);
  }

  /** Before the database closes: lets running jobs finish when the queue is there; when it is away, nothing is left to wait for. */
  async beforeApplicationShutdown(): Promise<void> {
    const away = await this.isAway();
    await Promise.allSettled(this.workers.map((worker) => within(closeLimit, worker.close(away))));
    await this.backend?.close();
  }

  private async isAway(): Promise<boolean> {
    if (!this.backend) return false;
    return within(1_000, this.backend.ping()).then(
      () => false,
      () => true,
    );
  }
}
