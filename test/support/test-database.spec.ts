import pg from 'pg';
import { assertTestName, testDatabase } from './test-database.js';

async function ask(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(sql).finally(() => client.end());
}

describe('a database per spec file', () => {
  it('is migrated, reachable by each role and gone after drop', async () => {
    const database = await testDatabase();
    for (const url of [database.ownerUrl, database.runtimeUrl, database.sweepUrl, database.relayUrl]) {
      const { rows } = await ask(url, 'select now_domain() as now');
      expect(rows[0].now).toBeInstanceOf(Date);
    }
    await database.drop();
    await expect(ask(database.ownerUrl, 'select 1')).rejects.toThrow('does not exist');
  });

  it('shares nothing with another', async () => {
    const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
    await ask(one.ownerUrl, 'create table mine (id int)');
    await expect(ask(two.ownerUrl, 'select * from mine')).rejects.toThrow('does not exist');
    await Promise.all([one.drop(), two.drop()]);
  });

  it.each(['istiqamet', 'contest', 'attestation'])('leaves "%s" alone', (name) => {
    expect(() => assertTestName(name)).toThrow('left alone');
  });
});
