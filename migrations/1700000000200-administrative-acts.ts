import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What administrators do to accounts and bodies, for good; and notices that tell of no case. */
export class AdministrativeActs1700000000200 implements MigrationInterface {
  readonly name = 'AdministrativeActs1700000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table administrative_acts (
        id uuid primary key default gen_random_uuid(),
        at timestamptz(3) not null default clock_timestamp(),
        act text not null,
        by_account_id uuid not null references accounts,
        account_id uuid references accounts,
        body_id uuid not null references bodies,
        before jsonb not null,
        after jsonb not null
      );
      create index on administrative_acts (at, id);
      create index on administrative_acts (body_id, at);
      comment on table administrative_acts is
        'Written in the transaction of the act itself. Append-only; wall time; codes only, never a password nor its hash.';
      comment on column administrative_acts.body_id is 'The body that was changed, or to which the account belongs.';

      alter table administrative_acts enable row level security;
      create policy administrative_acts_overseen on administrative_acts for select to nrm_runtime using (
        current_setting('app.role', true) = 'coordinator'
        or (current_setting('app.role', true) = 'supervisor'
          and body_id = nullif(current_setting('app.body_id', true), '')::uuid));
      create policy administrative_acts_added on administrative_acts for insert to nrm_runtime
        with check (by_account_id = nullif(current_setting('app.user_id', true), '')::uuid);
      grant select, insert on administrative_acts to nrm_runtime;

      alter table notifications alter case_id drop not null, alter procedure_id drop not null;
      comment on column notifications.case_id is 'Null where it tells of no case.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notifications where case_id is null;
      alter table notifications alter case_id set not null, alter procedure_id set not null;
      drop table administrative_acts;
    `);
  }
}
