import type { Job, Queue, Worker } from 'bullmq';
import type { QueueJob, QueueName } from './queue-names.js';

export type Work = (job: QueueJob) => Promise<void>;

/** Where the queues live. Constructing one connects in the background and never waits. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgresql';
  queue(name: QueueName): Queue;
  worker(name: QueueName, work: Work, concurrency: number): Worker;
  /** Rejects when the server does not answer; may take long, so give it a limit. */
  ping(): Promise<unknown>;
  close(): Promise<void>;
}

/** What rooms see of BullMQ's job. */
export const seen = ({ id = '', name, data }: Job<QueueJob['data']>): QueueJob => ({ id, name, data });
