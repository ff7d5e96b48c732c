import { randomUUID } from 'node:crypto';
import { hiddenFields, Visitor } from '../../../../test/browser/visitor.js';
import {
  demoPassword,
  startApplication,
  type TestApplication,
} from '../../../../test/support/application.js';
import type { Client } from '../../../../test/support/client.js';

let application: TestApplication;
let api: Client;
let police: Visitor;
let caseId: string;
let number: string;
const page = () => `/cases/${caseId}`;

beforeAll(async () => {
  application = await startApplication();
  api = await application.signIn('police');
  police = await Visitor.signedIn(application.url, 'police', demoPassword);
  const { body } = await api.open({ person: { name: 'Sınaq Sınaqlı' }, note: 'Gizli qeyd' });
  ({ id: caseId, number } = body);
}, 120_000);
afterAll(() => application.close());

const linkTo = (html: string, command: string) =>
  new RegExp(`href="(/cases/[^"]+/commands/\\w+/${command}\\?procedureId=[^"]+)"`)
    .exec(html)?.[1]
    ?.replaceAll('&amp;', '&') ?? '';

describe('the worklist', () => {
  it('groups by urgency, shows number, states and clock in words, and never a name', async () => {
    const list = await police.visit('/');
    expect(list.text).toMatch(
      /Critically overdue \(\d+\).*Overdue \(\d+\).*Due soon \(\d+\).*Not due yet \(\d+\)/,
    );
    expect(list.text).toContain(number);
    expect(list.text).not.toContain('Sınaq Sınaqlı');
    expect(list.text).toContain('would appear here');
  });

  it('finds a case by its number, and says that the search is on record', async () => {
    const list = await police.visit('/');
    const found = await police.submit(list, '/search', { text: number });
    expect(found.text).toContain('This search and what it found are on record.');
    expect(found.html).toContain(page());
  });
});

describe('the page of a case', () => {
  it('heads with owner, state, next step and nearest clock', async () => {
    const { text } = await police.visit(page());
    expect(text).toMatch(
      /Owner Baku, Nasimi District Police Office, Elvin Sınaqlı .*State .*Next step .*Nearest clock .*due \d/,
    );
    expect(text).not.toContain('Gizli qeyd');
  });

  it('lists what waits for the body of its reader, and not what waits for another', async () => {
    expect((await police.visit(page())).text).not.toContain('What your body has to do');
    const { body } = await api.open({ ageStatus: 'assumedAdult' });
    await api.give(body.id, 'caseFile', 'recordAgeDoubt', {
      grounds: 'Danışığı və boyu uşağa oxşayır (uydurma mətn).',
    });
    const mine = await police.visit(`/cases/${body.id}`);
    expect(mine.text).toMatch(/What your body has to do Doubt about age: check/);
    const guardian = await Visitor.signedIn(application.url, 'guardian', demoPassword);
    const theirs = await guardian.visit(`/cases/${body.id}`);
    expect([theirs.status, theirs.text.includes('What your body has to do')]).toEqual([200, false]);
  });

  it('has a title that says nothing of anybody', async () => {
    const { html } = await police.visit(page());
    expect(/<title>([^<]*)<\/title>/.exec(html)?.[1]).toBe('Case – İstiqamət');
  });

  it('does not exist for a body without a ground', async () => {
    const other = await Visitor.signedIn(application.url, 'police2', demoPassword);
    const unknown = await other.visit('/cases/00000000-0000-4000-8000-000000000000');
    const hidden = await other.visit(page());
    expect([hidden.status, hidden.text]).toEqual([404, unknown.text]);
  });

  it('is read in Azerbaijani as well', async () => {
    const reader = await Visitor.signedIn(application.url, 'police', demoPassword, 'az');
    const { text, html } = await reader.visit(page());
    expect(html).toContain('<html lang="az"');
    expect(text).toMatch(/Sahibi .*Vəziyyət .*Növbəti addım .*Ən yaxın müddət/);
  });
});

