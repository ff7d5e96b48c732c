import {
  demoAccounts,
  demoBodies,
  demoBodyId,
  type DemoUsername,
  type KnowledgeLevel,
  needToKnow,
} from '../../src/access/index.js';
import { agreeing } from '../journeys/scenes.js';
import { startApplication, type TestApplication } from '../support/application.js';
import type { Client } from '../support/client.js';
import { isFull } from '../support/size.js';
import { done, housedCase, keepsTwoHouses, placementOf, takePart } from './unnamed/ground.js';
import { room, told } from './unnamed/secrets.js';

/** Which shelters suit: who may open the location is told of each house; everybody else which needs left no house. */
interface Suiting {
  readonly asked: readonly { en: string }[];
  readonly items: readonly { name: { en: string }; standing: string; unsuitable: { code: string }[] }[];
  readonly leftNoHouse: readonly { code: string; label: { en: string } }[] | null;
}
const everybody = Object.keys(demoAccounts) as DemoUsername[];
const opensLocation = (name: DemoUsername) =>
  needToKnow.roles[demoAccounts[name].role]?.compartments.full?.includes('location') ?? false;
const shut = everybody.filter((name) => !opensLocation(name));
/** Every day who acts most, and one who may know nothing of it. */
const most: readonly DemoUsername[] = ['police', 'social', 'coordinator', 'consul'];
const hidden = isFull ? shut : shut.filter((name) => most.includes(name));
const regions = ['sheki', 'baku-nasimi', 'ganja', undefined];
/** What no house gives; what one house gives, wherever it lies. */
const unmet = { accessible: true, sex: 'female' };
const met = { highThreat: true };
let application: TestApplication;
let police: Client;
let beds: string[];
/** Housed in the second of two houses; of the other case shelters were only asked. */
let housed: string;
let placement: string;
let probed: string;
let requests: readonly { needs: object; region: string | undefined; procedureId: string }[];

/** The same asked with one region after the other: who is refused at once could learn where a house lies. */
beforeAll(async () => {
  application = await startApplication();
  police = await application.signIn('police');
  beds = await keepsTwoHouses(application);
  housed = await housedCase(application, beds[0] ?? '');
  placement = await placementOf(police, housed);
  probed = (await police.open(agreeing)).body.id;
  const asked = [];
  for (const needs of [unmet, met])
    for (const region of regions) {
      if (needs === met && region !== 'sheki') continue;
      const data = { ...needs, ...(region ? { avoidRegion: region } : {}) };
      const { revision } = (await police.get<{ revision: number }>(`/cases/${probed}`)).body;
      await done(police.give(probed, 'placement', 'request', data, { revision }));
      asked.push({ needs, region, procedureId: await placementOf(police, probed) });
    }
  requests = asked;
  const bodies = Object.keys(demoBodies) as (keyof typeof demoBodies)[];
  const outside = bodies.filter((code) => demoBodies[code].kind !== 'shelter');
  await takePart(application, [probed], outside);
}, 120_000);
afterAll(() => application?.close());

const pathOf = (procedureId: string, caseId = probed) => `cases/${caseId}/placements/${procedureId}/shelters`;

/** Houses and regions that the answer or the page names; of the page what it says itself, not who is signed in. */
function named({ body }: { body: unknown }): string[] {
  const text = typeof body === 'string' ? (body.split('<main')[1] ?? '') : JSON.stringify(body);
  const seen = ['sheki', 'Şəki', 'Sheki', 'nasimi'].filter((region) => text.includes(region));
  return [...told(text, ''), ...seen];
}

it.each(hidden)('tells %s of no house and no region, however the request is made', async (name) => {
  const client = await application.signIn(name);
  const answers: Suiting[] = [];
  for (const { procedureId, needs } of requests) {
    const answer = await client.get<Suiting>(`/${pathOf(procedureId)}`);
    const page = await client.get(`//${pathOf(procedureId)}?lang=en`);
    expect([200, 404]).toContain(answer.status);
    expect([page.status, named(answer), named(page)]).toEqual([answer.status, [], []]);
    if (answer.status === 200 && needs === unmet) answers.push(answer.body);
    if (answer.status === 200 && needs === met)
      expect(answer.body).toMatchObject({ items: [], leftNoHouse: [] });
  }
  const knows = knowsPlacement(name);
  const same = { asked: [{ en: 'a woman' }, { en: 'an accessible room' }], items: [], beds: null };
  const left = [{ code: 'accessibility', label: { en: 'an accessible room' } }];
  expect(answers).toMatchObject(knows ? regions.map(() => ({ ...same, leftNoHouse: left })) : []);
});

/** By the table: at the level at which the reader knows the case. */
function knowsPlacement(name: DemoUsername): boolean {
  const { role, body } = demoAccounts[name];
  const { procedures } = needToKnow.roles[role] ?? {};
  const of = (level: KnowledgeLevel) => procedures?.[level]?.includes('placement') ?? false;
  const supervises = role === 'coordinator' || (role === 'supervisor' && body === 'police-baku-nasimi');
  return of('full') || (supervises && of('oversight'));
}

