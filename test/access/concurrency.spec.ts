import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { startApplication, type TestApplication } from '../support/application.js';
import type { Client } from '../support/client.js';
import { parties, schedules } from '../histories/owners/schedule.js';
import { isFull, seed, size } from '../support/size.js';
import { ContestedCase } from './racing-owners.js';

interface Given {
  readonly revision: number;
  readonly entries: readonly { readonly seq: number; readonly command: string }[];
  readonly procedures: readonly unknown[];
  readonly changes: readonly { readonly command: string; readonly to: string }[];
}

const limit = isFull ? 900_000 : 60_000;
let application: TestApplication;
let ngo: Client;
let one: Client;
let other: Client;
let caseId: string;

/** A case opened by an NGO, presumed, accepted by the Main Department, with the person informed. */
beforeAll(async () => {
  application = await startApplication();
  ngo = await application.signIn('ngo');
  one = await application.signIn('investigator');
  other = await application.signIn('investigator2');
  caseId = (await ngo.open({ source: 'ngo', consent: { referToMainDepartment: 'yes' } })).body.id;
  expect((await ngo.give(caseId, 'identification', 'presume', { grounds: 'Borc əsarəti.' })).status).toBe(
    200,
  );
  const sent = await instance(one, 'handoff');
  await one.give(caseId, 'handoff', 'accept', {}, { procedureId: sent.id });
  expect((await ngo.give(caseId, 'reflection', 'inform', { reached: true })).status).toBe(200);
}, 120_000);
afterAll(() => application.close());

async function instance(as: Client, type: string): Promise<{ id: string; revision: number }> {
  const { body } = await as.get<{ procedures: { id: string; type: string; revision: number }[] }>(
    `/cases/${caseId}`,
  );
  const found = body.procedures.find((shown) => shown.type === type);
  if (!found) throw new Error(`${type} is not shown`);
  return found;
}

async function entries(command: string): Promise<number> {
  const [row] = await application.sql<{ count: number }>(
    'select count(*)::int as count from timeline_entries where case_id = $1 and command = $2',
    [caseId, command],
  );
  return row?.count ?? 0;
}

const interview = { interpreter: 'notNeeded', account: 'Ölkəyə gətirilib.' };

/** Both saw the same revision, and speak at the same time. */
const interviewed = (by: Client, revision: number) =>
  by.give<Given>(caseId, 'identification', 'recordInterview', interview, { revision });

const decides = (revision: number) =>
  ngo.give<Given>(caseId, 'reflection', 'recordDecision', { decision: 'undecided' }, { revision });

it(
  'lets exactly one of two officers change an instance; the other is told what changed',
  async () => {
    const rounds = size(25, 1_000);
    const before = await entries('recordInterview');
    for (let round = 0; round < rounds; round += 1) {
      const { revision } = await instance(one, 'identification');
      const both = await Promise.all([interviewed(one, revision), interviewed(other, revision)]);
      const [taken, late] = both.toSorted((a, b) => a.status - b.status);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
      expect(taken?.body.entries.map(({ command }) => command)).toEqual(['recordInterview']);
      expect(late?.body).toMatchObject({
        code: 'changed-since-you-looked',
        revision: revision + 1,
        changes: [{ command: 'recordInterview', to: 'presumed', seq: taken?.body.entries[0]?.seq }],
      });
    }
    expect((await entries('recordInterview')) - before).toBe(rounds);
  },
  limit,
);

it(
  'lets two change two instances of one case',
  async () => {
    const rounds = size(10, 500);
    for (let round = 0; round < rounds; round += 1) {
      const [identification, reflection] = await Promise.all([
        instance(one, 'identification'),
        instance(ngo, 'reflection'),
      ]);
      const both = await Promise.all([
        interviewed(one, identification.revision),
        decides(reflection.revision),
      ]);
      expect(both.map(({ status }) => status)).toEqual([200, 200]);
    }
    expect(await entries('recordDecision')).toBe(rounds);
  },
  limit,
);