describe('the statechart of a case', () => {
  it('stands on its page as a picture and as text', async () => {
    const { html, text } = await police.visit(page());
    expect(html).toMatch(/<svg role="img" aria-labelledby="chart-[^"]+-title chart-[^"]+-text"/);
    expect(text).toMatch(
      /Where we are and how we came here \(Identification\) Signal registered: signalled .* Now: signalled/,
    );
    expect(html.match(/class="nrm-state nrm-state--now"/g)).toHaveLength(html.match(/<svg /g)?.length ?? 0);
  });

  it('is shown of no procedure that the reader may not know', async () => {
    const { body } = await api.open({ ageStatus: 'child', district: 'baku-nasimi' });
    await api.give(body.id, 'identification', 'presume', { grounds: 'Sınaq' });
    const pictures = ({ html }: { html: string }) =>
      [...html.matchAll(/<title id="chart-[^"]+">([^<]*)/g)].map(([, title]) => title).join();
    const guardian = await Visitor.signedIn(application.url, 'guardian', demoPassword);
    const preview = pictures(await guardian.visit(`/cases/${body.id}`));
    expect(pictures(await police.visit(`/cases/${body.id}`))).toMatch(/Statechart: .*reflection/i);
    expect(preview).toContain('Statechart: Guardianship and trusteeship');
    expect(preview).not.toMatch(/reflection/i);
  });
});

describe('a command', () => {
  it('is a form made from its schema, and goes on record', async () => {
    const form = await police.visit(linkTo((await police.visit(page())).html, 'presume'));
    expect(form.html).toContain('name="grounds"');
    const answer = await police.submit(form, `${page()}/commands/identification/presume`, {
      grounds: 'Pasportu alınıb',
    });
    expect(answer.path).toMatch(/\?recorded=\d+$/);
    expect(answer.text).toContain('Recorded');
    const entries = await application.sql(
      'select 1 from timeline_entries where case_id = $1 and command = $2',
      [caseId, 'presume'],
    );
    expect(entries).toHaveLength(1);
  });

  it('says what is missing beside the field', async () => {
    const { body } = await api.open();
    const html = (await police.visit(`/cases/${body.id}`)).html;
    const form = await police.visit(linkTo(html, 'presume'));
    const again = await police.submit(form, `/cases/${body.id}/commands/identification/presume`, {
      grounds: ' ',
    });
    expect(again.status).toBe(422);
    expect(again.html).toContain('href="#grounds"');
    expect(again.text).toContain('give an answer');
  });

  it('shows what changed since the form was opened, and keeps what was typed', async () => {
    const { body } = await api.open();
    const address = `/cases/${body.id}/commands/identification/presume`;
    const form = await police.visit(linkTo((await police.visit(`/cases/${body.id}`)).html, 'presume'));
    const identification = /name="_procedureId" value="([^"]+)"/.exec(form.html)?.[1] ?? '';
    const indicators = { catalogue: 'ilo-ec-2009-labour-adult@1', observed: ['dr.wages'] };
    const meanwhile = await api.give(body.id, 'identification', 'recordIndicators', indicators, {
      procedureId: identification,
    });
    expect(meanwhile.status).toBe(200);
    const again = await police.submit(form, address, { grounds: 'Bunu itirməyin' });
    expect(again.status).toBe(412);
    expect(again.text).toContain('What changed');
    expect(again.html).toContain('Bunu itirməyin');
    const sent = await police.submit(again, address, { grounds: 'Bunu itirməyin' });
    expect(sent.path).toMatch(/\?recorded=\d+$/);
  });

  it('says in words why a step is not possible any more, and gives back what was typed', async () => {
    const { body } = await api.open();
    const address = `/cases/${body.id}/commands/identification/presume`;
    const form = await police.visit(linkTo((await police.visit(`/cases/${body.id}`)).html, 'presume'));
    await police.submit(form, address, { grounds: 'Birinci' });
    const other = { ...hiddenFields(form.html, address), _key: randomUUID(), grounds: 'İkinci' };
    const late = await police.post(address, other);
    expect(late.status).toBe(409);
    expect(late.text).toContain('This is not possible in the present state (presumed victim).');
    expect(late.text).toContain('Grounds İkinci');
  });

  it('asks by which list before it asks for indicators', async () => {
    const { body } = await api.open();
    const which = await police.visit(
      linkTo((await police.visit(`/cases/${body.id}`)).html, 'recordIndicators'),
    );
    expect(which.text).toContain('By which list?');
    const address = /href="([^"]+catalogue=ilo-ec-2009-labour-adult[^"]*)"/.exec(which.html)?.[1] ?? '';
    const form = await police.visit(address.replaceAll('&amp;', '&'));
    expect(form.text).toContain('Deceptive recruitment');
    const sent = await police.submit(form, `/cases/${body.id}/commands/identification/recordIndicators`, {
      observed: ['dr.wages', 'dr.nature-of-job'],
    });
    expect(sent.path).toMatch(/\?recorded=\d+$/);
  });

  it('refuses a form without its token', async () => {
    const answer = await police.post(`${page()}/commands/identification/presume`, { grounds: 'x' });
    expect(answer.status).toBe(403);
  });
});

