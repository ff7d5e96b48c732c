import { addDuration, localDay } from '#libs/calendar';
import { onBothQueues, type Settings } from '../support/both-queues.js';
import { keepsHouse } from '../support/houses.js';
import { presumed, person } from './scenes.js';
import { entryOf, linksOf } from './seen.js';
import { allWell, Story } from './story.js';
import type { Voice } from './voice.js';

const names = ['police', 'shelter', 'shelter2', 'social', 'investigator', 'coordinator', 'admin'] as const;
let story: Story;
let who: Record<(typeof names)[number], Voice>;
let beds: string[];
let second: string[];

interface HouseSeen {
  readonly id: string | null;
  readonly free: number;
  readonly address?: string;
  readonly rooms?: readonly unknown[];
}
const house = async (voice: Voice, own: Voice = voice) => {
  const { body } = await voice.client.get<{ items: HouseSeen[] }>('/shelters');
  return body.items.find(({ id }) => id === own.bodyId);
};
const placements = async (voice: Voice) =>
  (await voice.looks()).procedures.filter(({ type }) => type === 'placement');
const nights = async (voice: Voice, at: string) => {
  const day = localDay(at);
  const path = `/shelters/${voice.bodyId}/occupancy?from=${day}&to=${day}`;
  return (await voice.client.get<{ items: Record<string, unknown>[] }>(path)).body.items[0];
};

/** All that somebody's lists say. */
const listed = async ({ client }: Voice) => {
  const paths = ['/cases', '/handoffs?box=in', '/handoffs?box=out', '/notifications'];
  return JSON.stringify(await Promise.all(paths.map(async (path) => (await client.get(path)).body)));
};

/** The first house is near and has a bed; the second is the State Shelter. */
const begins = (settings: Settings) => async () => {
  story = await Story.begin('shelter', settings());
  who = await story.cast(...names);
  beds = await keepsHouse(who.shelter2.client, {
    region: 'baku-nasimi',
    rooms: [{ name: '1', beds: 1, sex: 'female' }],
  });
  second = await keepsHouse(who.shelter.client, {
    region: null,
    guarded: true,
    rooms: [{ name: '1', beds: 2 }],
  });
};

