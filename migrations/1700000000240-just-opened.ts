import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a body opened last stands beside the form that opens another: its own cases, by their moment. */
export class JustOpened1700000000240 implements MigrationInterface {
  readonly name = 'JustOpened1700000000240';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index cases_opened on cases (opened_by_body_id, opened_at desc)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index cases_opened');
  }
}
