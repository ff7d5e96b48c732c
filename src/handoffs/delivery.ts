import type { OutboxConsumer } from '../platform/outbox/index.js';

const delivered = `
  insert into notifications (body_id, case_id, procedure_id, template, handoff_id, created_at)
  select $1::uuid, $2::uuid, $3::uuid, 'handoff-sent', $3::uuid, now_domain()
  where not exists (select 1 from notifications where body_id = $1::uuid and handoff_id = $3::uuid and template = 'handoff-sent')`;

/**
 * Delivery inside the application: the receiving body is told, unless the step that sent the handoff told it
 * already. Acknowledging is an act of a person and never done here.
 */
export const deliverHandoff: OutboxConsumer = ({ payload: { toBodyId, caseId, handoffId } }) => [
  { name: 'handoff_delivered', text: delivered, values: [toBodyId, caseId, handoffId] },
];
