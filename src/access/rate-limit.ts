import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Thrown when somebody tried too often; `retryAfterSeconds` is wall time. */
export class TooManyTries extends Error {
  override readonly name = 'TooManyTries';

  constructor(readonly retryAfterSeconds: number) {
    super('too many tries');
  }
}

/**
 * So many tries per key in so many seconds of wall time. Counted in the memory of this process: a restart forgets,
 * and each web process counts for itself.
 */
export class RateLimit {
  private readonly limiter: RateLimiterMemory;

  constructor(options: { readonly tries: number; readonly seconds: number }) {
    this.limiter = new RateLimiterMemory({ points: options.tries, duration: options.seconds });
  }

  /** Counts one try. Throws TooManyTries. */
  async count(key: string): Promise<void> {
    await this.limiter.consume(key).catch((refusal: unknown) => {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new TooManyTries(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
    });
  }

  /** Forgets the tries of a key. */
  async forget(key: string): Promise<void> {
    await this.limiter.delete(key);
  }
}
