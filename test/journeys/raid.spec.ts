import { randomUUID } from 'node:crypto';
import { Visitor } from '../browser/visitor.js';
import { demoPassword } from '../support/application.js';
import { linksOf } from './seen.js';
import { allWell, Story } from './story.js';
import type { Voice } from './voice.js';

let story: Story;
let who: Record<'police' | 'guardian', Voice>;

beforeAll(async () => {
  story = await Story.begin('raid');
  who = await story.cast('police', 'guardian');
}, 120_000);
afterAll(() => story.end());

interface Opened {
  readonly id: string;
  readonly cases: readonly { readonly id: string; readonly number: string }[];
}

const workers = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    ageStatus: n === 0 ? 'presumedChild' : 'assumedAdult',
    district: 'baku-nasimi',
    person: { name: `İşçi Sınaqlı ${n + 1}` },
    safety: { immediateDanger: false, needsShelter: false },
  }));
const raid = async (cases: readonly object[], key: string) =>
  who.police.client.post<Opened & { code: string }>(
    '/encounters',
    { source: 'jointInspection', encounteredAt: encountered, cases },
    { 'idempotency-key': key },
  );
const asked = { kind: 'share', purpose: 'assistance', basis: 'consent', consentGiven: true };
let encountered: string;
const count = async (sql: string) => Number((await story.application.sql<{ n: string }>(sql))[0]?.n);

describe('A raid with thirty workers', () => {
  const key = randomUUID();
  let first: Opened;

  it('opens thirty cases in one call', async () => {
    encountered = await story.now();
    const { status, body } = await raid(workers(30), key);
    expect(status).toBe(201);
    expect(new Set(body.cases.map(({ number }) => number)).size).toBe(30);
    first = body;
    expect(await who.guardian.client.get<{ items: unknown[] }>('/handoffs?box=in')).toMatchObject({
      body: { items: [{ caseId: body.cases[0]?.id, purpose: 'guardianship' }] },
    });
  });

  it('gives the same cases for the same key, and refuses the key for another raid', async () => {
    const again = await raid(workers(30), key);
    expect([again.status, again.body.id, again.body.cases]).toEqual([201, first.id, first.cases]);
    expect((await raid(workers(29), key)).body.code).toBe('idempotency-key-reused');
    expect(await count('select count(*) as n from cases')).toBe(30);
  });

  it('links each with all others, and shows none to who knows another', async () => {
    expect(await count(`select count(*) as n from case_links where relation = 'sameEncounter'`)).toBe(
      30 * 29,
    );
    const [one, other] = first.cases;
    story.caseId = one?.id ?? '';
    await who.guardian.accepts('guardianship');
    expect((await who.guardian.client.get(`/cases/${one?.id}`)).status).toBe(200);
    expect((await who.guardian.client.get(`/cases/${other?.id}`)).status).toBe(404);
    const file = await who.guardian.client.get(`/cases/${one?.id}`);
    expect(JSON.stringify(file.body)).not.toContain(other?.id ?? 'nothing');
  });

  it('tells how many were met with her, and names only the cases that the reader may know', async () => {
    const [child, one, other] = first.cases;
    const { social, coordinator } = await story.cast('social', 'coordinator');
    for (const known of [one, other]) {
      story.caseId = known?.id ?? '';
      await who.police.does('handoff.send', { ...asked, toBodyId: social.bodyId });
    }
    const met = async ({ client }: Voice, caseId = one?.id) =>
      (await client.get<{ together: { others: number; cases: unknown[] } }>(`/cases/${caseId}`)).body
        .together;
    expect(await met(social)).toEqual({ others: 29, cases: [other] });
    expect(await met(who.guardian, child?.id)).toEqual({ others: 29, cases: [] });
    expect((await met(who.police)).cases).toEqual(first.cases.filter((each) => each !== one));
    expect((await met(coordinator)).cases).toHaveLength(29);
  });

  it('shows on the page no number of a case that the reader may not know', async () => {
    const [child, one, other] = first.cases.map(({ number }) => number);
    const numbersSeen = async (reader: string) => {
      const visitor = await Visitor.signedIn(story.application.url, reader, demoPassword);
      const { html, text } = await visitor.visit(`/cases/${first.cases[reader === 'guardian' ? 0 : 1]?.id}`);
      expect(text).toContain('Met together with 29 others.');
      return [...new Set(html.match(/AZ-\d{4}-\d{6}/g))].sort();
    };
    expect(await numbersSeen('social')).toEqual([one, other]);
    expect(await numbersSeen('guardian')).toEqual([child]);
    expect(await numbersSeen('supervisor')).toHaveLength(30);
  });

  it('takes a child out of exploitative labour, and says so of nobody else', async () => {
    const observed = { observed: ['dr.wages'], childTakenFromLabour: true };
    const recorded = async (caseId: string, catalogue: string) => {
      story.caseId = caseId;
      const told = await who.police.does('identification.recordIndicators', { catalogue, ...observed });
      return linksOf(told, 'identification.recordIndicators');
    };
    const [child, adult] = first.cases;
    expect(await recorded(child?.id ?? '', 'ilo-ec-2009-labour-child@1')).toEqual([
      'fulfils 13.2.4',
      'applies 13.1.5',
    ]);
    expect(await recorded(adult?.id ?? '', 'ilo-ec-2009-labour-adult@1')).toEqual(['applies 13.1.5']);
  });

  it('refuses a raid of which one person is not told rightly, and opens nothing', async () => {
    const wrong = [...workers(2), { ageStatus: 'unknown', safety: {} }];
    expect((await raid(wrong, randomUUID())).status).toBe(422);
    expect((await raid([], randomUUID())).status).toBe(422);
    expect(await count('select count(*) as n from cases')).toBe(30);
    expect(await story.ending()).toEqual(allWell);
  });
});
