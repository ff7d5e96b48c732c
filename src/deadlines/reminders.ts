import { Injectable } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import { domainNow } from '../platform/clock/index.js';
import { nobody, SweepDatabase } from '../platform/database/index.js';
import { owingBody, owingFrom } from './notices.js';

/**
 * Of the reminders due for one deadline only the latest is sent; the others, and all once the deadline itself is
 * due, were overtaken. The last (100 %) is the passing itself and settled by it. `of` says which are looked at.
 */
const settling = (of: string): string => `
  with due as (${of} for update of r skip locked), judged as (
    select due.*, d.due_at > $1 and not exists (select 1 from reminders later where later.deadline_id = due.deadline_id
      and later.percent > due.percent and later.percent < 100 and later.due_at <= $1) as sent
    from due join deadlines d on d.id = due.deadline_id
  ), settled as (
    update reminders r set state = case when j.sent then 'sent' else 'overtaken' end, settled_at = $1
    from judged j where j.deadline_id = r.deadline_id and j.percent = r.percent
    returning r.deadline_id, r.percent, j.sent
  ), told as (
    insert into notifications (body_id, case_id, procedure_id, template, handoff_id, deadline, created_at)
    select ${owingBody}, d.case_id, d.procedure_id, 'deadline-' || s.percent, h.id, d.name, $1
    from ${owingFrom} join settled s on s.deadline_id = d.id where s.sent
  )
  select count(*)::int as settled from settled`;

const pending = `r.state = 'pending' and r.due_at <= $1 and r.percent < 100`;

/** All but those that an expiry of the same case goes before: it was due earlier, and is not fired yet. */
const remind = settling(`
  select r.deadline_id, r.percent from reminders r join deadlines d on d.id = r.deadline_id
  where ${pending} and d.state = 'running' and r.due_at <= coalesce((
    select min(e.due_at + interval '0') from deadlines e where e.case_id = r.case_id and e.state = 'running' and e.sweep_failures = 0), r.due_at)
  order by r.due_at, r.deadline_id, r.percent limit $2`);

/**
 * Those that were due in the cases $2 before the expiries $3 that are fired next. It asks for `ended_at`: by the state
 * the planner, where it has no statistics yet, reads all that run instead of those of the case.
 */
const remindBefore = settling(`
  select r.deadline_id, r.percent from unnest($2::uuid[], $3::timestamptz[]) as next(case_id, due_at)
    join deadlines d on d.case_id = next.case_id join reminders r on r.deadline_id = d.id
  where ${pending} and d.ended_at is null and r.due_at <= next.due_at`);

/** Just after a flood of new deadlines the planner knows no better than to read them all for each batch. */
const byIndex = {
  name: 'reminders_by_index',
  text: `select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
    set_config('enable_mergejoin', 'off', true)`,
  values: [],
};

interface Next {
  readonly caseId: Uuid;
  readonly dueAt: Date;
}

@Injectable()
export class Reminders {
  constructor(private readonly database: SweepDatabase) {}

  /** Sends or settles every reminder due now, save where an earlier expiry of its case is still to be fired. */
  async round(batch = 200): Promise<number> {
    for (let total = 0; ;) {
      const settled = await this.settle('reminders_due', remind, [batch]);
      total += settled;
      if (settled < batch) return total;
    }
  }

  /** What comes before these expiries in their cases, so that each case is worked off in due order. */
  before(expiries: readonly Next[]): Promise<number> {
    const values = [expiries.map(({ caseId }) => caseId), expiries.map(({ dueAt }) => dueAt)];
    return this.settle('reminders_before', remindBefore, values);
  }

  /** Gives the number settled. */
  private settle(name: string, text: string, values: readonly unknown[]): Promise<number> {
    return this.database.inTransaction(nobody, async (tx) => {
      const now = await domainNow(tx);
      const [, answer] = await tx.batch([byIndex, { name, text, values: [now, ...values] }]);
      return Number(answer?.rows[0]?.['settled'] ?? 0);
    });
  }
}
