import { Injectable } from '@nestjs/common';
import type { Day, Instant, Uuid } from '#libs/vocabulary';
import { actingAs, type Identity } from '../access/index.js';
import { Database } from '../platform/index.js';
import type { BedState } from './house-words.js';
import type { NewRoom } from './houses.service.js';

/** A bed as it stands now; `caseNumber` where it is kept or occupied. */
export interface BedNow {
  readonly id: Uuid;
  readonly name: string;
  readonly state: BedState;
  readonly since: Instant | null;
  /** Why it is out of service. */
  readonly reason: string | null;
  readonly caseId: Uuid | null;
  readonly caseNumber: string | null;
}

export interface RoomNow extends NewRoom {
  readonly id: Uuid;
  readonly beds: readonly BedNow[];
}

/** How a bed stands at the end of each day. */
export interface BedNights {
  readonly bedId: Uuid;
  readonly bed: string;
  readonly roomId: Uuid;
  readonly room: string;
  readonly nights: readonly BedState[];
}

/** $1: the house. */
const nowSql = `
  select r.id, r.name, r.sex, r.age, r.family, r.accessible, coalesce(beds.list, '[]') as beds
  from shelter_rooms r left join lateral (
    select json_agg(json_build_object('id', b.id, 'name', b.name, 'reason', u.reason,
      'caseId', u.case_id, 'caseNumber', c.number,
      'since', to_char(coalesce(u.occupied_from, lower(u.during)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'state', case when u.id is null then 'free' when u.kind = 'outOfService' then 'outOfService'
        when u.occupied_from is null then 'kept' else 'occupied' end) order by b.name) as list
    from shelter_beds b left join bed_uses u on u.bed_id = b.id and u.during @> now_domain()
      left join cases c on c.id = u.case_id
    where b.room_id = r.id
  ) beds on true
  where r.body_id = $1 order by r.name`;

/** Each night from $2 to $3 as it stands at the midnight that ends it in Baku. */
const nightsSql = `
  select b.id as "bedId", b.name as bed, r.id as "roomId", r.name as room, array_agg(
    case when u.id is null then 'free' when u.kind = 'outOfService' then 'outOfService'
      when u.occupied_from < d.midnight then 'occupied' else 'kept' end order by d.day) as nights
  from (
    select day, ((day + 1)::timestamp at time zone 'Asia/Baku') as midnight
    from (select generate_series($2::date, $3::date, interval '1 day')::date as day) days
  ) d cross join shelter_beds b join shelter_rooms r on r.id = b.room_id
    left join bed_uses u on u.bed_id = b.id and u.during @> d.midnight
  where b.body_id = $1
  group by b.id, r.id order by r.name, b.name`;

/** Rooms and beds of the own house, for its people and who supervises it. Of nobody else's. */
@Injectable()
export class HouseBeds {
  constructor(private readonly database: Database) {}

  async now(identity: Identity): Promise<readonly RoomNow[]> {
    return this.read<RoomNow>(identity, nowSql, [], 'house_beds_now');
  }

  /** From one day to another, both included. Days to come are told as things stand now. */
  async nights(identity: Identity, from: Day, to: Day): Promise<readonly BedNights[]> {
    return this.read<BedNights>(identity, nightsSql, [from, to], 'house_bed_nights');
  }

  private async read<T>(identity: Identity, sql: string, values: unknown[], name: string) {
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<T & Record<string, unknown>>(sql, [identity.bodyId, ...values], name),
    );
    return rows;
  }
}
