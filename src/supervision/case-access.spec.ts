import { Visitor } from '../../test/browser/visitor.js';
import { demoPassword, startApplication, type TestApplication } from '../../test/support/application.js';
import type { Client } from '../../test/support/client.js';

interface Reading {
  readonly what: string;
  readonly ground: string;
  readonly actor: { readonly role: string };
}

let application: TestApplication;
let police: Client;
let supervisor: Client;
let caseId: string;

beforeAll(async () => {
  application = await startApplication();
  [police, supervisor] = await Promise.all([application.signIn('police'), application.signIn('supervisor')]);
}, 120_000);
afterAll(() => application.close());

beforeEach(async () => {
  const safety = { immediateDanger: false, needsShelter: true };
  caseId = (await police.open({ safety })).body.id;
});

const readings = async () => {
  const { body } = await police.get<{ items: Reading[] }>(`/cases/${caseId}/access`);
  return body.items.map(({ what, ground, actor }) => [actor.role, what, ground]);
};

describe('a reading of a case', () => {
  it('is on record with what was read and on what ground', async () => {
    const coordinator = await application.signIn('coordinator');
    const house = await houseAsked();
    expect(await readings()).toEqual([]);
    for (const path of ['', '/timeline', '/timeline/export']) await supervisor.get(`/cases/${caseId}${path}`);
    await coordinator.get(`/cases/${caseId}/timeline`);
    await house.get(`/cases/${caseId}`);
    expect(await readings()).toEqual([
      ['supervisor', 'case', 'oversight'],
      ['supervisor', 'timeline', 'oversight'],
      ['supervisor', 'export', 'oversight'],
      ['coordinator', 'timeline', 'oversight'],
      ['shelterWorker', 'case', 'preview'],
    ]);
  });

  it('is recorded once an hour for each part, and each export by itself', async () => {
    for (const path of ['', '/timeline', '/timeline/export', '', '/timeline', '/timeline/export'])
      await supervisor.get(`/cases/${caseId}${path}`);
    expect((await readings()).map(([, what]) => what)).toEqual(['case', 'timeline', 'export', 'export']);
    await application.sql(
      `update access_records set hour = hour - interval '1 hour' where case_id = $1 and hour is not null`,
      [caseId],
    );
    await supervisor.get(`/cases/${caseId}`);
    expect((await readings()).at(-1)).toEqual(['supervisor', 'case', 'oversight']);
    expect(await readings()).toHaveLength(5);
  });

  it('of a page is recorded as one of the interface, and lists are no readings', async () => {
    const visitor = await Visitor.signedIn(application.url, 'supervisor', demoPassword);
    await visitor.visit('/');
    await visitor.visit('/supervision');
    await supervisor.get('/cases');
    expect(await readings()).toEqual([]);
    await visitor.visit(`/cases/${caseId}`);
    await supervisor.get(`/cases/${caseId}`);
    expect(await readings()).toEqual([['supervisor', 'case', 'oversight']]);
    await visitor.visit(`/cases/${caseId}/timeline`);
    await visitor.visit(`/cases/${caseId}/timeline/export`);
    expect((await readings()).map(([, what]) => what)).toEqual(['case', 'timeline', 'export']);
  });

  it('that cannot be put on record shows nothing of the case, neither on its page', async () => {
    const visitor = await Visitor.signedIn(application.url, 'police', demoPassword);
    const house = await houseAsked();
    type Header = { number: string; procedures: { id: string; type: string; revision: number }[] };
    const { number, procedures } = (await house.get<Header>(`/cases/${caseId}`)).body;
    const asked = procedures.find(({ type }) => type === 'handoff');
    expect((await visitor.visit(`/cases/${caseId}`)).html).toContain(number);
    await application.sql('revoke insert on access_records from nrm_runtime');
    try {
      for (const path of ['', '/timeline', '/timeline/export']) {
        const refused = await police.get<object>(`/cases/${caseId}${path}`);
        expect(refused.status).toBeGreaterThanOrEqual(500);
        expect(JSON.stringify(refused.body)).not.toMatch(RegExp(`caseFile|${number}`));
      }
      const page = await visitor.visit(`/cases/${caseId}`);
      expect(page.status).toBeGreaterThanOrEqual(500);
      expect(page.html).not.toContain(number);
      const told = { procedureId: asked?.id, revision: asked?.revision };
      const { status } = await house.give(caseId, 'handoff', 'acknowledge', {}, told);
      expect(status).toBe(200);
    } finally {
      await application.sql('grant insert on access_records to nrm_runtime');
    }
  });

  it('stands on the page in words, the newest first, and parts stand out', async () => {
    const visitor = await Visitor.signedIn(application.url, 'police', demoPassword);
    await supervisor.get(`/cases/${caseId}/timeline`);
    await police.get(`/cases/${caseId}/compartments/statement?purpose=caseWork`);
    const page = await visitor.visit(`/cases/${caseId}/access`);
    expect(page.text).toMatch(/to work on the case.*supervisor, .*timeline oversight/i);
    expect(page.html).toMatch(/<strong>parts: [^<]*statement[^<]*<\/strong>/);
    await application.sql(
      `insert into access_records (account_id, body_id, role, case_id, what, ground)
       select account_id, body_id, role, case_id, 'export', ground
       from access_records, generate_series(1, 100) where case_id = $1 and what = 'timeline'`,
      [caseId],
    );
    const full = await visitor.visit(`/cases/${caseId}/access`);
    expect(full.text).not.toContain('to work on the case');
    const [, earlier = ''] = /href="([^"]+access\?before=\d+)"/.exec(full.html) ?? [];
    expect((await visitor.visit(earlier)).text).toContain('to work on the case');
  });
});