function journey(settings: Settings): void {
  beforeAll(begins(settings), 120_000);
  afterAll(() => story.end());

  it('needs a bed tonight: one house is asked, the near one that suits, and no other learns of her', async () => {
    await who.police.opens({
      source: 'police',
      district: 'baku-nasimi',
      person: { name: person },
      safety: { immediateDanger: true, needsShelter: true },
      consent: { referToMainDepartment: 'yes', services: 'yes', shelter: 'yes' },
    });
    expect(await who.police.state('placement')).toBe('requested');
    expect(await who.shelter2.sees()).toMatchObject({ placement: 'requested', person: 'restricted' });
    expect(await who.shelter.sees()).toBe(404);
    await presumed(who.police, who.investigator);
    const offer = { bedId: second[0] };
    expect(await who.shelter.isRefused('placement.offerBed', offer)).toMatchObject({ status: 404 });
  });

  it('is not kept waiting by silence: after four hours the next house is asked, and nothing climbs', async () => {
    await story.passes('PT5H');
    expect(await who.shelter2.sees()).toBe(404);
    expect(await who.shelter.sees()).toMatchObject({ placement: 'requested' });
    expect(await who.police.handoff('shelter')).toMatchObject({ state: 'sent', escalation: 0 });
    expect(await story.told('handoff-overdue')).toEqual([]);
  });

  it('is offered a bed, which is kept from then on; who is with her takes her answer', async () => {
    expect(await house(who.shelter)).toMatchObject({ free: 2, address: expect.any(String) });
    const told = await who.shelter.does('placement.offerBed', { bedId: second[0] });
    expect(linksOf(told, 'placement.offerBed')).toEqual(['applies 6.4']);
    expect(await house(who.shelter)).toMatchObject({ free: 1 });
    expect(await who.police.handoff('shelter')).toMatchObject({ state: 'accepted' });
    expect(
      await who.shelter.isRefused('placement.acceptOffer', { interpreter: 'notNeeded', personIsHere: true }),
    ).toMatchObject({ code: 'second-person-needed' });
    await who.police.does('placement.acceptOffer', { interpreter: 'notNeeded' });
    expect(await who.shelter.state('placement')).toBe('accepted');
    expect(await story.told('bed-offered')).toEqual(['police-baku-nasimi']);
  });

  it('is admitted: the plan is fulfilled by her coming, and her 30 days begin', async () => {
    const told = await who.shelter.does('placement.admit');
    expect(linksOf(told, 'placement.admit')).toEqual(['fulfils 13.4.1', 'applies 6.1']);
    const { recordedAt } = entryOf(told, 'placement.admit');
    expect(await who.shelter.deadline('placement', 'stay')).toMatchObject({
      state: 'running',
      dueAt: addDuration(recordedAt, 'P30D'),
    });
    expect(await nights(who.shelter, recordedAt)).toMatchObject({ beds: 2, occupied: 1, kept: 0 });
    expect(await who.shelter.sees()).toMatchObject({ placement: 'admitted', person });
  });

  it('lives where the police cannot read it: not which house, not which bed, no address', async () => {
    const [placement] = await placements(who.police);
    expect(placement?.context['shelterBodyId']).toEqual({ restricted: true });
    expect(JSON.stringify(await who.police.timeline())).not.toContain(who.shelter.bodyId);
    expect((await who.police.client.get('/shelters')).status).toBe(403);
    expect((await who.admin.client.get('/shelters')).status).toBe(403);
    const { body } = await who.social.client.get<{ items: HouseSeen[] }>('/shelters');
    expect(body.items.map(({ id, address, rooms }) => [id, address, rooms])).toEqual([
      [null, undefined, undefined],
      [null, undefined, undefined],
    ]);
  });

  it('goes to hospital and comes back to the same bed', async () => {
    await who.shelter.does('placement.recordAbsence', { kind: 'hospital', place: 'Klinik xəstəxana' });
    await story.passes('P3D');
    expect(await house(who.shelter)).toMatchObject({ free: 1 });
    expect(await who.shelter.reads('location')).toMatchObject({ place: 'Klinik xəstəxana' });
    expect(await who.police.reads('location')).toBe('restricted');
    await who.shelter.does('placement.recordReturn');
    expect(await who.shelter.state('placement')).toBe('admitted');
  });

  it('stays on when her 30 days have passed: it is a task, and ends nothing', async () => {
    await story.passes('P30D');
    expect(await who.shelter.state('placement')).toBe('admitted');
    expect(await story.tasks()).toEqual(
      expect.arrayContaining(['stay-ended @ police-baku-nasimi', 'stay-ended @ state-shelter']),
    );
    await who.shelter.does('placement.extendStay', { ground: 'personAsks', days: 30 });
    expect((await story.tasks()).filter((task) => task.startsWith('stay-ended'))).toEqual([]);
  });

  it('is moved in an emergency; the two houses never see each other', async () => {
    await who.shelter.does('placement.requestTransfer', {
      kind: 'emergency',
      reason: 'safety',
      highThreat: false,
    });
    expect(await who.shelter2.sees()).toMatchObject({ placement: 'requested' });
    const [seen] = await placements(who.shelter2);
    expect(seen?.context).toMatchObject({ transfer: 'emergency', shelterBodyId: who.shelter2.bodyId });
    await who.shelter2.does('placement.offerBed', { bedId: beds[0] });
    const next = (await placements(who.police)).find(({ state }) => state === 'offered');
    await who.police.does('placement.acceptOffer', { interpreter: 'notNeeded' }, { procedureId: next?.id });
    const told = await who.shelter2.does('placement.admit');
    expect(linksOf(told, 'placement.admit')).toEqual(['fulfils 13.4.1', 'fulfils 13.4.6', 'applies 6.1']);
    const admissions = (await who.police.timeline()).filter(
      (one) => 'command' in one && one.command === 'admit',
    );
    const sheltered = ['fulfils 13.4.1', 'applies 6.1'];
    expect(admissions.map((one) => linksOf([one], 'placement.admit'))).toEqual([sheltered, sheltered]);
    expect(await who.shelter.sees()).toBe(404);
    expect(await house(who.shelter)).toMatchObject({ free: 2 });
    const known = JSON.stringify([await who.shelter2.looks(), await who.shelter2.timeline()]);
    for (const secret of [who.shelter.bodyId, who.shelter.client.user?.id ?? '', ...second])
      expect(known).not.toContain(secret);
    expect(await listed(who.shelter2)).not.toContain(who.shelter.bodyId);
    expect(await listed(who.shelter)).not.toContain(who.shelter2.bodyId);
    expect(await who.shelter2.exportHolds()).toBe(true);
  });

  it('leaves when she wants to: a restriction on record does not hold her', async () => {
    const until = async (duration: string) => ({
      restrictions: ['goingOut'],
      legalBasis: 'court',
      endsOn: addDuration(await story.now(), duration).slice(0, 10),
      explanation: 'Məhkəmənin qərarı (uydurma).',
    });
    expect(await who.shelter2.isRefused('placement.recordRestriction', await until('P60D'))).toMatchObject({
      code: 'restriction-too-long',
    });
    await who.shelter2.does('placement.recordRestriction', await until('P20D'));
    await who.shelter2.does('placement.depart', {
      reason: 'ownWish',
      moveOn: 'family',
      place: 'Bacısının evi',
    });
    expect(await who.shelter2.sees()).toBe(404);
    expect((await placements(who.police)).map(({ state }) => state)).toEqual(['departed', 'departed']);
    expect(await house(who.shelter2)).toMatchObject({ free: 1 });
    const rows = await story.application.sql(
      `select (select count(*)::int from bed_uses where upper_inf(during)) as held,
        (select count(*)::int from shelter_restrictions where lifted_at is null) as restricted,
        (select array_agg(reason order by departed_at) from shelter_departures) as left`,
    );
    expect(rows).toEqual([{ held: 0, restricted: 0, left: ['transferred', 'ownWish'] }]);
    expect((await story.tasks()).filter((task) => /stay|transfer|shelter-request/.test(task))).toEqual([]);
  });

  it('comes back, and no house answers: a new request is owed, holds up nobody, and ends the silent one', async () => {
    const owed = async () => (await story.tasks()).filter((task) => task.startsWith('new-shelter-request'));
    const byPolice = ['new-shelter-request @ police-baku-nasimi'];
    await who.police.does('placement.request');
    await story.passes('PT10H');
    expect(await owed()).toEqual(byPolice);
    await who.police.does('placement.request');
    expect(await owed()).toEqual([]);
    expect(await who.police.isRefused('placement.request')).toEqual({
      status: 409,
      code: 'shelter-asked-already',
    });
    expect((await placements(who.police)).map(({ state }) => state).slice(-2)).toEqual([
      'cancelled',
      'requested',
    ]);
    expect(await who.shelter2.sees()).toMatchObject({ placement: 'requested' });
  });

  it('leaves a timeline that is whole', async () => {
    expect(await who.police.exportHolds()).toBe(true);
    expect(await story.ending()).toEqual(allWell);
  });
}

onBothQueues('An adult with a shelter', journey);
