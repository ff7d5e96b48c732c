import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where the family of a person lives or is asked for. A function of its own rights, because a linked case is hidden
 * from who knows the other: it answers who takes part in the case, and the sweep, with houses and nothing else.
 */
export class FamilyHouses1700000000170 implements MigrationInterface {
  readonly name = 'FamilyHouses1700000000170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function family_houses(for_case uuid) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select distinct (p.context->>'shelterBodyId')::uuid
        from case_links l join procedure_instances p on p.case_id = l.linked_case_id
        where l.case_id = for_case and l.relation in ('family', 'sibling', 'dependant')
          and p.type = 'placement' and p.tags && array['pending', 'holdsBed'] and p.context->>'shelterBodyId' is not null
          and (pg_has_role(session_user, 'nrm_sweep', 'member') or exists (
            select 1 from participations own where own.case_id = for_case and own.ended_at is null
              and own.body_id = nullif(current_setting('app.body_id', true), '')::uuid))
      $$;
      comment on function family_houses is 'Read by the rules that ask the next house for her; shown to nobody.';
      revoke execute on function family_houses(uuid) from public;
      grant execute on function family_houses(uuid) to nrm_runtime, nrm_sweep;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function family_houses(uuid)');
  }
}
