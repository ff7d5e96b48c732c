import type { MigrationInterface, QueryRunner } from 'typeorm';
import { casePolicy } from './policies.js';

/** Who represents a child and when somebody looked in: codes and dates, names stay in the vault. */
export class Guardianship1700000000110 implements MigrationInterface {
  readonly name = 'Guardianship1700000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table representatives (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references cases deferrable initially deferred,
        procedure_id uuid not null,
        entry_seq integer not null,
        kind text not null check (kind in ('interim', 'parents', 'guardian', 'trustee')),
        relations text[] not null,
        from_body_id uuid references bodies,
        since timestamptz not null,
        until timestamptz,
        end_reason text,
        constraint ended_with_a_reason check ((until is null) = (end_reason is null))
      );
      comment on column representatives.entry_seq is 'The entry that appointed her: her name lies in the vault under it.';
      create unique index representatives_one on representatives (procedure_id) where until is null;
      create index on representatives (case_id);

      create table guardianship_visits (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references cases deferrable initially deferred,
        procedure_id uuid not null,
        entry_seq integer not null,
        visited_at timestamptz not null,
        outcome text not null,
        visitors text[] not null,
        child_seen_alone boolean not null
      );
      create index on guardianship_visits (case_id, visited_at desc);

      create index guardianship_of_body on procedure_instances ((context->>'bodyId')) where type = 'guardianship';

      ${['representatives', 'guardianship_visits'].map((table) => casePolicy({ table })).join('\n')}
      grant select, insert, update on representatives to nrm_runtime, nrm_sweep;
      grant select, insert on guardianship_visits to nrm_runtime, nrm_sweep;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index guardianship_of_body;
      drop table guardianship_visits, representatives;
    `);
  }
}
