import { provision } from './postgres/provision.mjs';

/**
 * `npm run provision`: on a server of one's own, makes the database, its extensions and the four roles with the
 * passwords of their addresses. DATABASE_ADMIN_URL is the address of a superuser; nothing else ever needs it.
 * May be repeated: it renews the passwords.
 */
const addresses = {
  superuser: address('DATABASE_ADMIN_URL'),
  nrm_owner: address('DATABASE_OWNER_URL'),
  nrm_runtime: address('DATABASE_URL'),
  nrm_sweep: address('DATABASE_SWEEP_URL'),
  nrm_relay: address('DATABASE_RELAY_URL'),
};
const database = addresses.nrm_owner.pathname.slice(1);

await provision({ urlOf, passwordOf }, database);
console.log(`${database}: database, extensions and roles are there`);

function address(setting) {
  const value = process.env[setting];
  if (!value || !URL.canParse(value))
    throw new Error(`${setting}: set postgres://user:password@host:5432/database`);
  return new URL(value);
}

function urlOf(role, name) {
  const url = new URL(addresses[role]);
  url.pathname = name;
  return url.href;
}

function passwordOf(role) {
  const { username, password } = addresses[role];
  if (username !== role) throw new Error(`the address of ${role} names the user ${username}`);
  return decodeURIComponent(password);
}
