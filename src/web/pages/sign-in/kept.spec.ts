import { type Seen, Visitor } from '../../../../test/browser/visitor.js';
import {
  demoPassword,
  startApplication,
  type TestApplication,
} from '../../../../test/support/application.js';
import { KeptForms } from '../../http/index.js';

let application: TestApplication;
let caseId: string;
let address: string;
let action: string;

const words = 'Sözləri <itməsin>';
const shownWords = 'Sözləri &lt;itməsin&gt;';
const signedIn = (username = 'police') => Visitor.signedIn(application.url, username, demoPassword);
const signsIn = (visitor: Visitor, page: Seen, username = 'police', password = demoPassword) =>
  visitor.submit(page, '/sign-in', { username, password });

beforeAll(async () => {
  application = await startApplication();
  const api = await application.signIn('police');
  ({ id: caseId } = (await api.open()).body);
  const { body } = await api.get<{ procedures: { id: string; type: string }[] }>(`/cases/${caseId}`);
  const procedureId = body.procedures.find(({ type }) => type === 'caseFile')?.id;
  action = `/cases/${caseId}/commands/caseFile/recordSafeContact`;
  address = `${action}?procedureId=${procedureId}`;
}, 120_000);
afterAll(() => application.close());

/** Ends every session of an account, as twelve hours would. */
async function sessionEnds(username = 'police'): Promise<void> {
  await application.sql(
    `update sessions set revoked_at = clock_timestamp()
     where account_id = (select id from accounts where username = $1)`,
    [username],
  );
}

const recorded = async () =>
  (
    await application.sql<{ n: number }>(
      'select (select count(*) from timeline_entries) + (select count(*) from break_glass_grants) as n',
    )
  )[0]?.n;

