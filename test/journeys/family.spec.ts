import { randomUUID } from 'node:crypto';
import { addDuration } from '#libs/calendar';
import { keepsHouse } from '../support/houses.js';
import { restricted } from './scenes.js';
import { entryOf, linksOf } from './seen.js';
import { allWell, Story } from './story.js';
import type { Voice } from './voice.js';

const names = ['police', 'guardian', 'investigator', 'social', 'shelter', 'shelter2', 'coordinator'] as const;
let story: Story;
let who: Record<(typeof names)[number], Voice>;
/** Of the room for families in the State Shelter, and in the house of the organisation. */
let here: string[];
let there: string[];

beforeAll(async () => {
  story = await Story.begin('family');
  who = await story.cast(...names);
  const rooms = [{ name: 'Ailə otağı', beds: 3, family: true }];
  there = await keepsHouse(who.shelter2.client, { region: 'baku-nasimi', rooms });
  here = await keepsHouse(who.shelter.client, { region: null, guarded: true, rooms });
}, 120_000);
afterAll(() => story.end());

type Member = 'mother' | 'daughter' | 'son';
const members: readonly Member[] = ['mother', 'daughter', 'son'];
const children: readonly Member[] = ['daughter', 'son'];
let cases: Record<Member, string>;

/** The one of whom the voices speak from here on. */
const about = (member: Member): void => {
  story.caseId = cases[member];
};
/** Told of each in turn. */
async function ofEach<T>(whom: readonly Member[], tell: (member: Member) => Promise<T>): Promise<T[]> {
  const told: T[] = [];
  for (const member of whom) {
    about(member);
    told.push(await tell(member));
  }
  return told;
}
const known = (voice: Voice) => ofEach(members, async () => (await voice.sees()) !== 404);
const housed = (voice: Voice) => ofEach(members, () => voice.state('placement'));
const explanation = 'Uydurma əsaslandırma.';

interface HouseSeen {
  readonly id: string;
  readonly rooms?: readonly { name: string; beds: readonly { state: string }[] }[];
}
const bedsOf = async (voice: Voice) => {
  const { body } = await voice.client.get<{ items: HouseSeen[] }>('/shelters');
  const rooms = body.items.find(({ id }) => id === voice.bodyId)?.rooms ?? [];
  return rooms.map(({ name, beds }) => `${name}: ${beds.map(({ state }) => state).join(' ')}`);
};
const placementThat = async (stands: string) =>
  (await who.police.looks()).procedures.find(({ type, state }) => type === 'placement' && state === stands)
    ?.id;
/** A bed of the room for each, accepted by who is with them, and taken. */
const movesIn = (voice: Voice, beds: readonly string[], withThem = (_: Member) => who.police) =>
  ofEach(members, async (member) => {
    await voice.does('placement.offerBed', { bedId: beds[members.indexOf(member)] });
    const procedureId = await placementThat('offered');
    await withThem(member).does('placement.acceptOffer', { interpreter: 'notNeeded' }, { procedureId });
    return voice.does('placement.admit');
  });

describe('A mother with two children', () => {
  it('are met together: three cases, of which each child has a guardianship of its own', async () => {
    const person = (name: string, ageStatus: string) => ({
      person: { name },
      ageStatus,
      district: 'baku-nasimi',
      safety: { immediateDanger: false, needsShelter: false },
      ...(ageStatus === 'assumedAdult' && { consent: { referToMainDepartment: 'yes', services: 'yes' } }),
    });
    const met = [
      person('Ana Sınaqlı', 'assumedAdult'),
      person('Qız Sınaqlı', 'child'),
      person('Oğul Sınaqlı', 'child'),
    ];
    const encounter = { source: 'police', encounteredAt: await story.now(), cases: met };
    const { body } = await who.police.client.post<{ cases: { id: string }[] }>('/encounters', encounter, {
      'idempotency-key': randomUUID(),
    });
    const [mother = '', daughter = '', son = ''] = body.cases.map(({ id }) => id);
    cases = { mother, daughter, son };
    about('mother');
    for (const caseId of [daughter, son])
      await who.police.does('caseFile.linkCase', { caseId, relation: 'dependant' });
    about('daughter');
    await who.police.does('caseFile.linkCase', { caseId: son, relation: 'sibling' });
    expect(await ofEach(members, () => who.police.state('guardianship'))).toEqual([
      undefined,
      'notified',
      'notified',
    ]);
  });

  it('are known to the guardianship body as two children, and to nobody through each other', async () => {
    await ofEach(children, () => who.guardian.accepts('guardianship'));
    expect(await known(who.guardian)).toEqual([false, true, true]);
    about('daughter');
    const child = JSON.stringify([await who.guardian.looks(), await who.guardian.timeline()]);
    expect(child).not.toContain('Ana Sınaqlı');
    await ofEach(children, (child) =>
      who.guardian.does('guardianship.appointInterim', {
        relation: 'socialWorker',
        conflictFree: true,
        name: `Nümayəndə (${child})`,
      }),
    );
  });

  it('are asked for together: for who has to be hidden the guarded house, and the children follow her', async () => {
    about('mother');
    await who.police.does('placement.request', { withFamily: true, highThreat: true });
    expect(await known(who.shelter)).toEqual([true, false, false]);
    await ofEach(children, () => who.police.does('placement.request', { withFamily: true }));
    expect(await known(who.shelter)).toEqual([true, true, true]);
    expect(await known(who.shelter2)).toEqual([false, false, false]);
  });

  it('live in one room, each with a bed and a term of stay by age', async () => {
    const told = await movesIn(who.shelter, here);
    expect(told.map((entries) => linksOf(entries, 'placement.admit'))).toEqual(
      members.map(() => ['fulfils 13.4.1', 'applies 6.1']),
    );
    expect(await bedsOf(who.shelter)).toEqual(['Ailə otağı: occupied occupied occupied']);
    const admitted = told.map((entries) => entryOf(entries, 'placement.admit').recordedAt);
    expect(
      await ofEach(members, async () => (await who.shelter.deadline('placement', 'stay'))?.dueAt),
    ).toEqual(admitted.map((at, index) => addDuration(at, index === 0 ? 'P30D' : 'P60D')));
  });

  it('are all presumed victims, and referred: the mother on her yes, the children by duty', async () => {
    await ofEach(members, () =>
      who.police.does('identification.presume', { grounds: 'Birlikdə saxlanılıblar.' }),
    );
    await ofEach(members, () => who.investigator.accepts('identification'));
    expect(await known(who.investigator)).toEqual([true, true, true]);
  });
});