it(
  'lets exactly one of two officers request a shelter; the other is told that a request is open, and what may be done',
  async () => {
    const requests = (by: Client, revision: number) =>
      by.give<Given>(caseId, 'placement', 'request', {}, { revision });
    const now = async () => (await ngo.get<{ revision: number }>(`/cases/${caseId}`)).body.revision;
    const rounds = size(4, 200);
    for (let round = 0; round < rounds; round += 1) {
      const revision = await now();
      const asked = await Promise.all([requests(ngo, revision), requests(one, revision)]);
      expect(asked.map(({ status }) => status).sort()).toEqual([200, 412]);
      const [by, other] = asked[0]?.status === 200 ? [ngo, one] : [one, ngo];
      for (const again of [by, other])
        expect(await requests(again, await now())).toMatchObject({
          status: 409,
          body: { code: 'shelter-asked-already', errors: [], allowed: await ofPlacements(again) },
        });
      expect(await ofPlacements(by)).toContain('withdrawRequest');
      expect((await by.get(`/cases/${caseId}`)).body).toMatchObject({
        blockedStarts: [
          { procedure: 'placement', command: 'request', reason: { code: 'shelter-asked-already' } },
        ],
      });
      const open = await pending();
      expect(open).toHaveLength(1);
      const addressed = { procedureId: open[0] ?? '' };
      expect((await by.give(caseId, 'placement', 'withdrawRequest', {}, addressed)).status).toBe(200);
    }
  },
  limit,
);

async function pending(): Promise<string[]> {
  const rows = await application.sql<{ id: string }>(
    `select id from procedure_instances where case_id = $1 and type = 'placement' and state = 'requested'`,
    [caseId],
  );
  return rows.map(({ id }) => id);
}

/** What she may do with the placements that the case shows her. */
async function ofPlacements(as: Client): Promise<readonly string[]> {
  const { body } = await as.get<{ procedures: { type: string; allowed: { command: string }[] }[] }>(
    `/cases/${caseId}`,
  );
  const allowed = body.procedures.filter(({ type }) => type === 'placement').flatMap((one) => one.allowed);
  return [...new Set(allowed.map(({ command }) => command))];
}

describe('one key at the same time', () => {
  it('makes one entry, with the same answer to each of ten', async () => {
    const before = await entries('recordInterview');
    const { id: procedureId, revision } = await instance(one, 'identification');
    const asked = { procedure: 'identification', procedureId, command: 'recordInterview', data: interview };
    const headers = { 'if-match': `"${revision}"`, 'idempotency-key': randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => one.post<Given>(`/cases/${caseId}/commands`, asked, headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
    expect((await entries('recordInterview')) - before).toBe(1);
  });

  it('opens one case, whoever of twenty comes first', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const plain = {
      source: 'ngo',
      encounteredAt: new Date(Date.now() - 60_000).toISOString(),
      ageStatus: 'assumedAdult',
      safety: { immediateDanger: false, needsShelter: false },
      person: { name: 'Nümunə Sınaqlı' },
    };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ngo.post<{ id: string; number: string }>('/cases', plain, headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
    expect(new Set(answers.map(({ body }) => `${body.id} ${body.number}`)).size).toBe(1);
    const left = await application.sql(
      `select (select count(*)::int from cases) as cases,
        (select count(*)::int from vault_keys where case_id not in (select id from cases)) as keys`,
    );
    expect(left).toEqual([{ cases: 2, keys: 0 }]);
  });
});

const contests = size(10, 50);
describe(`${contests} cases for which several reach at once, from seed ${seed()}`, () => {
  it(
    'have one owner after every round: as stored, as told and in the end as offered',
    async () => {
      const signedIn = await Promise.all(
        parties.map(async (name) => [name, await application.signIn(name)] as const),
      );
      const clients = Object.fromEntries(signedIn) as Parameters<typeof ContestedCase.open>[1];
      const taken: string[] = [];
      const wishes = schedules({ minLength: 16, maxLength: 28 });
      for (const schedule of fc.sample(wishes, { numRuns: contests, seed: seed() })) {
        const contested = await ContestedCase.open(application, clients);
        for (let from = 0; from < schedule.length; from += 4) {
          taken.push(...(await contested.round(schedule.slice(from, from + 4))));
          expect(await contested.owners()).toEqual([expect.any(String)]);
        }
        expect(await contested.offeredAsOwner()).toEqual(await contested.owners());
      }
      for (const act of ['transfer', 'accept', 'redirect', 'withdraw'])
        expect(taken.filter((one) => one === act).length).toBeGreaterThan(contests / 3);
    },
    limit,
  );

  it('leave timelines that are whole', async () => {
    const coordinator = await application.signIn('coordinator');
    const { body } = await coordinator.get('/supervision/integrity');
    expect(body).toMatchObject({ items: [], checked: { cases: 2 + contests } });
  });
});
