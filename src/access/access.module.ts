import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { KEY_PROVIDER, type KeyProvider, openKeyProvider } from '../platform/index.js';
import { AccessRecords } from './access-records.js';
import { AccountsService } from './accounts.service.js';
import { AdministrativeActs } from './administrative-acts.js';
import { BodiesService } from './bodies.service.js';
import { BreakGlassService } from './break-glass.service.js';
import { Clearing } from './clearing.js';
import { Grounds } from './grounds.js';
import { InstallationKeys } from './installation-keys.js';
import { SessionsService } from './sessions.service.js';
import { SignInDesk } from './sign-in-desk.js';
import { TokensService } from './tokens.service.js';
import { Veils } from './veils.js';

const services = [
  AccessRecords,
  AccountsService,
  AdministrativeActs,
  BodiesService,
  BreakGlassService,
  Grounds,
  SessionsService,
  TokensService,
  Veils,
];

/** Who somebody is and what she may know. Needs PlatformModule. */
@Global()
@Module({
  providers: [
    { provide: KEY_PROVIDER, inject: [CONFIG], useFactory: (config: Config) => openKeyProvider(config) },
    {
      provide: InstallationKeys,
      inject: [KEY_PROVIDER],
      useFactory: (provider: KeyProvider) => InstallationKeys.from(provider),
    },
    SignInDesk,
    ...services,
  ],
  exports: [KEY_PROVIDER, InstallationKeys, ...services],
})
export class AccessModule {}

/** Clears ended sessions and tries away; imported by the worker process only. */
@Module({ providers: [Clearing] })
export class AccessWorkerModule {}
