import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { CONFIG, type Config } from '../../config/index.js';
import { chooseBackend } from './choose-backend.js';
import type { QueueBackend } from './queue-backend.js';
import { type QueueJob, type QueueName, queueNames } from './queue-names.js';
import { within } from './within.js';

/** What /health shows of the queues: `degraded` is never a reason to refuse a request. */
export interface QueuesState {
  readonly state: 'up' | 'degraded';
  readonly backend: QueueBackend['kind'];
}

const offerLimit = 2_000;
const pingLimit = 1_000;

/** The giving side of the four queues. */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly logger = new Logger(Queues.name);
  private readonly backend: QueueBackend;
  private readonly queues: ReadonlyMap<QueueName, Queue>;
  private away = false;

  constructor(@Inject(CONFIG) config: Config) {
    this.backend = chooseBackend(config);
    this.queues = new Map(queueNames.map((name) => [name, this.open(name)]));
  }

  /** Rejects within two seconds when the queue is away. Never call it inside a transaction or a request. */
  async offer(name: QueueName, jobs: readonly QueueJob[]): Promise<void> {
    if (jobs.length === 0) return;
    const bulk = jobs.map(({ id, delay = 0, ...job }) => ({ ...job, opts: { jobId: id, delay } }));
    try {
      await within(offerLimit, this.queue(name).addBulk(bulk));
      this.note(false);
    } catch (error) {
      this.note(true);
      throw error;
    }
  }

  async state(): Promise<QueuesState> {
    const up = await within(pingLimit, this.backend.ping()).then(
      () => true,
      () => false,
    );
    this.note(!up);
    return { state: up ? 'up' : 'degraded', backend: this.backend.kind };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled([...this.queues.values()].map((queue) => within(pingLimit, queue.close())));
    await this.backend.close();
  }

  private queue(name: QueueName): Queue {
    return this.queues.get(name) as Queue;
  }

  private open(name: QueueName): Queue {
    const queue = this.backend.queue(name);
    queue.on('error', () => this.note(true));
    return queue;
  }

  /** Tells the log once when the queues go and once when they come back. */
  private note(away: boolean): void {
    if (this.away === away) return;
    this.away = away;
    if (away) this.logger.warn(`queues (${this.backend.kind}) are away; PostgreSQL carries on alone`);
    else this.logger.log(`queues (${this.backend.kind}) are back`);
  }
}
