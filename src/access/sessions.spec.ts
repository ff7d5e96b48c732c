import { jest } from '@jest/globals';
import type { DemoUsername } from './seed/demo-accounts.js';
import { type DemoDesk, demoDesk, demoPassword, signedIn } from '../../test/access/demo-desk.js';
import { UnfitRole } from './account-terms.js';
import { AdministrativeActs } from './administrative-acts.js';
import { AccountsService } from './accounts.service.js';
import { BodiesService } from './bodies.service.js';
import { actingAs } from './identity.js';
import { hashSecret, sessionCookieName } from './credentials.js';
import { codeAt } from './one-time-code.js';
import { TooManyTries } from './rate-limit.js';
import { type SignIn, SessionsService } from './sessions.service.js';
import { SignInDesk } from './sign-in-desk.js';
import { NoSuchBody, TokensService } from './tokens.service.js';

let desk: DemoDesk;
let sessions: SessionsService;
let accounts: AccountsService;
let tokens: TokensService;
const admin = signedIn('admin');
const newSessions = () => new SessionsService(desk.database, new SignInDesk(desk.database, desk.keys));
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const cookie = (token: string) => ({ cookie: `${sessionCookieName}=${token}` });
const credentials = (more: object = {}) => ({
  username: 'police',
  password: demoPassword,
  address: '192.0.2.1',
  ...more,
});

const issued = (username: DemoUsername, system: string, days = 1) =>
  tokens.issue(admin, { system, bodyId: signedIn(username).bodyId, role: signedIn(username).role, days });

async function tokenOf(answer: Promise<SignIn>): Promise<string> {
  const signIn = await answer;
  if (signIn.kind !== 'signedIn') throw new Error(`refused: ${signIn.reason}`);
  return signIn.token;
}

beforeAll(async () => {
  desk = await demoDesk();
});
beforeEach(async () => {
  await desk.past('delete from tries');
  sessions = newSessions();
  const bodies = new BodiesService(desk.database);
  accounts = new AccountsService(desk.database, desk.keys, bodies);
  tokens = new TokensService(desk.database, bodies);
});
afterAll(() => desk.close());

it('begins no session by a password that was changed while it was looked at', async () => {
  const real = new SignInDesk(desk.database, desk.keys);
  const slow = {
    check: async (tried: Parameters<SignInDesk['check']>[0]) => {
      const answer = await real.check(tried);
      if (answer.kind === 'right') await accounts.setPassword(admin, answer.accountId, 'bir-az-uzun-parol');
      return answer;
    },
  };
  const late = new SessionsService(desk.database, slow as SignInDesk);
  expect(await late.signIn(credentials())).toEqual({ kind: 'refused', reason: 'wrong' });
  const { identity } = (await sessions.signIn(credentials({ password: 'bir-az-uzun-parol' }))) as Extract<
    SignIn,
    { kind: 'signedIn' }
  >;
  await accounts.setPassword(admin, identity.accountId, demoPassword);
});

describe('two processes', () => {
  it('both know at once that a session is over, by signing out or by a closed account', async () => {
    const other = newSessions();
    const [one, two] = [
      await tokenOf(sessions.signIn(credentials())),
      await tokenOf(sessions.signIn(credentials())),
    ];
    for (const token of [one, two]) expect(await other.identify(cookie(token))).not.toBeNull();
    await sessions.signOut(one);
    expect(await other.identify(cookie(one))).toBeNull();
    const officer = signedIn('police').accountId;
    await accounts.close(admin, officer, 'away');
    await accounts.reopen(admin, officer);
    expect(await other.identify(cookie(two))).toBeNull();
  });
});

describe('a crowd', () => {
  it('is asked about together, and each is told of herself', async () => {
    const people = [signedIn('police'), signedIn('ngo'), signedIn('shelter')];
    const cookies: string[] = [];
    for (const { username } of people)
      cookies.push(await tokenOf(sessions.signIn(credentials({ username }))));
    const { secret: machine } = await issued('clinic', 'Qəbul şöbəsi');
    const counted = jest.spyOn(desk.database, 'inTransaction');
    const crowd = Array.from({ length: 240 }, (_, n) => n % 4).map((n) => {
      if (n === 3) return sessions.identify(bearer(machine));
      return sessions.identify(cookie(cookies[n] ?? ''));
    });
    const stranger = sessions.identify(cookie('x'.repeat(43)));
    const who = await Promise.all(crowd);
    const rounds = counted.mock.calls.length;
    counted.mockRestore();
    expect(who.map((one) => one?.name)).toEqual(
      crowd.map((_, n) => [...people.map(({ name }) => name), 'Qəbul şöbəsi'][n % 4]),
    );
    expect(await stranger).toBeNull();
    expect(rounds).toBeLessThanOrEqual(3);
  });
});

