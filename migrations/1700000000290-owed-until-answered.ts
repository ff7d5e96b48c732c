import type { MigrationInterface, QueryRunner } from 'typeorm';

const view = (moves: string, comment: string) => `
  drop view owed_deadlines;
  create view owed_deadlines with (security_invoker = true) as
    select d.*
    from deadlines d join procedure_instances p on p.id = d.procedure_id
    where d.state = 'running' or (d.state = 'passed' and d.protects <> 'person' and not p.final and d.answered_at is null
      and (p.since < d.ended_at or ${moves}));
  comment on view owed_deadlines is '${comment}';
  grant select on owed_deadlines to nrm_runtime, nrm_sweep;
`;

/** She moves in, and who accepted for her in its own house is not read from outside by that. */
export class OwedUntilAnswered1700000000290 implements MigrationInterface {
  readonly name = 'OwedUntilAnswered1700000000290';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      view(
        `(d.procedure, d.name) in (('handoff', 'acceptance'), ('placement', 'houseReview'))`,
        'Running, or passed while the step is still owed: nobody answered, and the procedure has not moved since. Some no move answers: untilAnswered of the deadline.',
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      view(
        `d.name = 'acceptance'`,
        'Running, or passed while the step is still owed: nobody answered, and the procedure has not moved since. Opening a letter answers none.',
      ),
    );
  }
}
