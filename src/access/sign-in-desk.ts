import { Injectable } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import { Database, decrypt, nobody } from '../platform/index.js';
import { InstallationKeys } from './installation-keys.js';
import { stepOfCode } from './one-time-code.js';
import { passwordFits } from './passwords.js';
import { RateLimit } from './rate-limit.js';

interface AccountRow {
  id: Uuid;
  /** Null for a system: no password fits it. */
  password_hash: string | null;
  code_secret: string | null;
  [key: string]: unknown;
}

type Checked =
  | { readonly kind: 'right'; readonly accountId: Uuid; readonly passwordHash: string }
  | { readonly kind: 'refused'; readonly reason: 'wrong' | 'codeNeeded' };

interface Tried {
  readonly username: string;
  readonly password: string;
  readonly code?: string | undefined;
  readonly address: string;
}

/** Checks name, password and one-time code. The same work is done for a name that nobody has. */
@Injectable()
export class SignInDesk {
  private readonly byNameAndAddress: RateLimit;
  private readonly byAddress: RateLimit;

  constructor(
    private readonly database: Database,
    private readonly keys: InstallationKeys,
  ) {
    this.byNameAndAddress = new RateLimit(database, 'sign-in', { tries: 10, seconds: 900 });
    this.byAddress = new RateLimit(database, 'sign-in-address', { tries: 200, seconds: 900 });
  }

  /** Throws TooManyTries. */
  async check(tried: Tried): Promise<Checked> {
    const pair = `${tried.username.toLowerCase()} ${tried.address}`;
    await this.byNameAndAddress.count(pair);
    await this.byAddress.count(tried.address);
    const account = await this.find(tried.username);
    const fits = await passwordFits(account?.password_hash ?? undefined, tried.password);
    if (!account?.password_hash || !fits) return { kind: 'refused', reason: 'wrong' };
    if (account.code_secret && !tried.code) return { kind: 'refused', reason: 'codeNeeded' };
    if (account.code_secret && !(await this.takes(account, tried.code ?? ''))) {
      return { kind: 'refused', reason: 'wrong' };
    }
    await this.byNameAndAddress.forget(pair);
    return { kind: 'right', accountId: account.id, passwordHash: account.password_hash };
  }

  private async find(username: string): Promise<AccountRow | undefined> {
    const { rows } = await this.database.inTransaction(nobody, (tx) =>
      tx.query<AccountRow>(
        'select id, password_hash, code_secret from accounts where lower(username) = lower($1) and active',
        [username],
      ),
    );
    return rows[0];
  }

  /** A code is taken once: two requests with the same one cannot both pass. */
  private async takes({ id, code_secret }: AccountRow, code: string): Promise<boolean> {
    const sealed = Buffer.from(code_secret ?? '', 'base64');
    const step = stepOfCode(decrypt(this.keys.signInCodes, sealed, [id]), code, Date.now());
    if (step === null) return false;
    const { count } = await this.database.inTransaction(nobody, (tx) =>
      tx.query('update accounts set code_step = $2 where id = $1 and coalesce(code_step, 0) < $2', [
        id,
        step,
      ]),
    );
    return count === 1;
  }
}
