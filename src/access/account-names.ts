import type { Uuid } from '#libs/vocabulary';
import type { Tx } from '../platform/index.js';

/** Names of officers by account id, for timelines and access lists. An unknown id is left out. */
export async function accountNames(tx: Tx, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, string>> {
  if (ids.length === 0) return new Map();
  const sql = 'select id, display_name from accounts where id = any($1)';
  const { rows } = await tx.query<{ id: Uuid; display_name: string }>(
    sql,
    [[...new Set(ids)]],
    'account_names',
  );
  return new Map(rows.map((row) => [row.id, row.display_name]));
}
