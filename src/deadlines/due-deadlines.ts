import { Injectable } from '@nestjs/common';
import type { Instant, Uuid } from '#libs/vocabulary';
import { nobody, SweepDatabase } from '../platform/database/index.js';

export interface DueDeadline {
  readonly id: Uuid;
  readonly caseId: Uuid;
  readonly procedureId: Uuid;
  readonly name: string;
  readonly dueAt: Date;
  readonly [column: string]: unknown;
}

/**
 * Of each case only the deadline due first, so that a case is worked off in order and by one worker at a time.
 * Claimed for 15 seconds of wall time: what a dying worker held is late by one sweep, not lost.
 */
const claim = `
  with first as (
    select d.id from deadlines d
    where d.state = 'running' and d.due_at <= (select now_domain())
      and (d.sweep_after is null or d.sweep_after <= clock_timestamp())
      and not exists (select 1 from deadlines e where e.case_id = d.case_id and e.state = 'running'
        and (e.due_at, e.id) < (d.due_at, d.id))
    order by d.due_at, d.id limit $1 for update of d skip locked
  ), claimed as (
    update deadlines d set sweep_after = clock_timestamp() + interval '15 seconds'
    from first where first.id = d.id and d.state = 'running'
    returning d.id, d.case_id, d.procedure_id, d.name, d.due_at
  )
  select id, case_id as "caseId", procedure_id as "procedureId", name, due_at as "dueAt" from claimed order by due_at, id`;

/** Just after a flood of new deadlines the planner knows no better than to sort all that are due for each claim. */
const indexOrder = `select set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true)`;

/** Left alone for longer after each failure, in wall time: 15 seconds, then twice as long, at most an hour. */
const failed = `update deadlines set sweep_failures = sweep_failures + 1, sweep_after = clock_timestamp()
    + least(interval '15 seconds' * power(2, least(sweep_failures, 10)), interval '1 hour')
  where id = $1 and state = 'running'`;

const stopped = `with ended as (
    update deadlines set state = 'stopped', ended_at = (select now_domain()) where id = $1 and state = 'running' returning id
  )
  update reminders r set state = 'stopped', settled_at = (select now_domain())
  from ended where r.deadline_id = ended.id and r.state = 'pending'`;

const moved = `update deadlines set due_at = $2, sweep_after = null where id = $1 and state = 'running'`;
const released = `update deadlines set sweep_after = null where id = any($1::uuid[]) and state = 'running'`;

/** The rows of running deadlines, as the sweep keeps them. */
@Injectable()
export class DueDeadlines {
  constructor(private readonly database: SweepDatabase) {}

  async claim(limit: number): Promise<readonly DueDeadline[]> {
    return this.database.inTransaction(nobody, async (tx) => {
      const [, claimed] = await tx.batch([
        { name: 'index_order', text: indexOrder, values: [] },
        { name: 'deadlines_claim', text: claim, values: [limit] },
      ]);
      return (claimed?.rows ?? []) as DueDeadline[];
    });
  }

  /** The work on it failed: it waits longer each time, and its case with it. */
  failed = (id: Uuid): Promise<void> => this.write(failed, [id]);

  /** Its clock does not run in the statechart: there is nothing to fire. */
  stopped = (id: Uuid): Promise<void> => this.write(stopped, [id]);

  /** Its clock runs to a later instant in the statechart, which decides. */
  moved = (id: Uuid, dueAt: Instant): Promise<void> => this.write(moved, [id, dueAt]);

  /** Claimed but not worked on. */
  released = (ids: readonly Uuid[]): Promise<void> => this.write(released, [ids]);

  private async write(text: string, values: readonly unknown[]): Promise<void> {
    await this.database.inTransaction(nobody, (tx) => tx.commitWith([{ text, values }]));
  }
}
