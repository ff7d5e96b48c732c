import type { QueueOptions, WorkerOptions } from 'bullmq';

/** Nothing is kept of a finished job, so that its id is free again; the outbox decides about repeating. */
export const jobsLeaveNoTrace = {
  defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
} as const satisfies Partial<QueueOptions>;

export const workerLimits = {
  lockDuration: 30_000,
  maxStalledCount: 3,
} as const satisfies Partial<WorkerOptions>;
