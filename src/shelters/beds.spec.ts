import { demoAccounts } from '../access/index.js';
import { startApplication, startWorker, type TestApplication } from '../../test/support/application.js';
import { Client } from '../../test/support/client.js';
import { keepsHouse } from '../../test/support/houses.js';

let application: TestApplication;
let police: Client;
let house: Client;
let other: Client;
let beds: string[];
let foreign: string[];

const asked = { source: 'police', safety: { immediateDanger: false, needsShelter: true } };

interface Asked {
  readonly caseId: string;
  readonly procedureId: string;
  readonly revision: number;
}

/** Cases in which the house of these specs is asked. */
async function askHouse(count = 1): Promise<readonly Asked[]> {
  const opened = await Promise.all(Array.from({ length: count }, () => police.open(asked)));
  return application.sql<Asked & { [column: string]: unknown }>(
    `select case_id as "caseId", id as "procedureId", revision from procedure_instances
     where type = 'placement' and context->>'shelterBodyId' = $1 and case_id = any ($2::uuid[])`,
    [house.user?.body.id, opened.map(({ body }) => body.id)],
  );
}

async function asksHouse(): Promise<Asked> {
  const [one] = await askHouse();
  if (!one) throw new Error('the house is not asked');
  return one;
}

type Answered = { revision: number; code?: string; entries: { command: string }[] };
const offers = ({ caseId, ...placement }: Asked, bedId: string | undefined) =>
  house.give<Answered>(caseId, 'placement', 'offerBed', { bedId }, placement);

/** Who is told to come again later, because all connections are waiting for the one bed, does so. */
async function answered(one: Asked, bedId: string | undefined): ReturnType<typeof offers> {
  const answer = await offers(one, bedId);
  return answer.status === 503 ? answered(one, bedId) : answer;
}

const outOfService = (bedId: string | undefined, as = house) =>
  as.send('PUT', `/shelters/${house.user?.body.id}/beds/${bedId}/out-of-service`, { reason: 'repair' });
const back = (bedId: string | undefined) =>
  house.send('DELETE', `/shelters/${house.user?.body.id}/beds/${bedId}/out-of-service`);
const free = async () => {
  const { body } = await house.get<{ items: { id: string; free: number }[] }>('/shelters');
  return body.items.find(({ id }) => id === house.user?.body.id)?.free;
};

const addressOf = async (worker: Client) => {
  const { body } = await worker.get<{ items: { id: string; address?: string }[] }>('/shelters');
  return body.items.find(({ id }) => id === worker.user?.body.id)?.address;
};

beforeAll(async () => {
  application = await startApplication();
  [police, house, other] = await Promise.all([
    application.signIn('police'),
    application.signIn('shelter'),
    application.signIn('shelter2'),
  ]);
  beds = await keepsHouse(house, { region: null, rooms: [{ name: '1', beds: 2 }] });
  foreign = await keepsHouse(other, { region: null, rooms: [{ name: '1', beds: 1, age: 'child' }] });
}, 120_000);
afterAll(() => application.close());

