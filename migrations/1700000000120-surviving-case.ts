import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells who confirms a void whether the case that is to remain is still open; nothing else of it. */
export class SurvivingCase1700000000120 implements MigrationInterface {
  readonly name = 'SurvivingCase1700000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function surviving_case_is_open(duplicate uuid) returns boolean language sql stable security definer
        set search_path = public, pg_temp as $$
          select survivor.state in ('open', 'aftercare', 'endProposed')
          from procedure_instances file
          join procedure_instances survivor on survivor.type = 'caseFile'
            and survivor.case_id = (file.context->>'survivingCaseId')::uuid
          where file.case_id = duplicate and file.type = 'caseFile'
        $$;
      revoke execute on function surviving_case_is_open(uuid) from public;
      grant execute on function surviving_case_is_open(uuid) to nrm_runtime;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function surviving_case_is_open(uuid)');
  }
}
