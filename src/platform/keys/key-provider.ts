/** Injection token of the key provider. */
export const KEY_PROVIDER = Symbol('KEY_PROVIDER');

/**
 * Keeps the installation key. It wraps data keys and derives keys for single purposes; the installation key itself
 * never leaves it, so a key service can take its place. Called outside transactions only.
 */
export interface KeyProvider {
  /** `file`, `env`, or the name of a key service. */
  readonly id: string;
  /** Wraps a 32-byte data key for one place, e.g. a case and a compartment. */
  wrap(dataKey: Buffer, place: readonly string[]): Promise<Buffer>;
  /** Throws CannotDecrypt for another place or another installation. */
  unwrap(wrapped: Buffer, place: readonly string[]): Promise<Buffer>;
  /** The 32-byte key of this installation for one purpose, always the same. */
  derive(purpose: string): Promise<Buffer>;
}
