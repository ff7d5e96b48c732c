import { Injectable } from '@nestjs/common';
import { RateLimit, TooManyTries, type Identity } from '../../access/index.js';
import { Problem } from './problem.js';

/** Tries an account may make at what could be used to fish for cases. Wall time; each web process counts for itself. */
@Injectable()
export class Limits {
  private readonly limits = {
    search: new RateLimit({ tries: 30, seconds: 60 }),
  };

  /** @throws TooManyTries */
  async count(what: keyof Limits['limits'], { accountId }: Identity): Promise<void> {
    await this.limits[what].count(accountId);
  }
}

export const tooMany = ({ retryAfterSeconds }: TooManyTries): Problem =>
  new Problem(429, 'too-many-requests', { headers: { 'retry-after': String(retryAfterSeconds) } });
