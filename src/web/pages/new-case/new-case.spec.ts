import { type Seen, Visitor } from '../../../../test/browser/visitor.js';
import {
  demoPassword,
  startApplication,
  type TestApplication,
} from '../../../../test/support/application.js';

let application: TestApplication;
let police: Visitor;
beforeAll(async () => {
  application = await startApplication();
  police = await Visitor.signedIn(application.url, 'police', demoPassword);
}, 120_000);
afterAll(() => application.close());

const yesterday = new Date(Date.now() - 86_400_000);
const plain = {
  source: 'police',
  'encounteredAt-day': String(yesterday.getUTCDate()),
  'encounteredAt-month': String(yesterday.getUTCMonth() + 1),
  'encounteredAt-year': String(yesterday.getUTCFullYear()),
  'encounteredAt-time': '12:00',
  immediateDanger: 'no',
  needsShelter: 'no',
};
const count = async () =>
  (await application.sql<{ n: number }>('select count(*)::int as n from cases'))[0]?.n;

/** Inputs that a keyboard comes to: neither hidden nor folded away. */
const inputsOn = ({ html }: Seen): string[] =>
  (html.split('<main')[1] ?? '')
    .replace(/<details class="govuk-details">[\s\S]*?<\/details>/g, '')
    .match(/<(?:input(?! type="hidden")|select|textarea)\b[^>]*>/g) ?? [];

describe('the urgent referral of a child', () => {
  it('takes at most 3 pages and 25 inputs, and has asked a house when the form is sent', async () => {
    const first = await police.visit('/cases/new');
    const details = await police.submit(first, '/cases/new', { age: 'child' });
    const inputs = inputsOn(details);
    expect(inputs.slice(-2).every((input) => input.includes('name="needsShelter"'))).toBe(true);
    const urgent = { ...plain, immediateDanger: 'yes', needsShelter: 'yes', district: 'baku-nasimi' };
    const receipt = await police.submit(details, '/cases/new/child', urgent);
    const pages = [first, details, receipt];
    expect(receipt.text).toContain('The case is open');
    for (const asked of ['shelter', 'guardianship'])
      expect(receipt.text).toMatch(new RegExp(`Acceptance \\(Handoff – ${asked}: sent\\)`, 'i'));
    expect(pages.length).toBeLessThanOrEqual(3);
    expect(pages.flatMap(inputsOn).length).toBeLessThanOrEqual(25);
    const [, caseId] = receipt.path.split('/').slice(1);
    const asked = await application.sql<{ purpose: string }>(
      `select purpose from handoffs where case_id = $1 and state = 'sent' order by purpose`,
      [caseId],
    );
    expect(asked.map(({ purpose }) => purpose)).toEqual(['guardianship', 'shelter']);
  });

  it('keeps what else may be said of the person folded, and open where something was typed or is wrong', async () => {
    const form = await police.visit('/cases/new/child');
    expect(inputsOn(form).join()).not.toContain('name="nationality"');
    const again = await police.submit(form, '/cases/new/child', { nationality: 'Uydurma' });
    expect(again.status).toBe(422);
    expect(inputsOn(again).join()).toContain('name="nationality"');
  });
});

