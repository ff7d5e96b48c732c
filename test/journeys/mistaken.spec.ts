import { keepsHouse } from '../support/houses.js';
import { until } from '../support/until.js';
import { agreeing, person, presumed, restricted } from './scenes.js';
import { allWell, Story } from './story.js';
import { linksOf } from './seen.js';
import type { Voice } from './voice.js';

const names = ['police', 'supervisor', 'investigator', 'social', 'ngo', 'shelter', 'ombudsman'] as const;
let story: Story;
let who: Record<(typeof names)[number], Voice>;

const explanation = 'İki nəfər qarışdırılıb.';

beforeAll(async () => {
  story = await Story.begin('mistaken');
  who = await story.cast(...names);
}, 120_000);
afterAll(() => story.end());

describe('A mistaken identity', () => {
  it('is voided by two persons of two bodies, and read by a third', async () => {
    await who.police.opens(agreeing);
    await presumed(who.police, who.investigator);
    expect(await who.ombudsman.sees()).toBe(404);
    await who.police.does('caseFile.void', { reason: 'mistakenIdentity', explanation });
    expect(await who.police.isRefused('caseFile.confirmEnd')).toMatchObject({ code: 'second-person-needed' });
    expect(await who.supervisor.isRefused('caseFile.confirmEnd')).toMatchObject({
      code: 'another-body-needed',
    });
    expect(await story.told('handoff-sent')).toEqual(['main-department']);
    await who.investigator.does('caseFile.confirmEnd');
    expect(linksOf(await who.police.timeline(), 'caseFile.confirmEnd')).toEqual(['applies 9.1']);
    expect(await who.ombudsman.sees()).toMatchObject({ caseFile: 'voided', person: restricted });
  });

  it('ends every procedure and every handoff with it, inside the floor', async () => {
    expect(await who.police.sees()).toEqual({
      caseFile: 'voided',
      identification: 'discontinued',
      reflection: 'discontinued',
      person,
    });
    expect(await who.police.handoff('identification')).toMatchObject({ state: 'withdrawn' });
    expect(await who.investigator.sees()).toBe(404);
    expect(await who.police.isRefused('caseFile.reopen', { reason: 'closedInError' })).toMatchObject({
      code: 'not-allowed-in-this-state',
    });
    const running = await story.application.sql(
      `select name from deadlines where case_id = $1 and state = 'running'`,
      [story.caseId],
    );
    expect(running).toEqual([]);
    expect(await story.ending()).toEqual(allWell);
  });
});

