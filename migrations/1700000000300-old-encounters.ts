import type { MigrationInterface, QueryRunner } from 'typeorm';

const view = (happenedAt: string) => `
  drop view late_entries;
  create view late_entries with (security_invoker = true) as
    select * from (
      select e.case_id, c.number, e.seq, e.procedure, e.command, e.actor_body_id, ${happenedAt} as happened_at, e.recorded_at
      from timeline_entries e join cases c on c.id = e.case_id
      where e.actor_role not in ('clock', 'rulebook')
    ) e
    where e.recorded_at - e.happened_at > interval '72 hours';
  grant select on late_entries to nrm_runtime, nrm_sweep;
`;

/** A case opened today of an encounter weeks ago is entered late, whatever time the opening itself claims. */
export class OldEncounters1700000000300 implements MigrationInterface {
  readonly name = 'OldEncounters1700000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      view(`case when e.procedure = 'caseFile' and e.command = 'open'
        then least(e.happened_at, (e.payload->'data'->>'encounteredAt')::timestamptz) else e.happened_at end`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(view('e.happened_at'));
  }
}