describe('opening a case', () => {
  it('asks first whether the person is a child or an adult', async () => {
    const first = await police.visit('/cases/new');
    expect(first.text).toContain('Is the person a child or an adult?');
    expect((await police.submit(first, '/cases/new')).status).toBe(422);
    const details = await police.submit(first, '/cases/new', { age: 'notSure' });
    expect(details.path).toBe('/cases/new/notSure');
  });

  it('never asks of a child for consent to be referred, and tells an adult of the duty first', async () => {
    const child = await police.visit('/cases/new/child');
    const adult = await police.visit('/cases/new/adult');
    expect(child.html).not.toContain('name="consentReferToMainDepartment"');
    expect(adult.html).toContain('name="consentReferToMainDepartment"');
    expect(adult.text).toContain('Before she answers, tell the person');
  });

  it('gives a receipt that says what happens next and by when', async () => {
    const form = await police.visit('/cases/new/child');
    const receipt = await police.submit(form, '/cases/new/child', { ...plain, note: 'Bazarda tapılıb' });
    expect(receipt.status).toBe(200);
    expect(receipt.path).toMatch(/^\/cases\/[0-9a-f-]{36}\/receipt$/);
    expect(receipt.text).toMatch(/Case AZ-\d{4}-\d{6}/);
    expect(receipt.text).toMatch(
      /What happens next, and by when .*(left|overdue), due \d+ \w+ \d{4}, \d\d:\d\d/,
    );
  });

  it('takes a double click for one', async () => {
    const form = await police.visit('/cases/new/adult');
    const before = (await count()) ?? 0;
    const [one, other] = await Promise.all([
      police.submit(form, '/cases/new/adult', plain),
      police.submit(form, '/cases/new/adult', plain),
    ]);
    expect(one.path).toBe(other.path);
    expect(await count()).toBe(before + 1);
  });

  it('shows what the own body has just opened, so that nobody opens it again by going back', async () => {
    const form = await police.visit('/cases/new/child');
    const receipt = await police.submit(form, '/cases/new/child', plain);
    const [number = ''] = /AZ-\d{4}-\d{6}/.exec(receipt.text) ?? [];
    const elsewhere = await Visitor.signedIn(application.url, 'police2', demoPassword);
    for (const path of ['/cases/new', '/cases/new/child']) {
      expect((await police.visit(path)).text).toContain(`go on there: ${number} , child, `);
      expect((await elsewhere.visit(path)).text).not.toContain(number);
    }
    await application.sql(`update cases set opened_at = opened_at - interval '3 hours'`);
    expect((await police.visit('/cases/new/child')).text).not.toContain(number);
  });

  it('keeps what was typed and says beside each field what is wrong', async () => {
    const form = await police.visit('/cases/new/adult');
    const again = await police.submit(form, '/cases/new/adult', {
      ...plain,
      source: '',
      'encounteredAt-day': '31',
      'encounteredAt-month': '2',
      note: 'Söz <b>qalır</b>',
    });
    expect(again.status).toBe(422);
    expect(again.text).toContain('There is a problem');
    expect(again.html).toContain('href="#source"');
    expect(again.html).toContain('href="#encounteredAt-day"');
    expect(again.html).toMatch(/id="encounteredAt-month"[^>]*value="2"/);
    expect(again.html).toContain('Söz &lt;b&gt;qalır&lt;/b&gt;');
  });

  it('takes of the date of birth what is known, and says in her language how it is written', async () => {
    const form = await police.visit('/cases/new/adult');
    expect(form.html).toMatch(/aria-describedby="birthDate-hint"/);
    expect(form.text).toContain('As far as it is known: 27.3.2009, 3.2009 or 2009;');
    for (const birthDate of ['31.2.2009', '29.02.2009', '13.2009', '2009-00', '09', '27/3/2009'])
      expect([birthDate, (await police.submit(form, '/cases/new/adult', { birthDate })).html]).toEqual([
        birthDate,
        expect.stringContaining('Date of birth: as far as it is known: 27.3.2009'),
      ]);
    for (const birthDate of ['29.02.2008', '3.2009', '2009', '2009-03-27', 'təxminən 2009, yazda'])
      expect([birthDate, (await police.submit(form, '/cases/new/adult', { birthDate })).html]).toEqual([
        birthDate,
        expect.not.stringContaining('href="#birthDate"'),
      ]);
    const shown = await police.submit(form, '/cases/new/adult', { birthDate: '13.2009', _language: 'az' });
    const again = await police.submit(shown, '/cases/new/adult', { birthDate: '13.2009' });
    expect(again.text).toContain('Doğum tarixi: nə qədər məlumdursa: 27.3.2009');
    await police.submit(again, '/cases/new/adult', { _language: 'en' });
  });

  it('asks why where the encounter is long ago, as the interface does, keeps the rest, and lists it to who oversees', async () => {
    const form = await police.visit('/cases/new/child');
    expect(form.text).toContain('Reason for the delay (optional)');
    expect(form.text).toContain('Needed when it is more than 72 hours ago.');
    const old = { ...plain, 'encounteredAt-year': String(yesterday.getUTCFullYear() - 1) };
    const again = await police.submit(form, '/cases/new/child', { ...old, note: 'Söz qalır' });
    expect(again.status).toBe(422);
    expect(again.html).toContain('href="#lateReason"');
    expect(again.text).toContain('More than 72 hours have passed since: give the reason for the delay.');
    expect(again.html).toContain('Söz qalır');
    const why = { ...old, lateReason: 'Kağızdan köçürülüb' };
    const receipt = await police.submit(again, '/cases/new/child', why);
    const [, caseId] = receipt.path.split('/').slice(1);
    const coordinator = await application.signIn('coordinator');
    const { body } = await coordinator.get<{
      items: { caseId: string; command: string; happenedAt: string }[];
    }>('/supervision/late-entries');
    const listed = body.items.filter((item) => item.caseId === caseId);
    expect(listed).toEqual([expect.objectContaining({ command: 'open' })]);
    expect(listed[0]?.happenedAt.slice(0, 4)).toBe(old['encounteredAt-year']);
  });

  it('is not for those who meet nobody', async () => {
    const supervisor = await Visitor.signedIn(application.url, 'supervisor', demoPassword);
    expect((await supervisor.visit('/cases/new')).status).toBe(403);
  });
});
