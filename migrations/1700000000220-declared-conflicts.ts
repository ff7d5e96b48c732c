import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who declared a conflict stands in the case file, and nowhere a second time. */
export class DeclaredConflicts1700000000220 implements MigrationInterface {
  readonly name = 'DeclaredConflicts1700000000220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop table case_conflicts');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_conflicts (
        case_id uuid not null,
        account_id uuid not null references accounts,
        declared_at timestamptz not null,
        primary key (case_id, account_id)
      );
      grant select, insert on case_conflicts to nrm_runtime;
      grant select, insert on case_conflicts to nrm_sweep;
    `);
  }
}
