import {
  type DynamicModule,
  Global,
  Inject,
  Module,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CONFIG, type Config, ConfigModule } from '../config/index.js';
import { assertClock } from './clock/index.js';
import {
  assertRuntimeRole,
  Database,
  EntityReads,
  Lanes,
  readsOptions,
  RelayDatabase,
  SweepDatabase,
} from './database/index.js';

/**
 * The database for every room: inject `Database` and `Lanes` (runtime role), `SweepDatabase`, `RelayDatabase`, `EntityReads`.
 * The start fails when a role would escape the row policies or the clock does not fit the data.
 */
@Global()
@Module({})
export class PlatformModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly sweep: SweepDatabase,
    private readonly relay: RelayDatabase,
  ) {}

  /** `config` replaces the environment, for tests. Rooms register what they read with `TypeOrmModule.forFeature`. */
  static forRoot({ config }: { config?: Config } = {}): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ConfigModule.forRoot(config),
        TypeOrmModule.forRootAsync({
          inject: [CONFIG],
          useFactory: ({ database }: Config) => readsOptions(database.url),
        }),
      ],
      providers: [
        { provide: Database, inject: [CONFIG], useFactory: runtime },
        { provide: SweepDatabase, inject: [CONFIG], useFactory: sweep },
        { provide: RelayDatabase, inject: [CONFIG], useFactory: relay },
        {
          provide: Lanes,
          inject: [Database],
          useFactory: (database: Database) => new Lanes(database),
        },
        {
          provide: EntityReads,
          inject: [DataSource],
          useFactory: (source: DataSource) => new EntityReads(source),
        },
      ],
      exports: [Database, Lanes, SweepDatabase, RelayDatabase, EntityReads],
    };
  }

  async onModuleInit(): Promise<void> {
    await Promise.all([this.database, this.sweep, this.relay].map(assertRuntimeRole));
    await assertClock(this.database, this.config.clock);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.database, this.sweep, this.relay].map((one) => one.close()));
  }
}

function runtime({ database }: Config): Database {
  return new Database({ url: database.url, poolSize: database.poolSize, name: 'nrm-runtime' });
}

function sweep({ database }: Config): SweepDatabase {
  return new SweepDatabase({ url: database.sweepUrl, poolSize: 3, name: 'nrm-sweep' });
}

function relay({ database }: Config): RelayDatabase {
  return new RelayDatabase({ url: database.relayUrl, poolSize: 2, name: 'nrm-relay' });
}
