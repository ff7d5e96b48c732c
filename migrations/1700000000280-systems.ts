import type { MigrationInterface, QueryRunner } from 'typeorm';

const officers = `a.role <> 'administrator'`;

/** Whoever waits for an officer is not helped by a system. The rest of the function stays as it was. */
const stuckWith = (before: string, after: string) => `
  do $$ begin
    execute replace(pg_get_functiondef('stuck_procedures()'::regprocedure), $before$${before}$before$, $after$${after}$after$);
  end $$`;

/** Systems that act for a body have accounts without a password; their tokens say who issued them and when they were used. */
export class Systems1700000000280 implements MigrationInterface {
  readonly name = 'Systems1700000000280';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table accounts
        add is_system boolean not null default false,
        alter password_hash drop not null,
        add constraint accounts_system_signs_in_by_token check (is_system = (password_hash is null)),
        add constraint accounts_system_without_code check (not is_system or code_secret is null);
      create unique index accounts_system on accounts (body_id, role, display_name) where is_system;
      comment on column accounts.is_system is 'A system of the body: it acts by tokens alone and counts as no person.';

      delete from api_tokens;
      alter table api_tokens
        drop label,
        add id uuid not null default gen_random_uuid() unique,
        add issued_by uuid not null references accounts,
        add revoked_by uuid references accounts,
        add seen_at timestamptz;
      create index on api_tokens (account_id);
    `);
    await runner.query(stuckWith(officers, `${officers} and not a.is_system`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(stuckWith(`${officers} and not a.is_system`, officers));
    await runner.query(`
      delete from api_tokens;
      alter table api_tokens
        drop id, drop issued_by, drop revoked_by, drop seen_at, add label text not null;
      drop index accounts_system;
      alter table accounts
        drop constraint accounts_system_signs_in_by_token,
        drop constraint accounts_system_without_code;
      update accounts set password_hash = '', active = false where is_system;
      alter table accounts drop is_system, alter password_hash set not null;
    `);
  }
}
