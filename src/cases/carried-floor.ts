import type { Instant, Uuid } from '#libs/vocabulary';
import type { Statement } from '../platform/database/index.js';

/** The floor of a voided duplicate on its way to the case that remains. */
export interface CarriedFloor {
  readonly fromCaseId: Uuid;
  readonly toCaseId: Uuid;
}

/** Written with the void. `endsAt` null: the person was not informed yet. */
export const floorToCarry = (
  { fromCaseId, toCaseId }: CarriedFloor,
  endsAt: Instant | null,
  now: Instant,
): Statement => ({
  name: 'floor_to_carry',
  text: `insert into carried_floors (from_case_id, to_case_id, ends_at, since) values ($1, $2, $3, $4)
         on conflict do nothing`,
  values: [fromCaseId, toCaseId, endsAt, now],
});

/** Read under the lock of the case that remains: nothing where it has been carried. */
export const carriedFloorRead = ({ fromCaseId, toCaseId }: CarriedFloor): Statement => ({
  name: 'carried_floor_read',
  text: `select ends_at from carried_floors where from_case_id = $1 and to_case_id = $2 and done_at is null`,
  values: [fromCaseId, toCaseId],
});

export const floorCarried = ({ fromCaseId, toCaseId }: CarriedFloor, now: Instant): Statement => ({
  name: 'floor_carried',
  text: 'update carried_floors set done_at = $3 where from_case_id = $1 and to_case_id = $2',
  values: [fromCaseId, toCaseId, now],
});
