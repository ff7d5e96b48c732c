import pg from 'pg';
import { startApplication, type TestApplication } from '../../test/support/application.js';
import { Client } from '../../test/support/client.js';
import { keepsHouse } from '../../test/support/houses.js';
import { type TestDatabase, testDatabase } from '../../test/support/test-database.js';

describe('urgency of a deadline', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await testDatabase();
    client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
  }, 60_000);
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const hour = 3_600_000;
  const start = Date.parse('2016-03-01T00:00:00Z');
  const at = (hours: number) => new Date(start + hours * hour).toISOString();

  it.each([
    ['a day', 24, 11, 3],
    ['a day, half of it left', 24, 12, 2],
    ['a day, at its end', 24, 24, 1],
    ['a day, as long again', 24, 48, 0],
    ['thirty days', 720, 539, 3],
    ['thirty days, a quarter of it left', 720, 540, 2],
    ['thirty days, at its end', 720, 720, 1],
    ['thirty days, three days late', 720, 792, 0],
    ['four hours', 4, 1, 3],
    ['four hours, half of it left', 4, 2, 2],
    ['four hours, four hours late', 4, 8, 0],
  ])('of %s', async (_what, term, passed, rank) => {
    const { rows } = await client.query('select urgency($1, $2, $3) as rank', [at(0), at(term), at(passed)]);
    expect(rows[0].rank).toBe(rank);
  });
});

const password = 'uzun-bir-parol-17';

interface Item {
  readonly id: string;
  readonly urgency: string;
  readonly tasks: readonly string[];
  readonly nextDeadline?: { name: string; dueAt: string };
  readonly missingChild: boolean;
  readonly states: readonly { procedure: string }[];
}

