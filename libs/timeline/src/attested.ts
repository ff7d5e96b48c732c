import type { KeyLike } from 'node:crypto';
import { checkpointIsGenuine, type Checkpoint } from './checkpoint.js';
import type { GivenEntry } from './evidence.js';
import type { Expected, Finding, Verdict } from './finding.js';
import { verify } from './verify.js';

/** Checkpoints as they were stored, and the key that they must be signed with. */
export interface Attestation {
  readonly checkpoints: readonly Checkpoint[];
  readonly publicKey: KeyLike;
}

/** Checks a timeline as `verify` does, and that every checkpoint of it is genuine and still met by the entries. */
export function verifyAttested(
  entries: readonly GivenEntry[],
  expected: Omit<Expected, 'checkpoints'>,
  { checkpoints, publicKey }: Attestation,
): Verdict {
  const isOurs = (one: Checkpoint) => one.caseId === expected.caseId && checkpointIsGenuine(one, publicKey);
  const forged = checkpoints.filter((one) => !isOurs(one)).map(forgery);
  const verdict = verify(entries, { ...expected, checkpoints: checkpoints.filter(isOurs) });
  if (forged.length === 0) return verdict;
  return { ok: false, findings: [...(verdict.ok ? [] : verdict.findings), ...forged] };
}

const forgery = ({ number, seq, at }: Checkpoint): Finding => ({
  kind: 'checkpointForged',
  seq,
  message: `Checkpoint ${number} of ${at} was not signed with the key of this installation as it stands.`,
});
