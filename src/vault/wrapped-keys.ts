import type { Compartment, Uuid } from '#libs/vocabulary';
import type { StoredKey } from './stored.js';

type Stored = ReadonlyMap<Compartment, StoredKey>;

const most = 5_000;
const keptMs = 60_000;

/**
 * Wrapped keys seen within the last minute, so that a command need not ask for them before its transaction. They are
 * ciphertext; whether they are still the keys is settled inside the transaction that writes with them.
 */
export class WrappedKeys {
  private readonly seen = new Map<Uuid, { stored: Stored; until: number }>();

  /** Undefined unless every wanted key is there. */
  of(caseId: Uuid, wanted: readonly Compartment[]): Stored | undefined {
    const known = this.seen.get(caseId);
    if (!known || known.until < Date.now()) return undefined;
    return wanted.every((compartment) => known.stored.get(compartment)?.wrapped) ? known.stored : undefined;
  }

  keep(caseId: Uuid, stored: Stored): void {
    if (this.seen.size >= most) this.seen.clear();
    const known = this.seen.get(caseId)?.stored ?? [];
    this.seen.set(caseId, { stored: new Map([...known, ...stored]), until: Date.now() + keptMs });
  }

  forget(caseId: Uuid): void {
    this.seen.delete(caseId);
  }
}
