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

  it('that cannot be put on record shows states and clocks alone', async () => {
    await application.sql('revoke insert on access_records from nrm_runtime');
    try {
      const { status, body } = await police.get<object>(`/cases/${caseId}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ id: caseId, person: { unavailable: true } });
      for (const path of ['/timeline', '/timeline/export']) {
        const refused = await police.get<object>(`/cases/${caseId}${path}`);
        expect(refused.status).toBeGreaterThanOrEqual(500);
        expect(JSON.stringify(refused.body)).not.toContain('caseFile');
      }
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

/** The house that was asked for a bed first; it has not answered. */
async function houseAsked(): Promise<Client> {
  const houses = await Promise.all([application.signIn('shelter'), application.signIn('shelter2')]);
  for (const house of houses) {
    const { body } = await house.get<{ items: { caseId: string }[] }>('/handoffs?box=in&state=sent');
    if (body.items.some((one) => one.caseId === caseId)) return house;
  }
  throw new Error('no house was asked');
}