describe('signing in', () => {
  it('tells who one is, in whose name one acts, and starts a session', async () => {
    const answer = await sessions.signIn(credentials({ username: 'Police' }));
    if (answer.kind !== 'signedIn') throw new Error('refused');
    expect(answer.identity).toEqual({ ...signedIn('police'), csrfToken: answer.csrfToken });
    expect(await sessions.identify(cookie(answer.token))).toEqual(answer.identity);
  });

  it('keeps neither token nor password in the clear', async () => {
    const token = await tokenOf(sessions.signIn(credentials()));
    const { rows } = await desk.past(
      `select to_jsonb(s)::text as row from sessions s union all select to_jsonb(a)::text from accounts a`,
    );
    const all = rows.map(({ row }) => row).join();
    expect(all).toContain(hashSecret(token));
    expect(all).not.toContain(token);
    expect(all).not.toContain(demoPassword);
    expect(all).toContain('$argon2id$');
  });

  it('answers alike to an unknown name, a wrong password and a closed account', async () => {
    await desk.past("update accounts set active = false where username = 'school'");
    const answers = await Promise.all([
      sessions.signIn(credentials({ username: 'nobody' })),
      sessions.signIn(credentials({ password: 'wrong password' })),
      sessions.signIn(credentials({ username: 'school' })),
    ]);
    expect(answers).toEqual(Array.from({ length: 3 }, () => ({ kind: 'refused', reason: 'wrong' })));
    const { rows } = await desk.past('select 1 from sessions where account_id = $1', [
      signedIn('school').accountId,
    ]);
    expect(rows).toEqual([]);
  });

  it('hashes for an unknown name too', async () => {
    const lasting = async (more: object) => {
      const started = process.hrtime.bigint();
      await newSessions().signIn(credentials(more));
      return Number(process.hrtime.bigint() - started);
    };
    const wrong = { password: 'wrong password' };
    await lasting({ ...wrong, username: 'nobody' });
    const times = { known: Infinity, unknown: Infinity };
    for (let round = 0; round < 5; round += 1) {
      times.known = Math.min(times.known, await lasting(wrong));
      times.unknown = Math.min(times.unknown, await lasting({ ...wrong, username: 'nobody' }));
    }
    expect(times.unknown).toBeGreaterThan(times.known / 3);
  });

  it('is limited by name and address, also for names that nobody has', async () => {
    const wrong = credentials({ username: 'nobody', password: 'x' });
    for (let tries = 0; tries < 10; tries += 1) await sessions.signIn(wrong);
    await expect(sessions.signIn({ ...wrong, username: 'NOBODY' })).rejects.toThrow(TooManyTries);
    await expect(sessions.signIn({ ...wrong, address: '192.0.2.2' })).resolves.toMatchObject({
      reason: 'wrong',
    });
    await expect(sessions.signIn(credentials())).resolves.toMatchObject({ kind: 'signedIn' });
  });

  it('asks for a one-time code where the account has one, and takes each code once', async () => {
    const { accountId } = signedIn('lawyer');
    const secret = fromBase32(await accounts.requireCode(admin, accountId));
    const lawyer = credentials({ username: 'lawyer' });
    expect(await sessions.signIn(lawyer)).toEqual({ kind: 'refused', reason: 'codeNeeded' });
    expect(await sessions.signIn({ ...lawyer, code: 'abcdef' })).toEqual({
      kind: 'refused',
      reason: 'wrong',
    });
    const code = codeAt(secret, Math.floor(Date.now() / 30_000));
    const twins = await Promise.all([
      sessions.signIn({ ...lawyer, code }),
      sessions.signIn({ ...lawyer, code }),
    ]);
    expect(twins.map(({ kind }) => kind).sort()).toEqual(['refused', 'signedIn']);
    const { rows } = await desk.past("select code_secret from accounts where username = 'lawyer'");
    expect(Buffer.from(rows[0].code_secret, 'base64').includes(secret)).toBe(false);
  });
});

