import { randomUUID } from 'node:crypto';
import { words, type Language, type Uuid } from '#libs/vocabulary';
import type { Tx } from '../platform/index.js';
import { actStatement } from './act-records.js';
import { assertFit, hashPassword } from './passwords.js';

export interface FirstAdministrator {
  /** Of the new account. The transaction runs in its name: nobody else is there to have added it. */
  readonly id: Uuid;
  readonly username: string;
  readonly name: string;
  readonly password: string;
  readonly language: Language;
  /** Also where there is an administrator already, e.g. one who lost her password. */
  readonly another: boolean;
}

const body = words('Sistem inzibatçılığı', 'System administration');

/**
 * Adds the administrator who adds everybody else, and her body where there is none. False, and nothing added, where an
 * active administrator is there and no other was asked for. Throws UnfitPassword, DatabaseError.
 */
export async function addFirstAdministrator(tx: Tx, asked: FirstAdministrator): Promise<boolean> {
  assertFit(asked.password);
  const hash = await hashPassword(asked.password);
  await tx.query('lock table accounts in share row exclusive mode');
  const { count } = await tx.query(`select 1 from accounts where role = 'administrator' and active`);
  if (count > 0 && !asked.another) return false;
  await tx.query(
    `insert into bodies (id, code, kind, name_az, name_en)
     select $1, 'administration', 'administration', $2, $3
     where not exists (select 1 from bodies where kind = 'administration')`,
    [randomUUID(), body.az, body.en],
  );
  const { id, username } = asked;
  const { rows } = await tx.query<{ bodyId: Uuid }>(
    `insert into accounts (id, username, display_name, role, body_id, language, password_hash)
     select $1, $2, $3, 'administrator', b.id, $4, $5 from bodies b where b.kind = 'administration'
     order by b.code limit 1 returning body_id as "bodyId"`,
    [id, username, asked.name, asked.language, hash],
  );
  const after = { username, role: 'administrator', active: true };
  await tx.batch(
    rows.map(({ bodyId }) =>
      actStatement({ accountId: id }, { act: 'accountAdded', accountId: id, bodyId, after }),
    ),
  );
  return true;
}
