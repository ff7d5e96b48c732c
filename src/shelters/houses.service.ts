import { Injectable } from '@nestjs/common';
import type { Day, House, Uuid, Words } from '#libs/vocabulary';
import { bodyKindLabels } from '#libs/vocabulary';
import { actingAs, mayOpen, Veils, type BodyShown, type Identity } from '../access/index.js';
import { Database } from '../platform/database/index.js';
import { HouseAddresses } from './addresses.js';
import { capacityRead, housesOf } from './capacity.js';
import { knowsNumbers, unnumbered, type HouseUnnumbered } from './numbers.js';
import {
  bedAdded,
  bedClosed,
  bedReopened,
  houseSaved,
  nightsRead,
  placesRead,
  roomAdded,
} from './house-sql.js';

interface BedShown {
  readonly id: Uuid;
  readonly name: string;
  readonly state: 'free' | 'kept' | 'occupied' | 'outOfService';
}

export interface NewRoom {
  readonly name: string;
  readonly sex: 'female' | 'male' | 'any';
  readonly age: 'adult' | 'child' | 'any';
  readonly family: boolean;
  readonly accessible: boolean;
}

interface Place {
  readonly bodyId: Uuid;
  /** Ciphertext; null until an address of before is sealed. */
  readonly address: Buffer | null;
  readonly rooms: readonly (NewRoom & { readonly id: Uuid; readonly beds: readonly BedShown[] })[];
  readonly [column: string]: unknown;
}

/** A house of the list. `id` and the name are withheld where they would tell a place of safety. */
export interface HouseShown extends Pick<House, 'region' | 'guarded'> {
  readonly id: Uuid | null;
  readonly name: Words;
  readonly body: BodyShown;
  /** Beds that are free now. */
  readonly free: number;
  readonly beds: House['beds'];
  /** Only to whom the location compartment is open; missing while it cannot be put on record who reads it. */
  readonly address?: string;
  readonly rooms?: Place['rooms'];
}

/** How the beds of a house stand at the end of a day in Baku. */
export interface Night {
  readonly day: Day;
  readonly beds: number;
  readonly occupied: number;
  readonly kept: number;
  readonly outOfService: number;
  readonly [column: string]: unknown;
}

export interface HouseData {
  readonly region: string | null;
  readonly guarded: boolean;
  readonly address: string;
}

/** Houses, their rooms and beds. A house is kept by its own people alone. */
@Injectable()
export class HousesService {
  constructor(
    private readonly database: Database,
    private readonly veils: Veils,
    private readonly addresses: HouseAddresses,
  ) {}

  /** What this reader may know of each house. */
  async listed(identity: Identity): Promise<readonly (HouseShown | HouseUnnumbered)[]> {
    const houses = await this.list(identity);
    return knowsNumbers(identity) ? houses : houses.map(unnumbered);
  }

  /** The own house as its people keep it; undefined where nothing is written down of it yet. */
  async own(identity: Identity): Promise<HouseShown | undefined> {
    return (await this.list(identity)).find(({ id }) => id === identity.bodyId);
  }

  private async list(identity: Identity): Promise<readonly HouseShown[]> {
    const own = identity.bodyKind === 'shelter';
    const opens = mayOpen(identity.role, 'full', 'location');
    const [capacity, places] = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.batch([
        capacityRead,
        { name: 'shelter_places', text: placesRead, values: [opens ? identity.bodyId : null, own] },
      ]),
    );
    const known = new Map((await this.veils.directory(identity)).map((body) => [body.id, body]));
    const open = new Map((places?.rows ?? []).map((row) => [row['bodyId'] as Uuid, row as unknown as Place]));
    const addresses = await this.opened(identity, [...open.values()]);
    return housesOf(capacity?.rows ?? []).map((house) => ({
      ...shown(house, known.get(house.bodyId)),
      ...withPlace(open.get(house.bodyId), addresses.get(house.bodyId)),
    }));
  }

  private async opened(
    identity: Identity,
    places: readonly Place[],
  ): Promise<ReadonlyMap<Uuid, string | undefined>> {
    const opening = places.map(async ({ bodyId, address }) => {
      return [bodyId, address ? await this.addresses.open(identity, bodyId, address) : undefined] as const;
    });
    return new Map(await Promise.all(opening));
  }

  /** Nights from one day to another, both included; null for a house that is not the own one. */
  async occupancy(identity: Identity, id: Uuid, from: Day, to: Day): Promise<readonly Night[] | null> {
    if (identity.bodyId !== id) return null;
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<Night>(nightsRead, [id, from, to], 'shelter_nights'),
    );
    return rows;
  }

  /** @throws DatabaseError */
  async save(identity: Identity, { region, guarded, address }: HouseData): Promise<void> {
    await this.keeping(identity, houseSaved, [
      region,
      guarded,
      this.addresses.seal(identity.bodyId, address),
    ]);
  }

  /** @throws DatabaseError `unique` where the name is taken, `foreign-key` where the house is not kept yet */
  addRoom(identity: Identity, { name, sex, age, family, accessible }: NewRoom): Promise<Uuid> {
    return this.adding(identity, roomAdded, [name, sex, age, family, accessible]);
  }

  /** @throws DatabaseError `unique` where the name is taken, `foreign-key` where the room is none of this house */
  addBed(identity: Identity, roomId: Uuid, name: string): Promise<Uuid> {
    return this.adding(identity, bedAdded, [roomId, name]);
  }

  /** Out of service from now on. @throws DatabaseError `exclusion` where it is used, `foreign-key` where there is none */
  async closeBed(identity: Identity, bedId: Uuid, reason: string): Promise<void> {
    await this.keeping(identity, bedClosed, [bedId, reason]);
  }

  /** Back in service. False where it was not out of it. */
  async reopenBed(identity: Identity, bedId: Uuid): Promise<boolean> {
    return (await this.keeping(identity, bedReopened, [bedId])).count > 0;
  }

  private async adding(identity: Identity, sql: string, values: readonly unknown[]): Promise<Uuid> {
    return String((await this.keeping(identity, sql, values)).rows[0]?.['id']);
  }

  private keeping(identity: Identity, sql: string, values: readonly unknown[]) {
    return this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query(sql, [identity.bodyId, ...values]),
    );
  }
}

function shown(house: House, body: { id: Uuid; name: Words } | undefined): HouseShown {
  const { region, guarded, beds } = house;
  const name = body?.name ?? bodyKindLabels.shelter;
  return {
    id: body?.id ?? null,
    name,
    body: { id: body?.id ?? null, name },
    region,
    guarded,
    free: beds.reduce((sum, { free }) => sum + free, 0),
    beds,
  };
}

const withPlace = (
  place: Place | undefined,
  address: string | undefined,
): Pick<HouseShown, 'address' | 'rooms'> =>
  place ? { ...(address === undefined ? {} : { address }), rooms: place.rooms } : {};
