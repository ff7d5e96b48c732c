import { type Job, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { jobsLeaveNoTrace, workerLimits } from './job-options.js';
import { type QueueBackend, seen, type Work } from './queue-backend.js';
import type { QueueJob, QueueName } from './queue-names.js';

const retryStrategy = (times: number): number => Math.min(times * 100, 2_000);

/** Redis through ioredis, which connects again for ever. Offers fail at once while it is away; workers wait. */
export class RedisBackend implements QueueBackend {
  readonly kind = 'redis';
  private readonly offering: Redis;
  private working?: Redis;

  constructor(private readonly url: string) {
    this.offering = this.connect({ enableOfflineQueue: false });
  }

  queue(name: QueueName): Queue {
    return new Queue(name, { connection: this.offering, ...jobsLeaveNoTrace });
  }

  worker(name: QueueName, work: Work, concurrency: number): Worker {
    this.working ??= this.connect({});
    const options = { connection: this.working, concurrency, ...workerLimits };
    return new Worker(name, (job: Job<QueueJob['data']>) => work(seen(job)), options);
  }

  ping(): Promise<unknown> {
    return this.offering.ping();
  }

  close(): Promise<void> {
    this.offering.disconnect();
    this.working?.disconnect();
    return Promise.resolve();
  }

  private connect(options: { enableOfflineQueue?: boolean }): Redis {
    const client = new Redis(this.url, { maxRetriesPerRequest: null, retryStrategy, ...options });
    client.on('error', () => undefined); // it comes back by itself; health tells that it is away
    return client;
  }
}
