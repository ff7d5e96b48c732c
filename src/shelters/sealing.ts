import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import { type Identity, nobody, SweepDatabase } from '../platform/index.js';
import { HouseAddresses } from './addresses.js';

interface Unsealed {
  readonly bodyId: Uuid;
  readonly address: string;
  readonly [column: string]: unknown;
}

const as: Identity = nobody;

/** Encrypts, at the start of the worker, the addresses that were written before addresses were encrypted. */
@Injectable()
export class Sealing implements OnModuleInit {
  constructor(
    private readonly database: SweepDatabase,
    private readonly addresses: HouseAddresses,
  ) {}

  async onModuleInit(): Promise<void> {
    const { rows } = await this.database.inTransaction(as, (tx) =>
      tx.query<Unsealed>(
        'select body_id as "bodyId", address_to_seal as address from shelter_houses where address_to_seal is not null',
      ),
    );
    const sealed = rows.map(({ bodyId, address }) => [bodyId, this.addresses.seal(bodyId, address), address]);
    await this.database.inTransaction(as, async (tx) => {
      for (const values of sealed)
        await tx.query(
          'update shelter_houses set address = $2, address_to_seal = null where body_id = $1 and address_to_seal = $3',
          values,
        );
    });
  }
}
