import { Injectable } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import { Database, nobody, type Statement, type Tx } from '../platform/index.js';
import { type Credentials, credentialsOf, hashSecret, newSecret, sessionHours } from './credentials.js';
import type { Identity } from './identity.js';
import { Recognition } from './recognition.js';
import { SignInDesk } from './sign-in-desk.js';

export interface SignInRequest {
  readonly username: string;
  readonly password: string;
  /** One-time code, for accounts that have one. */
  readonly code?: string | undefined;
  /** Where the request comes from; tries are limited by name and address. */
  readonly address: string;
}

/** `wrong` is the one answer to an unknown name, a wrong password, a wrong code and a closed account. */
export type SignIn =
  | {
      readonly kind: 'signedIn';
      readonly identity: Identity;
      readonly token: string;
      readonly csrfToken: string;
    }
  | { readonly kind: 'refused'; readonly reason: 'wrong' | 'codeNeeded' };

/** Sessions of people, and who sends a request. Wall time throughout; only hashes of secrets are stored. */
@Injectable()
export class SessionsService {
  private readonly recognition: Recognition;
  private readonly looking: Recognition;

  constructor(
    private readonly database: Database,
    private readonly desk: SignInDesk,
  ) {
    this.recognition = new Recognition(database, true);
    this.looking = new Recognition(database, false);
  }

  /** Starts a session. Throws TooManyTries. */
  async signIn(request: SignInRequest): Promise<SignIn> {
    const answer = await this.desk.check(request);
    if (answer.kind === 'refused') return answer;
    const token = newSecret();
    await this.database.inTransaction(nobody, (tx) => addSession(tx, answer, token));
    const identity = await this.recognition.of({ kind: 'session', secret: token });
    if (!identity?.csrfToken) return { kind: 'refused', reason: 'wrong' };
    return { kind: 'signedIn', identity, token, csrfToken: identity.csrfToken };
  }

  /**
   * Who sends this request, by its `Authorization` or `Cookie` header; null for nobody. What an open page asks by
   * itself is no sign that somebody still sits before it: `byItself` leaves the session as idle as it is.
   */
  async identify(
    headers: { authorization?: string; cookie?: string },
    { byItself = false } = {},
  ): Promise<Identity | null> {
    const credentials = credentialsOf(headers);
    if (!credentials) return null;
    return byItself ? this.looking.of(credentials) : this.recognise(credentials);
  }

  recognise(credentials: Credentials): Promise<Identity | null> {
    return this.recognition.of(credentials);
  }

  /** Ends the session with this token at once; a second time does nothing. */
  async signOut(token: string): Promise<void> {
    await this.database.inTransaction(nobody, (tx) =>
      tx.query(
        'update sessions set revoked_at = clock_timestamp() where token_hash = $1 and revoked_at is null',
        [hashSecret(token)],
      ),
    );
  }
}

/** Ends every session of an account, in the transaction of what asks for it. */
export const sessionsEnded = (accountId: Uuid): Statement => ({
  text: `update sessions set revoked_at = clock_timestamp() where account_id = $1 and revoked_at is null`,
  values: [accountId],
});

/** None where the password was changed or the account closed since it was looked at: what ends sessions waits here. */
async function addSession(
  tx: Tx,
  { accountId, passwordHash }: { readonly accountId: Uuid; readonly passwordHash: string },
  token: string,
): Promise<void> {
  await tx.query(
    `insert into sessions (token_hash, account_id, csrf_token, expires_at)
     select $1, id, $3, clock_timestamp() + $4 * interval '1 hour'
     from accounts where id = $2 and active and password_hash = $5 for share`,
    [hashSecret(token), accountId, newSecret(), sessionHours, passwordHash],
  );
}
