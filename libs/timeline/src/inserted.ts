import { genesisHash } from './chain.js';
import type { Exhibit } from './evidence.js';
import type { Expected, Finding } from './finding.js';

/**
 * Sets aside what does not belong to the chain: of two entries with one number the one with fewer proofs, an entry
 * whose neighbours are linked to each other past it, and entries after the stored head.
 */
export function withoutInserted(
  laid: readonly Exhibit[],
  expected: Expected,
): { readonly kept: readonly Exhibit[]; readonly findings: readonly Finding[] } {
  const proofs = proofsOf(laid, expected);
  const winners = winnersOf(laid, proofs);
  const beyond = (item: Exhibit) => expected.storedHead !== undefined && item.seq > expected.storedHead.seq;
  const reasonAgainst = (item: Exhibit, index: number): string | undefined => {
    if (winners.get(item.seq) !== item) return 'another entry has its number and its links';
    if (beyond(item)) return 'it comes after the stored head';
    return bridged(laid, index, expected.caseId) && !proofs.get(item)?.linked
      ? 'the entries around it are linked to each other'
      : undefined;
  };
  const judged = laid.map((item, index) => ({ item, reason: reasonAgainst(item, index) }));
  return {
    kept: judged.filter(({ reason }) => reason === undefined).map(({ item }) => item),
    findings: judged.flatMap(({ item, reason }) =>
      reason
        ? [{ kind: 'inserted', seq: item.seq, message: `Entry ${item.seq} was inserted: ${reason}.` }]
        : [],
    ),
  };
}

interface Proofs {
  readonly linked: boolean;
  readonly weight: number;
}

function proofsOf(laid: readonly Exhibit[], { caseId, storedHead }: Expected): Map<Exhibit, Proofs> {
  const genesis = genesisHash(caseId);
  const places = new Set([`0 ${genesis}`, ...laid.map(({ seq, hash }) => `${seq} ${hash}`)]);
  const successors = new Set(laid.map(({ seq, previousHash }) => `${seq - 1} ${previousHash}`));
  if (storedHead) successors.add(`${storedHead.seq} ${storedHead.hash}`);
  return new Map(
    laid.map((item, index) => {
      const after = places.has(`${item.seq - 1} ${item.previousHash}`);
      const before = successors.has(`${item.seq} ${item.hash}`);
      const standsAfter = (laid[index - 1]?.hash ?? genesis) === item.previousHash;
      const standsBefore = laid[index + 1]?.previousHash === item.hash;
      // What the links say weighs more than the order in which the entries happen to stand.
      const weight =
        4 * Number(item.sound) +
        8 * (Number(after) + Number(before)) +
        Number(standsAfter) +
        Number(standsBefore);
      return [item, { linked: after || before, weight }];
    }),
  );
}

/** For each number the entry with most proofs; of equals the first. */
function winnersOf(
  laid: readonly Exhibit[],
  proofs: ReadonlyMap<Exhibit, Proofs>,
): ReadonlyMap<number, Exhibit> {
  const winners = new Map<number, Exhibit>();
  const weightOf = (item: Exhibit | undefined) => (item ? (proofs.get(item)?.weight ?? 0) : -1);
  for (const item of laid) if (weightOf(item) > weightOf(winners.get(item.seq))) winners.set(item.seq, item);
  return winners;
}

function bridged(laid: readonly Exhibit[], index: number, caseId: string): boolean {
  const before = laid[index - 1]?.hash ?? genesisHash(caseId);
  return laid[index + 1]?.previousHash === before;
}
