import type { MigrationInterface, QueryRunner } from 'typeorm';
import { casePolicy } from './policies.js';

/** Personal data, encrypted per case and compartment. The only place where a person's words are kept. */
export class Vault1700000000030 implements MigrationInterface {
  readonly name = 'Vault1700000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table vault_keys (
        case_id uuid not null references cases deferrable initially deferred,
        compartment text not null,
        wrapped bytea,
        created_at timestamptz not null,
        sealed_at timestamptz,
        shredded_at timestamptz,
        primary key (case_id, compartment),
        constraint shredded_has_no_key check ((shredded_at is null) = (wrapped is not null))
      );
      comment on table vault_keys is 'One data key per case and compartment, wrapped by the installation key. Shredding deletes it.';

      create table vault_items (
        id uuid primary key,
        case_id uuid not null references cases deferrable initially deferred,
        procedure_id uuid not null,
        compartment text not null,
        field text not null,
        ciphertext bytea not null,
        created_at timestamptz not null
      );
      create index on vault_items (case_id, compartment);

      create table return_codes (
        case_id uuid not null references cases deferrable initially deferred,
        code_hash text not null unique,
        created_at timestamptz not null,
        used_at timestamptz,
        primary key (case_id, code_hash)
      );

      create table blind_index (
        case_id uuid not null references cases deferrable initially deferred,
        kind text not null,
        token bytea not null
      );
      create index on blind_index (kind, token);
      create index on blind_index (case_id);
      comment on table blind_index is 'HMAC of normalised names under an installation key; deleted when identity is sealed.';

      create function case_by_return_code(wanted text) returns uuid language sql stable security definer
        set search_path = public as $$ select case_id from return_codes where code_hash = wanted and used_at is null $$;
      revoke execute on function case_by_return_code(text) from public;
      grant execute on function case_by_return_code(text) to nrm_runtime;

      ${[{ table: 'vault_keys' }, { table: 'vault_items' }, { table: 'return_codes' }, { table: 'blind_index' }].map(casePolicy).join('\n')}

      grant select, insert, update on vault_keys to nrm_runtime;
      grant select, insert on vault_items to nrm_runtime;
      grant select, insert, update on return_codes to nrm_runtime;
      grant select, insert, delete on blind_index to nrm_runtime;
      grant delete on vault_items to nrm_runtime;
      grant select (case_id, compartment, shredded_at, sealed_at), update (wrapped, shredded_at, sealed_at) on vault_keys to nrm_sweep;
      grant select (case_id, compartment, id), delete on vault_items to nrm_sweep;
      grant select (case_id), delete on blind_index to nrm_sweep;
      grant select, insert on return_codes to nrm_sweep;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function case_by_return_code(text);
      drop table blind_index, return_codes, vault_items, vault_keys;
    `);
  }
}
