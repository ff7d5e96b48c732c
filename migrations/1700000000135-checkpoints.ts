import type { MigrationInterface, QueryRunner } from 'typeorm';
import { casePolicy } from './policies.js';

/** Signed heads in one series without gaps. The table that stood here was never written to. */
export class Checkpoints1700000000135 implements MigrationInterface {
  readonly name = 'Checkpoints1700000000135';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table checkpoints;
      create table checkpoints (
        number integer primary key check (number >= 1),
        previous text,
        case_id uuid not null,
        seq integer not null,
        hash text not null,
        at timestamptz(3) not null,
        key_id text not null,
        signature text not null,
        unique (case_id, seq)
      );
      comment on table checkpoints is 'Append-only, and refers to no row: a case that is removed leaves its checkpoints behind.';
      comment on column checkpoints.previous is 'Signature of the checkpoint before: who keeps the newest one elsewhere holds the whole series to it.';
      comment on column checkpoints.at is 'Wall time.';
      ${casePolicy({ table: 'checkpoints' })}
      grant select on checkpoints to nrm_runtime;
      grant select, insert on checkpoints to nrm_sweep;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table checkpoints;
      create table checkpoints (
        case_id uuid not null,
        seq integer not null,
        hash text not null,
        at timestamptz not null,
        signature text not null,
        primary key (case_id, seq)
      );
      grant select, insert on checkpoints to nrm_runtime, nrm_sweep;
    `);
  }
}
