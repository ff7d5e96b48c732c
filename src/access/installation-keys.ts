import type { KeyProvider } from '../platform/index.js';

/** What the seed of the signing key is derived for; the command line derives nothing else. */
export const checkpointPurpose = 'checkpoints';

/** Keys of this installation, each for one purpose, derived once at the start. */
export class InstallationKeys {
  private constructor(
    /** Blind index of names. */
    readonly searchIndex: Buffer,
    /** Hashes of return codes, and their derivation. */
    readonly returnCodes: Buffer,
    /** Fingerprints of requests, which may carry a person's words. */
    readonly requests: Buffer,
    /** Reasons given for break-glass. */
    readonly breakGlass: Buffer,
    /** Secrets of one-time codes. */
    readonly signInCodes: Buffer,
    /** Whose a form is, told without naming her. */
    readonly formOwners: Buffer,
    /** What was typed into a form while its session ended. */
    readonly keptForms: Buffer,
    /** Addresses of shelters. */
    readonly houseAddresses: Buffer,
    /** Seed of the key that signs checkpoints of timelines. */
    readonly checkpoints: Buffer,
    /** Tells one installation key from another and nothing about it. */
    readonly fingerprint: Buffer,
  ) {}

  static async from(provider: KeyProvider): Promise<InstallationKeys> {
    const keys = await Promise.all([
      provider.derive('search-index'),
      provider.derive('return-codes'),
      provider.derive('requests'),
      provider.derive('break-glass'),
      provider.derive('sign-in-codes'),
      provider.derive('form-owners'),
      provider.derive('kept-forms'),
      provider.derive('house-addresses'),
      provider.derive(checkpointPurpose),
      provider.derive('fingerprint'),
    ]);
    return new InstallationKeys(...keys);
  }
}
