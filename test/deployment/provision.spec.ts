import { spawnSync } from 'node:child_process';
import { connected } from '../../tools/postgres/provision.mjs';
import { root } from '../architecture/planted-tree.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

describe('npm run provision', () => {
  let server: TestDatabase;
  let name: string;
  const to = (url: string, database: string) => Object.assign(new URL(url), { pathname: database }).href;
  const run = (env: Record<string, string | undefined>) =>
    spawnSync(process.execPath, ['tools/provision.mjs'], {
      cwd: root,
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
    });
  const settings = () => ({
    DATABASE_ADMIN_URL: to(server.superuserUrl, 'postgres'),
    DATABASE_OWNER_URL: to(server.ownerUrl, name),
    DATABASE_URL: to(server.runtimeUrl, name),
    DATABASE_SWEEP_URL: to(server.sweepUrl, name),
    DATABASE_RELAY_URL: to(server.relayUrl, name),
  });

  beforeAll(async () => {
    server = await testDatabase();
    name = `${server.name}_provisioned`;
  });
  afterAll(async () => {
    await connected(to(server.superuserUrl, 'postgres'), (client) =>
      client.query(`drop database if exists "${name}" with (force)`),
    );
    await server.drop();
  });

  it('makes a database that the owner may migrate, and may be repeated', async () => {
    expect(run(settings())).toMatchObject({ status: 0 });
    expect(run(settings())).toMatchObject({ status: 0 });
    const { rows } = await connected(to(server.ownerUrl, name), (client) =>
      client.query(`select has_database_privilege(current_database(), 'create') as may, datcollate
        from pg_database where datname = current_database()`),
    );
    expect(rows).toEqual([{ may: true, datcollate: 'C' }]);
  });

  it('refuses an address of the wrong role, and one that is missing', () => {
    const swapped = { ...settings(), DATABASE_SWEEP_URL: settings().DATABASE_URL };
    expect(run(swapped)).toMatchObject({ status: 1, stderr: expect.stringContaining('nrm_sweep') as string });
    const without = run({ ...settings(), DATABASE_ADMIN_URL: undefined });
    expect(without.stderr).toContain('DATABASE_ADMIN_URL');
    expect(without.status).toBe(1);
  });
});
