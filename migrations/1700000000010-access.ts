import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bodies, accounts, sessions, and who takes part in which case. Sessions and tokens live in wall time. */
export class Access1700000000010 implements MigrationInterface {
  readonly name = 'Access1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bodies (
        id uuid primary key,
        code text not null unique check (code ~ '^[a-z0-9-]{2,60}$'),
        kind text not null,
        name_az text not null collate "az-x-icu",
        name_en text not null,
        parent_id uuid references bodies,
        district text,
        active boolean not null default true
      );
      comment on table bodies is 'The units that act. Rights never flow along parent_id.';

      create table accounts (
        id uuid primary key,
        username text not null check (username ~ '^[A-Za-z0-9._-]{2,60}$'),
        display_name text not null collate "az-x-icu",
        role text not null,
        body_id uuid not null references bodies,
        password_hash text not null,
        code_secret text,
        code_step bigint,
        language text not null default 'az' check (language in ('az', 'en')),
        active boolean not null default true,
        created_at timestamptz not null default clock_timestamp()
      );

      create unique index accounts_username on accounts (lower(username));
      comment on column accounts.code_secret is 'Ciphertext of the secret of one-time codes (RFC 6238).';
      comment on column accounts.code_step is 'Last step whose code was taken: no code is taken twice.';

      create table sessions (
        token_hash text primary key,
        account_id uuid not null references accounts,
        csrf_token text not null,
        created_at timestamptz not null default clock_timestamp(),
        seen_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      create index on sessions (account_id) where revoked_at is null;

      create table api_tokens (
        token_hash text primary key,
        account_id uuid not null references accounts,
        label text not null,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        revoked_at timestamptz
      );

      create table participations (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null,
        body_id uuid not null references bodies,
        level text not null check (level in ('preview', 'full', 'serving')),
        since timestamptz not null,
        ended_at timestamptz
      );
      create unique index participations_current on participations (body_id, case_id) where ended_at is null;
      create index on participations (case_id);
      comment on table participations is 'Ground to know a case. It has an end. Codes only, hence without row policies.';

      create table case_conflicts (
        case_id uuid not null,
        account_id uuid not null references accounts,
        declared_at timestamptz not null,
        primary key (case_id, account_id)
      );

      create table break_glass_grants (
        id uuid primary key,
        account_id uuid not null references accounts,
        case_id uuid,
        reason text not null,
        compartments text[] not null,
        granted_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        reviewed_at timestamptz,
        reviewed_by uuid references accounts
      );
      comment on column break_glass_grants.reason is 'Ciphertext: a reason may name a person.';
      create index on break_glass_grants (account_id, case_id);

      create table access_records (
        id bigint generated always as identity primary key,
        at timestamptz not null default clock_timestamp(),
        account_id uuid not null,
        body_id uuid not null,
        role text not null,
        case_id uuid,
        what text not null,
        compartments text[] not null default '{}',
        ground text not null,
        detail text
      );
      create index on access_records (case_id, id);
      comment on table access_records is 'Committed before any plaintext leaves. Append-only; codes only.';

      grant select on bodies, accounts, api_tokens to nrm_runtime;
      grant insert, update on bodies, accounts, api_tokens to nrm_runtime;
      grant select, insert, update on sessions, participations, break_glass_grants to nrm_runtime;
      grant select, insert on case_conflicts, access_records to nrm_runtime;
      grant select on bodies, case_conflicts to nrm_sweep;
      grant select, insert, update on participations to nrm_sweep;
      grant insert on case_conflicts to nrm_sweep;
      grant select on bodies, participations to nrm_relay;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table access_records, break_glass_grants, case_conflicts, participations, api_tokens, sessions, accounts, bodies',
    );
  }
}
