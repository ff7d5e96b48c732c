import { Injectable } from '@nestjs/common';
import type { OfferUnsuitable } from '#libs/procedures';
import type { Day, Instant, Uuid } from '#libs/vocabulary';
import { actingAs, type Identity } from '../access/index.js';
import { Database } from '../platform/index.js';

interface OfCase {
  readonly caseId: Uuid;
  readonly caseNumber: string;
}

/** A restriction that nobody has lifted. */
export interface Restriction extends OfCase {
  readonly restrictions: readonly string[];
  readonly legalBasis: string;
  readonly since: Instant;
  readonly endsOn: Day;
  /** Its last day has passed. */
  readonly over: boolean;
}

export interface EmergencyTransfer extends OfCase {
  readonly reason: string | null;
  readonly askedAt: Instant;
  /** She has left this house. */
  readonly completed: boolean;
}

/** A bed of the house that was offered although it did not suit. */
export interface UnsuitableOffer extends OfCase {
  readonly unsuitable: readonly OfferUnsuitable[];
  readonly offeredAt: Instant;
}

export interface Departure extends OfCase {
  readonly reason: string;
  readonly moveOn: string | null;
  readonly departedAt: Instant;
}

export interface HouseRecord {
  readonly restrictions: readonly Restriction[];
  readonly emergencies: readonly EmergencyTransfer[];
  readonly unsuitableOffers: readonly UnsuitableOffer[];
  readonly departures: readonly Departure[];
}

/** $1 in all of them: the house. */
const restrictionsSql = `
  select s.case_id as "caseId", c.number as "caseNumber", s.restrictions, s.legal_basis as "legalBasis", s.since,
    to_char(s.ends_on, 'YYYY-MM-DD') as "endsOn", s.ends_on < (now_domain() at time zone 'Asia/Baku')::date as over
  from shelter_restrictions s join procedure_instances p on p.id = s.placement_id join cases c on c.id = s.case_id
  where p.context->>'shelterBodyId' = $1::text and s.lifted_at is null
  order by s.ends_on, s.id limit 200`;

const emergenciesSql = `
  select e.case_id as "caseId", c.number as "caseNumber", e.payload->'data'->>'reason' as reason,
    e.happened_at as "askedAt", p.state = 'departed' as completed
  from timeline_entries e join procedure_instances p on p.id = e.procedure_id join cases c on c.id = e.case_id
  where p.type = 'placement' and p.context->>'shelterBodyId' = $1::text and e.command = 'requestTransfer'
    and e.payload->'data'->>'kind' = 'emergency' and e.happened_at > now_domain() - interval '30 days'
  order by e.happened_at desc, e.seq desc limit 200`;

const unsuitableSql = `
  select e.case_id as "caseId", c.number as "caseNumber", e.payload->'facts'->'unsuitable' as unsuitable,
    e.happened_at as "offeredAt"
  from timeline_entries e join cases c on c.id = e.case_id
  where e.procedure = 'placement' and e.command in ('offerBed', 'reoffer') and e.actor_body_id = $1
    and e.happened_at > now_domain() - interval '30 days'
    and jsonb_array_length(coalesce(e.payload->'facts'->'unsuitable', '[]')) > 0
  order by e.happened_at desc, e.seq desc limit 200`;

const departuresSql = `
  select d.case_id as "caseId", c.number as "caseNumber", d.reason, d.move_on as "moveOn", d.departed_at as "departedAt"
  from shelter_departures d join cases c on c.id = d.case_id
  where d.body_id = $1 and d.departed_at > now_domain() - interval '30 days'
  order by d.departed_at desc, d.placement_id limit 200`;

type Row = Record<string, unknown>;

/** What who supervises a house looks after: codes only, of cases that her body worked on. */
@Injectable()
export class HouseOversight {
  constructor(private readonly database: Database) {}

  /** Restrictions in force; emergency transfers, beds offered that did not suit, and departures of the last 30 days, the latest first. */
  async of(identity: Identity): Promise<HouseRecord> {
    const statements = [restrictionsSql, emergenciesSql, unsuitableSql, departuresSql].map((text, index) => ({
      name: `house_oversight_${index}`,
      text,
      values: [identity.bodyId],
    }));
    const [restrictions, emergencies, unsuitable, departures] = await this.database.inTransaction(
      actingAs(identity),
      (tx) => tx.batch(statements),
    );
    return {
      restrictions: withInstants<Restriction>(restrictions?.rows),
      emergencies: withInstants<EmergencyTransfer>(emergencies?.rows),
      unsuitableOffers: withInstants<UnsuitableOffer>(unsuitable?.rows),
      departures: withInstants<Departure>(departures?.rows),
    };
  }
}

const withInstants = <T>(rows: readonly Row[] = []): readonly T[] =>
  rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          value instanceof Date ? value.toISOString() : value,
        ]),
      ) as T,
  );
