import { addDuration } from '#libs/calendar';
import { keepsHouse } from '../support/houses.js';
import { demoPassword, startApplication, type TestApplication } from '../support/application.js';
import type { Client } from '../support/client.js';
import { isFull } from '../support/size.js';
import { until } from '../support/until.js';
import { accessibilityFaults, browserIsHere, openBrowser, signIn, type TestBrowser } from './browser.js';

const here = browserIsHere();
const describeInBrowser = here ? describe : describe.skip;
const languages = ['az', 'en'] as const;

let application: TestApplication;
let caseId = '';
let identification = '';
/** Whose account the administrator looks at. */
const officer = { id: '', bodyId: '' };
/** The account of a system whose token the administrator sees. */
let system = '';
/** Pages of shelters: of the case that all look at, and of one that the house was asked for. */
const suiting = { hers: '', asked: '' };

beforeAll(async () => {
  if (!here) return;
  application = await startApplication({ clock: 'training' });
  const api = await application.signIn('police');
  Object.assign(officer, { id: api.user?.id, bodyId: api.user?.body.id });
  const opened = await api.open({
    ageStatus: 'child',
    note: 'Sınaq qeydi',
    person: { name: 'Sınaq Sınaqlı' },
  });
  caseId = opened.body.id;
  const { body } = await api.get<{ procedures: { id: string; type: string }[] }>(`/cases/${caseId}`);
  identification = body.procedures.find(({ type }) => type === 'identification')?.id ?? '';
  await lookAfter(caseId);
  await keepsHouse(await application.signIn('shelter'), { region: null, rooms: [{ name: '1', beds: 2 }] });
  const asked = await api.open({
    ageStatus: 'child',
    safety: { immediateDanger: false, needsShelter: true },
  });
  suiting.asked = await sheltersOf(api, asked.body.id);
  const { revision } = (await api.get<{ revision: number }>(`/cases/${caseId}`)).body;
  await api.give(caseId, 'placement', 'request', { accessible: true }, { revision });
  suiting.hers = await sheltersOf(api, caseId);
  const journal = { system: 'Növbə jurnalı', bodyId: officer.bodyId, role: 'caseOfficer', days: 1 };
  const admin = await application.signIn('admin');
  system = (await admin.post<{ accountId: string }>('/administration/tokens', journal)).body.accountId;
}, 120_000);
afterAll(() => application?.close());

async function sheltersOf(api: Client, id: string): Promise<string> {
  const { body } = await api.get<{ procedures: { id: string; type: string }[] }>(`/cases/${id}`);
  const placement = body.procedures.find(({ type }) => type === 'placement');
  return `/cases/${id}/placements/${placement?.id}/shelters`;
}

/** So that every list about children has somebody in it. */
async function lookAfter(child: string): Promise<void> {
  const guardian = await application.signIn('guardian');
  const { body } = await guardian.get<{ now: string }>('/clock');
  const named = { relation: 'relative', conflictFree: true, name: 'Nümayəndə Sınaqlı' };
  const because = { explanation: 'Uydurma əsaslandırma.' };
  await guardian.give(child, 'handoff', 'accept');
  const steps = [
    ['recordMajority', { eighteenIn: addDuration(body.now, 'P3M').slice(0, 7), estimated: true }],
    ['recordChildViews', { heardAlone: true, views: 'Uydurma.' }],
    ['recordBestInterests', { about: 'representation', ...because }],
    ['appointGuardian', { ...named, kind: 'trustee' }],
    ['referToCommission', { question: 'rehabilitation' }],
  ] as const;
  for (const [command, data] of steps) {
    const { status } = await guardian.give(child, 'guardianship', command, data);
    expect([command, status]).toEqual([command, 200]);
  }
}

const command = (name: string, rest = '') =>
  `/cases/${caseId}/commands/identification/${name}?procedureId=${identification}${rest}`;

/**
 * Also what scrolls inside a frame of its own: half a list is soon taken for the whole. Only the days of a month stay
 * side by side there.
 */
const widest = `Math.max(...[document.documentElement, ...document.querySelectorAll('.nrm-table-scroll:not(:has(.nrm-calendar))')]
  .map(({ scrollWidth }) => scrollWidth))`;

/** What is folded away is looked at too. */
const unfold = `document.querySelectorAll('details').forEach((folded) => { folded.open = true; })`;

const administered = () => [
  '/admin/accounts',
  '/admin/accounts/new',
  `/admin/accounts/${officer.id}`,
  `/admin/accounts/${officer.id}/password`,
  `/admin/accounts/${officer.id}/close`,
  '/admin/tokens',
  '/admin/tokens/new',
  `/admin/tokens/systems/${system}/close`,
  '/admin/bodies/new',
  `/admin/bodies/${officer.bodyId}`,
];

const lists = ['/children', '/children/visits', '/children/coming-of-age'];

