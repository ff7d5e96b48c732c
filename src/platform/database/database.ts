import type { Pool } from 'pg';
import { toDatabaseError } from './database-error.js';
import type { Identity } from './identity.js';
import { createPool } from './pool.js';
import { type Limits, Transaction, type Tx } from './transaction.js';

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly name: string;
  readonly limits?: Partial<Limits>;
}

/** The only way to a connection. One instance per login role. */
export class Database {
  private readonly pool: Pool;
  private readonly limits: Limits;

  constructor({ url, poolSize, name, limits }: DatabaseOptions) {
    this.pool = createPool(url, { size: poolSize, name });
    this.limits = { statement: 15_000, lock: 5_000, ...limits };
  }

  /**
   * Runs `work` in one transaction (READ COMMITTED, where `limits` ask for no snapshot) under that identity, which ends with the transaction.
   * BEGIN and the identity cost no round trip of their own. Rolls back when `work` throws, and passes on what
   * it threw; throws DatabaseError when the database failed. `limits` hold for this transaction alone.
   */
  async inTransaction<T>(
    identity: Identity,
    work: (tx: Tx) => Promise<T>,
    limits: Partial<Limits> = {},
  ): Promise<T> {
    const client = await this.pool.connect().catch(rethrow);
    const broken = (): void => undefined; // the failing statement reports it; without a listener Node would exit
    client.on('error', broken);
    const tx = new Transaction(client, identity, { ...this.limits, ...limits });
    let unusable = false;
    try {
      const result = await work(tx);
      await tx.finish();
      return result;
    } catch (error) {
      unusable = await tx.undo().then(
        () => false,
        () => true,
      );
      throw error;
    } finally {
      client.off('error', broken);
      client.release(unusable);
    }
  }

  /** Connections in use, idle and waited for. */
  get load(): { total: number; idle: number; waiting: number } {
    return { total: this.pool.totalCount, idle: this.pool.idleCount, waiting: this.pool.waitingCount };
  }

  /** Waits for running transactions and closes every connection. */
  async close(): Promise<void> {
    if (!this.pool.ending) await this.pool.end();
  }
}

/** The role of the deadline sweep. */
export class SweepDatabase extends Database {}

/** The role of the outbox relay. */
export class RelayDatabase extends Database {}

function rethrow(error: unknown): never {
  throw toDatabaseError(error);
}