describe('Her no', () => {
  it('is hers alone: it takes nothing from the children, and nothing that the three need', async () => {
    about('mother');
    const refusal = { scope: 'formalProcedure', heardAlone: true, languageUnderstood: true };
    await who.police.does('identification.recordRefusal', refusal);
    expect(await ofEach(members, () => who.police.state('identification'))).toEqual([
      'refused',
      'presumed',
      'presumed',
    ]);
    expect(await known(who.investigator)).toEqual([false, true, true]);
    expect(await housed(who.shelter)).toEqual(['admitted', 'admitted', 'admitted']);
    expect(await ofEach(children, () => who.guardian.state('guardianship'))).toEqual([
      'interimRepresented',
      'interimRepresented',
    ]);
    about('son');
    expect(await who.police.isRefused('identification.recordRefusal', refusal)).toMatchObject({
      code: 'adults-only',
    });
    expect((await who.investigator.handoff('identification')).state).toBe('accepted');
    about('mother');
    expect(await who.social.sees()).toMatchObject({ identification: 'refused', person: restricted });
  });
});

describe('Another house', () => {
  it('takes all three or none: each is asked for where the family is, the children of their guardianship body', async () => {
    const moving = { kind: 'planned', reason: 'familyUnity', highThreat: false };
    await ofEach(members, () => who.shelter.does('placement.requestTransfer', moving));
    expect(await known(who.shelter2)).toEqual([true, true, true]);
    await movesIn(who.shelter2, there, (member) => (member === 'mother' ? who.police : who.guardian));
    expect(await bedsOf(who.shelter2)).toEqual(['Ailə otağı: occupied occupied occupied']);
    expect(await bedsOf(who.shelter)).toEqual(['Ailə otağı: free free free']);
    expect(await known(who.shelter)).toEqual([false, false, false]);
    about('son');
    const seen = JSON.stringify([await who.shelter2.looks(), await who.shelter2.timeline()]);
    for (const secret of [who.shelter.bodyId, ...here]) expect(seen).not.toContain(secret);
  });

  it('is left by the mother when she wants to; where her children go is decided by their guardianship body', async () => {
    const leaving = { reason: 'ownWish', moveOn: 'ownHome' };
    about('son');
    expect(await who.shelter2.isRefused('placement.depart', leaving)).toMatchObject({
      code: 'child-by-guardianship',
    });
    const parents = { parents: ['mother'], explanation };
    const told = await ofEach(children, async () => {
      await who.guardian.does('guardianship.recordChildViews', {
        heardAlone: true,
        views: 'Anası ilə qalmaq istəyir.',
      });
      await who.guardian.does('guardianship.recordFamilyAssessment', { outcome: 'safe', explanation });
      await who.guardian.does('guardianship.recordBestInterests', { about: 'familyReturn', explanation });
      return who.guardian.does('guardianship.confirmParentalCare', parents);
    });
    expect(linksOf(told[0] ?? [], 'guardianship.confirmParentalCare')).toEqual([
      'fulfils 13.5.1',
      'applies 7.1',
      'applies 7.2',
    ]);
    const decision = { reason: 'decisionForChild', moveOn: 'family' };
    await ofEach(children, async () =>
      who.guardian.does('placement.depart', decision, { procedureId: await placementThat('admitted') }),
    );
    about('mother');
    await who.shelter2.does('placement.depart', leaving);
    expect(await known(who.shelter2)).toEqual([false, false, false]);
    expect(await ofEach(children, () => who.guardian.state('guardianship'))).toEqual([
      'parentsRepresent',
      'parentsRepresent',
    ]);
  });

  it('leaves three timelines, each whole, none showing the others', async () => {
    expect(await ofEach(members, () => who.coordinator.exportHolds())).toEqual([true, true, true]);
    expect(await ofEach(members, () => who.police.exportHolds())).toEqual([true, true, true]);
    expect(await known(who.guardian)).toEqual([false, true, true]);
    expect(await story.ending()).toEqual(allWell);
  });
});
