import { addDuration } from '#libs/calendar';
import { type Seen, Visitor } from '../../../../test/browser/visitor.js';
import {
  demoPassword,
  startApplication,
  type TestApplication,
} from '../../../../test/support/application.js';
import { Client } from '../../../../test/support/client.js';

let application: TestApplication;
let guardian: Visitor;
let commission: Visitor;
let caseId: string;
let number: string;

beforeAll(async () => {
  application = await startApplication();
  const school = await application.signIn('school');
  const safety = { immediateDanger: true, needsShelter: false };
  const child = { source: 'education', ageStatus: 'child', district: 'baku-nasimi', safety };
  ({ id: caseId, number } = (await school.open({ ...child, person: { name: 'Kiçik Sınaqlı' } })).body);
  guardian = await Visitor.signedIn(application.url, 'guardian', demoPassword);
  commission = await Visitor.signedIn(application.url, 'commission', demoPassword);
}, 120_000);
afterAll(() => application.close());

const linkTo = ({ html }: Seen, command: string) =>
  new RegExp(`href="(/cases/${caseId}/commands/\\w+/${command}\\?procedureId=[^"]+)"`).exec(html)?.[1] ?? '';
const actionOf = (link: string) => link.split('?')[0] ?? '';

/** From a list over a form to the case; fails where the list does not offer the step. */
async function take(
  who: Visitor,
  list: string,
  command: string,
  answers = {},
  leadsTo = `/cases/${caseId}?recorded=`,
): Promise<Seen> {
  const link = linkTo(await who.visit(list), command);
  const done = await who.submit(await who.visit(link), actionOf(link), answers);
  expect(done.path).toContain(leadsTo);
  return done;
}

const representative = { relation: 'socialWorker', conflictFree: 'yes', name: 'Nümayəndə Sınaqlı' };
const because = { explanation: 'Uydurma əsaslandırma.' };
const onCase = (command: string, data: object) =>
  application.signIn('guardian').then((api) => api.give(caseId, 'guardianship', command, data));

describe('the queue of a guardianship body', () => {
  it('shows who waits with the clock of acceptance, what may be seen before, and never a name', async () => {
    const queue = await guardian.visit('/children');
    expect(queue.text).toMatch(
      /Waits to be accepted \(1\).*Immediate danger was reported.*Child\. Nobody represents the child yet\. .*Acceptance: .* left, due .*Accept.*Redirect/,
    );
    expect(queue.text).toContain(number);
    expect(queue.text).not.toContain('Kiçik');
    expect(queue.html).not.toContain('/commands/handoff/decline');
    expect(queue.html).toContain('href="/children" aria-current');
    expect((await guardian.visit(`/cases/${caseId}`)).text).toContain('only a part of the case is shown');
  });

  it('says on the case whose step a task is, where it is not for the reader', async () => {
    const school = await Visitor.signedIn(application.url, 'school', demoPassword);
    await application.sql(
      `insert into tasks (case_id, procedure_id, body_id, code, opened_at)
       select case_id, id, (select owner_body_id from cases where id = case_id), 'visit', now() from procedure_instances
       where case_id = $1 and type = 'guardianship'`,
      [caseId],
    );
    const { text } = await school.visit(`/cases/${caseId}`);
    expect(text).toContain('Visit the child. To be done by: guardianship officer');
    await application.sql(`delete from tasks where case_id = $1 and code = 'visit'`, [caseId]);
  });

  it('and nothing else of a case is told to an administrator, whatever body she stands in', async () => {
    const [admin, officer] = await Promise.all([application.signIn('admin'), application.signIn('guardian')]);
    const account = { username: 'rayon.admin', name: 'Nümunə Misallı', role: 'administrator' };
    const added = { ...account, bodyId: admin.user?.body.id, password: demoPassword };
    expect((await admin.post('/administration/accounts', added)).status).toBe(201);
    await application.sql('update accounts set body_id = $1 where username = $2', [
      officer.user?.body.id,
      account.username,
    ]);
    const one = await Client.signedIn(application.url, account.username, demoPassword);
    for (const path of ['/guardianship/children', '/handoffs', '/notifications', '/cases'])
      expect([path, (await one.get(path)).body]).toEqual([path, { items: [] }]);
    expect((await officer.get<{ items: object[] }>('/handoffs')).body.items).toHaveLength(1);
  });

  it('is where a guardianship is accepted, in at most two pages', async () => {
    const pages = [await guardian.visit('/children')];
    const link = linkTo(pages[0], 'accept');
    pages.push(await guardian.visit(link));
    const done = await guardian.submit(pages.at(-1) as Seen, actionOf(link));
    expect(done.text).toContain('Guardianship body accepted');
    expect(pages.length).toBeLessThanOrEqual(2);
    expect((await guardian.visit('/children')).text).toContain('Waits to be accepted (0)');
  });

  it('leads to the interim representative, and then to the guardian', async () => {
    await take(guardian, '/children', 'appointInterim', representative);
    const queue = await guardian.visit('/children');
    expect(queue.text).toContain(`${number} : has an interim representative`);
    expect(linkTo(queue, 'appointInterim')).toBe('');
    const tooEarly = await guardian.visit(linkTo(queue, 'appointGuardian'));
    expect(tooEarly.text).toContain('Determine the best interests of the child first.');
    expect(linkTo(tooEarly, 'recordBestInterests')).not.toBe('');
    await take(guardian, '/children', 'recordChildViews', { heardAlone: 'yes', views: 'Uydurma.' });
    await take(guardian, '/children', 'recordBestInterests', { about: 'representation', ...because });
    const eighteenIn = addDuration(new Date().toISOString(), 'P3M').slice(0, 7);
    expect((await onCase('recordMajority', { eighteenIn, estimated: true })).status).toBe(200);
    await take(guardian, '/children', 'appointGuardian', { ...representative, kind: 'trustee' });
    expect((await guardian.visit('/children')).text).toContain('Has a trustee');
  });

  it('has the visits that are due, and what was found last', async () => {
    expect((await guardian.visit('/children/visits')).text).toContain('Not visited yet.');
    const visit = { outcome: 'well', visitors: 'monitoringGroup', childSeenAlone: 'yes' };
    await take(guardian, '/children/visits', 'recordVisit', visit);
    expect((await guardian.visit('/children/visits')).text).toMatch(/Last visit: .*The child is well\./);
  });

  it('has those who turn eighteen within six months, until their transition is planned', async () => {
    const before = await guardian.visit('/children/coming-of-age');
    expect(before.text).toMatch(/turns eighteen in \w+ \d{4}.*not planned yet\. Next decision: .* since \d/);
    await take(guardian, '/children/coming-of-age', 'planTransition', { services: 'housing' });
    const after = await guardian.visit('/children/coming-of-age');
    expect(after.text).toContain('The transition is planned.');
    expect(linkTo(after, 'planTransition')).toBe('');
  });

  it('leaves out who turns eighteen later', async () => {
    const later = addDuration(new Date().toISOString(), 'P9M').slice(0, 7);
    await onCase('recordMajority', { eighteenIn: later, estimated: true });
    expect((await guardian.visit('/children/coming-of-age')).text).toContain('would appear here');
  });

  it('is for that body alone', async () => {
    const other = await Visitor.signedIn(application.url, 'guardian2', demoPassword);
    for (const page of ['/children', '/children/visits', '/children/coming-of-age']) {
      const { text, html } = await other.visit(page);
      expect([page, text.includes(number)]).toEqual([page, false]);
      expect(html).toContain('href="/children"');
      expect([page, (await commission.visit(page)).status]).toEqual([page, 403]);
    }
    expect((await commission.visit('/')).html).not.toContain('href="/children"');
  });
});

