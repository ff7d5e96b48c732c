import type { MigrationInterface, QueryRunner } from 'typeorm';
import { casePolicy } from './policies.js';

/** SQL: the body that asks. */
const own = `nullif(current_setting('app.body_id', true), '')::uuid`;

/**
 * A house is read by its own people, and by who knows a case in which it keeps a bed: the row policies of the case
 * say so. What others may know of it, they ask of `shelter_capacity`: numbers, no place.
 */
function housePolicy(table: string): string {
  return `
    alter table ${table} enable row level security;
    create policy ${table}_known on ${table} for select to nrm_runtime using (
      body_id = ${own}
      or exists (
        select 1 from procedure_instances p
        where p.type = 'placement' and 'holdsBed' = any (p.tags) and p.context->>'shelterBodyId' = ${table}.body_id::text
      )
    );
    create policy ${table}_kept on ${table} for update to nrm_runtime using (body_id = ${own}) with check (body_id = ${own});
    create policy ${table}_added on ${table} for insert to nrm_runtime with check (body_id = ${own});
    create policy ${table}_swept on ${table} to nrm_sweep using (true) with check (true);
    grant select, insert, update on ${table} to nrm_runtime, nrm_sweep;
  `;
}

/** Houses, rooms and beds; who keeps which bed, and what was restricted and recorded on leaving. */
export class Shelters1700000000150 implements MigrationInterface {
  readonly name = 'Shelters1700000000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table shelter_houses (
        body_id uuid primary key references bodies,
        region text,
        guarded boolean not null,
        address text not null
      );
      comment on column shelter_houses.address is 'A place of safety: never in an entry, a message or a log.';
      comment on column shelter_houses.guarded is 'Protected against who searches for a person.';

      create table shelter_rooms (
        id uuid primary key default gen_random_uuid(),
        body_id uuid not null references shelter_houses,
        name text not null,
        sex text not null check (sex in ('female', 'male', 'any')),
        age text not null check (age in ('adult', 'child', 'any')),
        family boolean not null,
        accessible boolean not null,
        unique (id, body_id),
        unique (body_id, name)
      );

      create table shelter_beds (
        id uuid primary key default gen_random_uuid(),
        room_id uuid not null,
        body_id uuid not null,
        name text not null,
        foreign key (room_id, body_id) references shelter_rooms (id, body_id),
        unique (id, body_id),
        unique (room_id, name)
      );

      create table bed_uses (
        id uuid primary key default gen_random_uuid(),
        bed_id uuid not null,
        body_id uuid not null,
        kind text not null check (kind in ('stay', 'outOfService')),
        reason text,
        during tstzrange not null,
        occupied_from timestamptz,
        case_id uuid references cases deferrable initially deferred,
        placement_id uuid,
        foreign key (bed_id, body_id) references shelter_beds (id, body_id),
        constraint stay_is_of_a_placement check ((kind = 'stay') = (placement_id is not null and case_id is not null)),
        constraint bed_used_once exclude using gist (bed_id with =, during with &&)
      );
      comment on table bed_uses is 'A bed is kept for one placement, or out of service, at a time; the constraint is the last word.';
      comment on column bed_uses.occupied_from is 'Since when she is there: nights count from it. Null while the bed is only kept.';
      create index on bed_uses (placement_id);
      create index on bed_uses (case_id);
      create index on bed_uses (body_id);

      create table shelter_restrictions (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references cases deferrable initially deferred,
        placement_id uuid not null,
        restrictions text[] not null check (cardinality(restrictions) > 0),
        legal_basis text not null,
        since timestamptz not null,
        ends_on date not null,
        lifted_at timestamptz
      );
      create index on shelter_restrictions (case_id);

      create table shelter_departures (
        placement_id uuid primary key,
        case_id uuid not null references cases deferrable initially deferred,
        body_id uuid not null references bodies,
        reason text not null,
        move_on text,
        departed_at timestamptz not null
      );
      create index on shelter_departures (case_id);
      create index on shelter_departures (body_id);

      create function shelter_capacity(at timestamptz)
        returns table (body_id uuid, region text, guarded boolean, sex text, age text, family boolean, accessible boolean, free integer)
        language sql stable security definer set search_path = public as $$
        select h.body_id, h.region, h.guarded, r.sex, r.age, r.family, r.accessible,
          (count(b.id) filter (where not exists (
            select 1 from bed_uses u where u.bed_id = b.id and u.during @> at)))::integer
        from shelter_houses h
          left join shelter_rooms r on r.body_id = h.body_id left join shelter_beds b on b.room_id = r.id
        group by h.body_id, r.sex, r.age, r.family, r.accessible
        order by h.body_id, r.sex, r.age, r.family, r.accessible
      $$;
      comment on function shelter_capacity is 'What every room of a house is for and how many of its beds are free; no place, no name.';
      revoke execute on function shelter_capacity(timestamptz) from public;
      grant execute on function shelter_capacity(timestamptz) to nrm_runtime, nrm_sweep;

      ${['shelter_houses', 'shelter_rooms', 'shelter_beds'].map(housePolicy).join('\n')}
      ${['bed_uses', 'shelter_restrictions', 'shelter_departures'].map((table) => casePolicy({ table })).join('\n')}
      create policy bed_uses_own on bed_uses to nrm_runtime using (body_id = ${own}) with check (true);
      create policy shelter_departures_own on shelter_departures for select to nrm_runtime using (body_id = ${own});
      grant select, insert, update on bed_uses, shelter_restrictions to nrm_runtime, nrm_sweep;
      grant select, insert on shelter_departures to nrm_runtime, nrm_sweep;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function shelter_capacity(timestamptz);
      drop table shelter_departures, shelter_restrictions, bed_uses, shelter_beds, shelter_rooms, shelter_houses;
    `);
  }
}
