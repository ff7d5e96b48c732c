/** The request to this house that waits for its answer, before it opened its desk. */
const request = `
  left join lateral (
    select h.id from handoffs h join procedure_instances sent on sent.id = h.id
    where h.case_id = p.case_id and h.purpose = 'shelter' and h.to_body_id = $1 and h.state in ('sent', 'received')
      and sent.context->>'about' = p.id::text
    order by h.sent_at desc limit 1
  ) h on p.state = 'requested'`;

/** What is owed, the stay apart: its end is a task, and nobody is late. */
const owed = `
  left join lateral (
    select min(d.due_at) as due_at, json_agg(json_build_object('id', d.id, 'name', d.name, 'state', d.state, 'dueAt',
      to_char(d.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by d.due_at, d.id) as list
    from owed_deadlines d where d.case_id = p.case_id and d.procedure_id in (p.id, h.id) and d.name <> 'stay'
  ) owed on true
  left join lateral (
    select d.due_at from deadlines d where d.procedure_id = p.id and d.name = 'stay' and d.state in ('running', 'passed')
    order by d.due_at desc limit 1
  ) stay on true`;

/** What was told when she left for a time. */
const absence = `
  left join lateral (
    select e.payload->'data'->>'expectedBack' as back from timeline_entries e
    where e.case_id = p.case_id and e.procedure_id = p.id and e.command = 'recordAbsence' order by e.seq desc limit 1
  ) away on p.state = 'away'`;

const bed = `
  left join shelter_beds b on b.id::text = p.context->>'bedId'
  left join shelter_rooms r on r.id = b.room_id`;

/** Another house is asked for her, or keeps a bed: which one is not told. */
const elsewhere = `
  left join lateral (
    select bool_or(o.state = 'accepted' or 'occupying' = any (o.tags)) as ready from procedure_instances o
    where o.case_id = p.case_id and o.type = 'placement' and o.id <> p.id
  ) elsewhere on p.context->>'movingOn' is not null`;

/** Everybody with whom the house $1 has to do, whose clock is nearest first. */
export const todaySql = `
  select p.id as "procedureId", p.case_id as "caseId", c.number as "caseNumber", p.state, p.since, p.context,
    file.context->>'ageStatus' as "ageStatus", r.name as room, b.name as bed, coalesce(owed.list, '[]') as deadlines,
    stay.due_at as "stayEndsAt", away.back as "expectedBack", coalesce(elsewhere.ready, false) as "otherBedKept",
    exists (select 1 from shelter_restrictions s where s.placement_id = p.id and s.lifted_at is null) as restricted,
    now_domain() as now
  from procedure_instances p join cases c on c.id = p.case_id
    join procedure_instances file on file.case_id = p.case_id and file.type = 'caseFile'
    ${request} ${owed} ${absence} ${bed} ${elsewhere}
  where p.type = 'placement' and not p.final and p.context->>'shelterBodyId' = $1::text
  order by least(owed.due_at, stay.due_at) nulls last, p.id limit 500`;
