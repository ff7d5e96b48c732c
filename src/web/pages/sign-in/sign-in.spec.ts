import {
  demoPassword,
  startApplication,
  type TestApplication,
} from '../../../../test/support/application.js';
import { Visitor } from '../../../../test/browser/visitor.js';

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
}, 120_000);
afterAll(() => application.close());

const visitor = () => new Visitor(application.url);
const signIn = async (username: string, password: string, next = '') => {
  const reader = visitor();
  const form = await reader.visit(`/sign-in?lang=en${next}`);
  return { reader, page: await reader.submit(form, '/sign-in', { username, password }) };
};

describe('signing in', () => {
  it('leads to the page that was asked for', async () => {
    const reader = visitor();
    const form = await reader.visit('/inbox?lang=en');
    expect(form.path).toBe('/sign-in?next=%2Finbox');
    const page = await reader.submit(form, '/sign-in', { username: 'police', password: demoPassword });
    expect([page.status, page.path]).toEqual([200, '/inbox']);
  });

  it('says the same of an unknown name and a wrong password, and keeps the name typed', async () => {
    const { page: wrong } = await signIn('police', 'wrong-password');
    const { page: unknown } = await signIn('nobody-here', 'wrong-password');
    expect(wrong.status).toBe(401);
    expect(wrong.html).toContain('value="police"');
    expect(wrong.html).not.toContain('wrong-password');
    expect(unknown.text).toBe(wrong.text);
  });

  it('asks for what was left empty', async () => {
    const { page } = await signIn('', '');
    expect(page.status).toBe(422);
    expect(page.text).toContain('Enter your username and password');
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/'])(
    'never leads to %s',
    async (next) => {
      const { page } = await signIn('police', demoPassword, `&next=${encodeURIComponent(next)}`);
      expect(page.path).toBe('/');
    },
  );

  it('takes no form of another site', async () => {
    const reader = visitor();
    await reader.visit('/sign-in?lang=en');
    const page = await reader.post('/sign-in', { username: 'police', password: demoPassword });
    expect(page.status).toBe(403);
  });
});

describe('leaving', () => {
  it('signs out, also by the quick way', async () => {
    const { reader, page } = await signIn('police', demoPassword);
    const out = await reader.submit(page, '/sign-out');
    expect(out.path).toBe('/sign-in');
    const { reader: other } = await signIn('police', demoPassword);
    const left = await other.visit('/leave');
    expect(left.headers.get('location')).toBe('https://www.google.com/');
    expect((await other.visit('/')).path).toBe('/sign-in');
  });
});

describe('every page', () => {
  it('is shut to scripts of others, to frames and to the disk', async () => {
    const { headers } = await visitor().visit('/sign-in');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.getSetCookie().join()).toContain('SameSite=Strict');
    expect(headers.getSetCookie().join()).toContain('HttpOnly');
  });

  it('speaks Azerbaijani first, and remembers another choice', async () => {
    const reader = visitor();
    expect((await reader.visit('/sign-in')).html).toContain('<html lang="az"');
    await reader.visit('/sign-in?lang=en');
    expect((await reader.visit('/sign-in')).html).toContain('<html lang="en"');
  });

  it('loads no typeface of GOV.UK and no crown', async () => {
    const { html } = await visitor().visit('/sign-in');
    const css = /href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1] ?? '';
    const style = await fetch(application.url + css);
    expect(style.headers.get('cache-control')).toContain('immutable');
    const rules = await style.text();
    expect(style.headers.get('content-type')).toContain('text/css');
    expect(rules.includes('.govuk-button{')).toBe(true);
    expect(rules.match(/@font-face|GDS Transport|url\(\/assets[^)]*/g)).toBeNull();
    expect(html).not.toMatch(/GOV\.UK|crown/i);
  });

  it('is not found alike wherever it is not', async () => {
    const { reader } = await signIn('police', demoPassword);
    const nowhere = await reader.visit('/no-such-page');
    const noCase = await reader.visit('/cases/00000000-0000-4000-8000-000000000000');
    const noForm = await reader.visit('/cases/not-an-id');
    expect([nowhere.status, noCase.status, noForm.status]).toEqual([404, 404, 404]);
    expect(noCase.text).toBe(nowhere.text);
    expect(noForm.text).toBe(nowhere.text);
    expect(nowhere.text).toContain('Page not found');
  });
});
