import { Injectable } from '@nestjs/common';
import type { CarriedFloor } from '../cases/index.js';
import { nobody, SweepDatabase } from '../platform/database/index.js';

type Row = CarriedFloor & { readonly [column: string]: unknown };

/** In hand for 15 seconds of wall time; what is not done by then is claimed again, each time after twice as long. */
const claim = `
  update carried_floors set sweep_attempts = sweep_attempts + 1, sweep_after = clock_timestamp()
    + least(interval '15 seconds' * power(2, least(sweep_attempts, 10)), interval '1 hour')
  where (from_case_id, to_case_id) in (
    select from_case_id, to_case_id from carried_floors
    where done_at is null and (sweep_after is null or sweep_after <= clock_timestamp())
    order by since limit $1 for update skip locked)
  returning from_case_id as "fromCaseId", to_case_id as "toCaseId"`;

/** Floors of voided duplicates that wait to be carried to the case that remains. */
@Injectable()
export class CarriedFloors {
  constructor(private readonly database: SweepDatabase) {}

  async claim(limit: number): Promise<readonly CarriedFloor[]> {
    return this.database.inTransaction(nobody, async (tx) => {
      const { rows } = await tx.query<Row>(claim, [limit], 'carried_floors_claim');
      return rows;
    });
  }
}
