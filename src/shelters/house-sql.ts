import type { Uuid } from '#libs/vocabulary';
import type { Statement } from '../platform/database/index.js';

/** Names, rooms and addresses: of the own house ($1), or for another role ($2 false) of houses that keep a bed in a case of hers. */
export const placesRead = `
  select h.body_id as "bodyId", h.address, coalesce((
    select json_agg(json_build_object('id', r.id, 'name', r.name, 'sex', r.sex, 'age', r.age, 'family', r.family,
      'accessible', r.accessible, 'beds', (
        select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'state', coalesce((
          select case when u.kind = 'outOfService' then 'outOfService' when u.occupied_from is null then 'kept' else 'occupied' end
          from bed_uses u where u.bed_id = b.id and u.during @> now_domain()), 'free')) order by b.name), '[]')
        from shelter_beds b where b.room_id = r.id)) order by r.name)
    from shelter_rooms r where r.body_id = h.body_id), '[]') as rooms
  from shelter_houses h
  where h.body_id = $1 or (not $2 and exists (
    select 1 from procedure_instances p
      join participations a on a.case_id = p.case_id and a.body_id = $1 and a.ended_at is null and a.level <> 'preview'
    where p.type = 'placement' and 'holdsBed' = any (p.tags) and p.context->>'shelterBodyId' = h.body_id::text))`;

/** Beds of a house that nobody uses now, by the names of room and bed, and whom they are for; the address stays shut. */
export const freeBedsOf = (bodyId: Uuid): Statement => ({
  name: 'shelter_free_beds',
  text: `
    select b.id, r.name as room, b.name as bed, r.sex, r.age, r.family, r.accessible
    from shelter_beds b join shelter_rooms r on r.id = b.room_id
    where b.body_id = $1 and not exists (select 1 from bed_uses u where u.bed_id = b.id and u.during @> now_domain())
    order by r.name, b.name`,
  values: [bodyId],
});

/** Each night from $2 to $3 as it stands at the midnight that ends it in Baku. */
export const nightsRead = `
  select to_char(d.day, 'YYYY-MM-DD') as day, count(b.id)::integer as beds,
    (count(*) filter (where u.kind = 'stay' and u.occupied_from < d.midnight))::integer as occupied,
    (count(*) filter (where u.kind = 'stay' and (u.occupied_from is null or u.occupied_from >= d.midnight)))::integer as kept,
    (count(*) filter (where u.kind = 'outOfService'))::integer as "outOfService"
  from (
    select day, ((day + 1)::timestamp at time zone 'Asia/Baku') as midnight
    from (select generate_series($2::date, $3::date, interval '1 day')::date as day) days
  ) d
    join shelter_beds b on b.body_id = $1
    left join bed_uses u on u.bed_id = b.id and u.during @> d.midnight
  group by d.day order by d.day`;

export const houseSaved = `
  insert into shelter_houses (body_id, region, guarded, address) values ($1, $2, $3, $4)
  on conflict (body_id) do update set region = excluded.region, guarded = excluded.guarded, address = excluded.address, address_to_seal = null`;

export const roomAdded = `
  insert into shelter_rooms (body_id, name, sex, age, family, accessible) values ($1, $2, $3, $4, $5, $6) returning id`;

export const bedAdded = `insert into shelter_beds (body_id, room_id, name) values ($1, $2, $3) returning id`;

export const bedClosed = `
  insert into bed_uses (bed_id, body_id, kind, reason, during)
  values ($2, $1, 'outOfService', $3, tstzrange(now_domain(), null))`;

export const bedReopened = `
  update bed_uses set during = tstzrange(lower(during), greatest(lower(during), now_domain()))
  where bed_id = $2 and body_id = $1 and kind = 'outOfService' and upper_inf(during)`;
