import { Injectable } from '@nestjs/common';
import { domainNow } from '../platform/clock/index.js';
import { nobody, SweepDatabase } from '../platform/database/index.js';
import { owingBody, owingFrom } from './notices.js';

/**
 * Of the reminders due for one deadline only the latest is sent; the others, and all once the deadline itself is
 * due, were overtaken. The last (100 %) is the passing itself and settled by it.
 */
const remind = `
  with due as (
    select r.deadline_id, r.percent from reminders r join deadlines d on d.id = r.deadline_id
    where r.state = 'pending' and r.due_at <= $1 and r.percent < 100 and d.state = 'running'
    order by r.due_at, r.deadline_id, r.percent limit $2 for update of r skip locked
  ), judged as (
    select due.*, d.due_at > $1 and due.percent = max(due.percent) over (partition by due.deadline_id) as sent
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

@Injectable()
export class Reminders {
  constructor(private readonly database: SweepDatabase) {}

  /** Sends or settles every reminder due now. Gives the number settled. */
  async round(batch = 200): Promise<number> {
    let total = 0;
    for (;;) {
      const settled = await this.settle(batch);
      total += settled;
      if (settled < batch) return total;
    }
  }

  private async settle(batch: number): Promise<number> {
    return this.database.inTransaction(nobody, async (tx) => {
      const now = await domainNow(tx);
      const { rows } = await tx.query<{ settled: number }>(remind, [now, batch], 'reminders_due');
      return rows[0]?.settled ?? 0;
    });
  }
}
