import type { MigrationInterface, QueryRunner } from 'typeorm';
import { casePolicy, vaultPolicy } from './policies.js';

/** Personal data, encrypted per case and compartment. The only place where a person's words are kept. */
export class Vault1700000000030 implements MigrationInterface {
  readonly name = 'Vault1700000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table vault_installation (
        single boolean primary key default true check (single),
        key_fingerprint text not null
      );
      comment on table vault_installation is 'Names the installation key: a start with another key is refused.';

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
      comment on table blind_index is 'HMAC of normalised names under an installation key; not searched while identity is sealed, deleted with its key.';

      create function case_by_return_code(wanted text) returns uuid language sql stable security definer
        set search_path = public as $$ select case_id from return_codes where code_hash = wanted and used_at is null $$;
      revoke execute on function case_by_return_code(text) from public;
      grant execute on function case_by_return_code(text) to nrm_runtime;

      ${[{ table: 'vault_keys' }, { table: 'return_codes' }].map(casePolicy).join('\n')}
      ${vaultPolicy({ table: 'vault_items' })}
      ${vaultPolicy({
        table: 'blind_index',
        unless: `not exists (select 1 from vault_keys k where k.case_id = blind_index.case_id
          and k.compartment = 'identity' and k.sealed_at is null and k.shredded_at is null)`,
      })}

      create function shred_compartments(wanted_case uuid, wanted text[], at timestamptz) returns void
        language plpgsql security definer set search_path = public as $$
      declare found_keys integer;
      begin
        update vault_keys set wrapped = null, shredded_at = coalesce(shredded_at, at)
          where case_id = wanted_case and compartment = any(wanted);
        get diagnostics found_keys = row_count;
        if found_keys <> (select count(distinct c) from unnest(wanted) c) then
          raise exception 'a compartment to shred has no key' using errcode = 'P0002';
        end if;
        delete from vault_items where case_id = wanted_case and compartment = any(wanted);
        if 'identity' = any(wanted) then delete from blind_index where case_id = wanted_case; end if;
      end $$;
      comment on function shred_compartments is 'Deletes key, ciphertext and index whoever may read them, or fails.';

      create function renew_vault_key(wanted_case uuid, wanted text, renewed bytea, at timestamptz) returns void
        language plpgsql security definer set search_path = public as $$
      begin
        update vault_keys set wrapped = renewed, created_at = at, sealed_at = null, shredded_at = null
          where case_id = wanted_case and compartment = wanted and shredded_at is not null;
        if not found then
          raise exception 'somebody else renewed this key' using errcode = '40001';
        end if;
      end $$;
      comment on function renew_vault_key is 'A new key for a shredded compartment, when the person comes back.';

      create function hold_vault_keys(wanted_case uuid, wanted text[], held bytea[]) returns void
        language plpgsql security definer set search_path = public as $$
      begin
        if exists (
          select 1 from unnest(wanted, held) as h (compartment, wrapped)
          left join vault_keys k on k.case_id = wanted_case and k.compartment = h.compartment
          where k.wrapped is distinct from h.wrapped
        ) then
          raise exception 'a key was shredded or renewed meanwhile' using errcode = '40001';
        end if;
      end $$;
      comment on function hold_vault_keys is 'Texts are encrypted before the transaction: their keys must still be the keys.';

      revoke execute on function shred_compartments(uuid, text[], timestamptz),
        renew_vault_key(uuid, text, bytea, timestamptz), hold_vault_keys(uuid, text[], bytea[]) from public;
      grant execute on function hold_vault_keys(uuid, text[], bytea[]) to nrm_runtime;
      grant execute on function shred_compartments(uuid, text[], timestamptz) to nrm_runtime, nrm_sweep;
      grant execute on function renew_vault_key(uuid, text, bytea, timestamptz) to nrm_runtime;

      grant select, insert on vault_installation, vault_keys, vault_items, blind_index to nrm_runtime;
      grant update (sealed_at) on vault_keys to nrm_runtime, nrm_sweep;
      grant select, insert, update on return_codes to nrm_runtime;
      grant select (case_id, compartment, shredded_at, sealed_at) on vault_keys to nrm_sweep;
      grant select, insert on return_codes to nrm_sweep;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function case_by_return_code(text), shred_compartments(uuid, text[], timestamptz),
        renew_vault_key(uuid, text, bytea, timestamptz), hold_vault_keys(uuid, text[], bytea[]);
      drop table blind_index, return_codes, vault_items, vault_keys, vault_installation;
    `);
  }
}
