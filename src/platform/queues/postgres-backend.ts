import { createPostgresBackend, type Job, Queue, Worker } from 'bullmq';
import pg from 'pg';
import { jobsLeaveNoTrace, workerLimits } from './job-options.js';
import { type QueueBackend, seen, type Work } from './queue-backend.js';
import type { QueueJob, QueueName } from './queue-names.js';
import { queueSchema } from './queue-schema.js';

/**
 * BullMQ's PostgreSQL backend over one pool, past any pooler because it listens. Each worker keeps one connection
 * for LISTEN. The schema comes from `provideQueueSchema`; this role owns nothing of it.
 */
export class PostgresBackend implements QueueBackend {
  readonly kind = 'postgresql';
  private readonly pool: pg.Pool;

  constructor(url: string) {
    this.pool = new pg.Pool({
      connectionString: url,
      options: `-c search_path=${queueSchema}`,
      max: 8,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    this.pool.on('error', () => undefined); // a broken idle connection is replaced when next needed
  }

  queue(name: QueueName): Queue {
    const options = { connection: this.pool as never, ...jobsLeaveNoTrace };
    return new Queue(name, options, createPostgresBackend as never);
  }

  worker(name: QueueName, work: Work, concurrency: number): Worker {
    const options = { connection: this.pool as never, concurrency, ...workerLimits };
    return new Worker(
      name,
      (job: Job<QueueJob['data']>) => work(seen(job)),
      options,
      createPostgresBackend as never,
    );
  }

  ping(): Promise<unknown> {
    return this.pool.query('select max(version) from migration');
  }

  async close(): Promise<void> {
    if (!this.pool.ending) await this.pool.end();
  }
}
