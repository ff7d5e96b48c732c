import { setTimeout as pause } from 'node:timers/promises';
import { domainNow } from '../platform/clock/index.js';
import type { Tx } from '../platform/database/index.js';
import type { Sweep } from './sweep.js';

const nextInstant = `
  select min(due_at) as at from (
    select due_at from deadlines where state = 'running'
    union all
    select r.due_at from reminders r join deadlines d on d.id = r.deadline_id
      where r.state = 'pending' and r.percent < 100 and d.state = 'running'
  ) as awaited where due_at > $1 and due_at <= $2`;

/** Due and not given up for now: what another worker has in hand. */
const inHand = `select exists (select 1 from deadlines d where state = 'running' and due_at <= (select now_domain())
  and not exists (select 1 from deadlines f
    where f.case_id = d.case_id and f.state = 'running' and f.sweep_failures > 0)) as busy`;

/**
 * Walks a clock that can be moved from due instant to due instant up to `target`, firing all that falls due on the
 * way, so that clocks started on the way fire too. `forward` moves the clock by milliseconds; `tx` only looks.
 */
export async function walk(
  tx: Tx,
  sweep: Sweep,
  target: Date,
  forward: (milliseconds: number) => Promise<unknown>,
): Promise<void> {
  await fireAll(tx, sweep);
  for (let now = await domainNow(tx); now < target; now = await domainNow(tx)) {
    const { rows } = await tx.query<{ at: Date | null }>(nextInstant, [now, target]);
    const next = rows[0]?.at ?? target;
    const step = next.getTime() - (await domainNow(tx)).getTime();
    if (step > 0) await forward(step);
    await fireAll(tx, sweep);
  }
}

/** Fires what is due, and waits for what the sweep of another process has in hand. */
async function fireAll(tx: Tx, sweep: Sweep): Promise<void> {
  for (;;) {
    await sweep.round();
    const { rows } = await tx.query<{ busy: boolean }>(inHand);
    if (!rows[0]?.busy) return;
    await pause(20);
  }
}