describe('the form of a second person', () => {
  const explanation = 'Heç bir əlamət\n<yoxdur>.';
  const rejection = { reason: 'noIndicators', explanation };
  let [id, confirm, proposal] = ['', '', 0];
  let supervisor: Visitor;
  let colleague: Visitor;
  const readings = `select detail, compartments from access_records
    where case_id = $1 and what = 'compartments' and detail <> 'case-page'`;
  const opened = () => application.sql(readings, [id]);

  beforeAll(async () => {
    ({ id } = (await api.open()).body);
    const indicators = { catalogue: 'ilo-ec-2009-labour-adult@1', observed: ['ex.excessive-hours'] };
    await api.give(id, 'identification', 'recordIndicators', indicators);
    type Given = { entries: { seq: number }[] };
    const given = await api.give<Given>(id, 'identification', 'rejectIndication', rejection);
    proposal = given.body.entries[0]?.seq ?? 0;
    await application.sql(
      `update accounts set role = 'caseOfficer',
         body_id = (select body_id from accounts where username = 'police') where username = 'school'`,
    );
    supervisor = await Visitor.signedIn(application.url, 'supervisor', demoPassword);
    colleague = await Visitor.signedIn(application.url, 'school', demoPassword);
    confirm = linkTo((await supervisor.visit(`/cases/${id}`)).html, 'confirmRejection');
  });

  it('opens no words where nothing is decided, nor for who proposed', async () => {
    const conflict = linkTo((await colleague.visit(`/cases/${id}`)).html, 'declareConflict');
    const forms = [
      confirm.replace('confirmRejection', 'presume'),
      confirm.replace('confirmRejection', 'recordRefusal'),
      conflict,
      `${conflict.replace('declareConflict', 'correctEntry')}&entrySeq=${proposal}`,
    ];
    for (const form of forms)
      for (const reader of [colleague, police])
        expect(await reader.visit(form)).toMatchObject({ status: 200, path: form });
    expect((await police.visit(confirm)).status).toBe(409);
    expect(await opened()).toEqual([]);
  });

  it('shows what was proposed, by whom and when, with its words where they may be read', async () => {
    const shut = (await supervisor.visit(confirm)).text;
    expect(shut).toMatch(
      /Rejection of the indication proposed Reason No indicators.* Explanation Restricted. This part is not open to your role. Who Elvin Sınaqlı, police case officer, Baku.* Recorded \d/,
    );
    expect(shut).not.toContain('əlamət');
    const form = await colleague.visit(confirm);
    expect(form.html).toContain('Heç bir əlamət\n&lt;yoxdur&gt;.');
    expect(form.text).toContain('This reading is on record.');
    expect(await opened()).toEqual([{ detail: 'decision', compartments: ['statement'] }]);
    const listed = await police.visit(`/cases/${id}/access`);
    expect(listed.text).toMatch(/Pərvanə Nümunəli.*statement.*to make a decision/);
  });

  it('shows no words while the reading cannot be put on record', async () => {
    const none = `add constraint none check (detail <> 'decision') not valid`;
    await application.sql(`alter table access_records ${none}`);
    const form = await colleague.visit(confirm);
    await application.sql('alter table access_records drop constraint none');
    expect(form.text).toContain('Explanation Restricted. The reading could not be recorded');
    expect(form.text).not.toContain('əlamət');
    expect(form.text).not.toContain('This reading is on record.');
  });

  it('shows the newest proposal, whatever entry its address names', async () => {
    const returned = { explanation: 'Yenidən baxılsın.' };
    const reader = await application.signIn('school');
    expect((await reader.give(id, 'identification', 'returnRejection', returned)).status).toBe(200);
    await api.give(id, 'identification', 'rejectIndication', { ...rejection, explanation: 'İkinci təklif.' });
    const form = await colleague.visit(`${confirm}&entrySeq=${proposal}`);
    expect(form.text).toContain('İkinci təklif.');
    expect(form.text).not.toContain('əlamət');
  });

  it('shows the words of a decision, and of the end of a case', async () => {
    const ours = (await api.open({ consent: { referToMainDepartment: 'yes' } })).body.id;
    await api.give(ours, 'identification', 'presume', { grounds: 'Sınaq' });
    const first = await application.signIn('investigator');
    const { body } = await first.get<{ items: { id: string; caseId: string }[] }>('/handoffs?box=in');
    const procedureId = body.items.find(({ caseId: of }) => of === ours)?.id ?? '';
    await first.give(ours, 'handoff', 'accept', {}, { procedureId });
    await first.give(ours, 'identification', 'beginAssessment');
    const decision = { outcome: 'identified', reasons: ['EX.present'], explanation: 'Sübut toplandı.' };
    await first.give(ours, 'identification', 'proposeDecision', decision);
    await api.give(ours, 'caseFile', 'void', { reason: 'openedInError', explanation: 'Səhv açılıb.' });
    const reader = await Visitor.signedIn(application.url, 'investigator2', demoPassword);
    const { html } = await reader.visit(`/cases/${ours}`);
    const shown = async (command: string) => (await reader.visit(linkTo(html, command))).text;
    expect(await shown('confirmDecision')).toContain('Explanation Sübut toplandı.');
    expect(await shown('confirmEnd')).toContain('Explanation Səhv açılıb.');
  });
});

