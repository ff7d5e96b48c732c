import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The read side. Views are `security_invoker`: the row policies of the reader hold in them. The two counting functions
 * see every case and give numbers only, so that who may know no case can still see how the plan is carried out.
 */
export class Worklists1700000000040 implements MigrationInterface {
  readonly name = 'Worklists1700000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function urgency(started_at timestamptz, due_at timestamptz, at timestamptz) returns smallint
        language sql immutable parallel safe as $$
        select case
          when at >= due_at + least(due_at - started_at, interval '72 hours') then 0
          when at >= due_at then 1
          when due_at - at <= greatest((due_at - started_at) / 4, least((due_at - started_at) / 2, interval '24 hours')) then 2
          else 3
        end::smallint
      $$;
      comment on function urgency is
        '0 critically overdue: as long again as the term, at most 72 hours; 1 overdue; 2 due soon: a quarter of the term left, or half a day; 3 not due yet.';

      create view owed_deadlines with (security_invoker = true) as
        select d.*
        from deadlines d join procedure_instances p on p.id = d.procedure_id
        where d.state = 'running' or (d.state = 'passed' and not p.final and p.since < d.ended_at);
      comment on view owed_deadlines is
        'Running, or passed while the step is still owed: the procedure has not moved since.';

      create view late_entries with (security_invoker = true) as
        select e.case_id, c.number, e.seq, e.procedure, e.command, e.actor_body_id, e.happened_at, e.recorded_at
        from timeline_entries e join cases c on c.id = e.case_id
        where e.actor_role not in ('clock', 'rulebook') and e.recorded_at - e.happened_at > interval '72 hours';

      create function plan_coverage(from_day timestamptz, to_day timestamptz)
        returns table (measure text, paragraph text, relation text, procedure text, command text, entries bigint, cases uuid[])
        language sql stable security definer set search_path = public as $$
        select l->>'measure', l->>'paragraph', l->>'relation', e.procedure, e.command, count(*), array_agg(distinct e.case_id)
        from timeline_entries e cross join lateral jsonb_array_elements(e.links) as l
        where e.happened_at >= from_day and e.happened_at < to_day
        group by 1, 2, 3, 4, 5
      $$;

      create function installation_first_moment() returns timestamptz language sql stable security definer
        set search_path = public as $$ select min(opened_at) from cases $$;

      revoke execute on function plan_coverage(timestamptz, timestamptz), installation_first_moment() from public;
      grant execute on function plan_coverage(timestamptz, timestamptz), installation_first_moment() to nrm_runtime;
      grant select on owed_deadlines, late_entries to nrm_runtime, nrm_sweep;

      create index tasks_of_procedure on tasks (procedure_id) where closed_at is null;
      create index on review_samples (case_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function installation_first_moment();
      drop function plan_coverage(timestamptz, timestamptz);
      drop view late_entries;
      drop view owed_deadlines;
      drop function urgency(timestamptz, timestamptz, timestamptz);
      drop index tasks_of_procedure, review_samples_case_id_idx;
    `);
  }
}
