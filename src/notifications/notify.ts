import type { EffectWriter } from '../cases/index.js';

/** Read by the body in the application as soon as the step is committed; no queue stands in between. */
export const notify: EffectWriter<'notify'> = ({ bodyId, procedureId, template, handoffId }, place) => [
  {
    name: 'notified',
    text: `insert into notifications (body_id, case_id, procedure_id, template, handoff_id, created_at)
      values ($1, $2, $3, $4, $5, $6)`,
    values: [bodyId, place.caseId, procedureId, template, handoffId ?? null, place.now],
  },
];
