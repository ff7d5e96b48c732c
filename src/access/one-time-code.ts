import { createHmac, timingSafeEqual } from 'node:crypto';

const stepSeconds = 30;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The step whose six-digit code this is (RFC 6238: HMAC-SHA1, 30 s), one step early or late; null for none. */
export function stepOfCode(secret: Buffer, code: string, wallMs: number): number | null {
  const now = Math.floor(wallMs / 1000 / stepSeconds);
  return [now - 1, now, now + 1].find((step) => equal(codeAt(secret, step), code)) ?? null;
}

/** The code of one step, six digits (RFC 4226 truncation). */
export function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

/** Base32 (RFC 4648, no padding), as authenticator programs take a secret. */
export function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

function equal(expected: string, given: string): boolean {
  const one = Buffer.from(expected);
  const other = Buffer.from(given.replaceAll(' ', ''));
  return one.length === other.length && timingSafeEqual(one, other);
}
