import { warningsOf } from '#libs/calendar';
import type { Instant } from '#libs/vocabulary';
import type { EffectWriter, EntryPlace } from '../cases/index.js';
import type { Statement } from '../platform/database/index.js';
import { outboxRow } from '../platform/outbox/index.js';
import { nameUuid } from '../platform/ids/index.js';
import { passedNotice } from './notices.js';

const hour = 3_600_000;

/**
 * A running deadline of the same name ends as `stopped`: a clock starts anew only in place of the old one. One that
 * passed is answered by that, except by the next rung of its own ladder. The id follows from the entry, so that the
 * reminders can name it in the same batch.
 */
export const startDeadline: EffectWriter<'startDeadline'> = (effect, place) => {
  const id = nameUuid(effect.procedureId, `${place.seq}:${effect.name}`);
  const row = [id, place.caseId, effect.procedureId, place.procedure, effect.name];
  const time = [effect.startedAt, effect.dueAt, effect.provisional];
  const law = [effect.duration, effect.legalBasis, effect.verified, effect.ladder, effect.protects];
  const warnings = warningsOf(effect.startedAt, effect.dueAt);
  return [
    ended(effect, 'stopped', place, place.command !== `${effect.name}Passed`),
    { name: 'deadline_added', text: added, values: [...row, ...time, ...law] },
    {
      name: 'reminders_added',
      text: remindersAdded,
      values: [id, place.caseId, warnings.map(({ percent }) => percent), warnings.map(({ at }) => at)],
    },
    ...(isSoon(effect.dueAt, place.now) ? [outboxRow('deadlines', 'due-soon', {})] : []),
  ];
};

export const stopDeadline: EffectWriter<'stopDeadline'> = (effect, place) => [
  ended(effect, effect.state, place, effect.state === 'stopped'),
];

export const noteOverdue: EffectWriter<'noteOverdue'> = ({ procedureId, name }, place) => [
  passedNotice(place.caseId, procedureId, name, place.now),
];

const added = `insert into deadlines (id, case_id, procedure_id, procedure, name, started_at, due_at, state,
    provisional, duration, legal_basis, verified, ladder, protects)
  values ($1, $2, $3, $4, $5, $6, $7, 'running', $8, $9, $10, $11, $12, $13)`;

const remindersAdded = `insert into reminders (deadline_id, case_id, percent, due_at)
  select $1, $2, percent, due_at from unnest($3::int[], $4::timestamptz[]) as r(percent, due_at)`;

/**
 * A deadline that passed has given its last reminder by passing; those before it came too late to be sent. What had
 * passed before is answered where $5 says so.
 */
const endedWithReminders = `
  with ended as (
    update deadlines set state = $3::text, ended_at = $4 where procedure_id = $1 and name = $2 and state = 'running'
    returning id
  ), answered as (
    update deadlines set answered_at = $4
    where $5 and procedure_id = $1 and name = $2 and state = 'passed' and answered_at is null
  )
  update reminders r set settled_at = $4,
    state = case when $3::text = 'stopped' then 'stopped' when r.percent = 100 then 'sent' else 'overtaken' end
  from ended where r.deadline_id = ended.id and r.state = 'pending'`;

const ended = (
  { procedureId, name }: { readonly procedureId: string; readonly name: string },
  state: 'stopped' | 'passed',
  { now }: Pick<EntryPlace, 'now'>,
  answers: boolean,
): Statement => ({
  name: 'deadline_ended',
  text: endedWithReminders,
  values: [procedureId, name, state, now, answers],
});

const isSoon = (dueAt: Instant, now: Instant): boolean => Date.parse(dueAt) - Date.parse(now) < hour;
