import type { EffectWriter } from '../cases/index.js';
import type { Statement } from '../platform/database/index.js';

/** She represents the child no longer. */
const ended = (procedureId: string, reason: string, now: string): Statement => ({
  name: 'representative_ended',
  text: `update representatives set until = $3::timestamptz, end_reason = $2
         where procedure_id = $1 and until is null`,
  values: [procedureId, reason, now],
});

/** One at a time: whoever represented the child until now is replaced. */
export const recordRepresentative: EffectWriter<'recordRepresentative'> = (
  { procedureId, fields },
  place,
) => [
  ended(procedureId, 'replaced', place.now),
  {
    name: 'representative_recorded',
    text: `insert into representatives (case_id, procedure_id, entry_seq, kind, relations, from_body_id, since)
           values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      place.caseId,
      procedureId,
      place.seq,
      fields['kind'],
      fields['relations'],
      fields['fromBodyId'],
      place.now,
    ],
  },
];

export const endRepresentative: EffectWriter<'endRepresentative'> = ({ procedureId, reason }, { now }) => [
  ended(procedureId, reason, now),
];

export const recordVisit: EffectWriter<'recordVisit'> = ({ procedureId, fields }, place) => [
  {
    name: 'visit_recorded',
    text: `insert into guardianship_visits (case_id, procedure_id, entry_seq, visited_at, outcome, visitors, child_seen_alone)
           values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      place.caseId,
      procedureId,
      place.seq,
      place.happenedAt,
      fields['outcome'],
      fields['visitors'],
      fields['childSeenAlone'],
    ],
  },
];
