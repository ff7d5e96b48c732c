import { evolve, type Law } from '#libs/rulebook';
import {
  canonical,
  verifyAttested,
  type Attestation,
  type Entry,
  type Head,
  type Verdict,
} from '#libs/timeline';
import type { CaseView } from '#libs/vocabulary';
import { evolvingOf } from './entries.js';

/** The case as its entries tell it. Nothing is decided again. */
export const replay = (law: Law, caseId: string, entries: readonly Entry[]): CaseView =>
  entries.reduce<CaseView>((view, entry) => evolve(law, view, evolvingOf(entry)), {
    id: caseId,
    instances: [],
  });

export interface Integrity {
  readonly chain: Verdict;
  /** Procedure instances whose stored state is not what the entries tell; by id. */
  readonly differing: readonly string[];
}

/** Chain, checkpoints and replay of one case. With the chain broken there is nothing sound to replay. */
export function integrityOf(
  law: Law,
  stored: CaseView,
  storedHead: Head,
  entries: readonly Entry[],
  attestation: Attestation,
): Integrity {
  const verdict = verifyAttested(entries, { caseId: stored.id, storedHead }, attestation);
  if (!verdict.ok) return { chain: verdict, differing: [] };
  const told = new Map(
    replay(law, stored.id, entries).instances.map((instance) => [instance.id, canonical(instance)]),
  );
  const differing = stored.instances
    .filter((instance) => told.get(instance.id) !== canonical(instance))
    .map(({ id }) => id);
  const lost = [...told.keys()].filter((id) => !stored.instances.some((instance) => instance.id === id));
  return { chain: verdict, differing: [...differing, ...lost] };
}