describe('A duplicate', () => {
  let remaining: string;
  let duplicate: string;
  let floor: string;

  it('is opened by who cannot know that she is known', async () => {
    remaining = await who.social.opens({ ...agreeing, source: 'selfReferral' });
    await presumed(who.social, who.investigator);
    await who.social.does('reflection.inform', { reached: true });
    await story.passes('P5D');
    duplicate = await who.ngo.opens({ ...agreeing, source: 'ngo' });
    await presumed(who.ngo, who.investigator);
    await who.ngo.does('reflection.inform', { reached: true });
    floor = (await who.ngo.deadline('reflection', 'reflectionFloor'))?.dueAt ?? '';
    expect(await who.social.sees()).toBe(404);
  });

  it('is voided only for a case that is open, and known to who names it', async () => {
    const voiding = { reason: 'duplicate', explanation };
    const unknown = { ...voiding, survivingCaseId: remaining };
    expect(await who.ngo.isRefused('caseFile.void', unknown)).toMatchObject({
      code: 'surviving-case-needed',
    });
    await who.investigator.does('caseFile.void', unknown);
    const remains = (state: string) =>
      story.application.sql(
        `update procedure_instances set state = $2 where case_id = $1 and type = 'caseFile'`,
        [remaining, state],
      );
    await remains('closed');
    expect(await who.ngo.isRefused('caseFile.confirmEnd')).toMatchObject({ code: 'surviving-case-closed' });
    await remains('open');
    await who.ngo.does('caseFile.confirmEnd', { note: 'Eyni şəxsdir.' });
    expect(await who.ngo.sees()).toMatchObject({ caseFile: 'voided', reflection: 'discontinued' });
  });

  it('takes none of her thirty days: the later floor goes over to the case that remains', async () => {
    story.caseId = remaining;
    await until('the floor to be carried', async () => {
      const seen = await who.social.deadline('reflection', 'reflectionFloor');
      return seen?.dueAt === floor;
    });
    const carried = (await who.social.timeline()).findLast(
      (item) => 'command' in item && item.command === 'grant',
    );
    expect(carried).toMatchObject({ actor: { role: 'rulebook' }, payload: { data: { floorEndsAt: floor } } });
    expect(await who.social.sees()).toMatchObject({ reflection: 'running', person });
    expect(await who.ngo.sees()).toBe(404);
    expect(await story.ending()).toEqual(allWell);
  });

  it('is carried once', async () => {
    await story.passes('P1D');
    const grants = (await who.social.tells()).filter((told) => told === 'reflection.grant');
    expect(grants).toHaveLength(2);
    expect(await waiting()).toBe(0);
  });

  it('is passed on where the case that was to remain is a duplicate too', async () => {
    const last = await who.social.opens({ ...agreeing, source: 'selfReferral' });
    await presumed(who.social, who.investigator);
    story.caseId = remaining;
    const voiding = { reason: 'duplicate', explanation, survivingCaseId: last };
    await who.investigator.does('caseFile.void', voiding);
    await who.social.does('caseFile.confirmEnd');
    story.caseId = last;
    const carried = async () => (await who.social.deadline('reflection', 'reflectionFloor'))?.dueAt === floor;
    await until('the floor to be carried again', carried);
    await forgetThatItWasCarried();
    await story.passes('PT1M');
    expect(await waiting()).toBe(0);
    expect(await carried()).toBe(true);
    expect(await story.ending()).toEqual(allWell);
  });

  const waiting = async () =>
    (await story.application.sql('select 1 from carried_floors where done_at is null')).length;

  /** As if the first floor had still been on its way when the second case was voided. */
  async function forgetThatItWasCarried(): Promise<void> {
    await story.application.sql('delete from carried_floors where from_case_id = $1', [remaining]);
    await story.application.sql(
      'update carried_floors set done_at = null, sweep_after = null where from_case_id = $1',
      [duplicate],
    );
  }
});

describe('A duplicate of who lives in a shelter', () => {
  let beds: string[];
  let remaining: string;
  let duplicate: string;
  const held = () =>
    story.application.sql<{ caseId: string; bedId: string; since: unknown }>(
      `select case_id as "caseId", bed_id as "bedId", occupied_from as since from bed_uses where upper_inf(during)`,
    );

  beforeAll(async () => {
    beds = await keepsHouse(who.shelter.client, { region: null, rooms: [{ name: '1', beds: 1 }] });
    remaining = await who.social.opens({ ...agreeing, source: 'selfReferral' });
    await presumed(who.social, who.investigator);
    const safety = { immediateDanger: true, needsShelter: true };
    duplicate = await who.ngo.opens({ ...agreeing, source: 'ngo', safety });
    await presumed(who.ngo, who.investigator);
    await until('the house with a bed to be asked', async () => {
      if ((await who.shelter.sees()) !== 404) return true;
      await story.passes('PT5H');
      return false;
    });
    await who.shelter.does('placement.offerBed', { bedId: beds[0] });
    await who.ngo.does('placement.acceptOffer', { interpreter: 'notNeeded' });
    await who.shelter.does('placement.admit');
  });

  it('takes no bed from her: it is hers at every moment, and then in the case that remains', async () => {
    await who.investigator.does('caseFile.void', {
      reason: 'duplicate',
      explanation,
      survivingCaseId: remaining,
    });
    await who.ngo.does('caseFile.confirmEnd');
    expect(await held()).toMatchObject([{ bedId: beds[0] }]);
    story.caseId = remaining;
    await until('the house to know the case that remains', async () => (await who.shelter.sees()) !== 404);
    expect(await who.shelter.sees()).toMatchObject({ placement: 'admitted', person });
    expect(await held()).toMatchObject([{ caseId: remaining, bedId: beds[0], since: expect.anything() }]);
    const [used] = await story.application.sql(
      'select count(*)::int as n from shelter_departures where case_id = $1',
      [duplicate],
    );
    expect(used).toEqual({ n: 0 });
    await who.shelter.does('placement.depart', { reason: 'ownWish', moveOn: 'family' });
    expect(await held()).toEqual([]);
    expect(await story.ending()).toEqual(allWell);
  });
});
