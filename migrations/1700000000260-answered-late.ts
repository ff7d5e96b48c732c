import type { MigrationInterface, QueryRunner } from 'typeorm';

const view = (answered: string, comment: string) => `
  create view owed_deadlines with (security_invoker = true) as
    select d.*
    from deadlines d join procedure_instances p on p.id = d.procedure_id
    where d.state = 'running' or (d.state = 'passed' and d.protects <> 'person' and not p.final and ${answered});
  comment on view owed_deadlines is '${comment}';
  grant select on owed_deadlines to nrm_runtime, nrm_sweep;
`;

/** A visit made late is a visit made: that the clock passed stays on record, and nobody owes it any more. */
export class AnsweredLate1700000000260 implements MigrationInterface {
  readonly name = 'AnsweredLate1700000000260';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view owed_deadlines;
      alter table deadlines add column answered_at timestamptz;
      comment on column deadlines.answered_at is 'When the step was taken that a clock asked for which had passed; null while it is owed.';
      update deadlines d set answered_at = p.since from procedure_instances p
        where p.id = d.procedure_id and d.state = 'passed' and d.protects <> 'person' and p.since >= d.ended_at
          and not (p.type = 'handoff' and p.state = 'received');
      update deadlines d set answered_at = later.started_at from deadlines later
        where d.state = 'passed' and d.answered_at is null and d.procedure <> 'handoff' and later.id <> d.id
          and later.procedure_id = d.procedure_id and later.name = d.name and later.due_at > d.due_at;
      create index deadlines_unanswered on deadlines (procedure_id, name) where state = 'passed' and answered_at is null;
      ${view(
        `d.answered_at is null and (p.since < d.ended_at or d.name = 'acceptance')`,
        'Running, or passed while the step is still owed: nobody answered, and the procedure has not moved since. Opening a letter answers none.',
      )}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view owed_deadlines;
      alter table deadlines drop column answered_at;
      ${view('p.since < d.ended_at', 'Running, or passed while the step is still owed: the procedure has not moved since.')}
    `);
  }
}
