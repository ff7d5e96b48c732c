import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every reading of a case is on record; the same part read again within the hour is the same reading. */
export class ReadingsOfCases1700000000250 implements MigrationInterface {
  readonly name = 'ReadingsOfCases1700000000250';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table access_records add column hour timestamptz;
      comment on column access_records.hour is 'Hour of wall time for what is read again and again; empty where each reading has a row.';
      create unique index access_records_once_per_hour on access_records (account_id, case_id, what, ground, hour)
        where hour is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index access_records_once_per_hour;
      alter table access_records drop column hour;
    `);
  }
}
