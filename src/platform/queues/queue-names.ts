export const queueNames = ['deadlines', 'handoffs', 'notifications', 'maintenance'] as const;
export type QueueName = (typeof queueNames)[number];

/** A hint to do something; the truth stands in PostgreSQL. `data` holds ids and codes only. */
export interface QueueJob {
  /** While a job of this id waits or runs, another is ignored. Holds no colon and is not a mere number. */
  readonly id: string;
  readonly name: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** Milliseconds of wall time before it is given out. */
  readonly delay?: number;
}
