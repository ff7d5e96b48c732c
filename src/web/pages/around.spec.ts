import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { Visitor } from '../../../test/browser/visitor.js';
import { demoPassword, startApplication, type TestApplication } from '../../../test/support/application.js';
import type { Client } from '../../../test/support/client.js';

let application: TestApplication;
let api: Client;
const signIn = (username: string) => Visitor.signedIn(application.url, username, demoPassword);

beforeAll(async () => {
  application = await startApplication({ clock: 'training' });
  api = await application.signIn('police');
}, 120_000);
afterAll(() => application.close());

const identificationOf = async (caseId: string) => {
  const { body } = await api.get<{ procedures: { id: string; type: string }[] }>(`/cases/${caseId}`);
  return body.procedures.find(({ type }) => type === 'identification')?.id ?? '';
};

describe('handoffs', () => {
  it('come in with their clock and the answers that are lawful, and are accepted from there', async () => {
    const { body } = await api.open({ consent: { referToMainDepartment: 'yes' } });
    const procedureId = await identificationOf(body.id);
    await api.give(body.id, 'identification', 'presume', { grounds: 'Sınaq' }, { procedureId });
    const investigator = await signIn('investigator');
    const inbox = await investigator.visit('/inbox');
    expect(inbox.text).toMatch(/Identification: sent.*required by law|identification: sent.*required by law/);
    expect(inbox.text).toMatch(/Answer: .* left, due/);
    expect(inbox.html).not.toContain('/commands/handoff/decline');
    const accept =
      /href="(\/cases\/[^"]+\/commands\/handoff\/accept\?procedureId=[^"]+)"/.exec(inbox.html)?.[1] ?? '';
    const preview = await investigator.visit(`/cases/${body.id}`);
    expect(preview.text).toContain('only a part of the case is shown');
    const form = await investigator.visit(accept);
    const done = await investigator.submit(form, accept.split('?')[0] ?? '');
    expect(done.path).toContain('?recorded=');
    const sent = await (await signIn('police')).visit('/inbox?box=out');
    expect(sent.text).toMatch(/identification: accepted/i);
  });

  it('say what would appear where there are none', async () => {
    const { text } = await (await signIn('consul')).visit('/inbox');
    expect(text).toContain('Handoffs sent to your body would appear here.');
  });
});

describe('what no page of ours sends', () => {
  it.each(['/inbox', '/notifications'])(
    'is a fault of the request: a cursor that %s did not give out',
    async (path) => {
      expect((await (await signIn('police')).visit(`${path}?cursor=x`)).status).toBe(400);
    },
  );

  it('is left out: characters that no keyboard types and PostgreSQL cannot keep', async () => {
    const visitor = await signIn('police');
    const mail = await visitor.visit('/notifications/mail');
    const kept = await visitor.submit(mail, '/notifications/mail', { address: 'a\u0000b@qurum.example' });
    expect(kept.html).toContain('value="ab@qurum.example"');
    const form = await visitor.visit('/break-glass');
    const asked = { number: 'AZ-2026-\u0000999999', reason: 'Huşsuz gətirilib', compartments: ['identity'] };
    expect((await visitor.submit(form, '/break-glass', asked)).status).toBe(200);
    const stranger = new Visitor(application.url);
    const wrong = { username: 'a\u0000b', password: 'x' };
    expect((await stranger.submit(await stranger.visit('/sign-in'), '/sign-in', wrong)).status).toBe(401);
  });
});

describe('notices', () => {
  it('name the case by number, and are marked as read', async () => {
    const investigator = await signIn('investigator');
    const notices = await investigator.visit('/notifications');
    expect(notices.text).toMatch(/new New handoff.*Case AZ-\d{4}-\d{6}/);
    const read = await investigator.submit(notices, '/notifications/read');
    expect(read.text).toContain('New handoff');
    expect(read.html).not.toContain('action="/notifications/read"');
  });
});

describe('an emergency reading', () => {
  it('answers a right and a wrong number alike, and waits for a review', async () => {
    const { body } = await api.open({ person: { name: 'Sınaq Sınaqlı' } });
    const clinic = await signIn('clinic');
    const form = await clinic.visit('/break-glass');
    const ask = (number: string) =>
      clinic.submit(form, '/break-glass', { number, reason: 'Huşsuz gətirilib', compartments: ['health'] });
    const wrong = await ask('AZ-2026-999999');
    const right = await ask(body.number);
    expect([wrong.status, right.status]).toEqual([200, 200]);
    expect(wrong.text).toContain('The request is on record.');
    expect((await clinic.visit(`/cases/${body.id}`)).text).toContain('by an emergency reading');
    const coordinator = await signIn('coordinator');
    const waiting = await coordinator.visit('/supervision');
    const address = /action="(\/supervision\/readings\/[^"]+)"/.exec(waiting.html)?.[1] ?? '';
    const reason = await coordinator.submit(waiting, address);
    expect(reason.text).toContain('Huşsuz gətirilib');
    const after = await coordinator.submit(reason, `${address}/reviewed`);
    expect(after.html).not.toContain(`action="${address}"`);
  });

  it('asks for number, reason and parts, and keeps what was typed', async () => {
    const clinic = await signIn('clinic');
    const form = await clinic.visit('/break-glass');
    const again = await clinic.submit(form, '/break-glass', { reason: 'yazılmışdı' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Enter the case number');
    expect(again.html).toContain('yazılmışdı');
  });
});

