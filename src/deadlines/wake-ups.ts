import { Injectable } from '@nestjs/common';
import { nobody, SweepDatabase } from '../platform/database/index.js';
import { type QueueJob, Queues } from '../platform/queues/index.js';

interface Moment {
  readonly second: number;
  readonly delay: number;
  readonly [column: string]: unknown;
}

/** One wake-up per second in which something falls due, the soonest first. */
const moments = `
  with clock as materialized (select now_domain() as now), soon as (
    select due_at from deadlines, clock where state = 'running' and due_at > now and due_at < now + interval '1 hour'
    union all
    select due_at from reminders, clock where state = 'pending' and percent < 100
      and due_at > now and due_at < now + interval '1 hour'
  )
  select ceil(extract(epoch from due_at))::bigint as second,
    ceil(extract(epoch from max(due_at) - min(now)) * 1000)::int as delay
  from soon, clock group by 1 order by 1 limit 300`;

/** Delayed jobs that wake the sweep at the right moment in the next hour. Hints: they may be lost, late or double. */
@Injectable()
export class WakeUps {
  constructor(
    private readonly database: SweepDatabase,
    private readonly queues: Queues,
  ) {}

  /** Orders them anew; those that wait already are left. Rejects when the queue is away, which harms nothing. */
  async arm(): Promise<void> {
    const { rows } = await this.database.inTransaction(nobody, (tx) =>
      tx.query<Moment>(moments, [], 'due_soon'),
    );
    const jobs = rows.map(({ second, delay }): QueueJob => ({
      id: `wake-${second}`,
      name: 'wake',
      data: {},
      delay,
    }));
    await this.queues.offer('deadlines', jobs);
  }
}
