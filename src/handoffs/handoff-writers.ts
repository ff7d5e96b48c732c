import type { EffectWriter } from '../cases/index.js';
import type { Statement } from '../platform/database/index.js';
import { outboxRow } from '../platform/outbox/index.js';

/** One row per handoff under the id of its procedure instance; kept as the statechart says it stands. */
const tracked = `
  insert into handoffs (id, case_id, kind, purpose, basis, statutory, state, escalation, from_body_id, to_body_id,
    sent_at, changed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
  on conflict (id) do update set state = excluded.state, escalation = excluded.escalation,
    to_body_id = excluded.to_body_id, changed_at = excluded.changed_at`;

export const trackHandoff: EffectWriter<'trackHandoff'> = ({ procedureId, state, fields }, place) => {
  const { kind, purpose, basis, statutory, escalation, fromBodyId, toBodyId } = fields;
  const what = [kind, purpose, basis, statutory ?? false, state, escalation ?? 0, fromBodyId, toBodyId];
  const row: Statement = {
    name: 'handoff_tracked',
    text: tracked,
    values: [procedureId, place.caseId, ...what, place.now],
  };
  const isNew = state === 'sent' && !escalation;
  const ids = { handoffId: procedureId, caseId: place.caseId, toBodyId: toBodyId as string };
  return isNew ? [row, outboxRow('handoffs', 'deliver', ids)] : [row];
};
