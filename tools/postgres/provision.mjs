import pg from 'pg';

/** Each login role with what it is for; none is a superuser, bypasses policies, or may create roles. */
export const roles = ['nrm_owner', 'nrm_runtime', 'nrm_sweep', 'nrm_relay'];
export const extensions = ['btree_gist', 'pg_trgm', 'pgcrypto'];
export const attributes = 'LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION';

/** Runs `work(client)` on a connection of its own. */
export async function connected(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Creates the four roles or renews their passwords; `passwordOf(role)` gives each. Needs the right to create roles. */
export async function provisionRoles(client, passwordOf) {
  for (const role of roles) {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    const verb = known.rowCount === 0 ? 'create' : 'alter';
    await client.query(`${verb} role ${role} ${attributes} password ${pg.escapeLiteral(passwordOf(role))}`);
  }
}

/** Creates the database, owned by nrm_owner, unless it exists, and lets only the four roles in. */
export async function provisionDatabase(client, name) {
  const known = await client.query('select 1 from pg_database where datname = $1', [name]);
  const database = pg.escapeIdentifier(name);
  if (known.rowCount === 0) {
    await client.query(
      `create database ${database} owner nrm_owner template template0 encoding 'UTF8' locale 'C'`,
    );
  }
  await admit(client, name);
}

/** A clone carries none of its template's database grants, so each database is given them anew. */
export async function admit(client, name) {
  const database = pg.escapeIdentifier(name);
  await client.query(`revoke all on database ${database} from public`);
  await client.query(`grant connect, temporary on database ${database} to ${roles.join(', ')}`);
}

/** Installs the extensions into the connected database. */
export async function provisionExtensions(client) {
  for (const name of extensions) await client.query(`create extension if not exists ${name}`);
}

/** Everything for `database` on a server given by `urlOf` and `passwordOf`, as its superuser; may be repeated. */
export async function provision({ urlOf, passwordOf }, database) {
  await connected(urlOf('superuser', 'postgres'), async (client) => {
    await provisionRoles(client, passwordOf);
    await provisionDatabase(client, database);
  });
  await connected(urlOf('superuser', database), provisionExtensions);
}
