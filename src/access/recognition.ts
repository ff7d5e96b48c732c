import DataLoader from 'dataloader';
import type { Database } from '../platform/index.js';
import type { Credentials } from './credentials.js';
import { findIdentities } from './find-identity.js';
import type { Identity } from './identity.js';

const most = 200;

/**
 * Says whose credentials these are, asking PostgreSQL anew for every request and keeping no answer: what is revoked in
 * one process is over in every other at once. Requests that come while a question is under way are asked together in
 * the next, so that a crowd costs little more than one.
 */
export class Recognition {
  private asking = false;
  private readonly waiting: (() => void)[] = [];
  private readonly loader: DataLoader<Credentials, Identity | null>;

  /** `inUse`: who is recognised uses her session by it. */
  constructor(
    private readonly database: Database,
    private readonly inUse: boolean,
  ) {
    this.loader = new DataLoader((all) => this.ask(all), {
      cache: false,
      maxBatchSize: most,
      batchScheduleFn: (go) => {
        if (this.asking) this.waiting.push(go);
        else process.nextTick(go);
      },
    });
  }

  /** Null for nobody. Throws DatabaseError. */
  of(credentials: Credentials): Promise<Identity | null> {
    return this.loader.load(credentials);
  }

  private async ask(all: readonly Credentials[]): Promise<(Identity | null)[]> {
    this.asking = true;
    try {
      return await findIdentities(this.database, all, { inUse: this.inUse });
    } finally {
      this.asking = false;
      this.waiting.splice(0).forEach((go) => go());
    }
  }
}
