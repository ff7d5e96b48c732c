import type { InstallationKeys } from '../access/index.js';
import { type Database, nobody } from '../platform/index.js';

/**
 * The first start writes down which installation key this database lives under; each later start with another one
 * fails, instead of sealing new texts that the old key's holder cannot open, or finding the old ones unreadable.
 */
export async function assertSameKey(database: Database, { fingerprint }: InstallationKeys): Promise<void> {
  const name = fingerprint.toString('hex');
  const { rows } = await database.inTransaction(nobody, async (tx) => {
    await tx.query('insert into vault_installation (key_fingerprint) values ($1) on conflict do nothing', [
      name,
    ]);
    return tx.query<{ key_fingerprint: string }>('select key_fingerprint from vault_installation');
  });
  if (rows[0]?.key_fingerprint === name) return;
  throw new Error(
    'this installation key is not the one the vault was sealed with: bring back the right key (NRM_KEY_FILE or NRM_MASTER_KEY)',
  );
}
