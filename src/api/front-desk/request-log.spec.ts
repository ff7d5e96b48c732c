import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { demoAccounts } from '../../access/index.js';
import { demoPassword, startApplication, type TestApplication } from '../../../test/support/application.js';
import { rowsOf } from '../../../test/access/marks/places.js';
import { Client } from '../../../test/support/client.js';
import { Database } from '../../platform/index.js';
import { serveMetrics } from '../metrics/index.js';

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication({ clock: 'training' });
}, 120_000);
afterAll(async () => {
  jest.restoreAllMocks();
  await application?.close();
});

/** Everything that the application logs while `work` runs, as text. */
async function loggedDuring(work: () => Promise<unknown>): Promise<string> {
  const lines: unknown[] = [];
  const take = (...said: unknown[]) => void lines.push(said);
  const spies = (['log', 'warn', 'error', 'debug'] as const).map((level) =>
    jest.spyOn(Logger.prototype, level).mockImplementation(take),
  );
  await work();
  spies.forEach((spy) => spy.mockRestore());
  return JSON.stringify(lines);
}

interface Issued {
  readonly id: string;
  readonly accountId: string;
  readonly secret: string;
}

const secrets = ['Gizlin', 'SECRETQUERY', demoPassword, 'bacısı'];

describe('what is written down of a request', () => {
  it('is its pattern, status and time, and nothing that it carried', async () => {
    const police = await application.signIn('police');
    const log = await loggedDuring(async () => {
      const { body } = await police.open({ person: { name: 'Gizlin Sınaqlı' } });
      await police.get(`/cases/${body.id}`);
      await police.give(body.id, 'caseFile', 'recordSafeContact', { safeContact: 'bacısı' });
      await police.post('/cases/search', { text: 'Gizlin' });
      await police.get('/cases?state=SECRETQUERY%20');
      await police.get('/nothing/SECRETQUERY');
      await application.stranger().post('/session', { username: 'police', password: demoPassword });
    });
    expect(log).toContain('/api/v1/cases/:id');
    expect(log).toContain('"status":201');
    for (const secret of secrets) expect(log).not.toContain(secret);
    expect(log).not.toMatch(/AZ-\d{4}-\d{6}|cases\/[0-9a-f]{8}/);
  });

  it('names the answer by an id of its own, which the caller gets too', async () => {
    let id: string | null = null;
    const log = await loggedDuring(async () => {
      id = (await application.stranger().get('/session')).headers.get('x-request-id');
    });
    expect(log).toContain(String(id));
  });
});

