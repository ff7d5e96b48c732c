import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { BodyKind, Instant, ParticipationLevel, Uuid } from '#libs/vocabulary';
import {
  AccessRecords,
  type DemoBodyCode,
  type DemoUsername,
  demoAccountId,
  demoAccounts,
  demoBodies,
  demoBodyId,
  Grounds,
  type Identity,
  InstallationKeys,
  participateStatement,
  seedDemoAccounts,
} from '../../src/access/index.js';
import { Database, LocalKey, nobody } from '../../src/platform/index.js';
import { type TestDatabase, testDatabase } from '../support/test-database.js';

export const demoPassword = 'nar çiçəyi 2016';
export const moment: Instant = '2016-03-01T08:00:00.000Z';

/** A database with the demo accounts, and the doors to it that specs of access and vault need. */
export interface DemoDesk {
  readonly test: TestDatabase;
  readonly database: Database;
  readonly provider: LocalKey;
  readonly keys: InstallationKeys;
  readonly records: AccessRecords;
  readonly grounds: Grounds;
  /** As the superuser, past every policy: to look and to break things. */
  past(sql: string, values?: readonly unknown[]): Promise<pg.QueryResult>;
  /** A bare case row, in which these bodies take part. */
  addCase(
    participants: Partial<Record<DemoBodyCode, ParticipationLevel>>,
  ): Promise<{ id: Uuid; number: string }>;
  close(): Promise<void>;
}

export async function demoDesk(): Promise<DemoDesk> {
  const test = await testDatabase();
  const database = new Database({ url: test.runtimeUrl, poolSize: 4, name: 'spec' });
  const provider = new LocalKey('env', randomBytes(32));
  const keys = await InstallationKeys.from(provider);
  const superuser = new pg.Pool({ connectionString: test.superuserUrl, max: 1 });
  await database.inTransaction(nobody, (tx) => seedDemoAccounts(tx, demoPassword));
  const past = (sql: string, values: readonly unknown[] = []) => superuser.query(sql, [...values]);
  return {
    test,
    database,
    provider,
    keys,
    records: new AccessRecords(database),
    grounds: new Grounds(database),
    past,
    addCase: (participants) => addCase(database, past, participants),
    close: async () => {
      await Promise.all([database.close(), superuser.end()]);
      await test.drop();
    },
  };
}

/** A demo account as it is after signing in. */
export function signedIn(username: DemoUsername): Identity {
  const { name, role, body } = demoAccounts[username];
  const { kind, district }: { kind: BodyKind; district?: string } = demoBodies[body];
  return {
    accountId: demoAccountId(username),
    username,
    name,
    role,
    bodyId: demoBodyId(body),
    bodyKind: kind,
    district: district ?? null,
    language: 'az',
    via: 'session',
  };
}

async function addCase(
  database: Database,
  past: DemoDesk['past'],
  participants: Partial<Record<DemoBodyCode, ParticipationLevel>>,
): Promise<{ id: Uuid; number: string }> {
  const id = randomUUID();
  const number = `AZ-2016-${id.slice(0, 8)}`;
  await past(
    `insert into cases (id, number, opened_at, opened_by_body_id, owner_body_id, revision, head_seq, head_hash)
     values ($1, $2, $3, $4, $4, 1, 1, repeat('0', 64))`,
    [id, number, moment, demoBodyId('police-baku-nasimi')],
  );
  const statements = Object.entries(participants).map(([code, level]) =>
    participateStatement(id, { bodyId: demoBodyId(code as DemoBodyCode), level }, moment),
  );
  await database.inTransaction(nobody, (tx) => tx.batch(statements));
  return { id, number };
}
