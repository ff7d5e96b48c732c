import { sign, verify, type KeyLike } from 'node:crypto';
import { z } from 'zod';
import { canonical } from './chain.js';

const claim = z.strictObject({
  /** Place in the series of the installation, from 1 without gaps. */
  number: z.int().positive(),
  /** Signature of the checkpoint before it, null for the first: who keeps the last one can miss any of them. */
  previous: z.base64().min(1).nullable(),
  caseId: z.string().min(1),
  seq: z.int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  keyId: z.string().min(1),
});

/** The head of a timeline at an instant (wall time), signed (Ed25519, base64). */
export const checkpointSchema = claim.extend({ algorithm: z.literal('ed25519'), signature: z.base64() });

export type Checkpoint = Readonly<z.infer<typeof checkpointSchema>>;
export type CheckpointClaim = Readonly<z.infer<typeof claim>>;

const signedText = (claimed: CheckpointClaim): Buffer => Buffer.from(canonical(claimed), 'utf8');

/** Signs a head. `privateKey`: Ed25519. Throws ZodError for a claim that is none. */
export function signCheckpoint(given: CheckpointClaim, privateKey: KeyLike): Checkpoint {
  const claimed = claim.parse(given);
  const signature = sign(null, signedText(claimed), privateKey).toString('base64');
  return { ...claimed, algorithm: 'ed25519', signature };
}

/** Whether the checkpoint was signed by the owner of this public key and not changed since; anything else is false. */
export function checkpointIsGenuine(checkpoint: unknown, publicKey: KeyLike): boolean {
  const read = checkpointSchema.safeParse(checkpoint);
  if (!read.success) return false;
  const { algorithm: _, signature, ...claimed } = read.data;
  return verify(null, signedText(claimed), publicKey, Buffer.from(signature, 'base64'));
}