describe('a second request for a shelter', () => {
  const words =
    /A request for a shelter is open already: wait for its answer; a bed may be kept already\. Where/;
  const address = (id: string) => `/cases/${id}/commands/placement/request`;

  it('is shown with the reason while the first is open, and again as a start once that is withdrawn', async () => {
    const { id } = (await api.open()).body;
    const before = await police.visit(`/cases/${id}`);
    expect(before.html).toContain(`href="${address(id)}"`);
    const form = await police.visit(address(id));
    expect((await police.submit(form, address(id))).path).toMatch(/\?recorded=\d+$/);
    const meanwhile = await police.visit(`/cases/${id}`);
    expect(meanwhile.html).not.toContain(`href="${address(id)}"`);
    expect(meanwhile.text).toMatch(
      /You can start .*Not possible now Placement in a shelter: Request a shelter Why can’t I\?/,
    );
    expect(meanwhile.text).toMatch(words);
    await api.give(id, 'placement', 'withdrawRequest');
    const after = await police.visit(`/cases/${id}`);
    expect(after.html).toContain(`href="${address(id)}"`);
    expect(after.text).not.toMatch(words);
  });

  it('is told the reason by its address too, and keeps what was typed', async () => {
    const { id } = (await api.open()).body;
    const form = await police.visit(address(id));
    const { revision } = (await api.get<{ revision: number }>(`/cases/${id}`)).body;
    expect((await api.give(id, 'placement', 'request', {}, { revision })).status).toBe(200);
    const given = await police.visit(address(id));
    expect([given.status, words.test(given.text)]).toEqual([409, true]);
    const sent = await police.submit(form, address(id), { withFamily: 'true', note: 'Uydurma qeyd' });
    expect([sent.status, words.test(sent.text)]).toEqual([409, true]);
    expect(sent.text).toContain('Uydurma qeyd');
  });

  it('is not spoken of where none was made yet, nor is any other start', async () => {
    const ngo = await application.signIn('ngo');
    const child = (await ngo.open({ source: 'ngo', ageStatus: 'child', district: 'baku-nasimi' })).body.id;
    const reader = await Visitor.signedIn(application.url, 'ngo', demoPassword);
    const [, starts] = (await reader.visit(`/cases/${child}`)).text.split('You can start');
    expect(starts).toContain('Placement in a shelter: Request a shelter');
    expect(starts).not.toContain('Not possible now');
  });
});

