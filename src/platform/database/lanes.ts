import type { Database } from './database.js';
import { DatabaseError } from './database-error.js';
import { Journey } from './journey.js';
import type { Errand, Traveller } from './seat.js';

/** How long a shared transaction waits for a lock, in milliseconds: who must wait longer does so alone. */
const sharedLock = 250;

/**
 * Errands that come while others are under way go together in the next transaction: one BEGIN, one round trip for all
 * reads, one for all writes with COMMIT. Each runs under its own identity and is answered for itself. When anything in
 * a shared transaction fails, nothing of it has happened, and each errand left over goes again alone. Nobody waits for
 * company: who finds a lane free leaves at once. Two errands with one key go one after the other, as they came.
 */
export class Lanes {
  private readonly queue: Traveller[] = [];
  private readonly underway = new Set<string>();
  private free: number;
  private readonly most: number;

  constructor(
    private readonly database: Database,
    { lanes = 2, most = 32 }: { readonly lanes?: number; readonly most?: number } = {},
  ) {
    this.free = lanes;
    this.most = most;
  }

  /** Throws what the work threw, or DatabaseError. */
  run<T>(errand: Errand<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ ...errand, resolve: (result) => resolve(result as T), reject });
      this.depart();
    });
  }

  private depart(): void {
    while (this.free > 0) {
      const party = this.board();
      if (party.length === 0) return;
      this.free -= 1;
      void this.travel(party).finally(() => {
        this.free += 1;
        party.forEach(({ key }) => this.underway.delete(key));
        this.depart();
      });
    }
  }

  private board(): Traveller[] {
    const party: Traveller[] = [];
    const staying = this.queue.filter((traveller) => {
      if (party.length >= this.most || this.underway.has(traveller.key)) return true;
      this.underway.add(traveller.key);
      party.push(traveller);
      return false;
    });
    this.queue.splice(0, this.queue.length, ...staying);
    return party;
  }

  /** Never rejects. Locks are taken in the order of keys, as every journey takes them. */
  private async travel(party: readonly Traveller[]): Promise<void> {
    const ordered = party.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const left = ordered.length > 1 ? await this.together(ordered) : ordered;
    await Promise.all(left.map((traveller) => this.alone(traveller)));
  }

  /** Those whom the shared transaction left without an answer. */
  private async together(party: readonly Traveller[]): Promise<readonly Traveller[]> {
    const acting = party[0]?.identity;
    if (!acting) return [];
    let journey: Journey | undefined;
    try {
      await this.database.inTransaction(
        acting,
        (tx) => {
          journey = new Journey(party, tx, acting);
          return journey.over();
        },
        { lock: sharedLock },
      );
      return [];
    } catch (error) {
      const left = journey?.left ?? party;
      const nobodyKnows = error instanceof DatabaseError && error.kind === 'outcome-unknown';
      if (!nobodyKnows) return left;
      left.forEach(({ reject }) => reject(error));
      return [];
    }
  }

  private async alone({ identity, work, resolve, reject }: Traveller): Promise<void> {
    await this.database.inTransaction(identity, work).then(resolve, reject);
  }
}