describe('a session', () => {
  const age = (token: string, set: string) =>
    desk.past(`update sessions set ${set} where token_hash = $1`, [hashSecret(token)]);

  it('is over at once when signed out, also where it was just seen', async () => {
    const token = await tokenOf(sessions.signIn(credentials()));
    expect(await sessions.identify(cookie(token))).not.toBeNull();
    await sessions.signOut(token);
    expect(await sessions.identify(cookie(token))).toBeNull();
  });

  it('is not kept by a look that began before the end', async () => {
    const token = await tokenOf(sessions.signIn(credentials()));
    const looks = Array.from({ length: 6 }, () => sessions.identify(cookie(token)));
    await sessions.signOut(token);
    await Promise.all(looks);
    expect(await sessions.identify(cookie(token))).toBeNull();
  });

  it('ends with all others when the password changes or the account closes', async () => {
    const { accountId } = signedIn('clinic');
    const clinic = credentials({ username: 'clinic' });
    const both = [await tokenOf(sessions.signIn(clinic)), await tokenOf(sessions.signIn(clinic))];
    await accounts.setPassword(admin, accountId, 'another password');
    for (const token of both) expect(await sessions.identify(cookie(token))).toBeNull();
    expect(await sessions.signIn(clinic)).toMatchObject({ reason: 'wrong' });
    const again = await tokenOf(sessions.signIn({ ...clinic, password: 'another password' }));
    await accounts.close(admin, accountId, 'left');
    expect(await sessions.identify(cookie(again))).toBeNull();
  });

  it('ends after an hour without use', async () => {
    const token = await tokenOf(sessions.signIn(credentials()));
    await age(token, "seen_at = clock_timestamp() - interval '59 minutes'");
    expect(await newSessions().identify(cookie(token))).not.toBeNull();
    const { rows } = await desk.past(
      "select seen_at > clock_timestamp() - interval '1 minute' as fresh from sessions where token_hash = $1",
      [hashSecret(token)],
    );
    expect(rows).toEqual([{ fresh: true }]);
    await age(token, "seen_at = clock_timestamp() - interval '61 minutes'");
    expect(await newSessions().identify(cookie(token))).toBeNull();
  });

  it('ends after twelve hours in any case', async () => {
    const token = await tokenOf(sessions.signIn(credentials()));
    const { rows } = await desk.past(
      'select extract(epoch from expires_at - created_at)::int as seconds from sessions where token_hash = $1',
      [hashSecret(token)],
    );
    expect(Math.abs(rows[0].seconds - 12 * 3600)).toBeLessThan(5);
    await age(token, "expires_at = clock_timestamp() - interval '1 second'");
    expect(await newSessions().identify(cookie(token))).toBeNull();
  });

  it('is not another account of the same browser, nor the hash itself', async () => {
    const token = await tokenOf(sessions.signIn(credentials()));
    expect(await sessions.identify(cookie(hashSecret(token).slice(0, 43)))).toBeNull();
    expect(await sessions.identify({})).toBeNull();
  });
});

describe('a token', () => {
  it('lets a system act in the name of its body, by no other way, and each one is of the same system', async () => {
    const one = await issued('ngo', 'Qəbul');
    const { name, bodyId, role, via, csrfToken } = (await sessions.identify(bearer(one.secret))) ?? {};
    expect({ name, bodyId, role, via, csrfToken }).toEqual({
      ...{ name: 'Qəbul', via: 'token', csrfToken: undefined },
      ...{ bodyId: signedIn('ngo').bodyId, role: 'ngoWorker' },
    });
    const two = await issued('ngo', 'Qəbul');
    expect([two.accountId, two.id === one.id]).toEqual([one.accountId, false]);
    expect((await accounts.list()).map(({ id }) => id)).not.toContain(one.accountId);
    await accounts.setPassword(admin, one.accountId, 'a third password');
    const { rows } = await desk.past('select username, password_hash from accounts where id = $1', [
      one.accountId,
    ]);
    expect(rows[0].password_hash).toBeNull();
    for (const password of ['a third password', '', 'null'])
      expect(await sessions.signIn(credentials({ username: rows[0].username, password }))).toMatchObject({
        reason: 'wrong',
      });
  });

  it('is over when its time has passed, its body is closed or its account', async () => {
    const { secret, id, accountId, bodyId } = await issued('consul', 'Qəbul');
    const known = () => newSessions().identify(bearer(secret));
    for (const [table, key] of [
      ['accounts', accountId],
      ['bodies', bodyId],
    ]) {
      expect(await known()).not.toBeNull();
      await desk.past(`update ${table} set active = false where id = $1`, [key]);
      expect([table, await known()]).toEqual([table, null]);
      await desk.past(`update ${table} set active = true where id = $1`, [key]);
    }
    await desk.past('update api_tokens set expires_at = clock_timestamp() where id = $1', [id]);
    expect(await known()).toBeNull();
    expect(await tokens.list(bodyId)).toMatchObject([{ id, state: 'expired', revokedAt: null }]);
  });

  it('is for the work of cases, of a body that is there, and not for ever', async () => {
    const { bodyId } = signedIn('police');
    const asked = { system: 'Qəbul', bodyId, role: 'caseOfficer', days: 1 } as const;
    for (const role of ['supervisor', 'investigator', 'administrator'] as const)
      await expect(tokens.issue(admin, { ...asked, role })).rejects.toThrow(UnfitRole);
    for (const days of [0, 366, 1.5]) await expect(tokens.issue(admin, { ...asked, days })).rejects.toThrow();
    await expect(tokens.issue(admin, { ...asked, bodyId: admin.accountId })).rejects.toThrow(NoSuchBody);
    expect(await tokens.list(bodyId)).toEqual([]);
  });

  it('is neither issued nor revoked where that cannot be recorded', async () => {
    const { secret, id, bodyId } = await issued('school', 'Qəbul');
    await desk.past('revoke insert on administrative_acts from nrm_runtime');
    await expect(issued('school', 'Qəbul')).rejects.toThrow();
    await expect(tokens.revoke(admin, id)).rejects.toThrow();
    await desk.past('grant insert on administrative_acts to nrm_runtime');
    expect(await tokens.list(bodyId)).toMatchObject([{ id, state: 'valid' }]);
    expect(await sessions.identify(bearer(secret))).not.toBeNull();
  });
});

