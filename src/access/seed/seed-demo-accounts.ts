import { createHash } from 'node:crypto';
import type { Uuid } from '#libs/vocabulary';
import type { Statement, Tx } from '../../platform/index.js';
import { hashPassword } from '../passwords.js';
import { demoAccounts, type DemoUsername } from './demo-accounts.js';
import { demoBodies, type DemoBodyCode } from './demo-bodies.js';

/** The id of a demo body, the same in every installation. */
export const demoBodyId = (code: DemoBodyCode): Uuid => idFrom(`body:${code}`);
/** The id of a demo account, the same in every installation. */
export const demoAccountId = (username: DemoUsername): Uuid => idFrom(`account:${username}`);

/** Adds the bodies and accounts of the demo that are missing. The password opens all of them, also those that were there. */
export async function seedDemoAccounts(tx: Tx, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await tx.batch([...bodyStatements(), ...accountStatements(hash)]);
}

function bodyStatements(): Statement[] {
  return Object.entries(demoBodies).map(([code, body]) => {
    const { kind, name, parent, district }: typeof body & { parent?: DemoBodyCode; district?: string } = body;
    return {
      name: 'demo_body',
      text: `insert into bodies (id, code, kind, name_az, name_en, parent_id, district)
        values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      values: [
        idFrom(`body:${code}`),
        code,
        kind,
        name.az,
        name.en,
        parent ? demoBodyId(parent) : null,
        district ?? null,
      ],
    };
  });
}

function accountStatements(hash: string): Statement[] {
  return Object.entries(demoAccounts).map(([username, { name, role, body }]) => ({
    name: 'demo_account',
    text: `insert into accounts (id, username, display_name, role, body_id, password_hash)
      values ($1, $2, $3, $4, $5, $6) on conflict (id) do update set password_hash = excluded.password_hash`,
    values: [idFrom(`account:${username}`), username, name, role, demoBodyId(body), hash],
  }));
}

/** A UUID of version 8 (RFC 9562) made from a name. */
function idFrom(name: string): Uuid {
  const hex = createHash('sha256').update(`istiqamet demo ${name}`).digest('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5');
}
