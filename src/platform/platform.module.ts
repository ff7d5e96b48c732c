import {
  type DynamicModule,
  Global,
  Inject,
  Module,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { CONFIG, type Config, ConfigModule } from '../config/index.js';
import { assertClock } from './clock/index.js';
import {
  assertRuntimeRole,
  createDataSource,
  Database,
  type Entities,
  EntityReads,
  RelayDatabase,
  SweepDatabase,
} from './database/index.js';

/**
 * The database for every room: inject `Database` (runtime role), `SweepDatabase`, `RelayDatabase`, `EntityReads`.
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
    private readonly reads: EntityReads,
  ) {}

  /** `entities` are what rooms read through `EntityReads`; `config` replaces the environment, for tests. */
  static forRoot({ entities = [], config }: { entities?: Entities; config?: Config } = {}): DynamicModule {
    return {
      module: PlatformModule,
      imports: [ConfigModule.forRoot(config)],
      providers: [
        { provide: Database, inject: [CONFIG], useFactory: runtime },
        { provide: SweepDatabase, inject: [CONFIG], useFactory: sweep },
        { provide: RelayDatabase, inject: [CONFIG], useFactory: relay },
        { provide: EntityReads, inject: [CONFIG], useFactory: (c: Config) => readsOf(c, entities) },
      ],
      exports: [Database, SweepDatabase, RelayDatabase, EntityReads],
    };
  }

  async onModuleInit(): Promise<void> {
    await Promise.all([this.database, this.sweep, this.relay].map(assertRuntimeRole));
    await assertClock(this.database, this.config.clock);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.database, this.sweep, this.relay, this.reads].map((one) => one.close()));
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

function readsOf({ database }: Config, entities: Entities): EntityReads {
  return new EntityReads(createDataSource(database.url, entities));
}
