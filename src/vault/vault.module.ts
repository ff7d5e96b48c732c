import { Global, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { InstallationKeys } from '../access/index.js';
import { Database } from '../platform/index.js';
import { AlteredTexts } from './altered-texts.js';
import { BlindIndex } from './blind-index.js';
import { DataKeys } from './data-keys.js';
import { assertSameKey } from './same-key.js';
import { ReadingRoom } from './reading-room.js';
import { ReturnCodes } from './return-codes.js';
import { Vault } from './vault.js';

/** Personal data. Needs AccessModule and PlatformModule; the start fails with another installation key than before. */
@Global()
@Module({
  providers: [AlteredTexts, BlindIndex, DataKeys, ReadingRoom, ReturnCodes, Vault],
  exports: [BlindIndex, ReturnCodes, Vault],
})
export class VaultModule implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(InstallationKeys) private readonly keys: InstallationKeys,
  ) {}

  onModuleInit(): Promise<void> {
    return assertSameKey(this.database, this.keys);
  }
}
