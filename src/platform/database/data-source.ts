import type { TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Identity } from './identity.js';

/** TypeORM as the runtime role, for reading the entities that rooms register. It never changes the schema. */
export const readsOptions = (url: string, poolSize = 2): TypeOrmModuleOptions => ({
  type: 'postgres',
  url,
  applicationName: 'nrm-reads',
  autoLoadEntities: true,
  poolSize,
  synchronize: false,
  migrationsRun: false,
  retryAttempts: 0,
  connectTimeoutMS: 5_000,
});

/** Reads of entities. Writes go through `Database`. */
export class EntityReads {
  constructor(private readonly source: DataSource) {}

  /** Runs `work` in a READ ONLY transaction under that identity. */
  read<T>(identity: Identity, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction(async (tx) => {
      await tx.query(
        `select set_config('transaction_read_only', 'on', true), set_config('app.user_id', $1, true),
          set_config('app.body_id', $2, true), set_config('app.role', $3, true)`,
        [identity.userId, identity.bodyId, identity.role],
      );
      return work(tx);
    });
  }
}
