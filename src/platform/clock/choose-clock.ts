import pg from 'pg';
import type { Config } from '../../config/index.js';
import { type ClockState, refuseMovedClock } from './domain-clock.js';

/** As the owner, allows or forbids moving the clock. Throws when a moved clock would have to go back. */
export async function chooseClock(ownerUrl: string, clock: Config['clock']): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Pick<ClockState, 'offsetMs'>>(
      'select offset_ms::float8 as "offsetMs" from domain_clock',
    );
    refuseMovedClock(rows[0], clock);
    await client.query('update domain_clock set training = $1', [clock === 'training']);
  } finally {
    await client.end();
  }
}
