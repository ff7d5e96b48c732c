import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mail to officials. Whatever tells a body, whoever wrote it, leaves one letter waiting for each of its people who gave
 * an address: a trigger sees to it, so that no writer can forget. A letter that waits already is enough.
 */
export class Mail1700000000090 implements MigrationInterface {
  readonly name = 'Mail1700000000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail_addresses (
        account_id uuid primary key references accounts,
        address text not null check (address ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(address) <= 254),
        since timestamptz not null default clock_timestamp()
      );
      comment on table mail_addresses is 'Of officials. An address of a person in a case stands only in the vault, and is never written to.';

      create table mail_deliveries (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references accounts,
        state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'needless')),
        attempts integer not null default 0,
        asked_at timestamptz not null default clock_timestamp(),
        next_attempt_at timestamptz not null default clock_timestamp(),
        ended_at timestamptz,
        answer text
      );
      comment on table mail_deliveries is 'Wall time throughout. Nothing of a case: not even which notice was the reason.';
      comment on column mail_deliveries.answer is 'Code of the last reply, e.g. 250, 550 or ESOCKET; never its text.';
      create unique index mail_waiting on mail_deliveries (account_id) where state = 'waiting';
      create index mail_open on mail_deliveries (next_attempt_at) where state in ('waiting', 'sending');
      create index mail_of_account on mail_deliveries (account_id, asked_at desc);

      create function mail_asked() returns trigger language plpgsql security definer set search_path = public as $$
      begin
        insert into mail_deliveries (account_id)
          select a.id from mail_addresses m join accounts a on a.id = m.account_id
          where a.active and a.body_id in (select body_id from told)
          on conflict do nothing;
        return null;
      end $$;
      revoke execute on function mail_asked() from public;
      create trigger mail_asked after insert on notifications
        referencing new table as told for each statement execute function mail_asked();

      alter table mail_addresses enable row level security;
      create policy mail_addresses_own on mail_addresses to nrm_runtime
        using (account_id = nullif(current_setting('app.user_id', true), '')::uuid)
        with check (account_id = nullif(current_setting('app.user_id', true), '')::uuid);
      create policy mail_addresses_relayed on mail_addresses for select to nrm_relay using (true);
      alter table mail_deliveries enable row level security;
      create policy mail_deliveries_own on mail_deliveries for select to nrm_runtime
        using (account_id = nullif(current_setting('app.user_id', true), '')::uuid);
      create policy mail_deliveries_relayed on mail_deliveries to nrm_relay using (true) with check (true);

      grant select, insert, update, delete on mail_addresses to nrm_runtime;
      grant select on mail_deliveries to nrm_runtime;
      grant select on mail_addresses to nrm_relay;
      grant select (id, body_id, language, active) on accounts to nrm_relay;
      grant select, update on mail_deliveries to nrm_relay;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger mail_asked on notifications;
      drop function mail_asked();
      drop table mail_deliveries, mail_addresses;
      revoke select (id, body_id, language, active) on accounts from nrm_relay;
    `);
  }
}
