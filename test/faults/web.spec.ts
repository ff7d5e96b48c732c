import { randomUUID } from 'node:crypto';
import { demoPassword, startApplication, type TestApplication } from '../support/application.js';
import { Client, type Answer } from '../support/client.js';
import { built, startWeb } from './processes.js';

let application: TestApplication;

beforeAll(async () => {
  await built();
  application = await startApplication();
}, 600_000);
afterAll(() => application.close());

type Ask = (as: Client) => Promise<Answer<Record<string, unknown>>>;

/** Asks a web process that dies at this point; the answer never comes. */
async function diesAt(point: string, ask: Ask): Promise<void> {
  const web = await startWeb({ ...application.environment, NRM_CRASH_AT: point });
  const police = await Client.signedIn(web.url, 'police', demoPassword);
  await expect(ask(police)).rejects.toThrow('fetch failed');
  expect(await web.ended).toBe('SIGKILL');
}

/** Asks the process that was started in its place. */
async function answered(ask: Ask) {
  return ask(await application.signIn('police'));
}

async function left() {
  const [rows] = await application.sql(
    `select (select count(*)::int from cases) as cases, (select count(*)::int from timeline_entries) as entries,
      (select count(*)::int from command_receipts) as receipts, (select count(*)::int from handoffs) as handoffs,
      (select count(*)::int from deadlines) as deadlines, (select count(*)::int from notifications) as notifications,
      (select count(*)::int from outbox_messages) as messages, (select count(*)::int from vault_items) as words`,
  );
  return rows;
}

const nothing = {
  cases: 0,
  entries: 0,
  receipts: 0,
  handoffs: 0,
  deadlines: 0,
  notifications: 0,
  messages: 0,
  words: 0,
};

describe('a web process killed', () => {
  let caseId: string;
  const key = { 'idempotency-key': randomUUID() };
  const encounteredAt = new Date(Date.now() - 3_600_000).toISOString();
  const opening: Ask = (as) =>
    as.post(
      '/cases',
      {
        source: 'police',
        encounteredAt,
        ageStatus: 'assumedAdult',
        person: { name: 'Nümunə Sınaqlı' },
        safety: { immediateDanger: false, needsShelter: false },
        consent: { referToMainDepartment: 'yes' },
      },
      key,
    );

  it('before the commit leaves nothing', async () => {
    await diesAt('before-commit', opening);
    expect(await left()).toEqual(nothing);
  }, 180_000);

  it('after the commit leaves the case; who asks again with her key is told of that one', async () => {
    await diesAt('after-commit', opening);
    const opened = await left();
    expect(opened).toMatchObject({ cases: 1, entries: 2, receipts: 1, deadlines: 2, words: 1 });
    const { status, body } = await answered(opening);
    expect(status).toBe(201);
    caseId = String(body['id']);
    expect(await answered(opening)).toMatchObject({ status: 201, body });
    expect(await left()).toEqual(opened);
  }, 180_000);

  it('before or after the commit of a command: one entry, one handoff, one answer', async () => {
    const before = await left();
    const headers = { 'if-match': '"1"', 'idempotency-key': randomUUID() };
    const asked = { procedure: 'identification', command: 'presume', data: { grounds: 'Borc əsarəti.' } };
    const presuming: Ask = (as) => as.post(`/cases/${caseId}/commands`, asked, headers);
    await diesAt('before-commit', presuming);
    expect(await left()).toEqual(before);
    await diesAt('after-commit', presuming);
    const presumed = await left();
    expect(presumed).toMatchObject({ cases: 1, entries: 5, receipts: 2, handoffs: 1, words: 2 });
    const { status, body } = await answered(presuming);
    expect(status).toBe(200);
    expect(body['entries']).toMatchObject([
      { command: 'presume' },
      { command: 'grant' },
      { command: 'send' },
    ]);
    expect((await answered(presuming)).body).toEqual(body);
    expect(await left()).toEqual(presumed);
  }, 180_000);
});
