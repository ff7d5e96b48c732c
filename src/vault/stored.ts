import type { Compartment, Uuid } from '#libs/vocabulary';
import type { Rows, Statement } from '../platform/index.js';

/** The key row of one compartment. */
export interface StoredKey {
  readonly caseId: Uuid;
  readonly compartment: Compartment;
  readonly wrapped: Buffer | null;
  readonly sealed: boolean;
  /** Domain time; of the last renewal where it was shredded before. */
  readonly createdAt: Date;
}

export interface StoredItem {
  readonly item: Uuid;
  readonly procedureId: Uuid;
  readonly compartment: Compartment;
  readonly field: string;
  readonly ciphertext: Buffer;
  readonly createdAt: Date;
}

export const keysRead = (caseId: Uuid, of: readonly Compartment[]): Statement => ({
  name: 'vault_keys_read',
  text: `select case_id as "caseId", compartment, wrapped, sealed_at is not null as sealed, created_at as "createdAt"
    from vault_keys where case_id = $1 and compartment = any($2)`,
  values: [caseId, of],
});

export const itemsRead = (caseId: Uuid, of: readonly Compartment[]): Statement => ({
  name: 'vault_items_read',
  text: `select id as item, procedure_id as "procedureId", compartment, field, ciphertext, created_at as "createdAt"
    from vault_items where case_id = $1 and compartment = any($2) order by created_at, id`,
  values: [caseId, of],
});

/** Fails the transaction, to be tried again, where a key that texts were encrypted with is no longer the key. */
export function holdStatement(
  caseId: Uuid,
  wanted: readonly Compartment[],
  stored: ReadonlyMap<Compartment, StoredKey>,
): Statement[] {
  const held = wanted.flatMap((compartment) => {
    const wrapped = stored.get(compartment)?.wrapped;
    return wrapped ? [{ compartment, wrapped }] : [];
  });
  if (held.length === 0) return [];
  return [
    {
      name: 'vault_keys_held',
      text: 'select hold_vault_keys($1, $2, $3)',
      values: [caseId, held.map(({ compartment }) => compartment), held.map(({ wrapped }) => wrapped)],
    },
  ];
}

export const keysOf = (rows: Rows | undefined): ReadonlyMap<Compartment, StoredKey> =>
  new Map((rows?.rows ?? []).map((row) => [row['compartment'] as Compartment, row as StoredKey]));

export const itemsOf = (rows: Rows | undefined): readonly StoredItem[] => (rows?.rows ?? []) as StoredItem[];
