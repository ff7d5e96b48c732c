import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the cases that were opened of one encounter. */
export class Encounters1700000000130 implements MigrationInterface {
  readonly name = 'Encounters1700000000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index cases_of_encounter on procedure_instances ((context->>'encounterId'))
        where type = 'caseFile' and context->>'encounterId' is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index cases_of_encounter');
  }
}