describe('the worklist', () => {
  let application: TestApplication;
  let police: Client;
  beforeAll(async () => {
    application = await startApplication({ clock: 'training' });
    police = await application.signIn('police');
  }, 120_000);
  afterAll(() => application?.close());

  const list = async (client: Client, query = '') =>
    (await client.get<{ items: Item[] }>(`/cases${query}`)).body.items;

  it('puts the most urgent case first, and finds cases by state, officer and urgency', async () => {
    const late = (await police.open()).body.id;
    await (await application.signIn('admin')).post('/clock/advance', { duration: 'P20D' });
    const fresh = (await police.open()).body.id;
    const all = await list(police);
    expect(all.map(({ id }) => id)).toEqual([late, fresh]);
    expect(all[0]?.urgency).toBe('criticallyOverdue');
    expect((await list(police, '?due=criticallyOverdue')).map(({ id }) => id)).toEqual([late]);
    expect((await list(police, '?procedure=identification&state=signalled')).length).toBe(2);
    expect(await list(police, '?procedure=identification&state=identified')).toEqual([]);
    expect(await list(police, '?owner=none')).toEqual([]);
  });

  it('shows a task of the own body until it is done', async () => {
    const [late] = await list(police, '?due=criticallyOverdue');
    expect(late?.tasks).toContain('screening-overdue');
    const catalogues = await police.get<{
      items: { id: string; version: string; indicators: { code: string }[] }[];
    }>('/indicators');
    const [catalogue] = catalogues.body.items;
    const data = {
      catalogue: `${catalogue?.id}@${catalogue?.version}`,
      observed: [catalogue?.indicators[0]?.code],
    };
    await police.give(late?.id ?? '', 'identification', 'recordIndicators', data);
    const after = (await list(police)).find(({ id }) => id === late?.id);
    expect(after?.tasks).not.toContain('screening-overdue');
    const scorings = await police.get<{ items: object[] }>(`/cases/${late?.id}/assessments`);
    expect(scorings.body.items).toEqual([
      expect.objectContaining({ catalogue: data.catalogue, policy: 'strict', observed: data.observed }),
    ]);
  });

  it('calls nobody late when a clock that protects the person has passed', async () => {
    const { id } = (await police.open({ consent: { referToMainDepartment: 'yes' } })).body;
    await police.give(id, 'identification', 'presume', { grounds: 'Sınaq' });
    await police.give(id, 'reflection', 'inform', { reached: true });
    await (await application.signIn('admin')).post('/clock/advance', { duration: 'P31D' });
    const passed = await application.sql(
      `select distinct d.name, d.protects, o.id is not null as owed from deadlines d left join owed_deadlines o on o.id = d.id
       where d.case_id = $1 and d.state = 'passed' and d.procedure in ('reflection', 'handoff') order by 1`,
      [id],
    );
    expect(passed).toEqual([
      { name: 'acceptance', protects: 'body', owed: true },
      { name: 'reflectionFloor', protects: 'person', owed: false },
    ]);
    const { body } = await police.get<{ items: { caseId: string; name: string; urgency: string }[] }>(
      '/deadlines?state=passed&limit=100',
    );
    const floor = body.items.find(({ caseId, name }) => caseId === id && name === 'reflectionFloor');
    expect(floor?.urgency).toBe('notDueYet');
  });

  it('owes the review of what a house accepted itself until it is made, wherever the placement moves', async () => {
    const shelter = await application.signIn('shelter');
    const [bedId] = await keepsHouse(shelter, { region: null, rooms: [{ name: '1', beds: 1 }] });
    const second = { username: 'shelter.second', name: 'Sınaq Misallı', role: 'shelterWorker', password };
    const body = { ...second, bodyId: shelter.user?.body.id };
    const admin = await application.signIn('admin');
    expect((await admin.post('/administration/accounts', body)).status).toBe(201);
    const colleague = await Client.signedIn(application.url, second.username, password);
    const safety = { immediateDanger: false, needsShelter: true };
    const { id } = (await shelter.open({ source: 'selfReferral', safety })).body;
    const does = async (who: Client, command: string, data: object = {}) =>
      expect([command, (await who.give(id, 'placement', command, data)).status]).toEqual([command, 200]);
    const owed = () =>
      application.sql(`select state from owed_deadlines where case_id = $1 and name = 'houseReview'`, [id]);
    await does(shelter, 'offerBed', { bedId });
    await does(colleague, 'acceptOffer', { interpreter: 'notNeeded', personIsHere: true });
    await admin.post('/clock/advance', { duration: 'P4D' });
    await does(shelter, 'admit');
    await does(shelter, 'recordAbsence', { kind: 'hospital' });
    expect(await owed()).toEqual([{ state: 'passed' }]);
    await does(shelter, 'depart', { reason: 'ownWish' });
    expect(await owed()).toEqual([]);
  });

  it('shows a body to which a handoff waits nothing yet, and its supervisor what the body works on', async () => {
    const { id } = (await police.open({ ageStatus: 'child' })).body;
    expect(await list(await application.signIn('guardian'))).toEqual([]);
    const audited = await list(await application.signIn('supervisor'));
    expect(audited.map((item) => item.id)).toContain(id);
    expect(await list(await application.signIn('admin'))).toEqual([]);
  });

  it('puts a child who is searched for before whatever is overdue, by the clock of the search', async () => {
    const { id } = (await police.open({ ageStatus: 'presumedChild', district: 'baku-nasimi' })).body;
    expect((await list(police))[0]).toMatchObject({ urgency: 'criticallyOverdue', missingChild: false });
    await police.give(id, 'missingPerson', 'report', { circumstance: 'ranAway', inDanger: false });
    const [first, ...others] = await list(police);
    const nextDeadline = { name: 'search' };
    expect(first).toMatchObject({ id, missingChild: true, urgency: 'dueSoon', nextDeadline });
    expect(others.map(({ missingChild }) => missingChild)).not.toContain(true);
    expect(await seenByPages(police)).toEqual([id, ...others.map((one) => one.id)]);
    const due = await police.get<{ items: { caseId: string; name: string; urgency: string }[] }>(
      '/deadlines?state=running&limit=100',
    );
    const search = due.body.items.find(({ caseId, name }) => caseId === id && name === 'search');
    expect(search?.urgency).toBe('dueSoon');
    const page = (await police.get<string>('//?lang=en')).body;
    expect(page.indexOf('A child is missing (1)')).toBeGreaterThan(0);
    expect(page.indexOf('A child is missing (1)')).toBeLessThan(page.indexOf('Critically overdue'));
  });

  /** One case after the other, as somebody who turns the pages meets them. */
  async function seenByPages(client: Client): Promise<string[]> {
    const ids: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const query: string = cursor && `&cursor=${cursor}`;
      const page = await client.get<{ items: Item[]; next?: string }>(`/cases?limit=1${query}`);
      ids.push(...page.body.items.map(({ id }) => id));
      cursor = page.body.next;
    }
    return ids;
  }

  it('shows who must search that it is for a child, first in the inbox and at the head of the case', async () => {
    const social = await application.signIn('social');
    const { id } = (await social.open({ ageStatus: 'child', district: 'baku-nasimi' })).body;
    const report = { circumstance: 'ranAway', inDanger: false };
    const { body: told } = await social.give(id, 'missingPerson', 'report', report);
    expect(await receiptOf(social, id, told)).toEqual(['Handoff sent (2 times).']);
    const other = (await social.open({ consent: { referToMainDepartment: 'yes' } })).body.id;
    await social.give(other, 'identification', 'presume', { grounds: 'Sınaq' });
    const investigator = await application.signIn('investigator');
    const inbox = (await investigator.get<string>('//inbox?lang=en')).body;
    const [, first = '', ...others] = inbox.split('<section class="nrm-entry">');
    expect(first).toContain('Missing child');
    expect(first).not.toContain('handoff/decline');
    expect(others.some((one) => one.includes(other) && !one.includes('Missing child'))).toBe(true);
    const { body } = await police.get<{ banners: { code: string }[]; nextDeadline: { name: string } }>(
      `/cases/${id}`,
    );
    expect([body.banners[0]?.code, body.nextDeadline.name]).toEqual(['missingChild', 'search']);
    const page = (await police.get<string>(`//cases/${id}?lang=en`)).body;
    expect(page).toMatch(/govuk-warning-text[^]*?Missing child[^]*?Missing person: reported/);
    const house = { kind: 'request', purpose: 'assistance', basis: 'vitalInterest' };
    const toBodyId = (await application.signIn('shelter')).user?.body.id;
    const { body: sent } = await social.give(
      id,
      'handoff',
      'send',
      { ...house, toBodyId },
      { revision: await revisionOf(social, id) },
    );
    expect(await receiptOf(social, id, sent)).toEqual(['Handoff sent.']);
    const preview = await (
      await application.signIn('shelter')
    ).get<{ banners: { code: string }[] }>(`/cases/${id}`);
    expect([preview.status, preview.body.banners.map(({ code }) => code)]).toEqual([200, ['child']]);
  });

  /** What the page of the case says, after a command, of handoffs that it sent. */
  async function receiptOf(client: Client, id: string, answer: object): Promise<string[] | null> {
    const { seq = 0 } = (answer as { entries: { seq: number }[] }).entries.at(-1) ?? {};
    const { body } = await client.get<string>(`//cases/${id}?lang=en&recorded=${seq}`);
    return body.match(/Handoff sent[^<]*\./g);
  }

  const revisionOf = async (client: Client, id: string) =>
    (await client.get<{ revision: number }>(`/cases/${id}`)).body.revision;
});