describe('a correction', () => {
  const kept = () =>
    application.sql<{ compartment: string }>(
      `select compartment from vault_items where field = 'correction' order by created_at`,
    );

  it('lies beside the words that it corrects: of a child where the police does not read', async () => {
    const officer = await application.signIn('guardian');
    const { body } = await officer.get<{ items: { seq: number; command?: string; procedure?: string }[] }>(
      `/cases/${caseId}/timeline?limit=500`,
    );
    const seq = body.items.find(({ command }) => command === 'recordChildViews')?.seq;
    const correction = { entrySeq: seq, correction: 'Uşaq başqa söz deyib.' };
    expect((await officer.give(caseId, 'caseFile', 'correctEntry', correction)).status).toBe(200);
    expect(await kept()).toEqual([{ compartment: 'child' }]);
    const read = await officer.get<{ texts: object[] }>(
      `/cases/${caseId}/compartments/child?purpose=caseWork`,
    );
    expect(JSON.stringify(read.body)).toContain('Uşaq başqa söz deyib.');
  });

  it('of the opening stays a statement', async () => {
    const school = await application.signIn('school');
    const correction = { entrySeq: 1, correction: 'Rayon səhv yazılıb.' };
    expect((await school.give(caseId, 'caseFile', 'correctEntry', correction)).status).toBe(200);
    expect((await kept()).at(-1)).toEqual({ compartment: 'statement' });
  });
});

describe('the page of a commission on minors', () => {
  it('says that nothing waits', async () => {
    expect((await commission.visit('/commission')).text).toContain('Nothing waits.');
    expect((await guardian.visit('/commission')).status).toBe(403);
  });

  it('shows what was referred to it until it has decided', async () => {
    expect((await onCase('referToCommission', { question: 'rehabilitation' })).status).toBe(200);
    const waiting = await commission.visit('/commission');
    expect(waiting.text).toMatch(new RegExp(`${number} : social rehabilitation Referred .* Accept`));
    await take(commission, '/commission', 'accept');
    const decision = { decision: 'rehabilitationPlan' };
    const done = await take(commission, '/commission', 'recordCommissionDecision', decision, '/?over=1');
    expect(done.text).toContain('The part of your body in this case has ended.');
    expect((await commission.visit('/commission')).text).toContain('Nothing waits.');
  });
});
