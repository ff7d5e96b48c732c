import { genesisHash, hashEntry } from './chain.js';
import type { Link } from './entry.js';
import type { Expected } from './finding.js';

/** An entry under suspicion: whole or restricted, as a file or a database gives it. Nothing about it is trusted. */
export interface GivenEntry {
  readonly seq?: unknown;
  readonly caseId?: unknown;
  readonly restricted?: unknown;
  readonly hash: string;
  readonly previousHash: string;
}

/** One given entry with what can be said of it before looking at the whole chain. */
export interface Exhibit extends Link {
  /** The entry's own number, corrected where its links prove it was changed. */
  readonly seq: number;
  readonly claimedSeq: unknown;
  readonly caseId: unknown;
  readonly restricted: boolean;
  /** Whether its content gives its hash; of a restricted entry nothing can be said against it. */
  readonly sound: boolean;
}

const restrictedKeys = new Set(['seq', 'restricted', 'hash', 'previousHash']);

const isRestricted = (entry: GivenEntry): boolean =>
  entry.restricted === true && Object.keys(entry).every((key) => restrictedKeys.has(key));

function exhibit(entry: GivenEntry): Exhibit {
  const { hash, previousHash, ...core } = entry;
  const restricted = isRestricted(entry);
  const sound = restricted || hashEntry(core, previousHash) === hash;
  const seq = Number.isSafeInteger(entry.seq) ? (entry.seq as number) : 0;
  const { caseId, seq: claimedSeq } = entry;
  return { seq, claimedSeq, caseId, hash, previousHash, restricted, sound };
}

/**
 * Lays the entries out in the given order. Where an entry's number is not what both its neighbours by link say, and
 * no other entry has that number, up to the stored head, the links win: the number was edited.
 */
export function exhibits(entries: readonly GivenEntry[], expected: Expected): Exhibit[] {
  const laid = entries.map(exhibit);
  return renumber(renumber(laid, expected, 'both'), expected, 'either');
}

function renumber(
  laid: readonly Exhibit[],
  { caseId, storedHead }: Expected,
  agreement: 'both' | 'either',
): Exhibit[] {
  const end = storedHead?.seq ?? Infinity;
  const byHash = new Map(laid.map((item) => [item.hash, item.seq + 1]));
  byHash.set(genesisHash(caseId), 1);
  const byPrevious = new Map(laid.map((item) => [item.previousHash, item.seq - 1]));
  const taken = new Set(laid.map(({ seq }) => seq));
  return laid.map((item) => {
    if (item.sound && !item.restricted) return item;
    const [after, before] = [byHash.get(item.previousHash), byPrevious.get(item.hash)];
    if (item.seq === after || item.seq === before) return item;
    const place = agreement === 'both' && after !== before ? undefined : (after ?? before);
    return place === undefined || place > end || taken.has(place) ? item : { ...item, seq: place };
  });
}
