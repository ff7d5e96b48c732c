import type { EffectWriter } from '../cases/index.js';

/** A task that is open already is not opened twice. */
export const openTask: EffectWriter<'openTask'> = ({ procedureId, bodyId, code }, { caseId, now }) => [
  {
    name: 'task_opened',
    text: `insert into tasks (case_id, procedure_id, body_id, code, opened_at)
           select $1, $2, $3, $4, $5::timestamptz
           where not exists (select 1 from tasks
             where procedure_id = $2 and body_id = $3 and code = $4 and closed_at is null)`,
    values: [caseId, procedureId, bodyId, code, now],
  },
];

/** Closes it wherever in the case it was opened, but never that of another instance of the same procedure unless named. */
export const closeTask: EffectWriter<'closeTask'> = (
  { procedureId, code, openedBy = procedureId },
  { caseId, procedure, now },
) => [
  {
    name: 'task_closed',
    text: `update tasks t set closed_at = $4::timestamptz
           where case_id = $1 and code = $3 and closed_at is null and not exists (
             select 1 from procedure_instances i where i.id = t.procedure_id and i.id <> $2 and i.type = $5)`,
    values: [caseId, openedBy, code, now, procedure],
  },
];
