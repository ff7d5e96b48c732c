import { type Body, type Language, roleLabels } from '#libs/vocabulary';
import type { Account } from '../../../access/index.js';

/** An account in words. */
export function accountShown(account: Account, bodies: readonly Body[], language: Language) {
  const body = bodies.find(({ id }) => id === account.bodyId);
  return { ...account, role: roleLabels[account.role][language], body: body?.name[language] ?? '' };
}

/** Who can sign in first; then by name, as the alphabet of the reader has it. */
export const accountsShown = (accounts: readonly Account[], bodies: readonly Body[], language: Language) =>
  accounts
    .map((account) => accountShown(account, bodies, language))
    .toSorted(
      (one, other) =>
        Number(other.active) - Number(one.active) || one.name.localeCompare(other.name, language),
    );

/** Whether nobody else of the body could sign in; who keeps accounts does none of its work. */
export const isLastOfBody = ({ id, bodyId, role }: Account, accounts: readonly Account[]): boolean =>
  role !== 'administrator' &&
  !accounts.some(
    (other) => other.bodyId === bodyId && other.active && other.id !== id && other.role !== 'administrator',
  );
