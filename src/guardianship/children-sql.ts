/** What is owed for a child: the clocks of guardianship and the acceptance clock of its handoff. */
const owed = `
  left join lateral (
    select h.id, h.state, h.escalation from handoffs h
    where h.case_id = p.case_id and h.purpose = 'guardianship' and h.to_body_id = $1 and h.state in ('sent', 'received')
    order by h.sent_at desc limit 1
  ) h on true
  left join lateral (
    select min(d.due_at) as due_at, json_agg(json_build_object('id', d.id, 'name', d.name, 'state', d.state, 'dueAt',
      to_char(d.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by d.due_at, d.id) as list
    from owed_deadlines d where d.case_id = p.case_id and (d.procedure_id = p.id or d.procedure_id = h.id)
  ) owed on true`;

const children = `
  from procedure_instances p join cases c on c.id = p.case_id
  join procedure_instances file on file.case_id = p.case_id and file.type = 'caseFile'`;

/** $1: the body that is asked or responsible. */
const own = `p.type = 'guardianship' and p.context->>'bodyId' = $1::text`;
const lastMoment = `'9999-12-31T00:00:00Z'::timestamptz`;

const columns = `p.id as "procedureId", p.case_id as "caseId", c.number as "caseNumber", p.state, p.since,
  file.context->>'ageStatus' as "ageStatus", p.context->>'representative' as representative,
  p.context->>'eighteenIn' as "eighteenIn", p.context->>'transitionPlannedAt' as "transitionPlannedAt"`;

/** Children of a body, whom something is owed to first. $2 state, $3 and $4 the place of the last page, $5 how many. */
export const childrenSql = `
  select ${columns}, coalesce((file.context->>'immediateDanger')::boolean, false) as "immediateDanger", h.id as "handoffId", h.state as "handoffState", h.escalation, coalesce(owed.list, '[]') as deadlines,
    coalesce(date_trunc('milliseconds', owed.due_at), ${lastMoment}) as place
  ${children} ${owed}
  where ${own} and ($2::text is null or p.state = $2) and ($2::text is not null or p.state <> 'ended')
    and ($3::timestamptz is null
      or (coalesce(date_trunc('milliseconds', owed.due_at), ${lastMoment}), p.id) > ($3, $4::uuid))
  order by place, p.id limit $5`;

/** Visits that are owed or will be, the first due first. $2 until when. */
export const visitsSql = `
  select p.id as "procedureId", p.case_id as "caseId", c.number as "caseNumber", p.state, d.due_at as "dueAt",
    d.state as "clockState", last.visited_at as "lastVisitAt", last.outcome as "lastOutcome"
  from owed_deadlines d join procedure_instances p on p.id = d.procedure_id join cases c on c.id = p.case_id
  left join lateral (
    select v.visited_at, v.outcome from guardianship_visits v where v.procedure_id = p.id
    order by v.visited_at desc limit 1
  ) last on true
  where d.name = 'visit' and ${own} and ($2::timestamptz is null or d.due_at < $2)
  order by d.due_at, p.id limit 200`;

/** Children who come of age, the eldest first. $2 month until which, included. */
export const comingOfAgeSql = `
  select ${columns}, plan.due_at as "planDueAt"
  ${children}
  left join lateral (
    select d.due_at from deadlines d
    where d.procedure_id = p.id and d.name = 'transitionAt18' and d.state in ('running', 'passed')
    order by d.due_at desc limit 1
  ) plan on true
  where ${own} and p.state <> 'ended' and p.context->>'eighteenIn' is not null
    and ($2::text is null or p.context->>'eighteenIn' <= $2)
  order by p.context->>'eighteenIn', p.id limit 200`;
