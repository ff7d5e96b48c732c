import type { FirstAdministrator } from '../../src/access/index.js';
import { passwordFits } from '../../src/access/passwords.js';
import { testDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { connected } from '../postgres/provision.mjs';
import { createAdministrator } from './account.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const password = 'uzun-bir-parol-17';
const asked = { username: 'ilk', name: 'İlk Sınaqlı', password, language: 'az', another: false } as const;
async function create(more: Partial<FirstAdministrator>) {
  const said: string[] = [];
  const added = await createAdministrator(database.runtimeUrl, { ...asked, ...more }, (line) =>
    said.push(line),
  );
  return { added, said: said.join() };
}
const stored = async () => {
  const { rows } = await connected(database.superuserUrl, (client) =>
    client.query(`select username, role, b.kind, a.password_hash as hash from accounts a join bodies b on b.id = a.body_id
      order by a.created_at`),
  );
  return rows as { username: string; role: string; kind: string; hash: string }[];
};

describe('the first account', () => {
  it('is refused a short password, and adds nobody then', async () => {
    expect(await create({ username: 'ilk', password: 'qisa' })).toMatchObject({
      added: false,
      said: expect.stringContaining('12'),
    });
    expect(await stored()).toEqual([]);
  });

  it('is an administrator in a body of her own, with the password that was given', async () => {
    expect(await create({})).toMatchObject({ added: true, said: expect.not.stringContaining(password) });
    const [first] = await stored();
    expect(first).toMatchObject({ username: 'ilk', role: 'administrator', kind: 'administration' });
    expect(await passwordFits(first?.hash, password)).toBe(true);
  });

  it('is the only one that is made so, unless another is asked for', async () => {
    expect(await create({ username: 'ikinci' })).toMatchObject({ added: false });
    expect((await create({ username: 'ILK', another: true })).said).toContain('username');
    expect(await create({ username: 'ikinci', another: true })).toMatchObject({ added: true });
    expect((await stored()).map(({ username }) => username)).toEqual(['ilk', 'ikinci']);
    const { rows } = await connected(database.superuserUrl, (client) =>
      client.query('select act, after from administrative_acts order by at'),
    );
    expect(rows).toMatchObject(
      ['ilk', 'ikinci'].map((username) => ({ act: 'accountAdded', after: { username } })),
    );
  });
});
