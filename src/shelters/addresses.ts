import { Injectable, Logger } from '@nestjs/common';
import type { Instant, Role, Uuid, Words } from '#libs/vocabulary';
import { AccessRecords, actingAs, BodiesService, type Identity, InstallationKeys } from '../access/index.js';
import { CannotDecrypt, Database, DatabaseError, decrypt, encrypt } from '../platform/index.js';

const placeOf = (bodyId: Uuid): string[] => ['house address', bodyId];

/** Who opened the address of a house; `at` is wall time. */
export interface AddressReading {
  readonly at: Instant;
  readonly id: Uuid;
  readonly name: string;
  /** A system of the house read, not an officer. */
  readonly system: boolean;
  readonly role: Role;
  readonly body: Words | null;
}

/** Where houses stand: places of safety, encrypted each for its own house, opened only after it is on record who reads. */
@Injectable()
export class HouseAddresses {
  private readonly logger = new Logger(HouseAddresses.name);

  constructor(
    private readonly keys: InstallationKeys,
    private readonly records: AccessRecords,
    private readonly bodies: BodiesService,
    private readonly database: Database,
  ) {}

  seal(bodyId: Uuid, address: string): Buffer {
    return encrypt(this.keys.houseAddresses, Buffer.from(address, 'utf8'), placeOf(bodyId));
  }

  /** Undefined where it cannot be put on record who reads, or where it is not the address of this house. */
  async open(identity: Identity, bodyId: Uuid, sealed: Buffer): Promise<string | undefined> {
    try {
      await this.records.add(identity, {
        caseId: null,
        what: 'houseAddress',
        compartments: ['location'],
        ground: 'participation',
        detail: bodyId,
      });
      return decrypt(this.keys.houseAddresses, sealed, placeOf(bodyId)).toString('utf8');
    } catch (error) {
      if (!(error instanceof DatabaseError || error instanceof CannotDecrypt)) throw error;
      this.logger.error(`the address of house ${bodyId} stays shut (${error.message})`);
      return undefined;
    }
  }

  /** Who opened the address of the own house, the latest first. */
  async readings(identity: Identity): Promise<readonly AddressReading[]> {
    const records = await this.database.inTransaction(actingAs(identity), (tx) =>
      this.records.ofHouse(tx, identity.bodyId),
    );
    const names = new Map((await this.bodies.all()).map(({ id, name }) => [id, name]));
    return records.map(({ at, accountId, name, system, role, bodyId }) => ({
      at: at.toISOString(),
      id: accountId,
      name,
      system,
      role,
      body: names.get(bodyId) ?? null,
    }));
  }
}