describe('a system of a body', () => {
  const machine = (secret: string) => new Client(application.url, { authorization: `Bearer ${secret}` });
  const paths = { tokens: '/administration/tokens' };

  it('opens a referral by its token, stands on the timeline under its name, and is nobody once it is revoked', async () => {
    const [admin, police] = [await application.signIn('admin'), await application.signIn('police')];
    const bodyId = police.user?.body.id ?? '';
    const asked = { system: 'Növbə jurnalı', bodyId, role: 'caseOfficer', days: 1 };
    const kept: { token?: Issued; caseId?: string } = {};
    const log = await loggedDuring(async () => {
      const issued = await admin.post<Issued>(paths.tokens, asked);
      expect(issued).toMatchObject({ status: 201, body: { system: 'Növbə jurnalı', state: 'valid' } });
      kept.token = issued.body;
      expect(JSON.stringify([...issued.headers])).not.toContain(issued.body.secret);
      const { status, body, headers } = await machine(issued.body.secret).open();
      expect([status, headers.get('set-cookie')]).toEqual([201, null]);
      kept.caseId = body.id;
    });
    const { caseId = '', token } = kept;
    const { secret = '', id, accountId } = token ?? {};
    expect(log).toContain(paths.tokens);
    expect(log).not.toContain(secret.slice(4));
    const holding = async (text: string) =>
      Object.entries(await rowsOf(application)).flatMap(([table, rows]) =>
        rows.includes(text) ? [table] : [],
      );
    expect(await holding(String(id))).toEqual(['public.administrative_acts', 'public.api_tokens']);
    expect(await holding(secret.slice(4))).toEqual([]);

    const timeline = await police.get<{ items: object[] }>(`/cases/${caseId}/timeline`);
    const actor = { id: accountId, name: 'Növbə jurnalı', system: true, role: 'caseOfficer', bodyId };
    expect(timeline.body.items[0]).toMatchObject({ command: 'open', actor });
    await machine(secret).get(`/cases/${caseId}/timeline`);
    const readings = await police.get<{ items: { actor: object }[] }>(`/cases/${caseId}/access`);
    expect(readings.body.items.map(({ actor: reader }) => reader)).toContainEqual({
      ...{ id: accountId, name: actor.name, system: true, role: 'caseOfficer' },
      body: expect.objectContaining({ en: expect.any(String) }),
    });
    expect((await police.get(`/cases/${caseId}`)).body).toMatchObject({ owner: { officerId: null } });

    await admin.post('/clock/advance', { duration: 'P3D' });
    expect((await machine(secret).get(`/cases/${caseId}`)).status).toBe(200);
    const list = await admin.get<{ items: object[] }>(`${paths.tokens}?body=${bodyId}`);
    expect(list.body.items).toMatchObject([
      { id, state: 'valid', issuedBy: 'Anar Örnəkli', lastUsedAt: expect.any(String), revokedBy: null },
    ]);
    expect(JSON.stringify(list.body)).not.toMatch(/secret|hash/i);
    const end = () => admin.send('DELETE', `${paths.tokens}/${id}`);
    expect([(await end()).status, (await end()).status]).toEqual([204, 204]);
    for (const [language, title] of Object.entries({ az: 'Sistemə daxil olun', en: 'Sign in first' }))
      expect(await machine(secret).get(`/cases/${caseId}`, { 'accept-language': language })).toMatchObject({
        status: 401,
        body: { code: 'sign-in-required', title },
      });
    const close = (one: string) =>
      admin.send('PATCH', `/administration/accounts/${one}`, { active: false, reason: 'unused' });
    expect([(await close(String(accountId))).status, (await close(String(id))).status]).toEqual([204, 404]);
    const closed = await admin.get<{ items: object[] }>(`${paths.tokens}?body=${bodyId}`);
    expect(closed.body.items).toMatchObject([{ id, state: 'revoked', systemClosed: true }]);
    const overseen = await (
      await application.signIn('coordinator')
    ).get<{ items: { act: string }[] }>('/supervision/administration?limit=4');
    expect(overseen.body.items.filter(({ act }) => act !== 'clockMoved')).toMatchObject([
      { act: 'accountClosed', account: { id: accountId }, after: { reason: 'unused' } },
      { act: 'tokenRevoked', account: { id: accountId }, after: { token: id } },
      {
        act: 'tokenIssued',
        account: { id: accountId },
        body: { id: bodyId },
        after: { role: 'caseOfficer' },
      },
    ]);
  });

  it('does what an officer of its role does, and nothing of what is for persons', async () => {
    const admin = await application.signIn('admin');
    const bodyId = (await application.signIn('police')).user?.body.id;
    const asked = { system: 'Növbə', bodyId, role: 'caseOfficer', days: 1 };
    const { secret } = (await admin.post<Issued>(paths.tokens, asked)).body;
    const system = machine(secret);
    const { body } = await system.open();
    const indicators = { catalogue: 'ilo-2012-forced-labour@1', observed: ['isolation'] };
    expect((await system.give(body.id, 'identification', 'recordIndicators', indicators)).status).toBe(200);
    const seen = await system.get<{ procedures: { type: string; blocked: object[] }[] }>(`/cases/${body.id}`);
    const identification = seen.body.procedures.find(({ type }) => type === 'identification');
    expect(identification?.blocked).toContainEqual(
      expect.objectContaining({
        command: 'rejectIndication',
        reason: expect.objectContaining({ code: 'person-needed' }),
      }),
    );
    expect(await system.open({ consent: { referToMainDepartment: 'no' } })).toMatchObject({
      body: { code: 'person-needed', errors: [{ pointer: '/consent/referToMainDepartment' }] },
    });
    const glass = { number: body.number, reason: 'Uydurma bir təhlükə', compartments: ['identity'] };
    const asks = [system, await application.signIn('police')].map((who) => who.post('/break-glass', glass));
    expect((await Promise.all(asks)).map(({ status }) => status)).toEqual([403, 202]);
    const notices = await system.get<{ items: { id: string }[] }>('/notifications?unread=true');
    const ids = notices.body.items.map(({ id }) => id);
    expect(ids).not.toEqual([]);
    expect(await system.post('/notifications/read', { ids }, { 'accept-language': 'en' })).toMatchObject({
      status: 403,
      body: { code: 'person-needed', detail: expect.stringContaining('Only an officer in person') },
    });
    const unread = await system.get<typeof notices.body>('/notifications?unread=true');
    expect(unread.body.items.map(({ id }) => id)).toEqual(ids);
    const back = { code: 'AAAA-AAAA-AAAA-AAAA', consentReferToMainDepartment: 'yes' };
    expect(await system.post('/returns', back)).toMatchObject({
      status: 403,
      body: { code: 'person-needed' },
    });
    expect((await system.get(paths.tokens)).status).toBe(403);
    expect((await application.stranger().get(`/cases?access_token=${secret}`)).status).toBe(401);
    expect((await application.stranger().get(`/session?token=${secret}`)).status).toBe(401);
  });

  it('gets a token from an administrator alone, of a body that is there, a role that it can have and an end', async () => {
    const admin = await application.signIn('admin');
    const bodyId = (await application.signIn('police')).user?.body.id;
    const asked = { system: 'Növbə', bodyId, role: 'caseOfficer', days: 30 };
    const faults = [
      [{ role: 'investigator' }, '/role', 'not-of-this-body'],
      [{ role: 'supervisor' }, '/role', 'not-one-of'],
      [{ days: 366 }, '/days', 'too-long'],
      [{ days: 0 }, '/days', 'too-small'],
      [{ bodyId: admin.user?.id }, '/bodyId', 'no-such-body'],
      [{ system: ' ' }, '/system', 'required'],
      [{ system: demoAccounts.police.name }, '/system', 'taken'],
    ] as const;
    for (const [change, pointer, code] of faults)
      expect(await admin.post(paths.tokens, { ...asked, ...change })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer, code }] },
      });
    expect((await admin.send('DELETE', `${paths.tokens}/${admin.user?.id}`)).status).toBe(404);
    for (const name of ['police', 'supervisor', 'coordinator'] as const) {
      const other = await application.signIn(name);
      const tried = [other.get(paths.tokens), other.post(paths.tokens, asked)];
      const end = other.send('DELETE', `${paths.tokens}/${admin.user?.id}`);
      expect((await Promise.all([...tried, end])).map(({ status }) => status)).toEqual([403, 403, 403]);
    }
  });
});

describe('figures', () => {
  it('stand on a port of their own, by route pattern', async () => {
    await application.stranger().get('/cases/0c2d0000-0000-8000-8000-000000000001');
    const server = await serveMetrics(application.app.get(Database), { host: '127.0.0.1', port: 0 });
    const { port } = server.address() as { port: number };
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(text).toContain(
      'nrm_http_request_seconds_count{method="GET",route="/api/v1/cases/:id",status="401"}',
    );
    expect(text).toContain('nrm_database_connections');
    expect(text).not.toContain('0c2d0000');
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    expect((await application.stranger().get('//metrics')).status).toBe(404);
    await new Promise((resolve) => server.close(resolve));
  });
});
