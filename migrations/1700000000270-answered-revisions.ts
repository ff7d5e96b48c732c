import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The revision that a command was answered with: the same key gets the same answer, whatever came after. */
export class AnsweredRevisions1700000000270 implements MigrationInterface {
  readonly name = 'AnsweredRevisions1700000000270';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table command_receipts add column revision integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table command_receipts drop column revision');
  }
}
