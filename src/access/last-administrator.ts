import type { Uuid } from '#libs/vocabulary';
import type { Tx } from '../platform/index.js';

/** Thrown where nobody would be left who can add accounts; nothing was changed. */
export class LastAdministrator extends RangeError {
  override readonly name = 'LastAdministrator';
}

/**
 * Before an account or a body is closed. Two administrators who close each other's accounts at once wait here: one of
 * them stays. Throws LastAdministrator.
 */
export async function assertAdministratorStays(
  tx: Tx,
  without: { readonly accountId: Uuid } | { readonly bodyId: Uuid },
): Promise<void> {
  const { rows } = await tx.query<{ accountId: Uuid; bodyId: Uuid }>(
    `select a.id as "accountId", b.id as "bodyId" from accounts a join bodies b on b.id = a.body_id
     where a.role = 'administrator' and a.active and b.active order by a.id for update`,
  );
  const stays = (one: { accountId: Uuid; bodyId: Uuid }) =>
    'accountId' in without ? one.accountId !== without.accountId : one.bodyId !== without.bodyId;
  if (rows.length > 0 && !rows.some(stays)) throw new LastAdministrator();
}
