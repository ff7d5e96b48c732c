import type { Instant, Uuid } from '#libs/vocabulary';
import { clockDesk } from '../cases/index.js';
import type { Statement } from '../platform/database/index.js';

/** The body that owes the step behind a deadline: of a handoff the receiving body, else its desk or the owner of the case. */
export const owingBody = `coalesce(h.to_body_id, (${clockDesk})::uuid, c.owner_body_id)`;
export const owingFrom = `deadlines d join cases c on c.id = d.case_id left join handoffs h on h.id = d.procedure_id
    left join procedure_instances p on p.id = d.procedure_id`;

/**
 * Where the deadline has a ladder, the parent of the owing body is told too, or the Coordinator where there is none.
 * A handoff climbs its ladder by its own statechart, which tells each rung itself.
 */
const passed = `
  with owed as (
    select ${owingBody} as body_id, d.ladder from ${owingFrom}
    where d.case_id = $1 and d.procedure_id = $2 and d.name = $3 and h.id is null
    order by d.started_at desc limit 1
  ), told as (
    select body_id from owed
    union select coalesce(b.parent_id, k.id) from owed join bodies b on b.id = owed.body_id
      left join bodies k on k.kind = 'coordinator' and k.active where owed.ladder
  )
  insert into notifications (body_id, case_id, procedure_id, template, deadline, created_at)
  select body_id, $1, $2, 'deadline-passed', $3, $4 from told where body_id is not null`;

/** Tells who owes the step that its deadline has passed. */
export const passedNotice = (caseId: Uuid, procedureId: Uuid, name: string, now: Instant): Statement => ({
  name: 'deadline_passed_told',
  text: passed,
  values: [caseId, procedureId, name, now],
});
