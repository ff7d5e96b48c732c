import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * On a server of the operator's: makes the roles that migrations grant to, where the owner may create roles, and
 * gives the addresses of the sweep and the relay that were not set. Otherwise the settings check names them.
 */
export async function addressesOnTheirServer(dataDirectory) {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_SWEEP_URL, DATABASE_RELAY_URL } = process.env;
  if (!DATABASE_OWNER_URL || (DATABASE_SWEEP_URL && DATABASE_RELAY_URL)) return {};
  const { connected, attributes } = await import('../postgres/provision.mjs');
  return connected(DATABASE_OWNER_URL, async (client) => {
    if (!(await mayCreateRoles(client))) return {};
    const runtime = decodeURIComponent(new URL(DATABASE_URL).username);
    await ensureRole(client, 'nrm_runtime', 'NOSUPERUSER');
    if (runtime !== 'nrm_runtime')
      await client.query(`grant nrm_runtime to ${client.escapeIdentifier(runtime)}`);
    const address = async (role) => {
      const password = passwordIn(path.join(dataDirectory, 'database-passwords'), role);
      await ensureRole(client, role, `${attributes} password ${client.escapeLiteral(password)}`);
      return withLogin(DATABASE_URL, role, password);
    };
    return {
      DATABASE_SWEEP_URL: DATABASE_SWEEP_URL || (await address('nrm_sweep')),
      DATABASE_RELAY_URL: DATABASE_RELAY_URL || (await address('nrm_relay')),
    };
  });
}

async function mayCreateRoles(client) {
  const { rows } = await client.query(
    'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
  );
  return rows[0].may;
}

async function ensureRole(client, role, properties) {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${role} ${properties}`);
}

function passwordIn(directory, role) {
  const file = path.join(directory, role);
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return fs.readFileSync(file, 'utf8');
}

function withLogin(address, user, password) {
  const url = new URL(address);
  url.username = user;
  url.password = password;
  return url.href;
}
