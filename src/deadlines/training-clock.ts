import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { addDuration, isDuration } from '#libs/calendar';
import type { Instant } from '#libs/vocabulary';
import { actingAs, type Identity } from '../access/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { advanceDomainClock, domainNow } from '../platform/clock/index.js';
import { Database, nobody, SweepDatabase, type Tx } from '../platform/database/index.js';
import { Sweep } from './sweep.js';

export type ClockFaultCode =
  'not-a-training-clock' | 'not-for-your-role' | 'invalid-duration' | 'clock-is-moving';

/** Why the clock was not moved. */
export class ClockFault extends Error {
  override readonly name = 'ClockFault';

  constructor(readonly code: ClockFaultCode) {
    super(code);
  }
}

/** `fired`: deadlines that passed on the way, whichever process fired them. */
export interface Advanced {
  readonly now: Instant;
  readonly fired: number;
}

const walkLock = 702_015;
const furthest = 'P10Y';

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

/** Moves the training clock (`NRM_CLOCK=training` only), for every process that shares the database. */
@Injectable()
export class TrainingClock {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly sweepDatabase: SweepDatabase,
    private readonly sweep: Sweep,
  ) {}

  /** Domain time, and whether it can be moved. */
  async state(identity: Identity): Promise<{ readonly now: Instant; readonly training: boolean }> {
    const now = await this.database.inTransaction(actingAs(identity), domainNow);
    return { now: now.toISOString(), training: this.config.clock === 'training' };
  }

  /**
   * Walks by an ISO 8601 duration (days and longer on the clocks of Baku; at most ten years) from due instant to due
   * instant, so that clocks started on the way fire too, and answers when all is done. One walk at a time.
   * @throws ClockFault
   */
  async advance(identity: Identity, duration: string): Promise<Advanced> {
    this.mayMove(identity, duration);
    return this.sweepDatabase.inTransaction(nobody, async (tx) => {
      await lockWalk(tx);
      const start = await domainNow(tx);
      const target = new Date(addDuration(start.toISOString(), duration));
      await this.walk(tx, start, target);
      const now = await domainNow(tx);
      return { now: now.toISOString(), fired: await firedSince(tx, start) };
    });
  }

  private mayMove(identity: Identity, duration: string): void {
    if (this.config.clock !== 'training') throw new ClockFault('not-a-training-clock');
    if (identity.role !== 'administrator') throw new ClockFault('not-for-your-role');
    const zero = '2000-01-01T00:00:00.000Z';
    if (!isDuration(duration) || addDuration(zero, duration) > addDuration(zero, furthest))
      throw new ClockFault('invalid-duration');
  }

  private async walk(tx: Tx, start: Date, target: Date): Promise<void> {
    await this.fireAll(tx);
    for (let now = start; now < target; now = await domainNow(tx)) {
      const { rows } = await tx.query<{ at: Date | null }>(nextInstant, [now, target]);
      const next = rows[0]?.at ?? target;
      const step = next.getTime() - (await domainNow(tx)).getTime();
      if (step > 0) await this.database.inTransaction(nobody, (own) => advanceDomainClock(own, step));
      await this.fireAll(tx);
    }
  }

  /** Fires what is due, and waits for what the sweep of another process has in hand. */
  private async fireAll(tx: Tx): Promise<void> {
    for (;;) {
      await this.sweep.round();
      const { rows } = await tx.query<{ busy: boolean }>(inHand);
      if (!rows[0]?.busy) return;
      await pause(20);
    }
  }
}

/** Held until the walk ends; the transaction lies idle in between, hence without its usual limit. */
async function lockWalk(tx: Tx): Promise<void> {
  await tx.query(`select set_config('idle_in_transaction_session_timeout', '0', true)`);
  const { rows } = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [
    walkLock,
  ]);
  if (!rows[0]?.mine) throw new ClockFault('clock-is-moving');
}

async function firedSince(tx: Tx, start: Date): Promise<number> {
  const { rows } = await tx.query<{ fired: number }>(
    `select count(*)::int as fired from deadlines where state = 'passed' and ended_at >= $1`,
    [start],
  );
  return rows[0]?.fired ?? 0;
}