describe('a form that is sent after its session has ended', () => {
  async function sentTooLate() {
    const visitor = await signedIn();
    const form = await visitor.visit(address);
    await sessionEnds();
    return { visitor, late: await visitor.submit(form, action, { safeContact: words }) };
  }

  it('comes back filled in after sign-in, and is sent only when she sends it', async () => {
    const before = await recorded();
    const { visitor, late } = await sentTooLate();
    expect([late.status, late.headers.get('cache-control')]).toEqual([401, 'no-store']);
    expect(late.text).toContain('What you typed was not sent and is not lost');
    expect(late.html).not.toContain(shownWords);
    const back = await signsIn(visitor, late);
    expect(back.text).toContain('You are signed in again');
    expect(back.path).toBe('/sign-in');
    const form = await visitor.submit(back, action);
    expect([form.status, form.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(form.text).toContain('The form has not been sent yet.');
    expect(form.html).toContain(shownWords);
    expect(await recorded()).toBe(before);
    const done = await visitor.submit(form, action, { safeContact: words });
    expect(done.path).toMatch(/\?recorded=\d+$/);
  });

  it('waits for the right password', async () => {
    const { visitor, late } = await sentTooLate();
    const again = await signsIn(visitor, late, 'police', 'not-the-password');
    expect(again.status).toBe(401);
    expect((await signsIn(visitor, again)).text).toContain('You are signed in again');
  });

  it('is not for anybody else who signs in there', async () => {
    const { visitor, late } = await sentTooLate();
    const other = await signsIn(visitor, late, 'police2');
    expect([other.status, other.path]).toEqual([200, '/']);
    expect(other.html).not.toContain('_again');
  });

  it('comes back also where she has signed in meanwhile beside it', async () => {
    const { visitor, late } = await sentTooLate();
    await signsIn(visitor, await visitor.visit('/sign-in'));
    expect((await signsIn(visitor, late)).text).toContain('You are signed in again');
  });
});

const why = () => `/cases/${caseId}/open/contact`;
/** A page with a form, where it goes, what is typed, and how that stands in it again. */
const cases = (): [string, string, Record<string, string>, shown?: string][] => [
  [address, action, { safeContact: words }],
  ['/cases/new/adult', '/cases/new/adult', { note: words }],
  ['/break-glass', '/break-glass', { number: 'AZ-2026-000001', reason: words, compartments: 'health' }],
  ['/returns', '/returns', { code: words }],
  ['/', '/search', { text: words }],
  ['/cases/new', '/cases/new', { age: 'notSure' }, 'value="notSure" checked'],
  ['/notifications/mail', '/notifications/mail', { address: words }],
  [why(), why(), { purpose: 'safety' }, 'value="safety" checked'],
];
const every = [0, 1, 2, 3, 4, 5, 6, 7];

describe('a form of an earlier session', () => {
  it.each(every)('is shown again as it was, with why, and nothing comes of it (%i)', async (n) => {
    const [page, to, answers, shown = shownWords] = cases()[n] ?? ['', '', {}];
    const visitor = await signedIn();
    const old = await visitor.visit(page);
    await signsIn(visitor, await visitor.visit('/sign-in'));
    const before = await recorded();
    const again = await visitor.submit(old, to, answers);
    expect(again.status).toBe(403);
    expect(again.text).toContain('it was opened in an earlier session of yours');
    expect(again.html).toContain(shown);
    expect(await recorded()).toBe(before);
  });

  it('is sent with its new token', async () => {
    const visitor = await signedIn();
    const old = await visitor.visit('/cases/new/adult');
    await signsIn(visitor, await visitor.visit('/sign-in'));
    const again = await visitor.submit(old, '/cases/new/adult', { note: words });
    const judged = await visitor.submit(again, '/cases/new/adult', { note: words });
    expect(judged.status).toBe(422);
  });

  it('is refused where it was made for somebody else', async () => {
    const visitor = await signedIn('police2');
    const old = await visitor.visit('/cases/new/adult');
    await signsIn(visitor, await visitor.visit('/sign-in'));
    const other = await visitor.submit(old, '/cases/new/adult', { note: words });
    expect([other.status, other.html.includes(shownWords)]).toEqual([403, false]);
  });
});

describe('a form whose reader changes the language', () => {
  it.each(every)('is shown again as it was in the other one, and nothing comes of it (%i)', async (n) => {
    const [page, to, answers, shown = shownWords] = cases()[n] ?? ['', '', {}];
    const visitor = await signedIn();
    const form = await visitor.visit(page);
    const buttons = form.html.match(/<button [^>]*form="typed"[^>]*>/g) ?? [];
    expect(buttons.map((button) => /name="[^"]+" value="[^"]+"/.exec(button)?.[0])).toEqual([
      undefined,
      'name="_language" value="az"',
    ]);
    const before = await recorded();
    const again = await visitor.submit(form, to, { ...answers, _language: 'az' });
    expect([again.status, again.path]).toEqual([200, to]);
    expect(again.html).toContain('<html lang="az"');
    expect(again.html).toContain(shown);
    expect(again.text).toContain('Forma hələ göndərilməyib.');
    expect(await recorded()).toBe(before);
    expect(again.html).toContain('name="_language" value="en"');
    expect((await visitor.visit('/help')).html).toContain('<html lang="az"');
  });

  it('keeps its address on a page that only shows', async () => {
    const visitor = await signedIn();
    const { html } = await visitor.visit('/inbox?of=a%26b');
    expect(html).toContain('href="/inbox?of=a%26b&amp;lang=az"');
  });

  it('keeps what was searched for beside what was found, and the list where nothing was typed', async () => {
    const visitor = await signedIn();
    const found = await visitor.submit(await visitor.visit('/'), '/search', { text: words });
    expect(found.html).toContain(`name="text" type="text" value="${shownWords}"`);
    expect(found.html).toContain('name="_language" value="az"');
    const list = await visitor.submit(await visitor.visit('/'), '/search', { text: '', _language: 'az' });
    expect([list.path, list.html.includes('<html lang="az"')]).toEqual(['/', true]);
  });
});

describe('what was typed', () => {
  const kept = () => application.app.get(KeptForms, { strict: false });
  const owner = '3f2f1f0e-0000-4000-8000-000000000001';
  const body = () => ({ _csrf: 'x', _owner: kept().ownerOf(owner), note: words, several: ['a', 'b'] });

  it('is kept for half an hour, whole, without the tokens', () => {
    const sealed = kept().keep('/x', body(), 0) ?? '';
    const fields = { note: words, several: ['a', 'b'] };
    expect(kept().open(sealed, owner, 29 * 60_000)).toEqual({ path: '/x', fields });
    expect(kept().open(sealed, owner, 30 * 60_000)).toBeUndefined();
  });

  it('opens for nobody else, and not where it was changed', () => {
    const sealed = kept().keep('/x', body()) ?? '';
    expect(kept().open(sealed, caseId)).toBeUndefined();
    expect(kept().open(sealed.slice(0, -4), owner)).toBeUndefined();
    expect(kept().keep('/x', { note: words })).toBeUndefined();
  });
});
