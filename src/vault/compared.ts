import type { Uuid } from '#libs/vocabulary';
import { CannotDecrypt } from '../platform/index.js';
import type { DataKey } from './data-keys.js';
import { isCommitted, openItem } from './items.js';
import type { Promised } from './promised.js';
import type { StoredItem, StoredKey } from './stored.js';

/** A text in the clear. `createdAt` is domain time. */
export interface OpenText extends Omit<StoredItem, 'ciphertext'> {
  readonly value: string;
}

/**
 * The text of an item, where it is the one that its entry was written with: same words (by the commitment under the
 * case key), same moment. Undefined for any other. Its procedure is the one that the entry names.
 */
export function openedAsPromised(
  caseId: Uuid,
  { ciphertext, ...item }: StoredItem,
  key: DataKey,
  promised: Promised | undefined,
): OpenText | undefined {
  if (item.createdAt.getTime() !== promised?.recordedAt.getTime()) return undefined;
  const value = decrypted(() => openItem(caseId, { ...item, ciphertext }, key));
  if (value === undefined || !isCommitted(promised, value, key)) return undefined;
  return { ...item, procedureId: promised.procedureId, value };
}

/** Texts that entries tell of since the compartment has this key, and that are gone. Shredding gives a new key. */
export const goneOf = (
  promised: Iterable<Promised>,
  items: readonly StoredItem[],
  { compartment, createdAt }: StoredKey,
): Uuid[] =>
  [...promised]
    .filter((one) => one.compartment === compartment && one.recordedAt >= createdAt)
    .map(({ item }) => item)
    .filter((item) => !items.some((stored) => stored.item === item));

function decrypted(open: () => string): string | undefined {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof CannotDecrypt)) throw error;
    return undefined;
  }
}
