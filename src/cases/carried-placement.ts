import type { Instant, Uuid } from '#libs/vocabulary';
import type { Statement } from '../platform/database/index.js';

/** A placement of a voided duplicate on its way to the case that remains. */
export interface CarriedPlacement {
  readonly placementId: Uuid;
  readonly toCaseId: Uuid;
}

/** Read under the lock of the case that remains: nothing where it has been carried. */
export const carriedPlacementRead = ({ placementId, toCaseId }: CarriedPlacement): Statement => ({
  name: 'carried_placement_read',
  text: `select fields || jsonb_build_object('placementId', placement_id, 'bedId', bed_id) as data
         from carried_placements where placement_id = $1 and to_case_id = $2 and done_at is null`,
  values: [placementId, toCaseId],
});

export const placementCarried = ({ placementId, toCaseId }: CarriedPlacement, now: Instant): Statement => ({
  name: 'placement_carried',
  text: 'update carried_placements set done_at = $3 where placement_id = $1 and to_case_id = $2',
  values: [placementId, toCaseId, now],
});

/** The case that was to take it is a duplicate itself by now. */
export const placementPassedOn = ({ placementId, toCaseId }: CarriedPlacement, next: Uuid): Statement => ({
  name: 'placement_passed_on',
  text: `insert into carried_placements (placement_id, from_case_id, to_case_id, fields, bed_id, since)
         select placement_id, to_case_id, $3, fields, bed_id, since from carried_placements
         where placement_id = $1 and to_case_id = $2
         on conflict do nothing`,
  values: [placementId, toCaseId, next],
});
