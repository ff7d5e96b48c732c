import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** What signs checkpoints. */
export interface CheckpointKey {
  /** The first 16 hexadecimal digits of the SHA-256 of the public key. */
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** An Ed25519 private key in PKCS #8 is this and its seed (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const seedBytes = 32;

/** The Ed25519 key of a seed, always the same. Throws RangeError for a seed that is not of 32 bytes. */
export function checkpointKey(seed: Buffer): CheckpointKey {
  if (seed.length !== seedBytes) throw new RangeError(`a seed has ${seedBytes} bytes`);
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const id = createHash('sha256').update(derOf(publicKey)).digest('hex').slice(0, 16);
  return { id, privateKey, publicKey };
}

const derOf = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' });

/** A public key in one line: SPKI, base64. */
export const publicKeyText = (key: KeyObject): string => derOf(key).toString('base64');

/** Reads what `publicKeyText` wrote. Throws for anything else. */
export const publicKeyOf = (text: string): KeyObject =>
  createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
