import { decrypt, encrypt, subKey } from './box.js';
import type { KeyProvider } from './key-provider.js';

/** An installation key held in the memory of the process. Throws RangeError unless it has 32 bytes. */
export class LocalKey implements KeyProvider {
  private readonly wrapping: Buffer;

  constructor(
    readonly id: 'file' | 'env',
    private readonly master: Buffer,
  ) {
    if (master.length !== 32) throw new RangeError('the installation key has 32 bytes');
    this.wrapping = subKey(master, 'wrapping');
  }

  async wrap(dataKey: Buffer, place: readonly string[]): Promise<Buffer> {
    return encrypt(this.wrapping, dataKey, place);
  }

  async unwrap(wrapped: Buffer, place: readonly string[]): Promise<Buffer> {
    return decrypt(this.wrapping, wrapped, place);
  }

  async derive(purpose: string): Promise<Buffer> {
    return subKey(this.master, `installation/${purpose}`);
  }
}
