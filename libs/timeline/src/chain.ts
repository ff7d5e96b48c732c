import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Entry, EntryCore, Head } from './entry.js';

// The package exports the function itself, while its types describe a module with a `default`.
const serialize = canonicalize as unknown as (value: unknown) => string | undefined;

/** The one written form of a JSON value (RFC 8785). Throws for NaN, infinities and undefined. */
export function canonical(value: unknown): string {
  const text = serialize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

const sha256 = (value: unknown): string =>
  createHash('sha256').update(canonical(value), 'utf8').digest('hex');

/** What the first entry of a case names as its previous hash: two cases never share a chain. */
export const genesisHash = (caseId: string): string =>
  sha256({ format: 'istiqamet-timeline', version: 1, caseId });

/** Head of a case without entries. */
export const emptyHead = (caseId: string): Head => ({ seq: 0, hash: genesisHash(caseId) });

/** SHA-256 over the entry and the hash of the entry before it. */
export const hashEntry = (core: object, previousHash: string): string =>
  sha256({ entry: core, previousHash });

/** Appends entries to a chain. Throws RangeError when a `seq` does not follow the one before it. */
export function chain(
  cores: readonly EntryCore[],
  head: Head,
): { readonly entries: readonly Entry[]; readonly head: Head } {
  let last = head;
  const entries = cores.map((core) => {
    if (core.seq !== last.seq + 1) throw new RangeError(`entry ${core.seq} cannot follow entry ${last.seq}`);
    const entry = { ...core, previousHash: last.hash, hash: hashEntry(core, last.hash) };
    last = { seq: entry.seq, hash: entry.hash };
    return entry;
  });
  return { entries, head: last };
}
