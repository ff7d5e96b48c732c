import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const format = 1;
const ivBytes = 12;
const tagBytes = 16;
const head = 1 + ivBytes + tagBytes;

/** Thrown when a ciphertext was changed, moved to another place, or made with another key. */
export class CannotDecrypt extends Error {
  override readonly name = 'CannotDecrypt';
}

/**
 * AES-256-GCM with a random 96-bit IV (NIST SP 800-38D). `place` is bound as additional data: the same bytes open
 * nowhere else. Layout: format, IV, tag, ciphertext.
 */
export function encrypt(key: Buffer, plain: Buffer, place: readonly string[]): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(toAdditionalData(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(format), iv, cipher.getAuthTag(), body]);
}

/** Opens what `encrypt` made for the same place. Throws CannotDecrypt. */
export function decrypt(key: Buffer, sealed: Buffer, place: readonly string[]): Buffer {
  try {
    if (sealed[0] !== format || sealed.length < head) throw new RangeError('unknown format');
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + ivBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(toAdditionalData(place)).setAuthTag(sealed.subarray(1 + ivBytes, head));
    return Buffer.concat([decipher.update(sealed.subarray(head)), decipher.final()]);
  } catch {
    throw new CannotDecrypt('the ciphertext does not belong to this key and place');
  }
}

/** A 256-bit key for one purpose out of another key (HKDF-SHA256, RFC 5869). */
export function subKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `nrm/${purpose}/v1`, 32));
}

function toAdditionalData(place: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(place), 'utf8');
}
