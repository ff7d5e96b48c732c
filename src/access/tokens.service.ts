import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Role, Uuid } from '#libs/vocabulary';
import { Database, nobody } from '../platform/index.js';
import { assertRoleFits, type ClosingReason, longestTokenDays } from './account-terms.js';
import { accountNotice, actStatement } from './act-records.js';
import { BodiesService } from './bodies.service.js';
import { hashSecret, newSecret } from './credentials.js';
import { actingAs, type Identity } from './identity.js';
import { RateLimit } from './rate-limit.js';
import { closeSystem, openSystem } from './system-accounts.js';
import { findTokens, type Token } from './token-rows.js';

export interface NewToken {
  readonly system: string;
  readonly bodyId: Uuid;
  readonly role: Role;
  /** Of wall time, at most `longestTokenDays`. */
  readonly days: number;
}

/** `secret` is shown once: what is stored is its hash. */
export type IssuedToken = Token & { readonly secret: string };

/** Thrown where the body is not there, or closed; nothing was issued. */
export class NoSuchBody extends RangeError {
  override readonly name = 'NoSuchBody';
}

/** Tokens of systems that act for a body. The caller has checked that an administrator asks. */
@Injectable()
export class TokensService {
  private readonly tries: RateLimit;

  constructor(
    private readonly database: Database,
    private readonly bodies: BodiesService,
  ) {
    this.tries = new RateLimit(database, 'token-issue', { tries: 30, seconds: 3600 });
  }

  /** Of a body or of all, the youngest first. */
  list(bodyId: Uuid | null = null): Promise<readonly Token[]> {
    return this.database.inTransaction(nobody, (tx) =>
      findTokens(tx, 'where $1::uuid is null or a.body_id = $1 order by t.created_at desc, t.id', bodyId),
    );
  }

  /**
   * The system keeps its account from token to token; one that was closed is open again, on record. Throws TooManyTries,
   * NoSuchBody, UnfitRole, NameOfOfficer, RangeError for other days.
   */
  async issue(by: Identity, { system, bodyId, role, days }: NewToken): Promise<IssuedToken> {
    await this.tries.count(by.accountId);
    if (!Number.isInteger(days) || days < 1 || days > longestTokenDays) throw new RangeError(`${days} days`);
    const body = await this.bodies.byId(bodyId);
    if (!body?.active) throw new NoSuchBody();
    assertRoleFits(role, body.kind, { system: true });
    const id = randomUUID();
    const secret = `nrm_${newSecret()}`;
    const issued = await this.database.inTransaction(actingAs(by), async (tx) => {
      const { accountId, acts } = await openSystem(tx, by, { system, bodyId, role });
      await tx.query(
        `insert into api_tokens (id, token_hash, account_id, issued_by, expires_at)
         values ($1, $2, $3, $4, clock_timestamp() + $5 * interval '1 day')`,
        [id, hashSecret(secret), accountId, by.accountId, days],
      );
      const [token] = await findTokens(tx, 'where t.id = $1', id);
      if (!token) throw new Error('the token was not kept');
      const after = { token: id, role, expiresAt: token.expiresAt };
      await tx.batch([
        ...acts,
        actStatement(by, { act: 'tokenIssued', accountId, bodyId, after }),
        accountNotice('token-issued', bodyId),
      ]);
      return token;
    });
    await this.bodies.reload();
    return { ...issued, secret };
  }

  /** It is over at once, everywhere; a second time does nothing. False where there is none. */
  revoke(by: Identity, id: Uuid): Promise<boolean> {
    return this.database.inTransaction(actingAs(by), async (tx) => {
      const { rows } = await tx.query<{ accountId: Uuid; bodyId: Uuid }>(
        `update api_tokens t set revoked_at = clock_timestamp(), revoked_by = $2 from accounts a
         where t.id = $1 and t.revoked_at is null and a.id = t.account_id
         returning a.id as "accountId", a.body_id as "bodyId"`,
        [id, by.accountId],
      );
      const acts = rows.map((of) => actStatement(by, { act: 'tokenRevoked', ...of, after: { token: id } }));
      if (acts.length > 0) await tx.batch(acts);
      return (await findTokens(tx, 'where t.id = $1', id)).length > 0;
    });
  }

  /**
   * Closes the account of a system, and every token of it that is not over. Nothing for one that is closed already; false
   * where there is no such system.
   */
  closeSystem(by: Identity, accountId: Uuid, reason: ClosingReason): Promise<boolean> {
    return this.database.inTransaction(actingAs(by), (tx) => closeSystem(tx, by, accountId, reason));
  }
}
