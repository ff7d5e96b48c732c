import type { Config } from '../../config/index.js';
import { type Database, nobody, type Tx } from '../database/index.js';

/** Domain time inside SQL: `timestamptz`, whole milliseconds. Evaluated anew at each call; read it once. */
export const nowDomainSql = 'now_domain()';

/** Domain time, UTC, whole milliseconds. Read it once per transaction, after the lock that the work needs. */
export async function domainNow(tx: Tx): Promise<Date> {
  const { rows } = await tx.query<{ now: Date }>(`select ${nowDomainSql} as now`, [], 'domain_now');
  return rows[0]?.now;
}

/**
 * Moves the training clock forward by `milliseconds` for every process; gives the new domain time.
 * Throws DatabaseError on the real clock and for a negative step.
 */
export async function advanceDomainClock(tx: Tx, milliseconds: number): Promise<Date> {
  const { rows } = await tx.query<{ now: Date }>('select advance_domain_clock($1) as now', [milliseconds]);
  return rows[0]?.now;
}

/** What the database says about its clock. */
export interface ClockState {
  readonly training: boolean;
  readonly offsetMs: number;
  /** A synthetic history is being written: the clock lies in the past. */
  readonly seeding: boolean;
}

export async function clockState(tx: Tx): Promise<ClockState> {
  const { rows } = await tx.query<{ training: boolean; offsetMs: number; seeding: boolean }>(
    'select training, offset_ms as "offsetMs", seeding from domain_clock',
  );
  return rows[0];
}

/** Fails the start when the database has lived in training time and the settings ask for the real clock, and while it is seeded. */
export async function assertClock(database: Database, clock: Config['clock']): Promise<void> {
  const state = await database.inTransaction(nobody, clockState);
  if (state.seeding)
    throw new Error('the synthetic history is not written to its end: run `npm start` again');
  refuseMovedClock(state, clock);
  if (clock === 'training' && !state.training) {
    throw new Error(
      'the database runs on the real clock: run `npm run migrate` with NRM_CLOCK=training first',
    );
  }
}

/** Throws when the clock was moved and the settings ask for the real one. */
export function refuseMovedClock({ offsetMs }: Pick<ClockState, 'offsetMs'>, clock: Config['clock']): void {
  if (clock === 'training' || offsetMs <= 0) return;
  const days = (offsetMs / 86_400_000).toFixed(1);
  throw new Error(
    `this data lives ${days} days ahead on the training clock and cannot return to the real one: ` +
      'start it with `npm run demo` (NRM_CLOCK=training), or choose another NRM_DATA_DIR',
  );
}
