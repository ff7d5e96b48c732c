import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonical } from './chain.js';

const keyBytes = 32;

/**
 * HMAC-SHA256 of a text under the case key, 64 hexadecimal digits. It lets a text be recognised while its key lives
 * and says nothing once the key is shredded. `fieldPath` names the place of the text, so that equal texts in two
 * places differ. Throws RangeError for a key shorter than 32 bytes.
 */
export function commit(caseKey: Buffer, fieldPath: string, text: string): string {
  if (caseKey.length < keyBytes) throw new RangeError(`a case key has at least ${keyBytes} bytes`);
  return createHmac('sha256', caseKey)
    .update(canonical([fieldPath, text]), 'utf8')
    .digest('hex');
}

/** Whether the commitment was made from this text at this place under this key. */
export function commitmentMatches(
  caseKey: Buffer,
  fieldPath: string,
  text: string,
  commitment: string,
): boolean {
  const expected = Buffer.from(commit(caseKey, fieldPath, text), 'utf8');
  const given = Buffer.from(commitment, 'utf8');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
