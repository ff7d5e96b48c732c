import type { MigrationInterface, QueryRunner } from 'typeorm';

/** SQL: what is owed; `but` narrows the clocks that passed. */
const owed = (but: string) => `
  create view owed_deadlines with (security_invoker = true) as
    select d.*
    from deadlines d join procedure_instances p on p.id = d.procedure_id
    where d.state = 'running' or (d.state = 'passed' ${but} and not p.final and p.since < d.ended_at);
  comment on view owed_deadlines is 'Running, or passed while the step is still owed: the procedure has not moved since.';
  grant select on owed_deadlines to nrm_runtime, nrm_sweep;
`;

/** When a clock that protects the person has passed, nobody is late: no list calls it overdue. */
export class Duties1700000000190 implements MigrationInterface {
  readonly name = 'Duties1700000000190';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table deadlines add column protects text not null default 'body'
        check (protects in ('body', 'person', 'encounter'));
      comment on column deadlines.protects is 'A clock of the person binds nobody: that it passes is no duty left undone.';
      update deadlines set protects = 'person' where (procedure, name) in (
        ('caseFile', 'ageReview'), ('identification', 'reconsiderationWindow'), ('identification', 'refusalGuard'),
        ('reflection', 'reflectionFloor'), ('placement', 'stay'), ('guardianship', 'transitionAt18'));
      drop view owed_deadlines;
      ${owed(`and d.protects <> 'person'`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view owed_deadlines;
      alter table deadlines drop column protects;
      ${owed('')}
    `);
  }
}