describe('a return code', () => {
  it('is answered alike whether it is right or wrong', async () => {
    const ngo = await signIn('ngo');
    const form = await ngo.visit('/returns');
    expect((await ngo.submit(form, '/returns', { code: '' })).status).toBe(422);
    const wrong = await ngo.submit(form, '/returns', { code: 'ABCD-EFGH-JKMN-PQRS' });
    expect([wrong.status, wrong.text.includes('Received. If the code is right')]).toEqual([200, true]);
  });
});

describe('administration', () => {
  it('lists bodies and every value that nobody has verified, with its legal basis and source', async () => {
    const admin = await signIn('admin');
    const page = await admin.visit('/');
    expect(page.path).toBe('/admin');
    expect(page.text).toContain('Baku, Nasimi District Police Office');
    expect(page.text).toContain('rule of this installation');
    expect(page.text).toMatch(/\d+ holidays/);
    expect(page.text).toContain('Nobody has compared the values below with the official text yet.');
  });

  it('is seen by who oversees: whose password was set, and that a body became another kind', async () => {
    const admin = await application.signIn('admin');
    const { body } = await admin.get<{ items: { id: string; username: string }[] }>(
      '/administration/accounts',
    );
    const id = body.items.find(({ username }) => username === 'lawyer')?.id ?? '';
    await admin.send('PATCH', `/administration/accounts/${id}`, { password: 'yeni-uzun-parol-17' });
    const bodyId = randomUUID();
    const changed = { code: 'probe', kind: 'ngo', name: { az: 'Sınaq', en: 'Probe' } };
    await admin.send('PUT', `/administration/bodies/${bodyId}`, changed);
    await admin.send('PUT', `/administration/bodies/${bodyId}`, { ...changed, kind: 'guardianship' });
    const { text } = await (await signIn('coordinator')).visit('/supervision');
    expect(text).toMatch(/The password of an account was set\. [^.]*\(lawyer\)/);
    expect(text).toMatch(/A body was changed\. Probe\. Kind: .* → .*uardianship/);
    const notices = await (await signIn('coordinator')).visit('/notifications');
    expect(notices.text).toContain('An administrator set the password of an account');
  });

  it('is for administrators, who see no case', async () => {
    const { body } = await api.open();
    const admin = await signIn('admin');
    expect((await admin.visit(`/cases/${body.id}`)).status).toBe(404);
    expect((await (await signIn('police')).visit('/admin')).status).toBe(403);
  });
});

describe('the training clock', () => {
  it('shows its time to all and moves for the administrator alone', async () => {
    const police = await signIn('police');
    const list = await police.visit('/');
    expect(list.text).toMatch(/Training clock\. The time is \d+ \w+ \d{4}/);
    expect(list.html).not.toContain('action="/clock/advance"');
    const admin = await signIn('admin');
    const page = await admin.visit('/admin');
    const moved = await admin.submit(page, '/clock/advance', { duration: 'P1D' });
    expect(moved.text).toMatch(/The clock was moved \d+ deadlines? passed on the way/);
    const [, from, to] =
      /Moves of the training clock .*Anar Örnəkli \(admin\) (\d+ \w+ \d{4}), \d\d:\d\d (\d+ \w+ \d{4}), \d\d:\d\d 1 calendar day /.exec(
        (await admin.visit('/admin')).text,
      ) ?? [];
    expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(86_400_000);
    const overseen = await (await signIn('coordinator')).visit('/supervision');
    expect(overseen.text).toContain('The training clock was moved.');
    expect(overseen.text).toMatch(
      new RegExp(`Time of the clock: ${from}.* → ${to}.*By how much: – → 1 calendar day`),
    );
    expect((await admin.submit(page, '/clock/advance', { duration: 'P99Y' })).status).toBe(403);
  });
});

describe('the first page', () => {
  it('weighs less than 150 kB over the wire, with everything it loads', async () => {
    const page = await (await fetch(`${application.url}/sign-in`)).text();
    const files = new Set(
      [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? ''),
    );
    expect(files.size).toBe(3);
    const sizes = await Promise.all(['/sign-in', ...files].map(bytesOnTheWire));
    expect(sizes.reduce((one, other) => one + other, 0)).toBeLessThan(150_000);
    expect(Math.max(...sizes)).toBeGreaterThan(5_000);
  });
});

/** Bytes of the body as it travels, before anything unpacks it. */
function bytesOnTheWire(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      application.url + path,
      { headers: { 'accept-encoding': 'gzip' } },
      (response) => {
        let bytes = 0;
        response.on('data', (chunk: Buffer) => (bytes += chunk.length));
        response.on('end', () => resolve(bytes));
      },
    );
    request.on('error', reject);
  });
}
