import { verifyExport } from '#libs/timeline';
import { randomUUID } from 'node:crypto';
import { demoAccountId } from '../../src/access/index.js';
import { startApplication, type TestApplication } from '../support/application.js';
import type { Answer, Client } from '../support/client.js';

/** Ids that a caller puts into a command are no way to learn of accounts and cases, nor to reach them. */
let application: TestApplication;
let police: Client;
let id: string;
beforeAll(async () => {
  application = await startApplication();
  police = await application.signIn('police');
  id = (await police.open()).body.id;
}, 120_000);
afterAll(() => application?.close());

const link = (caseId: string) =>
  police.give(id, 'caseFile', 'linkCase', { caseId, relation: 'sameEncounter' });
const told = ({ status, body }: Answer<object>) => ({ status, ...body });
const links = () => application.sql('select * from case_links where case_id = $1', [id]);

describe('an id in capitals', () => {
  it('is the same id, wherever it comes in', async () => {
    const { body: made } = await police.open({ person: { name: 'Nümunə Sınaqlı' } });
    const capitals = made.id.toUpperCase();
    const [low, high] = [await police.get(`/cases/${made.id}`), await police.get(`/cases/${capitals}`)];
    expect({ ...high.body, now: '' }).toEqual({ ...low.body, now: '' });
    expect(high.body).toMatchObject({ id: made.id, person: { name: 'Nümunə Sınaqlı' } });
    const procedures = low.body['procedures'] as { id: string; type: string }[];
    const procedureId = procedures.find(({ type }) => type === 'identification')?.id.toUpperCase();
    const given = await police.give(
      capitals,
      'identification',
      'presume',
      { grounds: 'x' },
      { procedureId, revision: 1 },
    );
    expect(given.status).toBe(200);
    const file = await police.get(`/cases/${capitals}/timeline/export`);
    expect(verifyExport(file.body)).toMatchObject({ ok: true });
    const mine = (owner?: string) => police.get<{ items: object[] }>(`/cases?owner=${owner}`);
    expect((await mine(police.user?.id.toUpperCase())).body).toEqual((await mine('me')).body);
    const whole = await (await application.signIn('coordinator')).get('/supervision/integrity');
    expect(whole.body).toMatchObject({ items: [] });
  });
});

describe('a case to be linked', () => {
  it('that the caller may not know is refused word for word as one that does not exist', async () => {
    const hidden = (await (await application.signIn('ngo')).open({ source: 'ngo' })).body.id;
    const [unknown, none] = [await link(hidden), await link(randomUUID())];
    expect(told(unknown)).toMatchObject({ status: 409, code: 'no-such-case' });
    expect(told(unknown)).toEqual(told(none));
    expect(await links()).toEqual([]);
  });

  it('is not the case itself', async () => {
    for (const itself of [id, id.toUpperCase()])
      expect(told(await link(itself))).toMatchObject({ code: 'no-such-case' });
  });

  it('is linked where she takes part in both', async () => {
    const other = (await police.open()).body.id;
    expect((await link(other)).status).toBe(200);
    expect(await links()).toHaveLength(1);
    for (const again of [other, other.toUpperCase()])
      expect(told(await link(again))).toMatchObject({ status: 409, code: 'already-linked' });
    expect(await links()).toHaveLength(1);
  });
});

describe('an officer to be assigned', () => {
  const assign = (officerId: string) => police.give(id, 'caseFile', 'assignOfficer', { officerId });

  it('works for the owning body: nobody of another body, of no body, or who keeps accounts', async () => {
    const answers = [];
    for (const officer of [demoAccountId('police2'), demoAccountId('admin'), randomUUID()])
      answers.push(told(await assign(officer)));
    expect(answers[0]).toMatchObject({ status: 409, code: 'no-such-officer' });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('is active', async () => {
    const officer = randomUUID();
    await application.sql(
      `insert into accounts (id, username, display_name, role, body_id, password_hash)
       select $1, 'yeni.emekdas', 'Yeni Sınaqlı', role, body_id, password_hash from accounts where username = 'police'`,
      [officer],
    );
    expect((await assign(officer)).status).toBe(200);
    await application.sql('update accounts set active = false where id = $1', [officer]);
    expect(told(await assign(officer))).toMatchObject({ code: 'no-such-officer' });
  });
});
