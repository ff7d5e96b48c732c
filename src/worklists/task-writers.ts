import { law } from '../cases/index.js';
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

/** A procedure that may run several times closes its own tasks only; the others close the task of the case. */
export const closeTask: EffectWriter<'closeTask'> = ({ procedureId, code }, { caseId, procedure, now }) => [
  {
    name: 'task_closed',
    text: `update tasks set closed_at = $4::timestamptz
           where case_id = $1 and code = $3 and closed_at is null and ($5 or procedure_id = $2)`,
    values: [caseId, procedureId, code, now, law.procedures[procedure]?.multiplicity === 'one'],
  },
];
