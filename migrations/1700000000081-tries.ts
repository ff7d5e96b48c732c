import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tries of all processes together, and what the worker may clear away. Wall time throughout. */
export class Tries1700000000081 implements MigrationInterface {
  readonly name = 'Tries1700000000081';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tries (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );
      comment on table tries is 'Counted tries by limit and hash of who tried; expire is milliseconds since 1970.';
      create index on tries (expire);
      create index on sessions (expires_at);
      grant select, insert, update, delete on tries to nrm_runtime;
      grant select, delete on tries to nrm_sweep;
      grant select (expires_at, revoked_at), delete on sessions to nrm_sweep;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke select (expires_at, revoked_at), delete on sessions from nrm_sweep;
      drop index sessions_expires_at_idx;
      drop table tries;
    `);
  }
}
