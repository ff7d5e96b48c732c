import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { hiddenFields, type Seen, Visitor } from '../../../test/browser/visitor.js';
import { demoPassword, startApplication, type TestApplication } from '../../../test/support/application.js';
import { Client } from '../../../test/support/client.js';
import { demoAccounts, type DemoUsername } from '../../access/index.js';

let application: TestApplication;
let api: Client;
const signIn = (username: string) => Visitor.signedIn(application.url, username, demoPassword);

beforeAll(async () => {
  application = await startApplication({ clock: 'training' });
  api = await application.signIn('police');
}, 120_000);
afterAll(() => application.close());

const passwordOn = ({ html }: Seen): string => /id="password">([^<]+)</.exec(html)?.[1] ?? '';

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
    expect((await investigator.visit('/')).text).toContain('1 handoff waits for an answer of your body');
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

  it('are sent from a list that says with each kind of body what it answers', async () => {
    const { body } = await api.open();
    const send = `/cases/${body.id}/commands/handoff/send`;
    const { html } = await (await signIn('police')).visit(send);
    const groups = [...html.matchAll(/<optgroup label="([^"]+)">([^]*?)<\/optgroup>/g)];
    const [, , centres = ''] = groups.find(([, title]) => title?.startsWith('Assistance centre: ')) ?? [];
    expect(centres).toContain('Victim Assistance Centre');
    expect(groups.map(([, title]) => title)).toContain('Educational institution: education');
    expect(groups.flatMap(([, title]) => (/: ./.test(title ?? '') ? [] : [title]))).toEqual([]);
    const chosen = /<option value="([^"]+)"/.exec(centres)?.[1] ?? '';
    const police = await signIn('police');
    const wrong = { toBodyId: chosen, kind: 'request', purpose: 'education', basis: 'vitalInterest' };
    const again = await police.submit(await police.visit(send), send, wrong);
    expect([again.status, again.text]).toEqual([
      409,
      expect.stringContaining('This body does not answer handoffs for "education".'),
    ]);
    expect(again.html).toContain(`<option value="${chosen}" selected>`);
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
    expect(notices.text).toMatch(/Asks for something.*new New handoff.*Case AZ-\d{4}-\d{6}/);
    const read = await investigator.submit(notices, '/notifications/read');
    expect(read.text).toMatch(/Already read.*New handoff/);
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
  it('is shut to everybody else: no page of it is shown, no form of it taken', async () => {
    const id = (await application.signIn('police')).user?.id ?? '';
    const paths = ['', '/new', `/${id}`, `/${id}/close`, `/${id}/password`].map(
      (end) => `/admin/accounts${end}`,
    );
    paths.push('/admin', '/admin/tokens', '/admin/tokens/new', '/admin/bodies/new', `/admin/bodies/${id}`);
    const roles = new Map(Object.entries(demoAccounts).map(([username, { role }]) => [role, username]));
    roles.delete('administrator');
    for (const username of roles.values()) {
      const client = await application.signIn(username as DemoUsername);
      const asked = await Promise.all(paths.map((path) => client.get(`/${path}`)));
      expect([username, asked.map(({ status }) => status)]).toEqual([username, paths.map(() => 403)]);
    }
    expect(roles.size).toBe(19);
    const police = await signIn('police');
    const { _csrf = '' } = hiddenFields((await police.visit('/')).html, '/sign-out');
    for (const path of ['/new', `/${id}/close`, `/${id}/password`, `/${id}/reopen`])
      expect((await police.post(`/admin/accounts${path}`, { _csrf, reason: 'left' })).status).toBe(403);
    const admin = await signIn('admin');
    expect((await admin.visit(`/admin/accounts/${randomUUID()}`)).status).toBe(404);
    expect((await admin.post('/admin/bodies/new', { nameAz: 'x' })).status).toBe(403);
  });

  it('lists bodies and every value that nobody has verified, with its legal basis and source', async () => {
    const admin = await signIn('admin');
    const page = await admin.visit('/');
    expect(page.path).toBe('/admin');
    expect(page.text).toContain('Baku, Nasimi District Police Office');
    expect(page.text).toContain('rule of this installation');
    expect(page.text).toMatch(/\d+ holidays/);
    expect(page.text).not.toMatch(/\b[A-Z][a-z]+(Adult|Child|Emergency)\b/);
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

  it('adds an account: what is wrong stands beside its field, and nothing typed is lost', async () => {
    const admin = await signIn('admin');
    const bodyId = (await application.signIn('ngo')).user?.body.id ?? '';
    const path = '/admin/accounts/new';
    const asked = {
      name: 'Yeni <Sınaqlı>',
      username: 'Yeni Biri',
      bodyId,
      role: 'caseOfficer',
      language: 'en',
    };
    const unreadable = await admin.submit(await admin.visit(path), path, asked);
    expect(unreadable.status).toBe(422);
    expect(unreadable.text).toContain('Username: Small Latin letters, digits, dots and hyphens.');
    expect(unreadable.html).toContain('href="#username"');
    const unfit = await admin.submit(unreadable, path, { ...asked, username: 'ngo.yeni' });
    expect([unfit.status, unfit.text]).toEqual([
      422,
      expect.stringContaining(
        'nobody has the role "police case officer". There are: NGO worker, supervisor.',
      ),
    ]);
    expect(unfit.html).toContain('id="role-error"');
    expect(unfit.html).toContain('value="Yeni &lt;Sınaqlı&gt;"');
    expect(unfit.html).toContain(`<option value="${bodyId}" selected>`);
    const right = { ...asked, username: 'ngo.yeni', role: 'ngoWorker' };
    const added = await admin.submit(unfit, path, right);
    expect(added.text).toContain('The account was added');
    const worker = await Visitor.signedIn(application.url, 'ngo.yeni', passwordOn(added));
    expect((await worker.visit('/')).text).toContain('Worklist');
    const again = await admin.submit(await admin.visit(path), path, right);
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('this name is taken')]);
  });

  it('gives a new password, closes an account with a reason, and opens it again', async () => {
    const admin = await signIn('admin');
    const list = await admin.visit('/admin/accounts');
    const path = /href="(\/admin\/accounts\/[^"]+)">Vüsal Nümunəli</.exec(list.html)?.[1] ?? '';
    const officer = await signIn('migration');
    const reset = await admin.submit(await admin.visit(`${path}/password`), `${path}/password`);
    expect((await officer.visit('/')).path).toContain('/sign-in');
    const again = await Visitor.signedIn(application.url, 'migration', passwordOn(reset));
    const close = await admin.visit(`${path}/close`);
    expect(close.text).toContain('Nobody else of this body can sign in.');
    expect(close.text).not.toMatch(/\bNRM-|\d{4}-\d{4}/);
    const unsaid = await admin.submit(close, `${path}/close`);
    expect([unsaid.status, unsaid.text]).toEqual([422, expect.stringContaining('Reason: give an answer')]);
    expect((await admin.submit(unsaid, `${path}/close`, { reason: 'left' })).text).toContain('State closed');
    expect((await again.visit('/')).path).toContain('/sign-in');
    const overseen = await (await signIn('coordinator')).visit('/supervision');
    expect(overseen.text).toMatch(/An account was closed\. Vüsal .*Reason: – → left the work\./);
    const open = await admin.submit(await admin.visit(path), `${path}/reopen`);
    expect(open.text).toContain('State active');
  });

  it('keeps the last administrator, and says why', async () => {
    const admin = await signIn('admin');
    const path = `/admin/accounts/${(await application.signIn('admin')).user?.id}/close`;
    const kept = await admin.submit(await admin.visit(path), path, { reason: 'left' });
    expect([kept.status, kept.text]).toEqual([
      409,
      expect.stringContaining('Add another administrator first'),
    ]);
    expect((await admin.visit('/admin')).status).toBe(200);
  });

  it('adds a body and changes it, and no kind that its people do not fit', async () => {
    const admin = await signIn('admin');
    const path = '/admin/bodies/new';
    const asked = {
      nameAz: 'Sınaq QHT',
      nameEn: 'Trial NGO',
      code: 'trial-ngo',
      kind: 'ngo',
      region: 'ganja',
    };
    expect((await admin.submit(await admin.visit(path), path, asked)).text).toContain('Trial NGO');
    const taken = await admin.submit(await admin.visit(path), path, asked);
    expect([taken.status, taken.text]).toEqual([422, expect.stringContaining('Code: this name is taken')]);
    const list = await admin.visit('/admin');
    const bodyOf = (name: string) =>
      new RegExp(`href="(/admin/bodies/[^"]+)">${name}<`).exec(list.html)?.[1] ?? '';
    const trial = bodyOf('Trial NGO');
    const form = await admin.visit(trial);
    expect(form.html).toContain('value="trial-ngo"');
    const closed = await admin.submit(form, trial, { ...asked, active: 'no' });
    expect(closed.text).toMatch(/Trial NGO .{0,60}closed/);
    const school = bodyOf('Bar Association');
    const people = await admin.submit(await admin.visit(school), school, {
      ...asked,
      code: 'x-y',
      active: 'yes',
    });
    expect([people.status, people.text]).toEqual([
      422,
      expect.stringContaining('nobody has the role "lawyer"'),
    ]);
  });

  it('issues a token to a system, shows it once, and revokes it', async () => {
    const admin = await signIn('admin');
    const bodyId = (await application.signIn('ngo')).user?.body.id ?? '';
    const path = '/admin/tokens/new';
    const asked = { system: 'Qəbul <jurnalı>', bodyId, role: 'caseOfficer', days: '366' };
    const long = await admin.submit(await admin.visit(path), path, asked);
    expect([long.status, long.text]).toEqual([422, expect.stringContaining('Days that it is valid')]);
    const unfit = await admin.submit(long, path, { ...asked, days: '30' });
    expect(unfit.status).toBe(422);
    expect(unfit.text).toContain('no system has the role "police case officer". There are: NGO worker.');
    expect(unfit.html).toContain('value="Qəbul &lt;jurnalı&gt;"');
    const issued = await admin.submit(unfit, path, { ...asked, days: '30', role: 'ngoWorker' });
    const secret = /id="token">(nrm_[\w-]{43})</.exec(issued.html)?.[1] ?? '';
    expect(issued.text).toContain('The token is shown only now.');
    expect(issued.headers.get('cache-control')).toContain('no-store');
    const system = new Client(application.url, { authorization: `Bearer ${secret}` });
    const opened = await system.open();
    expect(opened.status).toBe(201);
    const ngo = await signIn('ngo');
    const timeline = await ngo.visit(`/cases/${opened.body.id}/timeline`);
    expect(timeline.text).toContain('system “Qəbul <jurnalı>”, NGO worker');
    const correcting = /href="([^"]+correctEntry[^"]+entrySeq=1)"/.exec(timeline.html)?.[1] ?? '';
    const corrected = await ngo.visit(correcting.replaceAll('&amp;', '&'));
    expect(corrected.text).toContain('Who system “Qəbul <jurnalı>”, NGO worker');
    expect((await ngo.visit('/notifications')).text).toContain('issued a token to a system of a body');
    expect((await system.get<string>('//cases/new')).body).toContain('action="/sign-in"');
    const list = await admin.visit('/admin/tokens');
    expect(list.html).not.toContain(secret);
    const revoke = /action="(\/admin\/tokens\/[^"]+\/revoke)"/.exec(list.html)?.[1] ?? '';
    expect((await ngo.post(revoke, hiddenFields(timeline.html, '/sign-out'))).status).toBe(403);
    expect((await admin.submit(list, revoke)).text).toContain('revoked,');
    expect((await system.get('/session')).status).toBe(401);
    const close = /href="(\/admin\/tokens\/systems\/[^"]+\/close)"/.exec(list.html)?.[1] ?? '';
    const closed = await admin.submit(await admin.visit(close), close, { reason: 'unused' });
    expect([closed.path, closed.html.includes(close)]).toEqual(['/admin/tokens', false]);
    const overseen = await (await signIn('coordinator')).visit('/supervision');
    expect(overseen.text).toMatch(/A token was issued to a system\..*Valid until: – → /);
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
    const answer = await fetch(`${application.url}/sign-in?lang=en`);
    expect(answer.headers.get('content-language')).toBe('en');
    const page = await answer.text();
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
