import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lists of indicators that were ever in use, each under the name that recorded assessments carry. */
export class Catalogues1700000000210 implements MigrationInterface {
  readonly name = 'Catalogues1700000000210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table indicator_catalogues (
        name text primary key,
        content jsonb not null,
        recorded_at timestamptz(3) not null default clock_timestamp()
      );
      comment on table indicator_catalogues is
        'Lists of indicators as id@version. Append-only; wall time; nothing of any case.';
      grant select, insert on indicator_catalogues to nrm_runtime;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table indicator_catalogues');
  }
}