describe('the timeline', () => {
  it('tells both times, who, the state before and after, and the plan', async () => {
    const { text } = await police.visit(`${page()}/timeline`);
    expect(text).toMatch(/Happened .*Recorded .*Who Elvin Sınaqlı, police case officer, Baku/);
    expect(text).toMatch(/National Action Plan (Fulfils|Applies) \d+/);
  });

  it('is checked at the press of a button, and says so', async () => {
    const timeline = await police.visit(`${page()}/timeline`);
    const checked = await police.submit(timeline, `${page()}/timeline/verify`);
    expect(checked.text).toMatch(/All \d+ entries were checked/);
  });

  it('is told when somebody changed it', async () => {
    const { body } = await api.open();
    await application.sql('alter table timeline_entries disable trigger user');
    await application.sql(`update timeline_entries set to_state = 'closed' where case_id = $1 and seq = 1`, [
      body.id,
    ]);
    const timeline = await police.visit(`/cases/${body.id}/timeline`);
    const checked = await police.submit(timeline, `/cases/${body.id}/timeline/verify`);
    expect(checked.text).toContain('did not pass the check');
    expect(checked.text).toContain('Entry 1 was edited.');
  });

  it('offers to correct an entry of one’s own body, and puts its number into the form', async () => {
    const { body } = await api.open();
    const timeline = await police.visit(`/cases/${body.id}/timeline`);
    const [first = ''] = /href="([^"]+correctEntry[^"]+entrySeq=1)"/.exec(timeline.html)?.slice(1) ?? [];
    const form = await police.visit(first.replaceAll('&amp;', '&'));
    expect(form.text).toContain('The entry to correct: Case opened');
    expect(form.html).toMatch(/id="entrySeq"[^>]*value="1"/);
    const action = `/cases/${body.id}/commands/caseFile/correctEntry`;
    const done = await police.submit(form, action, { entrySeq: '1', correction: 'Rayon səhv yazılıb' });
    expect(done.text).toContain('Entry corrected');
    const unchosen = await police.visit(first.replaceAll('&amp;', '&').replace(/&entrySeq=1$/, ''));
    expect(unchosen.path).toBe(`/cases/${body.id}/timeline`);
    expect(unchosen.text).toContain('correction');
  });

  it('offers nobody to correct what another body entered', async () => {
    const supervisor = await Visitor.signedIn(application.url, 'coordinator', demoPassword);
    const timeline = await supervisor.visit(`${page()}/timeline`);
    expect(timeline.text).toContain('Happened');
    expect(timeline.html).not.toContain('correctEntry');
  });

  it('is taken away as a file', async () => {
    const file = await police.visit(`${page()}/timeline/export`);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(JSON.parse(file.html)).toMatchObject({ format: 'istiqamet-timeline', case: { number } });
  });
});

describe('the words of a person', () => {
  it('open only after the question why, and the reading is seen by others', async () => {
    const why = await police.visit(`${page()}/open/identity`);
    expect(why.text).not.toContain('Sınaq Sınaqlı');
    expect((await police.submit(why, `${page()}/open/identity`)).status).toBe(422);
    const opened = await police.submit(why, `${page()}/open/identity`, { purpose: 'contact' });
    expect(opened.text).toContain('This reading is on record.');
    expect(opened.text).toContain('Sınaq Sınaqlı');
    const readings = await police.visit(`${page()}/access`);
    expect(readings.text).toMatch(/Elvin Sınaqlı.*identity.*to contact the person/);
  });
});
