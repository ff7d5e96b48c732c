import { codeList, code } from '#libs/vocabulary';
import type { EffectWriter } from '../cases/index.js';
import { outboxRow } from '../platform/outbox/index.js';

/**
 * Keeps a bed. Its row is locked first, so that of many who want the last one each waits for the one before and then
 * meets the constraint, instead of all meeting in a deadlock. A bed of another house breaks the foreign key.
 */
export const holdBed: EffectWriter<'holdBed'> = ({ procedureId, shelterBodyId, bedId }, { caseId, now }) => [
  { name: 'bed_locked', text: 'select 1 from shelter_beds where id = $1 for update', values: [bedId] },
  {
    name: 'bed_held',
    text: `insert into bed_uses (bed_id, body_id, kind, during, case_id, placement_id)
           values ($1, $2, 'stay', tstzrange($3::timestamptz, null), $4, $5)`,
    values: [bedId, shelterBodyId, now, caseId, procedureId],
  },
];

export const occupyBed: EffectWriter<'occupyBed'> = ({ procedureId }, { now }) => [
  {
    name: 'bed_occupied',
    text: `update bed_uses set occupied_from = $2::timestamptz
           where placement_id = $1 and upper_inf(during) and occupied_from is null`,
    values: [procedureId, now],
  },
];

export const freeBed: EffectWriter<'freeBed'> = ({ procedureId, of = procedureId }, { now }) => [
  {
    name: 'bed_freed',
    text: `update bed_uses set during = tstzrange(lower(during), greatest(lower(during), $2::timestamptz))
           where placement_id = $1 and upper_inf(during)`,
    values: [of, now],
  },
];

/** With the bed that it keeps, which nobody else can have in the meantime. */
export const carryPlacement: EffectWriter<'carryPlacement'> = (
  { procedureId, caseId: toCaseId, fields },
  { caseId, now },
) => [
  {
    name: 'placement_to_carry',
    text: `insert into carried_placements (placement_id, from_case_id, to_case_id, fields, bed_id, since)
           select $1, $2, $3, $4::jsonb, (select bed_id from bed_uses where placement_id = $1 and upper_inf(during)), $5::timestamptz`,
    values: [procedureId, caseId, toCaseId, JSON.stringify(fields), now],
  },
  outboxRow('deadlines', 'due-soon', {}),
];

export const restrict: EffectWriter<'restrict'> = ({ procedureId, fields }, { caseId, happenedAt }) => [
  {
    name: 'restriction_recorded',
    text: `insert into shelter_restrictions (case_id, placement_id, restrictions, legal_basis, since, ends_on)
           values ($1, $2, $3, $4, $5::timestamptz, $6::date)`,
    values: [
      caseId,
      procedureId,
      [...codeList(fields, 'restrictions')],
      code(fields, 'legalBasis'),
      happenedAt,
      code(fields, 'endsOn'),
    ],
  },
];

export const liftRestrictions: EffectWriter<'liftRestrictions'> = ({ procedureId }, { now }) => [
  {
    name: 'restrictions_lifted',
    text: 'update shelter_restrictions set lifted_at = $2::timestamptz where placement_id = $1 and lifted_at is null',
    values: [procedureId, now],
  },
];

export const recordDeparture: EffectWriter<'recordDeparture'> = (
  { procedureId, fields },
  { caseId, happenedAt },
) => [
  {
    name: 'departure_recorded',
    text: `insert into shelter_departures (placement_id, case_id, body_id, reason, move_on, departed_at)
           values ($1, $2, $3, $4, $5, $6::timestamptz)`,
    values: [
      procedureId,
      caseId,
      code(fields, 'shelterBodyId'),
      code(fields, 'reason'),
      code(fields, 'moveOn'),
      happenedAt,
    ],
  },
];
