import { randomInt } from 'node:crypto';
import argon2 from 'argon2';

/** argon2id with 19 MiB, 2 passes, 1 lane: the OWASP password storage minimum, sized for two cores. */
const cost = { type: argon2.argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

/** Characters; NIST SP 800-63B asks for length and no rules of composition. */
const shortest = 12;
const longest = 256;

/** Thrown when a new password is shorter than 12 or longer than 256 characters. */
export class UnfitPassword extends RangeError {
  override readonly name = 'UnfitPassword';
}

/** Throws UnfitPassword. */
export function assertFit(password: string): void {
  if (password.length < shortest || password.length > longest) {
    throw new UnfitPassword(`a password has ${shortest} to ${longest} characters`);
  }
}

/** Neither l, o, 0 nor 1. */
const legible = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password to be read out and typed: 100 random bits in four groups, without what is taken for another letter. */
export const newPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => legible[randomInt(legible.length)]).join(''),
  ).join('-');

/** The PHC string to store. Letters count the same however a keyboard composes them. */
export function hashPassword(password: string): Promise<string> {
  return argon2.hash(password.normalize('NFC'), cost);
}

let decoy: Promise<string> | undefined;

/** Without a hash (an unknown name) the same work is done in vain, so that the time tells nothing. */
export async function passwordFits(hash: string | undefined, password: string): Promise<boolean> {
  if (password.length > longest) return false;
  decoy ??= hashPassword('nobody has this password');
  const fits = await argon2.verify(hash ?? (await decoy), password.normalize('NFC'));
  return fits && hash !== undefined;
}
