import { verifyExport } from '#libs/timeline';
import { randomUUID } from 'node:crypto';
import { demoPassword, startApplication, type TestApplication } from '../../test/support/application.js';
import { type Client } from '../../test/support/client.js';

let application: TestApplication;
let police: Client;
beforeAll(async () => {
  application = await startApplication({ clock: 'training' });
  police = await application.signIn('police');
}, 120_000);
afterAll(() => application?.close());

interface Shown {
  readonly revision: number;
  readonly person: unknown;
  readonly procedures: readonly {
    id: string;
    type: string;
    state: string;
    revision: number;
    allowed: { command: string }[];
  }[];
}

interface Page {
  readonly items: readonly { id: string }[];
  readonly next?: string;
}

const seen = async (client: Client, id: string): Promise<Shown> =>
  (await client.get<Shown>(`/cases/${id}`)).body;
const opened = async (client: Client, change: object = {}): Promise<string> =>
  (await client.open({ ...change })).body.id;

describe('signing in', () => {
  it('gives a cookie that scripts cannot read, and tells who it is', async () => {
    const answer = await application
      .stranger()
      .post('/session', { username: 'shelter', password: demoPassword });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(/^nrm_session=[\w-]{43}; .*HttpOnly; SameSite=Strict$/);
    const user = {
      name: 'Aygün Misallı',
      role: 'shelterWorker',
      body: { code: 'state-shelter', kind: 'shelter' },
    };
    expect(answer.body).toMatchObject({ user });
  });

  it('ends at once', async () => {
    const client = await application.signIn('shelter2');
    expect((await client.get('/session')).status).toBe(200);
    expect((await client.send('DELETE', '/session')).status).toBe(204);
    expect((await client.get('/session')).status).toBe(401);
  });

  it('is refused after ten tries, with the time to wait', async () => {
    const wrong = { username: 'lawyer', password: 'alma-və-armud-12' };
    for (let tries = 0; tries < 10; tries += 1) await application.stranger().post('/session', wrong);
    const answer = await application.stranger().post('/session', wrong);
    expect(answer).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

it('tells everybody where the reason of a late step will lie, by who writes it', async () => {
  const liesFor = async (username: 'shelter' | 'police') => {
    const { body } = await (await application.signIn(username)).get<Charts>('/procedures');
    const { transitions = [] } = body.items.find(({ type }) => type === 'handoff') ?? {};
    const { lateReason, schema } = transitions.find(({ command }) => command === 'send') ?? {};
    return [lateReason?.compartment, schema?.properties['note']?.compartment];
  };
  expect(await liesFor('shelter')).toEqual(['location', 'location']);
  expect(await liesFor('police')).toEqual(['statement', 'statement']);
});
interface Charts {
  readonly items: readonly { readonly type: string; readonly transitions: readonly Line[] }[];
}
interface Line {
  readonly command: string;
  readonly lateReason?: { readonly compartment: string };
  readonly schema?: { readonly properties: Readonly<Record<string, { readonly compartment?: string }>> };
}

describe('a case', () => {
  it('is opened once for one key, and keeps its words in the vault', async () => {
    const body = {
      source: 'police',
      encounteredAt: new Date(Date.now() - 60_000).toISOString(),
      ageStatus: 'assumedAdult',
      person: { name: 'Nümunə Sınaqlı' },
      safety: { immediateDanger: true, needsShelter: false },
    };
    const key = { 'idempotency-key': randomUUID() };
    const first = await police.post<{ id: string; number: string }>('/cases', body, key);
    expect(first.status).toBe(201);
    expect(first.headers.get('location')).toBe(`/api/v1/cases/${first.body.id}`);
    expect((await police.post('/cases', body, key)).body).toEqual(first.body);
    const other = { ...body, source: 'border' };
    expect(await police.post('/cases', other, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    const entries = await application.sql('select * from timeline_entries where case_id = $1', [
      first.body.id,
    ]);
    expect(JSON.stringify(entries)).not.toContain('Sınaqlı');
    expect(await seen(police, first.body.id)).toMatchObject({ person: { name: 'Nümunə Sınaqlı' } });
  });

  it('starts identification, and for a child guardianship with its handoff', async () => {
    const adult = await seen(police, await opened(police));
    expect(adult.procedures.map(({ type }) => type).sort()).toEqual(['caseFile', 'identification']);
    const child = await seen(police, await opened(police, { ageStatus: 'child' }));
    expect(child.procedures.map(({ type }) => type)).toEqual(expect.arrayContaining(['handoff']));
  });

  it('carries its revision as ETag, and refuses a command that did not see the last change', async () => {
    const id = await opened(police);
    const answer = await police.get(`/cases/${id}`);
    expect(answer.headers.get('etag')).toBe('"1"');
    const given = await police.give(id, 'caseFile', 'recordSafeContact', { safeContact: 'bacısı' });
    expect(given).toMatchObject({
      status: 200,
      body: { revision: 2, entries: [{ command: 'recordSafeContact' }] },
    });
    const stale = await police.give(
      id,
      'caseFile',
      'recordSafeContact',
      { safeContact: 'qardaşı' },
      { revision: 1 },
    );
    expect(stale).toMatchObject({
      status: 412,
      body: {
        code: 'changed-since-you-looked',
        revision: 2,
        changes: [{ command: 'recordSafeContact', seq: 3 }],
      },
    });
  });

  it('answers a command sent again as it did then, whatever came after, and needs no revision for it', async () => {
    const id = await opened(police);
    const body = { procedure: 'identification', command: 'presume', data: { grounds: 'Borc' } };
    const key = { 'idempotency-key': randomUUID() };
    const first = await police.post(`/cases/${id}/commands`, body, { ...key, 'if-match': '"1"' });
    expect(first.status).toBe(200);
    const moved = await police.give(id, 'identification', 'recordRefusal', {
      scope: 'formalProcedure',
      heardAlone: true,
      languageUnderstood: true,
    });
    expect(moved.status).toBe(200);
    const again = await police.post(`/cases/${id}/commands`, body, key);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const other = await police.post(`/cases/${id}/commands`, body, { 'idempotency-key': randomUUID() });
    expect(other).toMatchObject({ status: 428, body: { code: 'if-match-required' } });
  });

  it('says in words what is not possible now, and what is', async () => {
    const id = await opened(police);
    const { allowed = [] } =
      (await seen(police, id)).procedures.find(({ type }) => type === 'caseFile') ?? {};
    const answer = await police.give<{ detail: string; allowed: string[] }>(id, 'caseFile', 'confirmEnd');
    expect(answer).toMatchObject({ status: 409, body: { code: 'not-allowed-in-this-state' } });
    expect(answer.body.detail).toContain('açıq');
    expect(answer.body.allowed).toEqual(allowed.map(({ command }) => command));
    await police.give(id, 'caseFile', 'recordDeath', { confirmedBy: 'medical', explanation: 'Arayış' });
    const alone = await police.give<{ allowed: string[] }>(id, 'caseFile', 'confirmEnd');
    expect(alone).toMatchObject({ status: 409, body: { code: 'second-person-needed' } });
    expect(alone.body.allowed).toContain('recordSafeContact');
    expect(alone.body.allowed).not.toContain('confirmEnd');
  });

  it('gives the timeline, and a file of it that verifies by itself', async () => {
    const id = await opened(police, { ageStatus: 'child' });
    const { body } = await police.get<{ items: { seq: number }[]; next?: number }>(
      `/cases/${id}/timeline?limit=1`,
    );
    expect(body).toMatchObject({ items: [{ seq: 1, command: 'open', procedure: 'caseFile' }], next: 1 });
    const file = await police.get(`/cases/${id}/timeline/export`);
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="?timeline-AZ-\d{4}-\d{6}\.json/,
    );
    expect(verifyExport(file.body)).toMatchObject({ ok: true });
  });

  it('opens a compartment on record, and shows who read', async () => {
    const id = await opened(police, { note: 'Qorxur' });
    const { body } = await police.get(`/cases/${id}/compartments/statement?purpose=safety`);
    expect(body).toMatchObject({ compartment: 'statement', texts: [{ field: 'note', value: 'Qorxur' }] });
    const { body: access } = await police.get<{ items: object[] }>(`/cases/${id}/access`);
    expect(access.items).toEqual([
      expect.objectContaining({
        what: 'compartments',
        compartments: ['statement'],
        purpose: 'safety',
        ground: 'participation',
      }),
    ]);
  });

  it('is not there for a body without a ground, wherever it asks', async () => {
    const id = await opened(police);
    const stranger = await application.signIn('school');
    for (const path of ['', '/timeline', '/timeline/export', '/access', '/compartments/identity']) {
      expect((await stranger.get(`/cases/${id}${path}`)).status).toBe(404);
    }
  });
});

describe('the worklist and the search', () => {
  it('list cases by number and codes, and never by name', async () => {
    const { body } = await police.open({ person: { name: 'Gizli Sınaqlı' } });
    const list = await police.get<{ items: object[] }>('/cases?owner=me&limit=200');
    expect(list.body.items).toContainEqual(
      expect.objectContaining({ number: body.number, ageStatus: 'assumedAdult' }),
    );
    const found = await police.post<{ items: object[] }>('/cases/search', { text: 'gizli' });
    expect(found.body.items).toEqual([expect.objectContaining({ id: body.id })]);
    expect(JSON.stringify([list.body, found.body])).not.toContain('Gizli');
    const elsewhere = await (await application.signIn('police2')).post('/cases/search', { text: 'gizli' });
    expect(elsewhere.body).toEqual({ items: [] });
  });

  it('go on by cursor without losing or repeating a case', async () => {
    const officer = await application.signIn('migration');
    const ids = await Promise.all(Array.from({ length: 5 }, () => opened(officer, { source: 'migration' })));
    const pages: string[] = [];
    let next: string | undefined = '';
    do {
      const page: Page = (await officer.get<Page>(`/cases?limit=2${next && `&cursor=${next}`}`)).body;
      pages.push(...page.items.map(({ id }) => id));
      next = page.next;
    } while (next !== undefined);
    expect([...pages].sort()).toEqual([...ids].sort());
  });
});

describe('break-glass', () => {
  it('answers alike for a wrong number, lets read and not act, and waits for a review', async () => {
    const { body } = await police.open({ person: { name: 'Təcili Sınaqlı' } });
    const clinic = await application.signIn('clinic');
    const ask = (number: string) =>
      clinic.post('/break-glass', {
        number,
        reason: 'Huşsuz gətirilib, həkim soruşur',
        compartments: ['health'],
      });
    const [right, wrong] = [await ask(body.number), await ask('AZ-2016-999999')];
    expect([right.status, wrong.status]).toEqual([202, 202]);
    expect(Object.keys(wrong.body)).toEqual(Object.keys(right.body));
    const found = await clinic.post<{ items: { id: string }[] }>('/cases/search', { text: body.number });
    expect(found.body.items.map(({ id }) => id)).toEqual([body.id]);
    const shown = await seen(clinic, body.id);
    expect(shown).toMatchObject({ ground: 'breakGlass', person: { restricted: true } });
    expect(shown.procedures.flatMap(({ allowed }) => allowed.map(({ command }) => command))).toEqual([
      'recordAgeDoubt',
    ]);
    const act = await clinic.give(body.id, 'caseFile', 'recordSafeContact', { safeContact: 'həkim' });
    expect(act).toMatchObject({ status: 403, body: { code: 'reading-only' } });
    const coordinator = await application.signIn('coordinator');
    const { body: waiting } = await coordinator.get<{ items: { id: string; caseId: string }[] }>(
      '/break-glass',
    );
    const grant = waiting.items.find(({ caseId }) => caseId === body.id)?.id;
    const reason = await coordinator.get(`/break-glass/${grant}/reason`);
    expect(reason.body).toEqual({ reason: 'Huşsuz gətirilib, həkim soruşur' });
    expect((await coordinator.post(`/break-glass/${grant}/review`)).status).toBe(204);
    expect((await coordinator.post(`/break-glass/${grant}/review`)).status).toBe(404);
  });
});

describe('the way back', () => {
  it('leads whoever holds the code to her case, at a body of her own choice, once', async () => {
    const ngo = await application.signIn('ngo');
    const id = await opened(ngo, { source: 'ngo', person: { name: 'Qayıdan Sınaqlı' } });
    const refusal = { scope: 'everything', heardAlone: true, languageUnderstood: true };
    const refused = await ngo.give<{ returnCode: string }>(id, 'identification', 'recordRefusal', refusal);
    expect(refused.body.returnCode).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect(await seen(ngo, id)).toMatchObject({ person: { sealed: true } });
    const social = await application.signIn('social');
    const wrong = await social.post('/returns', { code: 'ABCD-EFGH-JKMN-PQRS' });
    const right = await social.post('/returns', { code: refused.body.returnCode.toLowerCase() });
    expect([wrong.status, wrong.body]).toEqual([right.status, right.body]);
    const list = await social.get<{ items: { id: string }[] }>('/cases');
    expect(list.body.items.map((item) => item.id)).toEqual([id]);
    const { procedures, person } = await seen(social, id);
    expect(person).toEqual({ name: 'Qayıdan Sınaqlı' });
    expect(procedures.find(({ type }) => type === 'identification')?.state).not.toBe('refused');
    const commission = await application.signIn('local');
    await commission.post('/returns', { code: refused.body.returnCode });
    expect((await commission.get<{ items: object[] }>('/cases')).body.items).toEqual([]);
  });
});

describe('around the case', () => {
  it('shows clocks, handoffs, notices and the plan', async () => {
    const officer = await application.signIn('consul');
    const id = await opened(officer, { source: 'consulate', ageStatus: 'child' });
    const deadlines = await officer.get<{ items: { caseId: string }[] }>('/deadlines?state=running');
    expect(deadlines.body.items.length).toBeGreaterThan(0);
    expect(deadlines.body.items.every((item) => item.caseId === id)).toBe(true);
    const out = await officer.get<{ items: { purpose: string }[] }>('/handoffs?box=out');
    expect(out.body.items.map(({ purpose }) => purpose)).toContain('guardianship');
    const measures = await officer.get<{ items: object[] }>('/plan/measures');
    expect(measures.body.items).toHaveLength(60);
    const month = new Date().toISOString().slice(0, 7);
    const coverage = await officer.get<{ items: { persons: unknown }[] }>(
      `/plan/coverage?from=${month}&to=${month}`,
    );
    expect(coverage.body.items.length).toBeGreaterThan(0);
  });

  it('verifies every timeline, and names the case whose entry was changed', async () => {
    const coordinator = await application.signIn('coordinator');
    const whole = await coordinator.get<{ items: object[]; checked: { cases: number } }>(
      '/supervision/integrity',
    );
    expect(whole.body.items).toEqual([]);
    expect(whole.body.checked.cases).toBeGreaterThan(5);
    const { body } = await police.open();
    await application.sql(`update timeline_entries set command = 'close' where case_id = $1 and seq = 1`, [
      body.id,
    ]);
    const broken = await coordinator.get('/supervision/integrity');
    expect(broken.body).toMatchObject({
      items: [{ id: body.id, number: body.number, findings: [{ kind: 'edited', seq: 1 }] }],
    });
  });

  it('moves the training clock for an administrator, and fires what fell due on the way', async () => {
    const admin = await application.signIn('admin');
    const before = (await admin.get<{ now: string }>('/clock')).body.now;
    const { body } = await admin.post<{ now: string; fired: number }>('/clock/advance', { duration: 'P2D' });
    expect(Date.parse(body.now) - Date.parse(before)).toBeGreaterThanOrEqual(2 * 86_400_000);
    expect(body.fired).toBeGreaterThan(0);
    const list = await police.get<{ items: { urgency: string }[] }>('/cases?due=overdue');
    expect(list.body.items.every(({ urgency }) => urgency === 'overdue')).toBe(true);
  });

  it('lets an administrator add, renew and close an account, and says what she may not', async () => {
    const admin = await application.signIn('admin');
    const bodyId = (await application.signIn('ngo')).user?.body.id;
    const account = { username: 'ngo.new', name: 'Yeni Sınaqlı', role: 'ngoWorker', bodyId };
    const unfit = await admin.post('/administration/accounts', { ...account, role: 'caseOfficer' });
    expect(unfit).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/role', code: 'not-of-this-body' }] },
    });
    const made = await admin.post<{ id: string; password: string }>('/administration/accounts', account);
    expect(made.status).toBe(201);
    const one = `/administration/accounts/${made.body.id}`;
    const signIn = async (password: string) =>
      (await application.stranger().post('/session', { username: 'ngo.new', password })).status;
    expect(await signIn(made.body.password)).toBe(200);
    const renewed = await admin.post<{ password: string }>(`${one}/password`);
    expect([await signIn(made.body.password), await signIn(renewed.body.password)]).toEqual([401, 200]);
    const without = await admin.send('PATCH', one, { active: false });
    expect(without).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/reason', code: 'required' }] },
    });
    expect((await admin.send('PATCH', one, { active: false, reason: 'left' })).status).toBe(204);
    expect(await signIn(renewed.body.password)).toBe(401);
    const own = `/administration/accounts/${admin.user?.id}`;
    expect(await admin.send('PATCH', own, { active: false, reason: 'left' })).toMatchObject({
      status: 409,
      body: { code: 'last-administrator' },
    });
    const overseen = await (
      await application.signIn('coordinator')
    ).get<{ items: unknown[] }>('/supervision/administration?limit=3');
    expect(overseen.body.items).toMatchObject([
      { act: 'accountClosed', before: { active: true }, after: { active: false, reason: 'left' } },
      { act: 'passwordSet', account: { username: 'ngo.new' } },
      { act: 'accountAdded', account: { username: 'ngo.new' }, after: { role: 'ngoWorker' } },
    ]);
    expect((await admin.get('/supervision/administration')).status).toBe(403);
  });
});

describe('the documentation', () => {
  it('comes from this server alone, and scripts only from files', async () => {
    const page = await application.stranger().get<string>('//api/docs');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.body).not.toMatch(/(src|href)="https?:/);
    expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
    const document = await application.stranger().get('//api/openapi.json');
    expect(document).toMatchObject({ status: 200, body: { openapi: '3.1.0' } });
  });
});