it('keeps the last bed for one of a hundred who are offered it at the same time', async () => {
  const cases = await askHouse(100);
  expect(cases).toHaveLength(100);
  const answers = await Promise.all(cases.map((one) => answered(one, beds[0])));
  const [taken, ...late] = answers.toSorted((a, b) => a.status - b.status);
  expect([taken?.status, taken?.body.entries[0]?.command]).toEqual([200, 'offerBed']);
  expect(new Set(late.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
    new Set(['409 bed-taken']),
  );
  const rows = await application.sql(
    `select (select count(*)::int from bed_uses) as uses, (select count(*)::int from timeline_entries where command = 'offerBed') as entries,
      (select count(*)::int from procedure_instances where type = 'placement' and state = 'offered') as offered`,
  );
  expect(rows).toEqual([{ uses: 1, entries: 1, offered: 1 }]);
}, 120_000);

it('offers no bed that is out of service, and takes none out of service that is kept', async () => {
  const one = await asksHouse();
  expect((await outOfService(beds[1])).status).toBe(204);
  expect(await free()).toBe(0);
  expect(await offers(one, beds[1])).toMatchObject({ status: 409, body: { code: 'bed-taken' } });
  expect((await back(beds[1])).status).toBe(204);
  expect((await offers(one, beds[1])).status).toBe(200);
  expect(await outOfService(beds[1])).toMatchObject({ status: 409, body: { code: 'bed-taken' } });
  expect((await back(beds[1])).status).toBe(404);
});

it('frees a bed that is withdrawn, so that another can have it', async () => {
  const one = await asksHouse();
  const [row] = await application.sql<{ caseId: string; placementId: string }>(
    `select case_id as "caseId", placement_id as "placementId" from bed_uses where bed_id = $1 and upper_inf(during)`,
    [beds[1]],
  );
  const procedureId = row?.placementId;
  const withdrawal = await house.give(
    row?.caseId ?? '',
    'placement',
    'withdrawOffer',
    { reason: 'safety' },
    {
      ...(procedureId && { procedureId }),
    },
  );
  expect(withdrawal.status).toBe(200);
  expect((await offers(one, beds[1])).status).toBe(200);
});

describe('a house is kept by its own people', () => {
  it('who offer no bed of another house', async () => {
    const one = await asksHouse();
    expect(await offers(one, foreign[0])).toMatchObject({ status: 409, body: { code: 'unknown-reference' } });
  });

  it('and by nobody else', async () => {
    expect((await outOfService(beds[0], other)).status).toBe(404);
    expect((await outOfService(beds[0], police)).status).toBe(403);
    expect((await outOfService(foreign[0])).status).toBe(404);
    const path = `/shelters/${house.user?.body.id}/occupancy?from=2026-01-01&to=2026-01-02`;
    expect((await other.get(path)).status).toBe(404);
    expect((await house.get(path.replace('2026-01-02', '2026-12-31'))).status).toBe(400);
    expect((await house.get(path.replaceAll('2026-', '0000-'))).status).toBe(400);
    const room = { name: '9', sex: 'any', age: 'any', family: false, accessible: false };
    expect((await other.post(`/shelters/${house.user?.body.id}/rooms`, room)).status).toBe(404);
  });

  it('whose rows other bodies do not see, nor another house its address', async () => {
    const { body } = await other.get<{ items: { id: string | null; address?: string }[] }>('/shelters');
    expect(body.items.filter(({ address }) => address !== undefined).map(({ id }) => id)).toEqual([
      other.user?.body.id,
    ]);
    const guardian = await application.signIn('guardian');
    const seen = await guardian.get<{ items: { address?: string }[] }>('/shelters');
    expect(seen.body.items.map(({ address }) => address)).toEqual([undefined, undefined]);
  });

  it('whose address lies encrypted, and is opened only after it is on record who reads it', async () => {
    const id = house.user?.body.id;
    const path = `/shelters/${id}/address-readings`;
    const kept = await application.sql<{ address: Buffer }>('select address from shelter_houses');
    expect(kept.map(({ address }) => address.includes('küçəsi'))).toEqual([false, false]);
    const before = (await house.get<{ items: object[] }>(path)).body.items.length;
    expect(await addressOf(house)).toBe('Nümunə küçəsi 7');
    const supervisor = await application.signIn('shelterSupervisor');
    const seen = await supervisor.get<{ items: object[] }>(path);
    expect(seen.body.items).toHaveLength(before + 1);
    expect(seen.body.items[0]).toMatchObject({ id: house.user?.id, system: false, role: 'shelterWorker' });
    expect((await other.get(path)).status).toBe(404);
    const admin = await application.signIn('admin');
    const journal = { system: 'Yer jurnalı', bodyId: id, role: 'shelterWorker', days: 1 };
    const { body } = await admin.post<{ secret: string }>('/administration/tokens', journal);
    await addressOf(new Client(application.url, { authorization: `Bearer ${body.secret}` }, house.user));
    expect((await supervisor.get<{ items: object[] }>(path)).body.items[0]).toMatchObject({ system: true });
    const page = (await supervisor.get<string>('//supervision')).body;
    for (const name of [demoAccounts.shelter.name, 'sistem «Yer jurnalı»']) expect(page).toContain(name);
    await application.sql('revoke insert on access_records from nrm_runtime');
    expect(await addressOf(house)).toBeUndefined();
    await application.sql('grant insert on access_records to nrm_runtime');
  });

  it('whose address from before encryption is sealed by the worker at its start', async () => {
    await application.sql(
      `update shelter_houses set address = null, address_to_seal = 'Köhnə küçə 3' where body_id = $1`,
      [house.user?.body.id],
    );
    expect(await addressOf(house)).toBeUndefined();
    const worker = await startWorker(application.environment);
    await worker.close();
    expect(await addressOf(house)).toBe('Köhnə küçə 3');
    const left = await application.sql('select 1 from shelter_houses where address_to_seal is not null');
    expect(left).toEqual([]);
  });

  it('twice the same name is taken', async () => {
    const room = { name: '1', sex: 'any', age: 'any', family: false, accessible: false };
    expect(await house.post(`/shelters/${house.user?.body.id}/rooms`, room)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/name' }] },
    });
  });
});
