import { addDuration } from '#libs/calendar';
import { agreeing, person, presumed } from './scenes.js';
import { allWell, Story } from './story.js';
import { entryOf, linksOf } from './seen.js';
import type { Voice } from './voice.js';

const names = ['ngo', 'police', 'investigator', 'social', 'clinic', 'shelter', 'coordinator'] as const;
let story: Story;
let who: Record<(typeof names)[number], Voice>;

const everything = { scope: 'everything', heardAlone: true, languageUnderstood: true };

/** Who can read the name, and why not. */
const read = (...voices: readonly Voice[]) => Promise.all(voices.map((voice) => voice.reads('identity')));
const found = async (voice: Voice, text: string) =>
  (await voice.client.post<{ items: { id: string }[] }>('/cases/search', { text })).body.items.map(
    ({ id }) => id,
  );
const comesBack = async (voice: Voice, code: string, consent = 'notAsked') => {
  const answer = await voice.client.post('/returns', { code, consentReferToMainDepartment: consent });
  return { status: answer.status, body: answer.body };
};
const received = { status: 202, body: { received: true } };

beforeAll(async () => {
  story = await Story.begin('refusal');
  who = await story.cast(...names);
}, 120_000);
afterAll(() => story.end());

describe('A refusal of everything, and the way back', () => {
  let code: string;
  let caseId: string;

  it('seals who she is at once: nobody reads it, nobody finds her by name', async () => {
    caseId = await who.ngo.opens({ ...agreeing, source: 'ngo' });
    await presumed(who.ngo, who.investigator);
    expect(await read(who.ngo, who.investigator)).toEqual([{ name: person }, { name: person }]);
    expect(await found(who.ngo, person)).toEqual([caseId]);
    code = await who.ngo.isGiven('returnCode', 'identification.recordRefusal', everything);
    expect(await read(who.ngo, who.investigator)).toEqual(['sealed', 404]);
    expect(await found(who.ngo, person)).toEqual([]);
    expect(await who.ngo.sees()).toMatchObject({ identification: 'refused', person: 'sealed' });
    expect((await who.ngo.looks()).banners.map((banner) => banner.code)).toContain('sealed');
  });

  it('stops what was shared on her consent, and leaves her time to come back', async () => {
    expect((await who.ngo.handoff('identification')).state).toBe('withdrawn');
    const told = await who.ngo.timeline();
    const refused = entryOf(told, 'identification.recordRefusal');
    expect(linksOf(told, 'identification.recordRefusal')).toEqual(['applies 6.2', 'applies 2.3.7']);
    expect(await who.ngo.deadline('identification', 'refusalGuard')).toMatchObject({
      state: 'running',
      dueAt: addDuration(refused.recordedAt, 'P30D'),
    });
    expect(
      await who.ngo.isRefused('handoff.send', {
        toBodyId: who.social.bodyId,
        kind: 'share',
        purpose: 'assistance',
        basis: 'consent',
        consentGiven: true,
      }),
    ).toMatchObject({ code: 'sharing-refused' });
  });

  it('is opened by the code she kept, at a body that she chose; a wrong code is answered alike', async () => {
    await story.passes('P12D');
    expect(await who.social.sees()).toBe(404);
    expect(await comesBack(who.social, 'AAAA-BBBB-CCCC-DDDD')).toEqual(received);
    expect(await who.social.sees()).toBe(404);
    expect(await comesBack(who.social, ` ${code.toLowerCase().replaceAll('-', ' ')}`, 'yes')).toEqual(
      received,
    );
    expect(await who.social.sees()).toMatchObject({ identification: 'presumed', person });
    expect(await read(who.ngo)).toEqual([{ name: person }]);
    expect(await found(who.ngo, person)).toEqual([caseId]);
    const back = entryOf(await who.social.timeline(), 'identification.resume');
    expect(back.actor.role).toBe('socialWorker');
    expect(await who.social.deadline('identification', 'refusalGuard')).toMatchObject({ state: 'stopped' });
  });

  it('is done once: the code is used up', async () => {
    expect(await comesBack(who.clinic, code)).toEqual(received);
    expect(await who.clinic.sees()).toBe(404);
  });

  it('may lead to help without police: her file opens again, and the formal procedure stays refused', async () => {
    const again = await who.social.isGiven('returnCode', 'identification.recordRefusal', everything);
    expect(again).not.toBe(code);
    expect(await read(who.ngo, who.social)).toEqual(['sealed', 'sealed']);
    expect(await comesBack(who.shelter, again, 'no')).toEqual(received);
    expect(await who.shelter.sees()).toMatchObject({ identification: 'refused', person });
    expect(await who.ngo.deadline('identification', 'refusalGuard')).toMatchObject({ state: 'stopped' });
    expect(await who.investigator.sees()).toBe(404);
    expect(await story.ending()).toEqual(allWell);
  });
});

describe('A refusal of everything that stands', () => {
  let floor: string;
  let caseId: string;

  it('comes from a woman who was presumed a victim and informed', async () => {
    caseId = await who.police.opens(agreeing);
    await presumed(who.police, who.investigator);
    await who.investigator.does('reflection.inform', { reached: true });
    await who.investigator.does('reflection.extend', { ground: 'hospital', days: 15 });
    floor = String((await who.investigator.deadline('reflection', 'reflectionFloor'))?.dueAt);
    await who.police.isGiven('returnCode', 'identification.recordRefusal', everything);
    expect(await read(who.police, who.investigator)).toEqual(['sealed', 404]);
  });

  it('destroys nothing when its guard ends before her floor', async () => {
    await story.passes('P31D');
    expect(await read(who.police)).toEqual(['sealed']);
    expect(await who.police.deadline('identification', 'refusalGuard')).toMatchObject({
      state: 'running',
      dueAt: floor,
    });
  });

  it('destroys the keys after it: what is left is coded and anonymous, and still verifies', async () => {
    await story.passes('P15D');
    expect(await read(who.police, who.investigator)).toEqual(['shredded', 404]);
    expect(await who.police.sees()).toMatchObject({ identification: 'refused', person: 'shredded' });
    expect(await found(who.police, person)).toEqual([]);
    const left = await story.application.sql(
      'select (select count(*)::int from vault_items where case_id = $1) + (select count(*)::int from blind_index where case_id = $1) as words',
      [caseId],
    );
    expect(left).toEqual([{ words: 0 }]);
    expect(await who.police.exportHolds()).toBe(true);
    expect(await who.coordinator.exportHolds()).toBe(true);
    expect(await story.ending()).toEqual(allWell);
  });

  it('takes in what is written since, sealed, and destroys it after the same guard', async () => {
    await who.police.does('caseFile.recordRelease', { note: 'Yenə görüldü.' });
    expect(await who.police.reads('statement')).toBe('sealed');
    expect(await who.police.deadline('identification', 'refusalGuard')).toMatchObject({ state: 'running' });
    await who.police.does('caseFile.recordRelease', { note: 'Bir daha görüldü.' });
    expect(await who.police.reads('statement')).toBe('sealed');
    await story.passes('P31D');
    expect(await who.police.reads('statement')).toBe('shredded');
    const left = await story.application.sql('select 1 from vault_items where case_id = $1', [caseId]);
    expect(left).toEqual([]);
    expect(await story.ending()).toEqual(allWell);
  });
});
