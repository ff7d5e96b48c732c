import type { Identity } from './identity.js';

const freshMs = 2_000;
const most = 2_000;

/**
 * Identities seen within the last two seconds, by token hash. Forgetting is immediate in this process: what was
 * read before a revocation is not kept after it. Another process may still know a session for two seconds.
 */
export class SessionCache {
  private readonly known = new Map<string, { identity: Identity; until: number }>();
  private turn = 0;

  get(tokenHash: string): Identity | undefined {
    const found = this.known.get(tokenHash);
    return found && found.until > Date.now() ? found.identity : undefined;
  }

  /** Call before reading the session; pass the answer to `keep`. */
  startReading(): number {
    return this.turn;
  }

  keep(tokenHash: string, identity: Identity, startedAt: number): void {
    if (startedAt !== this.turn) return;
    if (this.known.size >= most) this.known.clear();
    this.known.set(tokenHash, { identity, until: Date.now() + freshMs });
  }

  forgetAll(): void {
    this.turn += 1;
    this.known.clear();
  }
}