describe('accounts', () => {
  it('are created with a fit password and a free name, and can sign in', async () => {
    const { bodyId } = signedIn('police');
    const wanted = {
      username: 'police3',
      name: 'Yeni Sınaqlı',
      role: 'caseOfficer',
      bodyId,
      language: 'en',
    } as const;
    await expect(accounts.create(admin, { ...wanted, password: 'short' })).rejects.toThrow('12 to 256');
    const made = await accounts.create(admin, { ...wanted, password: 'a long password' });
    expect(await accounts.list()).toContainEqual(made);
    await expect(
      accounts.create(admin, { ...wanted, username: 'POLICE3', password: 'a long password' }),
    ).rejects.toMatchObject({ kind: 'unique' });
    const answer = await sessions.signIn(credentials({ username: 'police3', password: 'a long password' }));
    expect(answer).toMatchObject({ kind: 'signedIn', identity: { name: 'Yeni Sınaqlı', language: 'en' } });
  });
});

describe('what an administrator does', () => {
  const acts = (username: Parameters<typeof signedIn>[0]) =>
    new AdministrativeActs(desk.database).list(signedIn(username));

  it('is on record for the Coordinator, with what it was and what it is, and for nobody whom it does not touch', async () => {
    const bodies = new BodiesService(desk.database);
    const officers = await bodies.byId(signedIn('police2').bodyId);
    const ganja = (await bodies.all()).find(({ code }) => code === 'local-executive-ganja');
    if (!ganja || !officers) throw new Error('no such body');
    await expect(bodies.save(admin, { ...officers, kind: 'guardianship' })).rejects.toThrow(UnfitRole);
    await bodies.save(admin, { ...ganja, kind: 'guardianship' });
    const { accountId, bodyId } = signedIn('guardian2');
    await accounts.setPassword(admin, accountId, 'a third password');
    const [reset, changed] = (await acts('coordinator')).items;
    expect(changed).toMatchObject({
      act: 'bodyChanged',
      by: { username: 'admin' },
      account: null,
      body: { id: ganja.id },
      before: { kind: 'localExecutive', code: 'local-executive-ganja' },
      after: { kind: 'guardianship', code: 'local-executive-ganja' },
    });
    expect(reset).toMatchObject({ act: 'passwordSet', account: { id: accountId }, body: { id: bodyId } });
    const { rows } = await desk.past('select * from administrative_acts');
    expect(JSON.stringify(rows)).not.toMatch(/password"|\$scrypt|third password/);
    const asSupervisor = await acts('supervisor');
    expect(asSupervisor.items.map(({ body }) => body.id)).not.toContain(bodyId);
    for (const username of ['admin', 'guardian2', 'ombudsman'] as const)
      expect((await acts(username)).items).toEqual([]);
  });

  it('tells the body of the account and the Coordinator that somebody set a password', async () => {
    const { accountId, bodyId } = signedIn('school');
    await accounts.setPassword(admin, accountId, 'a third password');
    const { rows } = await desk.past(
      `select body_id from notifications where template = 'password-set' and body_id = any($1)`,
      [[bodyId, signedIn('coordinator').bodyId]],
    );
    expect(rows.map(({ body_id: id }) => id as string)).toEqual(
      expect.arrayContaining([bodyId, signedIn('coordinator').bodyId]),
    );
  });

  it('is not done where it cannot be recorded, and its record is there for good', async () => {
    const school = credentials({ username: 'consul' });
    await desk.past('revoke insert on administrative_acts from nrm_runtime');
    await expect(
      accounts.setPassword(admin, signedIn('consul').accountId, 'nobody knows it'),
    ).rejects.toThrow();
    await desk.past('grant insert on administrative_acts to nrm_runtime');
    expect(await sessions.signIn(school)).toMatchObject({ kind: 'signedIn' });
    for (const sql of ['delete from administrative_acts', `update administrative_acts set act = 'x'`])
      await expect(desk.database.inTransaction(actingAs(admin), (tx) => tx.query(sql))).rejects.toMatchObject(
        { message: expect.stringContaining('permission denied') },
      );
  });
});

function fromBase32(text: string): Buffer {
  const bits = [...text].map((c) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
