import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { toDatabaseError } from './database-error.js';
import type { Identity } from './identity.js';

export type Entities = readonly EntityTarget<ObjectLiteral>[];

/** A TypeORM data source for reading entities as the runtime role. Not connected yet; it never changes the schema. */
export function createDataSource(url: string, entities: Entities, poolSize = 4): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'nrm-reads',
    entities: entities as never,
    poolSize,
    synchronize: false,
    migrationsRun: false,
    connectTimeoutMS: 5_000,
  });
}

/** Reads of entities; connects on first use. Writes go through `Database`. */
export class EntityReads {
  private connecting?: Promise<DataSource>;

  constructor(private readonly source: DataSource) {}

  /** Runs `work` in a READ ONLY transaction under that identity. Throws DatabaseError when the database failed. */
  async read<T>(identity: Identity, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const source = await this.connected();
    return source.transaction(async (tx) => {
      await tx.query(
        `select set_config('transaction_read_only', 'on', true), set_config('app.user_id', $1, true),
          set_config('app.body_id', $2, true), set_config('app.role', $3, true)`,
        [identity.userId, identity.bodyId, identity.role],
      );
      return work(tx);
    });
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async connected(): Promise<DataSource> {
    this.connecting ??= this.source.initialize();
    try {
      return await this.connecting;
    } catch (error) {
      this.connecting = undefined;
      throw toDatabaseError(error);
    }
  }
}
