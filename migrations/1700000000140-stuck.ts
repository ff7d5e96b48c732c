import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What no sweep and no list will ever bring up again. A function of its own rights, because the Ombudsman sees no case
 * by the row policies and yet asks about all: it gives codes only, and to overseers only.
 */
export class Stuck1700000000140 implements MigrationInterface {
  readonly name = 'Stuck1700000000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function stuck_procedures() returns table (
        case_id uuid, number text, procedure_id uuid, procedure text, state text, since timestamptz,
        reasons text[], clocks text[], bodies uuid[]
      ) language sql stable security definer set search_path = public, pg_temp as $$
        with overseen as (
          select c.id, c.number, c.owner_body_id from cases c
          where current_setting('app.role', true) in ('coordinator', 'ombudsman')
            or (current_setting('app.role', true) = 'supervisor' and exists (
              select 1 from participations p where p.case_id = c.id
                and p.body_id = nullif(current_setting('app.body_id', true), '')::uuid))
        ), files as (
          select o.*, f.id as file_id from overseen o
          join procedure_instances f on f.case_id = o.id and f.type = 'caseFile'
          where not f.final and not f.tags && array['closed', 'ended']
        ), away as (
          select b.id, case when b.active then 'bodyWithoutOfficer' else 'bodyInactive' end as reason from bodies b
          where not b.active or not exists (
            select 1 from accounts a where a.body_id = b.id and a.active and a.role <> 'administrator')
        ), signs (procedure_id, reason, clock, body_id) as (
          select i.id, 'clockMissing', clock.name, null::uuid
          from overseen o join procedure_instances i on i.case_id = o.id,
            jsonb_each(i.clocks) as clock (name, value)
          where clock.value->>'state' = 'running' and not exists (
            select 1 from deadlines d where d.procedure_id = i.id and d.name = clock.name and d.state = 'running')
          union all
          select f.file_id, 'nothingRuns', null, null from files f
          where not exists (select 1 from owed_deadlines d where d.case_id = f.id)
            and not exists (select 1 from tasks t where t.case_id = f.id and t.closed_at is null)
            and not exists (select 1 from handoffs h where h.case_id = f.id and h.state in ('sent', 'received'))
          union all
          select t.procedure_id, a.reason, null, a.id
          from overseen o join tasks t on t.case_id = o.id and t.closed_at is null join away a on a.id = t.body_id
          union all
          select h.id, a.reason, null, a.id
          from overseen o join handoffs h on h.case_id = o.id and h.state in ('sent', 'received')
            join away a on a.id = h.to_body_id
          union all
          select f.file_id, a.reason, null, a.id from files f join away a on a.id = f.owner_body_id
        )
        select o.id, o.number, i.id, i.type, i.state, i.since, array_agg(distinct s.reason),
          coalesce(array_agg(distinct s.clock) filter (where s.clock is not null), '{}'),
          coalesce(array_agg(distinct s.body_id) filter (where s.body_id is not null), '{}')
        from signs s join procedure_instances i on i.id = s.procedure_id join overseen o on o.id = i.case_id
        group by o.id, o.number, i.id
      $$;
      comment on function stuck_procedures is
        'Codes only. A case that is overdue is not stuck: it stands on the lists of what is owed.';
      revoke execute on function stuck_procedures() from public;
      grant execute on function stuck_procedures() to nrm_runtime;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function stuck_procedures()');
  }
}
