import { addDuration } from '#libs/calendar';
import { person, restricted } from './scenes.js';
import { allWell, Story } from './story.js';
import { entryOf, linksOf } from './seen.js';
import type { Voice } from './voice.js';

const names = ['police', 'social', 'ngo', 'investigator', 'shelter', 'coordinator'] as const;
const linked = (caseId: string) => ({ caseId, relation: 'sameEncounter' });
let story: Story;
let who: Record<(typeof names)[number], Voice>;

beforeAll(async () => {
  story = await Story.begin('no-police');
  who = await story.cast(...names);
}, 120_000);
afterAll(() => story.end());

describe('No police, still help', () => {
  it('is her answer at the first encounter: nothing goes to the Main Department, and its clock does not run', async () => {
    await who.police.opens({
      source: 'police',
      district: 'baku-nasimi',
      person: { name: person },
      consent: { referToMainDepartment: 'no', services: 'yes' },
    });
    expect(await who.police.sees()).toEqual({ caseFile: 'open', identification: 'refused', person });
    expect(await who.police.deadline('identification', 'referralToMainDepartment')).toMatchObject({
      state: 'stopped',
    });
    expect(await who.investigator.sees()).toBe(404);
    expect(
      await who.police.isRefused('handoff.send', {
        toBodyId: who.investigator.bodyId,
        kind: 'share',
        purpose: 'assistance',
        basis: 'consent',
        consentGiven: true,
      }),
    ).toMatchObject({ code: 'person-refused' });
  });

  it('is offered to those who serve her; the police stay the owner until the assistance centre has accepted', async () => {
    expect(await story.tasks()).toEqual(['offer-transfer @ police-baku-nasimi']);
    expect((await who.police.looks()).owner).toMatchObject({ bodyId: who.police.bodyId });
    expect(await who.social.sees()).toEqual({
      caseFile: 'open',
      identification: 'refused',
      person: restricted,
    });
    await who.social.accepts('assistance');
    expect((await who.social.looks()).owner).toMatchObject({ bodyId: who.social.bodyId });
    expect(await story.tasks()).toEqual([]);
  });

  it('is kept by the police as codes from then on: they read nothing of hers, write nothing, and send her nowhere', async () => {
    expect(await who.police.sees()).toEqual({ caseFile: 'open', person: restricted });
    expect(await who.police.reads('identity')).toBe('restricted');
    expect(await who.police.isRefused('caseFile.linkCase', linked(story.caseId))).toMatchObject({
      code: 'handoff-not-accepted',
    });
    expect(await who.police.tells()).toContain('caseFile.open');
  });

  it('gives her time of her own: a voluntary period, of which nobody is told', async () => {
    const before = await story.notices();
    const told = await who.social.does('reflection.begin', { interpreter: 'notNeeded' });
    expect(linksOf(told, 'reflection.begin')).toEqual(['applies 13.1.7', 'applies 6.2']);
    expect(await who.social.deadline('reflection', 'reflectionFloor')).toMatchObject({ state: 'running' });
    expect((await who.police.looks()).banners).toEqual([]);
    expect(await story.notices()).toBe(before);
  });

  it('is not held against her: on the twelfth day she comes back, and the referral begins anew', async () => {
    await story.passes('P12D');
    expect(await who.investigator.sees()).toBe(404);
    const told = await who.social.does('identification.resume', { consentReferToMainDepartment: 'yes' });
    const at = entryOf(told, 'identification.resume').recordedAt;
    expect(linksOf(told, 'identification.resume')).toEqual(['applies 6.2', 'applies 2.3.7']);
    expect(await who.social.state('identification')).toBe('screening');
    expect(await who.social.deadline('identification', 'referralToMainDepartment')).toMatchObject({
      state: 'running',
      dueAt: addDuration(at, 'PT24H'),
    });
    await who.social.does('identification.presume', { grounds: 'Borc əsarəti.' });
    expect(await who.investigator.sees()).toMatchObject({ identification: 'presumed', person: restricted });
    await who.investigator.accepts('identification');
  });

  it('counts her thirty days from the later informing, never from the voluntary period', async () => {
    expect(await who.social.deadline('reflection', 'reflectionFloor')).toMatchObject({ state: 'stopped' });
    expect(
      await who.investigator.isRefused('caseFile.close', { reason: 'ownWish', explanation: 'İmtina.' }),
    ).toMatchObject({ code: 'owner-only' });
    expect(
      await who.social.isRefused('caseFile.close', { reason: 'ownWish', explanation: 'İmtina.' }),
    ).toMatchObject({ code: 'not-informed-yet' });
    const told = await who.social.does('reflection.inform', { reached: true });
    const at = entryOf(told, 'reflection.inform').recordedAt;
    const floor = await who.social.deadline('reflection', 'reflectionFloor');
    expect(floor).toMatchObject({ state: 'running', startedAt: at, dueAt: addDuration(at, 'P30D') });
    expect((await who.police.looks()).banners).toMatchObject([{ code: 'removalBarred' }]);
  });

  it('leaves a whole timeline, hidden from who never had a ground', async () => {
    expect(await who.ngo.sees()).toBe(404);
    expect(await who.shelter.sees()).toBe(404);
    expect(await who.coordinator.sees()).toMatchObject({ identification: 'presumed', person: restricted });
    expect(await who.police.exportHolds()).toBe(true);
    expect(await story.ending()).toEqual(allWell);
  });
});
