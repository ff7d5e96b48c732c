import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { type Database, nobody } from '../platform/index.js';

/** Thrown when somebody tried too often; `retryAfterSeconds` is wall time. */
export class TooManyTries extends Error {
  override readonly name = 'TooManyTries';

  constructor(readonly retryAfterSeconds: number) {
    super('too many tries');
  }
}

interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** So many tries per key in so many seconds of wall time, counted in PostgreSQL: for all processes together. */
export class RateLimit {
  private readonly limiter: RateLimiterPostgres;

  /** `name` keeps the tries of one limit apart from those of another. Of a key only its hash is stored. */
  constructor(database: Database, name: string, { tries, seconds }: { tries: number; seconds: number }) {
    const query = ({ text, values }: Asked) =>
      database.inTransaction(nobody, (tx) => tx.query(text, values, undefined));
    this.limiter = new RateLimiterPostgres({
      storeClient: { query },
      storeType: 'client',
      tableName: 'tries',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points: tries,
      duration: seconds,
    });
  }

  /** Counts one try. Throws TooManyTries, and DatabaseError where it cannot be counted. */
  async count(key: string): Promise<void> {
    await this.limiter.consume(hashed(key)).catch((refusal: unknown) => {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new TooManyTries(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
    });
  }

  /** Forgets the tries of a key. */
  async forget(key: string): Promise<void> {
    await this.limiter.delete(hashed(key));
  }
}

const hashed = (key: string): string => createHash('sha256').update(key).digest('hex');
