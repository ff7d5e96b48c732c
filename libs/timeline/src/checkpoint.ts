import { sign, verify, type KeyLike } from 'node:crypto';
import { z } from 'zod';
import { canonical } from './chain.js';

const claim = {
  caseId: z.string().min(1),
  seq: z.int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
};

/** The head of a timeline at an instant, signed (Ed25519, base64) and kept outside the database. */
export const checkpointSchema = z.strictObject({
  ...claim,
  algorithm: z.literal('ed25519'),
  signature: z.base64(),
});

export type Checkpoint = Readonly<z.infer<typeof checkpointSchema>>;
export type CheckpointClaim = Omit<Checkpoint, 'algorithm' | 'signature'>;

const signedText = ({ caseId, seq, hash, at }: CheckpointClaim): Buffer =>
  Buffer.from(canonical({ caseId, seq, hash, at }), 'utf8');

/** Signs a head. `privateKey`: Ed25519. Throws ZodError for a claim that is none. */
export function signCheckpoint(given: CheckpointClaim, privateKey: KeyLike): Checkpoint {
  const { caseId, seq, hash, at } = z.strictObject(claim).parse(given);
  const signature = sign(null, signedText({ caseId, seq, hash, at }), privateKey).toString('base64');
  return { caseId, seq, hash, at, algorithm: 'ed25519', signature };
}

/** Whether the checkpoint was signed by the owner of this public key and not changed since; anything else is false. */
export function checkpointIsGenuine(checkpoint: unknown, publicKey: KeyLike): boolean {
  const read = checkpointSchema.safeParse(checkpoint);
  return (
    read.success && verify(null, signedText(read.data), publicKey, Buffer.from(read.data.signature, 'base64'))
  );
}
