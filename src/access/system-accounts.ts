import { randomBytes, randomUUID } from 'node:crypto';
import type { Role, Uuid } from '#libs/vocabulary';
import type { Statement, Tx } from '../platform/index.js';
import type { ClosingReason } from './account-terms.js';
import { actStatement } from './act-records.js';
import type { Identity } from './identity.js';

interface System {
  readonly system: string;
  readonly bodyId: Uuid;
  readonly role: Role;
}

/** Thrown where an officer of the body has that name; nothing was issued. */
export class NameOfOfficer extends RangeError {
  override readonly name = 'NameOfOfficer';
}

/**
 * The account of the system, made where it has none yet, and what is to be put on record where it was closed. Its
 * username is for lists: no password opens it. Throws NameOfOfficer.
 */
export async function openSystem(
  tx: Tx,
  by: Identity,
  { system, bodyId, role }: System,
): Promise<{ accountId: Uuid; acts: readonly Statement[] }> {
  const { count } = await tx.query(
    'select 1 from accounts where body_id = $1 and not is_system and active and lower(display_name) = lower($2)',
    [bodyId, system],
  );
  if (count > 0) throw new NameOfOfficer();
  const before = await tx.query(
    `select 1 from accounts where body_id = $1 and role = $2 and display_name = $3 and is_system and not active
     for update`,
    [bodyId, role, system],
  );
  const { rows } = await tx.query<{ id: Uuid }>(
    `insert into accounts (id, username, display_name, role, body_id, is_system) values ($1, $2, $3, $4, $5, true)
     on conflict (body_id, role, display_name) where is_system do update set active = true returning id`,
    [randomUUID(), `system-${randomBytes(6).toString('hex')}`, system, role, bodyId],
  );
  const accountId = rows[0]?.id ?? '';
  const change = { before: { active: false }, after: { active: true } };
  const reopened = actStatement(by, { act: 'accountReopened', accountId, bodyId, ...change });
  return { accountId, acts: before.count > 0 ? [reopened] : [] };
}

/** The account, its tokens that are not over, and the record of both. False where there is no such system. */
export async function closeSystem(
  tx: Tx,
  by: Identity,
  accountId: Uuid,
  reason: ClosingReason,
): Promise<boolean> {
  const { rows } = await tx.query<{ bodyId: Uuid; active: boolean }>(
    'select body_id as "bodyId", active from accounts where id = $1 and is_system for update',
    [accountId],
  );
  const [{ bodyId, active } = { bodyId: '', active: false }] = rows;
  if (!active) return rows.length > 0;
  const revoked = await tx.query<{ id: Uuid }>(
    `update api_tokens set revoked_at = clock_timestamp(), revoked_by = $2
     where account_id = $1 and revoked_at is null and expires_at > clock_timestamp() returning id`,
    [accountId, by.accountId],
  );
  const change = { before: { active: true }, after: { active: false, reason } };
  await tx.batch([
    { text: 'update accounts set active = false where id = $1', values: [accountId] },
    actStatement(by, { act: 'accountClosed', accountId, bodyId, ...change }),
    ...revoked.rows.map(({ id }) =>
      actStatement(by, { act: 'tokenRevoked', accountId, bodyId, after: { token: id } }),
    ),
  ]);
  return true;
}
