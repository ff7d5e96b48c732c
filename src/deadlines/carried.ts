import { Injectable } from '@nestjs/common';
import type { CarriedFloor, CarriedPlacement } from '../cases/index.js';
import { nobody, SweepDatabase } from '../platform/database/index.js';

type Row<T> = T & { readonly [column: string]: unknown };

/** In hand for 15 seconds of wall time; what is not done by then is claimed again, each time after twice as long. */
const claim = (table: string, from: string, as: string) => `
  update ${table} set sweep_attempts = sweep_attempts + 1, sweep_after = clock_timestamp()
    + least(interval '15 seconds' * power(2, least(sweep_attempts, 10)), interval '1 hour')
  where (${from}, to_case_id) in (
    select ${from}, to_case_id from ${table}
    where done_at is null and (sweep_after is null or sweep_after <= clock_timestamp())
    order by since limit $1 for update skip locked)
  returning ${from} as "${as}", to_case_id as "toCaseId"`;

const floors = claim('carried_floors', 'from_case_id', 'fromCaseId');
const placements = claim('carried_placements', 'placement_id', 'placementId');

/** What waits to be carried from voided duplicates to the case that remains. */
@Injectable()
export class Carried {
  constructor(private readonly database: SweepDatabase) {}

  floors(limit: number): Promise<readonly CarriedFloor[]> {
    return this.claimed(floors, limit, 'carried_floors_claim');
  }

  placements(limit: number): Promise<readonly CarriedPlacement[]> {
    return this.claimed(placements, limit, 'carried_placements_claim');
  }

  private claimed<T>(sql: string, limit: number, name: string): Promise<readonly T[]> {
    return this.database.inTransaction(nobody, async (tx) => {
      const { rows } = await tx.query<Row<T>>(sql, [limit], name);
      return rows;
    });
  }
}
