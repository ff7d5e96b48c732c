import type { MigrationInterface, QueryRunner } from 'typeorm';
import { casePolicy } from './policies.js';

/** What the vault found out when it was read: texts that are not those their entries were written with. */
export class AlteredTexts1700000000080 implements MigrationInterface {
  readonly name = 'AlteredTexts1700000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table altered_texts (
        case_id uuid not null references cases,
        item uuid not null,
        compartment text not null,
        seq integer,
        found_at timestamptz not null default clock_timestamp(),
        primary key (case_id, item)
      );
      comment on table altered_texts is 'Append-only. seq: the entry that the text belongs to; null where no entry knows of it.';
      ${casePolicy({ table: 'altered_texts' })}
      grant select, insert on altered_texts to nrm_runtime;
      grant select on altered_texts to nrm_sweep;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table altered_texts');
  }
}
