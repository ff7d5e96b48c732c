import { type TestDatabase, testDatabase } from '../../../test/support/test-database.js';
import { connected } from '../../../tools/postgres/provision.mjs';
import { assertRuntimeRole, Database } from './index.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.drop());

async function check(url: string): Promise<void> {
  const database = new Database({ url, poolSize: 1, name: 'nrm-spec' });
  await assertRuntimeRole(database).finally(() => database.close());
}

async function asRole(attributes: string, then: string, work: (url: string) => Promise<void>): Promise<void> {
  const role = `probe_${test.name}`;
  const url = new URL(test.superuserUrl);
  url.username = role;
  url.password = 'probe';
  await connected(test.superuserUrl, async (client) => {
    await client.query(`create role ${role} login password 'probe' ${attributes}`);
    await client.query(`grant connect on database ${test.name} to ${role}`);
    if (then) await client.query(then.replaceAll('$role', role));
  });
  await work(url.href).finally(() =>
    connected(test.superuserUrl, (client) => client.query(`drop owned by ${role}; drop role ${role}`)),
  );
}

describe('the boot check of the role', () => {
  it('accepts the runtime, sweep and relay roles', async () => {
    for (const url of [test.runtimeUrl, test.sweepUrl, test.relayUrl]) await check(url);
  });

  it('refuses the owner and a superuser', async () => {
    await expect(check(test.ownerUrl)).rejects.toThrow(/"nrm_owner" owns \d+ tables/);
    await expect(check(test.superuserUrl)).rejects.toThrow('is a superuser');
  });

  it.each([
    ['bypasses row policies', 'bypassrls', ''],
    ['may create roles', 'createrole', ''],
    ['owns', '', 'grant nrm_owner to $role'],
    ['owns', '', 'create table stray (id int); alter table stray owner to $role'],
  ])('refuses a role that %s (%s%s)', async (fault, attributes, then) => {
    await asRole(attributes, then, async (url) => {
      await expect(check(url)).rejects.toThrow(fault);
    });
  });
});
