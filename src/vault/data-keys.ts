import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Compartment, compartments, type Instant, type Uuid } from '#libs/vocabulary';
import { KEY_PROVIDER, type KeyProvider, type Statement, subKey } from '../platform/index.js';

/** The two keys that come out of the data key of one case and compartment. */
export interface DataKey {
  readonly encryption: Buffer;
  /** For commitments: once the data key is shredded, no text can be guessed from them. */
  readonly commitment: Buffer;
}

/** Keys of a case that is being opened, not stored yet. */
export interface CaseKeys {
  readonly keys: ReadonlyMap<Compartment, DataKey>;
  statements(now: Instant): Statement[];
}

interface Renewal {
  readonly key: DataKey;
  readonly statement: (now: Instant) => Statement;
}

const most = 2_000;
const keptMs = 300_000;

/**
 * Makes, wraps and unwraps data keys. Unwrapped ones stay in memory for five minutes at most, under the wrapped
 * bytes: a key that was shredded or renewed is never asked for again.
 */
@Injectable()
export class DataKeys {
  private readonly unwrapped = new Map<string, { key: DataKey; until: number }>();

  constructor(@Inject(KEY_PROVIDER) private readonly provider: KeyProvider) {}

  /** One key per compartment, at the opening of a case, so that nobody has to add one later. */
  async forNewCase(caseId: Uuid): Promise<CaseKeys> {
    const made = await Promise.all(compartments.map((compartment) => this.make(caseId, compartment)));
    return {
      keys: new Map(made.map(({ compartment, key }) => [compartment, key])),
      statements: (now) => [
        {
          name: 'vault_keys_added',
          text: `insert into vault_keys (case_id, compartment, wrapped, created_at)
            select $1, compartment, wrapped, $4 from unnest($2::text[], $3::bytea[]) as made (compartment, wrapped)`,
          values: [caseId, made.map((one) => one.compartment), made.map((one) => one.wrapped), now],
        },
      ],
    };
  }

  /** A new key for a shredded compartment. Its statement fails, to be tried again, when somebody was faster. */
  async renew(caseId: Uuid, compartment: Compartment): Promise<Renewal> {
    const { key, wrapped } = await this.make(caseId, compartment);
    return {
      key,
      statement: (now) => ({
        name: 'vault_key_renewed',
        text: 'select renew_vault_key($1, $2, $3, $4)',
        values: [caseId, compartment, wrapped, now],
      }),
    };
  }

  /** Throws CannotDecrypt for a wrapped key of another case, compartment or installation. */
  async unwrap(caseId: Uuid, compartment: Compartment, wrapped: Buffer): Promise<DataKey> {
    const name = `${caseId} ${compartment} ${wrapped.toString('base64')}`;
    const known = this.unwrapped.get(name);
    if (known && known.until > Date.now()) return known.key;
    const key = fromSecret(await this.provider.unwrap(wrapped, placeOf(caseId, compartment)));
    this.keep(name, key);
    return key;
  }

  /** How many unwrapped keys are in memory; never more than 2000. */
  get held(): number {
    return this.unwrapped.size;
  }

  private keep(name: string, key: DataKey): void {
    this.unwrapped.delete(name);
    this.unwrapped.set(name, { key, until: Date.now() + keptMs });
    for (const [oldest, { until }] of this.unwrapped) {
      if (this.unwrapped.size <= most && until > Date.now()) return;
      this.unwrapped.delete(oldest);
    }
  }

  private async make(caseId: Uuid, compartment: Compartment) {
    const secret = randomBytes(32);
    const wrapped = await this.provider.wrap(secret, placeOf(caseId, compartment));
    return { compartment, wrapped, key: fromSecret(secret) };
  }
}

const placeOf = (caseId: Uuid, compartment: Compartment): string[] => ['vault key', caseId, compartment];

function fromSecret(secret: Buffer): DataKey {
  return { encryption: subKey(secret, 'vault/encryption'), commitment: subKey(secret, 'vault/commitment') };
}