it('names every house to who may open the location, and says why it does not suit', async () => {
  const guardian = await application.signIn('guardian');
  const [first] = requests;
  const { body } = await guardian.get<Suiting>(`/${pathOf(first?.procedureId ?? '')}`);
  const reasons = body.items.map(({ name, standing, unsuitable }) => [
    name.en,
    standing,
    unsuitable.map(({ code }) => code),
  ]);
  expect(reasons).toEqual(
    expect.arrayContaining([
      [demoBodies['state-shelter'].name.en, 'notAsked', ['region', 'accessibility']],
      [demoBodies['ngo-nar-shelter'].name.en, 'notAsked', ['accessibility']],
    ]),
  );
  expect(body.leftNoHouse).toBeNull();
  const page = await guardian.get<string>(`//${pathOf(first?.procedureId ?? '')}?lang=en`);
  expect(page.body).toContain('No: in the region to keep away from, not accessible');
});

/** Whose work it is to arrange places, and who sees no shelter at all; everybody else learns only that there is one. */
const arranging = [
  'shelter',
  'shelter2',
  'shelterSupervisor',
  'guardian',
  'guardian2',
  'social',
  'ngo',
  'hotline',
  'coordinator',
];
const seeNone = ['police', 'police2', 'investigator', 'investigator2', 'prosecutor', 'migration', 'admin'];
const numbers = ({ region, guarded, free, beds: kinds }: House) => [region, guarded, free, kinds];
interface House {
  readonly [field: string]: unknown;
}

it('tells where houses lie and what is free there only to who arranges places: every account', async () => {
  const lists = await Promise.all(
    everybody.map(async (name) => {
      const client = await application.signIn(name);
      const { status, body } = await client.get<{ items?: House[] }>('/shelters');
      return [name, status, body.items?.map(numbers)] as const;
    }),
  );
  const kinds = { sex: 'any', age: 'any', family: false, accessible: false };
  const near = ['baku-nasimi', false, 3, [{ ...kinds, free: 3 }]];
  const state = ['sheki', true, 2, [{ ...kinds, free: 2 }]];
  const shut = Array.from({ length: 4 }, () => ({ restricted: true }));
  const expected = (name: string) => (arranging.includes(name) ? [near, state] : [shut, shut]);
  for (const [name, status, houses] of lists)
    expect([name, status, houses?.toSorted()]).toEqual(
      seeNone.includes(name) ? [name, 403, undefined] : [name, 200, expected(name).toSorted()],
    );
});

it('tells a house of itself alone, and nothing where she was asked elsewhere', async () => {
  const [own, other] = await Promise.all([application.signIn('shelter'), application.signIn('shelter2')]);
  const { body } = await own.get<Suiting>(`/${pathOf(placement, housed)}`);
  expect(body).toMatchObject({
    items: [{ name: demoBodies['state-shelter'].name, standing: 'housesHer', unsuitable: [] }],
    beds: ['2', '3'].map((bed) => ({ room, bed: `${room}.${bed}`, unsuitable: [] })),
  });
  expect(JSON.stringify(body)).not.toContain(demoBodyId('ngo-nar-shelter'));
  for (const path of [pathOf(placement, housed), pathOf(requests[0]?.procedureId ?? '')])
    expect((await other.get(`/${path}`)).status).toBe(404);
});

/** The entry of the offer to one reader, and the page on which she reads it. */
async function offerTo(name: DemoUsername, caseId: string): Promise<[unknown, boolean]> {
  const client = await application.signIn(name);
  const { body } = await client.get<Timeline>(`/cases/${caseId}/timeline`);
  const page = await client.get<string>(`//cases/${caseId}/timeline?lang=en`);
  const entry = body.items.find(({ command }) => command === 'offerBed');
  return [entry?.payload.facts.unsuitable, /Did not suit[\s\S]*?Not accessible/.test(page.body)];
}
interface Timeline {
  readonly items: readonly { command: string; payload: { facts: { unsuitable?: unknown } } }[];
}

it('keeps on record what of a bed did not suit, and tells it to who may know where she is', async () => {
  const own = await application.signIn('shelter');
  const ramp = { name: 'ramp', sex: 'any', age: 'any', family: false, accessible: true };
  expect((await own.post(`/shelters/${own.user?.body.id}/rooms`, ramp)).status).toBe(201);
  const { id } = (await police.open(agreeing)).body;
  const { revision } = (await police.get<{ revision: number }>(`/cases/${id}`)).body;
  await done(police.give(id, 'placement', 'request', { accessible: true }, { revision }));
  await done(own.give(id, 'placement', 'offerBed', { bedId: beds[1], despite: 'Uydurma səbəb.' }));
  await takePart(application, [id], ['guardianship-baku-nasimi']);
  const seen = await Promise.all(
    (['shelter', 'shelterSupervisor', 'guardian', 'police'] as const).map((name) => offerTo(name, id)),
  );
  const told = [['accessibility'], true];
  expect(seen).toEqual([told, told, told, [{ restricted: true }, false]]);
  const supervisor = await application.signIn('shelterSupervisor');
  const page = await supervisor.get<string>('//shelter/oversight?lang=en');
  expect(page.body).toMatch(/that did not suit \(1\)[\s\S]*?: not accessible\. Offered/);
});
