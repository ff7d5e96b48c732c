import { measures } from '#libs/plan';
import { Visitor } from '../../../../test/browser/visitor.js';
import {
  demoPassword,
  startApplication,
  type TestApplication,
} from '../../../../test/support/application.js';

let application: TestApplication;
let reader: Visitor;
beforeAll(async () => {
  application = await startApplication();
  const police = await application.signIn('police');
  for (let cases = 0; cases < 2; cases += 1) {
    const { body } = await police.open({ source: 'hotline' });
    const { procedures } = (
      await police.get<{ procedures: { id: string; type: string }[] }>(`/cases/${body.id}`)
    ).body;
    const procedureId = procedures.find(({ type }) => type === 'identification')?.id;
    await police.give(body.id, 'identification', 'presume', { grounds: 'Sınaq' }, { procedureId });
  }
  reader = await Visitor.signedIn(application.url, 'coordinator', demoPassword);
}, 120_000);
afterAll(() => application.close());

/** The row of a measure, as it is read. */
const rowOf = (html: string, id: string): string =>
  (html.split('<tr').find((row) => new RegExp(`<th scope="row"[^>]*>${id}\\.`).test(row)) ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replace(/\s+/g, ' ');

describe('the coverage of the plan', () => {
  it('lists all 60 measures, with entries as figures and never a case', async () => {
    const page = await reader.visit('/coverage');
    expect(page.status).toBe(200);
    const rows = measures.map(({ id }) => rowOf(page.html, id));
    expect(rows.filter(Boolean)).toHaveLength(60);
    expect(rowOf(page.html, '13.2.1')).toMatch(/ 2 0 <5 Identification: .* \(2\) $/);
    expect(page.text).toContain('Of 60 measures');
    expect(page.html).not.toMatch(/AZ-\d{4}-\d{6}/);
  });

  it('is counted over the months asked for, and says which months are none', async () => {
    const before = await reader.visit('/coverage?from=2016-01&to=2016-12');
    expect(rowOf(before.html, '13.2.1')).toMatch(/ 0 0 0 No entries/);
    for (const months of ['from=2016-13', 'from=2026-02&to=2026-01', 'to=x']) {
      const wrong = await reader.visit(`/coverage?${months}`);
      expect([months, wrong.status, wrong.text.includes('There is a problem')]).toEqual([months, 422, true]);
    }
  });

  it('is read in Azerbaijani', async () => {
    const page = await reader.visit('/coverage?lang=az');
    expect(page.text).toContain('Planın icrası');
    expect(rowOf(page.html, '13.2.1')).toMatch(/Müəyyənetmə: /);
  });

  it('is for those who look after the work of others', async () => {
    const police = await Visitor.signedIn(application.url, 'police', demoPassword);
    expect((await police.visit('/coverage')).status).toBe(403);
  });
});

it('the Ombudsman, who asks about all cases and opens none, is not told that there are none', async () => {
  const ombudsman = await Visitor.signedIn(application.url, 'ombudsman', demoPassword);
  const { text } = await ombudsman.visit('/');
  expect(text).toContain('Single cases are not shown to you here');
  expect(text).not.toContain('Critically overdue');
});