/** Every page, by who reads it. */
const pages: Readonly<Record<string, () => readonly string[]>> = {
  police: () => [
    '/',
    '/cases/new',
    '/cases/new/child',
    '/cases/new/adult',
    '/cases/new/notSure',
    `/cases/${caseId}`,
    `/cases/${caseId}/receipt`,
    `/cases/${caseId}/timeline`,
    `/cases/${caseId}/access`,
    `/cases/${caseId}/open/identity`,
    command('presume'),
    command('recordIndicators'),
    command('recordIndicators', '&catalogue=ilo-ec-2009-labour-child@1'),
    '/inbox',
    '/inbox?box=out',
    '/notifications',
    '/notifications/mail',
    suiting.hers,
    '/break-glass',
    '/returns',
    '/help',
    '/no-such-page',
  ],
  guardian: () => ['/', '/inbox', `/cases/${caseId}`, suiting.hers, ...lists],
  commission: () => ['/', '/commission'],
  shelter: () => ['/shelter', '/shelter/beds', '/shelter/occupancy', '/shelter/rooms/new', suiting.asked],
  shelterSupervisor: () => ['/shelter/oversight'],
  supervisor: () => ['/', '/supervision', '/coverage', `/cases/${caseId}`, `/cases/${caseId}/timeline`],
  admin: () => ['/admin', ...administered()],
};

describeInBrowser('every page', () => {
  let browser: TestBrowser;
  beforeEach(async () => {
    browser = await openBrowser({ javaScript: true });
  });
  afterEach(() => browser.close());

  it.each(Object.keys(pages))(
    'can be used by everyone, in both languages: %s',
    async (username) => {
      const page = await browser.context.newPage();
      const troubles: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('404')) troubles.push(message.text());
      });
      await signIn(page, application.url, username, demoPassword);
      const faults: string[] = [];
      for (const [number, path] of (pages[username]?.() ?? []).entries()) {
        // Both languages come from one template: every day each page is read in one of them, in turn.
        for (const language of isFull ? languages : [languages[number % 2] ?? 'az']) {
          const answer = await page.goto(
            `${application.url}${path}${path.includes('?') ? '&' : '?'}lang=${language}`,
          );
          expect([path, answer?.status()]).toEqual([path, path === '/no-such-page' ? 404 : 200]);
          expect([path, await page.getAttribute('html', 'lang')]).toEqual([path, language]);
          await page.evaluate(unfold);
          faults.push(...(await accessibilityFaults(page)).map((fault) => `${language} ${path} ${fault}`));
        }
      }
      expect(faults).toEqual([]);
      expect(troubles).toEqual([]);
    },
    300_000,
  );

  it.each(['police', 'guardian', 'commission', 'shelter', 'admin'])(
    'fits a narrow screen: %s',
    async (username) => {
      const page = await browser.context.newPage();
      await page.setViewportSize({ width: 320, height: 640 });
      await signIn(page, application.url, username, demoPassword);
      const tooWide: string[] = [];
      for (const path of pages[username]?.() ?? []) {
        await page.goto(application.url + path);
        await page.evaluate(unfold);
        const width = await page.evaluate(widest);
        if (Number(width) > 320) tooWide.push(`${path}: ${String(width)}`);
      }
      expect(tooWide).toEqual([]);
    },
    120_000,
  );

  it('the days of a month stand side by side on a telephone, and pass by at the press of a key', async () => {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn(page, application.url, 'shelter', demoPassword);
    await page.goto(`${application.url}/shelter/occupancy`);
    const month = page.locator('.nrm-table-scroll[role=region]');
    const heads = await month.getByRole('columnheader').all();
    const tops = await Promise.all(heads.map(async (head) => (await head.boundingBox())?.y));
    expect([tops.length > 28, new Set(tops).size]).toEqual([true, 1]);
    await month.focus();
    await page.keyboard.press('ArrowRight');
    const passed = async () => Number(await page.evaluate(`document.activeElement.scrollLeft`)) > 0;
    await until('the days have passed by', passed);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('finds a planted fault', async () => {
    const page = await browser.context.newPage();
    await page.setContent('<html lang="en"><title>x</title><main><h1>x</h1><img src="x.png"></main></html>');
    expect((await accessibilityFaults(page)).join()).toContain('image-alt');
  });
});

describeInBrowser('without JavaScript', () => {
  let browser: TestBrowser;
  beforeEach(async () => {
    browser = await openBrowser();
  });
  afterEach(() => browser.close());

  it('a case is opened, presumed and read by links and forms alone', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${application.url}/sign-in?lang=en`);
    await signIn(page, application.url, 'police', demoPassword);
    await page.click('text=New case >> nth=0');
    await page.check('#age-2');
    await page.click('text=Continue');
    await page.selectOption('#source', 'police').catch(() => page.check('input[name=source][value=police]'));
    const yesterday = new Date(Date.now() - 86_400_000);
    await page.fill('#encounteredAt-day', String(yesterday.getUTCDate()));
    await page.fill('#encounteredAt-month', String(yesterday.getUTCMonth() + 1));
    await page.fill('#encounteredAt-year', String(yesterday.getUTCFullYear()));
    await page.fill('#encounteredAt-time', '12:00');
    await page.check('#immediateDanger-2');
    await page.check('#needsShelter-2');
    await page.fill('#note', 'Sınaq');
    await page.click('main button[type=submit]');
    expect(await page.textContent('main')).toContain('The case is open');
    await page.click('text=To the case');
    await page.click('text=Presume a victim');
    await page.fill('#grounds', 'Pasportu alınıb');
    await page.click('main button[type=submit]');
    expect(await page.textContent('main')).toContain('Recorded');
    await page.click('main a:text-is("Timeline")');
    await page.click('text=Check integrity');
    expect(await page.textContent('main')).toContain('the chain is whole');
  }, 60_000);

  it('nothing but our own files is loaded', async () => {
    const page = await browser.context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${application.url}/sign-in`);
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter((address) => !address.startsWith(application.url))).toEqual([]);
    expect(asked.filter((address) => address.includes('font'))).toEqual([]);
  });
});
