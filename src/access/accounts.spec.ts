import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { Systems1700000000280 } from '../../migrations/1700000000280-systems.js';
import { roles, rolesOfKind, words } from '#libs/vocabulary';
import { type DemoDesk, demoDesk, signedIn } from '../../test/access/demo-desk.js';
import { until } from '../../test/support/until.js';
import { UnfitRole } from './account-terms.js';
import { AccountsService } from './accounts.service.js';
import { BodiesService } from './bodies.service.js';
import { LastAdministrator } from './last-administrator.js';
import { TooManyTries } from './rate-limit.js';
import { demoAccounts } from './seed/demo-accounts.js';
import { demoBodies } from './seed/demo-bodies.js';
import { SessionsService } from './sessions.service.js';
import { SignInDesk } from './sign-in-desk.js';
import { NameOfOfficer } from './system-accounts.js';
import { NoSuchBody, TokensService } from './tokens.service.js';

let desk: DemoDesk;
let bodies: BodiesService;
let accounts: AccountsService;
const admin = signedIn('admin');

beforeAll(async () => {
  desk = await demoDesk();
  bodies = new BodiesService(desk.database);
  accounts = new AccountsService(desk.database, desk.keys, bodies);
});
afterAll(() => desk.close());

describe('who may be what, and until when', () => {
  const wanted = { username: 'ngo.yeni', name: 'Yeni Sınaqlı', role: 'ngoWorker', language: 'az' } as const;

  it('is said by the kind of the body: every role has its place, and the demo keeps to it', () => {
    expect(new Set(Object.values(rolesOfKind).flat())).toEqual(new Set(roles));
    for (const { role, body } of Object.values(demoAccounts))
      expect(rolesOfKind[demoBodies[body].kind]).toContain(role);
  });

  it('is refused in words where no such role is, and a password is made where none was given', async () => {
    const { bodyId } = signedIn('police');
    const unfit: unknown = await accounts
      .create(admin, { ...wanted, bodyId })
      .catch((fault: unknown) => fault);
    expect(unfit).toBeInstanceOf(UnfitRole);
    expect((unfit as UnfitRole).words.en).toBe(
      'In a body of the kind "police office" nobody has the role "NGO worker". There are: police case officer, supervisor.',
    );
    const { password = '' } = await accounts.create(admin, { ...wanted, bodyId: signedIn('ngo').bodyId });
    expect(password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
    const sessions = new SessionsService(desk.database, new SignInDesk(desk.database, desk.keys));
    const tried = { username: wanted.username, password, address: '192.0.2.1' };
    expect(await sessions.signIn(tried)).toMatchObject({ kind: 'signedIn' });
  });

  it('ends with a reason on record, once', async () => {
    const { accountId } = signedIn('migration');
    await accounts.close(admin, accountId, 'moved');
    await accounts.close(admin, accountId, 'misused');
    const { rows } = await desk.past('select act, after from administrative_acts where account_id = $1', [
      accountId,
    ]);
    expect(rows).toEqual([{ act: 'accountClosed', after: { active: false, reason: 'moved' } }]);
  });

  it('leaves an administrator', async () => {
    const { accountId, bodyId } = admin;
    await expect(accounts.close(admin, accountId, 'left')).rejects.toThrow(LastAdministrator);
    const body = await bodies.byId(bodyId);
    if (!body) throw new Error('no administration');
    await expect(bodies.save(admin, { ...body, active: false })).rejects.toThrow(LastAdministrator);
  });

  it('leaves an administrator where two close the accounts of each other at once', async () => {
    const { accountId, bodyId } = admin;
    const two = { ...wanted, username: 'admin2', role: 'administrator', bodyId } as const;
    const other = await accounts.create(admin, two);
    const release = await holding([accountId, other.id]);
    const both = Promise.allSettled([accountId, other.id].map((id) => accounts.close(admin, id, 'left')));
    await until('both have begun, and neither has ended', async () => (await waiting()) === 2);
    await release();
    const closed = await both;
    expect(closed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await accounts.reopen(admin, accountId);
    await accounts.close(admin, other.id, 'mistaken');
  });

  /** Keeps two accounts from being changed until it is released: who would change them meets the others there. */
  async function holding(ids: readonly string[]): Promise<() => Promise<void>> {
    const holder = new pg.Client({ connectionString: desk.test.superuserUrl });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select 1 from accounts where id = any($1) for update', [ids]);
    return async () => {
      await holder.query('commit');
      await holder.end();
    };
  }

  async function waiting(): Promise<number> {
    const { rows } = await desk.past(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return (rows as { n: number }[])[0]?.n ?? 0;
  }
});

describe('a system of a body', () => {
  const asked = { system: 'Qəbul', role: 'ngoWorker', days: 1 } as const;
  const tokens = () => new TokensService(desk.database, bodies);

  it('has no name of an officer of the body', async () => {
    const { bodyId } = signedIn('ngo');
    const system = signedIn('ngo').name.toLocaleLowerCase();
    await expect(tokens().issue(admin, { ...asked, bodyId, system })).rejects.toThrow(NameOfOfficer);
    expect(await tokens().list(bodyId)).toEqual([]);
  });

  it('is closed with every token of it, on record, and open again only by another one', async () => {
    const { bodyId } = signedIn('school');
    const wanted = { ...asked, role: signedIn('school').role, bodyId };
    const [one, two] = [await tokens().issue(admin, wanted), await tokens().issue(admin, wanted)];
    const { accountId } = one;
    const states = async () =>
      (await tokens().list(bodyId)).map(({ state, systemClosed }) => [state, systemClosed]);
    const acts = async () =>
      (
        await desk.past('select act, after from administrative_acts where account_id = $1 order by at', [
          accountId,
        ])
      ).rows.map(({ act, after: { reason, token } }: { act: string; after: Record<string, string> }) => [
        act,
        reason ?? token,
      ]);
    const earlier = (await acts()).length;
    expect(await tokens().closeSystem(admin, signedIn('school').accountId, 'unused')).toBe(false);
    expect(await tokens().closeSystem(admin, accountId, 'misused')).toBe(true);
    expect(await tokens().closeSystem(admin, accountId, 'unused')).toBe(true);
    const closed = (await acts()).slice(earlier);
    const revoked = [one.id, two.id].sort().map((id) => ['tokenRevoked', id]);
    expect(closed.sort()).toEqual([['accountClosed', 'misused'], ...revoked]);
    expect(await states()).toEqual([1, 2].map(() => ['revoked', true]));
    await tokens().issue(admin, wanted);
    expect((await states()).toSorted()).toEqual([
      ['revoked', false],
      ['revoked', false],
      ['valid', false],
    ]);
    expect((await acts()).map(([act]) => act)).toContain('accountReopened');
  });

  it('is given thirty tokens in an hour at most by one administrator', async () => {
    const none = { ...asked, bodyId: randomUUID() };
    const other = { ...admin, accountId: randomUUID() };
    for (let nth = 0; nth < 30; nth += 1)
      await expect(tokens().issue(other, none)).rejects.toThrow(NoSuchBody);
    await expect(tokens().issue(other, none)).rejects.toThrow(TooManyTries);
  });

  it('holds its body to a kind only while a token of it is valid', async () => {
    const desks = { id: randomUUID(), code: 'desk', name: words('Masa', 'Desk'), parentId: null };
    const body = { ...desks, kind: 'ngo', district: null, active: true } as const;
    const police = { ...body, kind: 'police' } as const;
    await bodies.save(admin, body);
    const { id } = await tokens().issue(admin, { ...asked, bodyId: body.id });
    const other = await tokens().issue(admin, { ...asked, bodyId: body.id });
    await tokens().revoke(admin, id);
    await expect(bodies.save(admin, police)).rejects.toThrow(UnfitRole);
    await desk.past('update api_tokens set expires_at = clock_timestamp() where id = $1', [other.id]);
    await bodies.save(admin, police);
    expect(await bodies.byId(body.id)).toEqual(police);
  });

  it('is left closed where the migration that brought systems is undone', async () => {
    const { accountId } = await tokens().issue(admin, { ...asked, bodyId: signedIn('ngo').bodyId });
    const before = new pg.Client({ connectionString: desk.test.superuserUrl });
    await before.connect();
    await before.query('begin');
    await new Systems1700000000280().down({
      query: (sql: string) => before.query(sql),
    } as unknown as QueryRunner);
    const { rows } = await before.query('select active from accounts where id = $1', [accountId]);
    await before.query('rollback');
    await before.end();
    expect(rows).toEqual([{ active: false }]);
  });
});
