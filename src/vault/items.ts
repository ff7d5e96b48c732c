import { randomUUID } from 'node:crypto';
import { commit, commitmentMatches } from '#libs/timeline';
import type { Compartment, Instant, Uuid } from '#libs/vocabulary';
import { decrypt, encrypt, type Statement } from '../platform/index.js';
import type { DataKey } from './data-keys.js';

/** A person's words on their way into the vault. */
export interface VaultText {
  readonly field: string;
  readonly compartment: Compartment;
  readonly value: string;
}

/** What the timeline keeps of a text: where it lies, and its commitment. */
export interface TextRef {
  readonly field: string;
  readonly item: Uuid;
  readonly compartment: Compartment;
  readonly commitment: string;
}

export interface SealedItem extends TextRef {
  readonly ciphertext: Buffer;
}

/** Encrypts one text for its own place: case, compartment, item and field. */
export function sealItem(caseId: Uuid, { field, compartment, value }: VaultText, key: DataKey): SealedItem {
  const item = randomUUID();
  const ciphertext = encrypt(key.encryption, Buffer.from(value, 'utf8'), [caseId, compartment, item, field]);
  return {
    field,
    item,
    compartment,
    ciphertext,
    commitment: commit(key.commitment, pathOf(item, field), value),
  };
}

/** Throws CannotDecrypt when the ciphertext is not the one of this place. */
export function openItem(
  caseId: Uuid,
  { item, compartment, field, ciphertext }: Omit<SealedItem, 'commitment'>,
  key: DataKey,
): string {
  return decrypt(key.encryption, ciphertext, [caseId, compartment, item, field]).toString('utf8');
}

/** Whether a text is the one its reference was made from. */
export function isCommitted(ref: TextRef, value: string, key: DataKey): boolean {
  return commitmentMatches(key.commitment, pathOf(ref.item, ref.field), value, ref.commitment);
}

/** All items in one statement. */
export function itemsStatement(
  caseId: Uuid,
  procedureId: Uuid,
  items: readonly SealedItem[],
  now: Instant,
): Statement {
  return {
    name: 'vault_items_added',
    text: `insert into vault_items (id, case_id, procedure_id, compartment, field, ciphertext, created_at)
      select id, $1, $2, compartment, field, ciphertext, $7
      from unnest($3::uuid[], $4::text[], $5::text[], $6::bytea[]) as made (id, compartment, field, ciphertext)`,
    values: [
      caseId,
      procedureId,
      items.map(({ item }) => item),
      items.map(({ compartment }) => compartment),
      items.map(({ field }) => field),
      items.map(({ ciphertext }) => ciphertext),
      now,
    ],
  };
}

const pathOf = (item: Uuid, field: string): string => `${item}/${field}`;
