import type { Instant, Role, Uuid } from '#libs/vocabulary';
import type { Tx } from '../platform/index.js';

/** A token of a system, without its secret. Times are wall time. */
export interface Token {
  readonly id: Uuid;
  /** Account of the system: the actor of what it does. */
  readonly accountId: Uuid;
  readonly system: string;
  /** Its account is closed: none of its tokens is valid, until it is given another one. */
  readonly systemClosed: boolean;
  readonly bodyId: Uuid;
  readonly role: Role;
  readonly state: 'valid' | 'expired' | 'revoked';
  readonly issuedAt: Instant;
  readonly issuedBy: string;
  readonly expiresAt: Instant;
  /** To the minute. */
  readonly lastUsedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly revokedBy: string | null;
}

interface Row extends Omit<Token, 'issuedAt' | 'expiresAt' | 'lastUsedAt' | 'revokedAt'> {
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  [column: string]: unknown;
}

const tokens = `
  select t.id, t.account_id as "accountId", a.display_name as system, not a.active as "systemClosed", a.body_id as "bodyId", a.role,
    case when t.revoked_at is not null then 'revoked' when t.expires_at <= clock_timestamp() then 'expired'
      else 'valid' end as state,
    t.created_at as "issuedAt", i.display_name as "issuedBy", t.expires_at as "expiresAt", t.seen_at as "lastUsedAt",
    t.revoked_at as "revokedAt", r.display_name as "revokedBy"
  from api_tokens t join accounts a on a.id = t.account_id join accounts i on i.id = t.issued_by
    left join accounts r on r.id = t.revoked_by`;

/** `which` asks for one value, `$1`. */
export async function findTokens(tx: Tx, which: string, value: Uuid | null): Promise<readonly Token[]> {
  const { rows } = await tx.query<Row>(`${tokens} ${which}`, [value]);
  return rows.map(({ issuedAt, expiresAt, lastUsedAt, revokedAt, ...row }) => ({
    ...row,
    issuedAt: issuedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  }));
}
