import { Inject, Injectable } from '@nestjs/common';
import { addDuration, isDuration } from '#libs/calendar';
import type { Instant } from '#libs/vocabulary';
import { actingAs, actStatement, type Identity } from '../access/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { advanceDomainClock, domainNow } from '../platform/clock/index.js';
import { Database, nobody, type Statement, SweepDatabase, type Tx } from '../platform/database/index.js';
import { Sweep } from './sweep.js';
import { walk } from './walk.js';

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

/** By how much, and what that comes to in domain time. */
interface Order {
  readonly start: Date;
  readonly target: Date;
  readonly duration: string;
}

const walkLock = 702_015;
const furthest = 'P10Y';

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
      await walk(tx, this.sweep, target, this.recording(identity, { start, target, duration }));
      const now = await domainNow(tx);
      return { now: now.toISOString(), fired: await firedSince(tx, start) };
    });
  }

  /**
   * Moves the clock step by step. With the first step it goes on record who ordered the walk, from when to when: in the
   * one transaction, so that the clock moves for nobody whose order cannot be recorded.
   */
  private recording(
    by: Identity,
    { start, target, duration }: Order,
  ): (milliseconds: number) => Promise<void> {
    let order: Statement | undefined = actStatement(by, {
      act: 'clockMoved',
      bodyId: by.bodyId,
      before: { now: start.toISOString() },
      after: { now: target.toISOString(), duration },
    });
    return async (step) => {
      await this.database.inTransaction(order ? actingAs(by) : nobody, async (tx) => {
        if (order) await tx.batch([order]);
        await advanceDomainClock(tx, step);
      });
      order = undefined;
    };
  }

  private mayMove(identity: Identity, duration: string): void {
    if (this.config.clock !== 'training') throw new ClockFault('not-a-training-clock');
    if (identity.role !== 'administrator') throw new ClockFault('not-for-your-role');
    const zero = '2000-01-01T00:00:00.000Z';
    if (!isDuration(duration) || addDuration(zero, duration) > addDuration(zero, furthest))
      throw new ClockFault('invalid-duration');
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