describe('an emergency reading', () => {
  const ask = async (who: Client) => {
    const { items } = (await police.get<{ items: { id: string; number: string }[] }>('/cases')).body;
    const number = items.find(({ id }) => id === caseId)?.number ?? '';
    const reason = 'Huşsuz gətirilib, həkim soruşur';
    const { status, body } = await who.post<{ id: string }>('/break-glass', {
      number,
      reason,
      compartments: ['health'],
    });
    expect(status).toBe(202);
    return { number, grant: body.id };
  };
  const waitsFor = async (username: 'supervisor' | 'shelterSupervisor' | 'coordinator') => {
    const reviewer = await application.signIn(username);
    const { body } = await reviewer.get<{ items: { id: string }[] }>('/break-glass');
    return body.items.map(({ id }) => id);
  };

  it('is told in words with the way to its reason, and by number to who asked', async () => {
    const { number, grant } = await ask(await application.signIn('clinic'));
    const reviewer = await Visitor.signedIn(application.url, 'supervisor', demoPassword);
    const page = await reviewer.visit(`/cases/${caseId}/access`);
    expect(page.text).toContain('Who reviews it reads the reason');
    expect(page.html).toContain('<a class="govuk-link" href="/supervision">Who reviews it');
    expect(page.html).not.toContain(grant);
    const clinic = await Visitor.signedIn(application.url, 'clinic', demoPassword);
    expect((await clinic.visit('/break-glass')).html).toContain(
      `<a class="govuk-link" href="/cases/${caseId}">Case ${number}, open until`,
    );
  });

  it('waits for the supervisor of the body that owns the case, unless a house asked', async () => {
    const { grant } = await ask(await application.signIn('clinic'));
    const ofHouse = (await ask(await application.signIn('shelter'))).grant;
    expect(await waitsFor('supervisor')).toContain(grant);
    expect(await waitsFor('supervisor')).not.toContain(ofHouse);
    expect(await waitsFor('shelterSupervisor')).toContain(ofHouse);
    expect(await waitsFor('shelterSupervisor')).not.toContain(grant);
    expect(await waitsFor('coordinator')).toEqual(expect.arrayContaining([grant, ofHouse]));
    const reason = await supervisor.get(`/break-glass/${grant}/reason`);
    expect(reason.body).toEqual({ reason: 'Huşsuz gətirilib, həkim soruşur' });
    expect((await supervisor.get(`/break-glass/${ofHouse}/reason`)).status).toBe(404);
    expect((await supervisor.post(`/break-glass/${grant}/review`)).status).toBe(204);
  });
});

/** The house that was asked for a bed first; it has not answered. */
async function houseAsked(): Promise<Client> {
  const houses = await Promise.all([application.signIn('shelter'), application.signIn('shelter2')]);
  for (const house of houses) {
    const { body } = await house.get<{ items: { caseId: string }[] }>('/handoffs?box=in&state=sent');
    if (body.items.some((one) => one.caseId === caseId)) return house;
  }
  throw new Error('no house was asked');
}
