import { addDuration } from '#libs/calendar';
import { agreeing, decided, helped, person, presumed, restricted, yes } from './scenes.js';
import { allWell, Story } from './story.js';
import { entryOf, linksOf } from './seen.js';
import type { Voice } from './voice.js';

const names = [
  'police',
  'supervisor',
  'investigator',
  'investigator2',
  'prosecutor',
  'lawyer',
  'social',
  'migration',
] as const;
let story: Story;
let who: Record<(typeof names)[number], Voice>;

beforeAll(async () => {
  story = await Story.begin('detained');
  who = await story.cast(...names);
}, 120_000);
afterAll(() => story.end());

const banners = async () => (await who.police.looks()).banners.map(({ code }) => code);

describe('A person who is detained', () => {
  it('is asked to be released and not to be punished, at once and with codes only', async () => {
    await who.police.opens({ ...agreeing, source: 'jointInspection' });
    const told = await who.police.does('caseFile.recordDetention', {
      ground: 'immigration',
      place: 'Miqrasiya mərkəzi',
    });
    expect(linksOf(told, 'caseFile.recordDetention')).toEqual(['applies 8.1']);
    expect(await banners()).toEqual(['detained']);
    const at = entryOf(told, 'caseFile.recordDetention').recordedAt;
    expect(await who.prosecutor.handoff('release')).toMatchObject({
      state: 'sent',
      deadlines: [{ name: 'acceptance', dueAt: addDuration(at, 'PT72H') }],
    });
    expect((await who.prosecutor.handoff('nonPunishment')).state).toBe('sent');
    expect(await who.prosecutor.sees()).toMatchObject({ caseFile: 'open', person: restricted });
    expect(await who.migration.sees()).toBe(404);
  });

  it('is not shown to the prosecutor by name or place, also when the requests are accepted', async () => {
    await who.prosecutor.accepts('release');
    await who.prosecutor.accepts('nonPunishment');
    expect(await who.prosecutor.sees()).toMatchObject({ person: restricted });
    expect(
      await Promise.all(['identity', 'location', 'statement'].map((c) => who.prosecutor.reads(c))),
    ).toEqual([restricted, restricted, restricted]);
  });

  it('is presumed, informed and protected like everybody else: detention ends nothing', async () => {
    await presumed(who.police, who.investigator);
    await helped(who.police, who.social);
    await who.social.does('reflection.inform', { reached: true });
    expect(await banners()).toEqual(['detained', 'removalBarred']);
    expect(
      await who.police.isRefused('caseFile.close', { reason: 'leftCountry', explanation: 'Saxlanılır.' }),
    ).toMatchObject({ code: 'before-floor' });
    expect(
      await who.investigator.isRefused('reflection.proposeTermination', {
        ground: 'undocumented',
        personHeard: true,
        explanation: 'Sənədi yoxdur.',
      }),
    ).toMatchObject({ status: 422 });
  });

  it('is released: the request has reached its purpose, and the prosecutor knows the case no longer', async () => {
    await who.police.does('caseFile.recordRelease');
    expect(await who.police.handoff('release')).toMatchObject({ state: 'completed' });
    expect(await banners()).toEqual(['removalBarred']);
    expect(await who.prosecutor.sees()).toMatchObject({ caseFile: 'open', person: restricted });
    await who.prosecutor.does('handoff.reportOutcome', { outcome: 'done' }, { handoff: 'nonPunishment' });
    expect(await who.prosecutor.sees()).toBe(404);
  });

  it('is identified, whatever she was held for, and her case ends lawfully after the floor', async () => {
    await who.investigator.does('identification.beginAssessment');
    await decided(who.investigator, who.investigator2, yes);
    await who.social.does('identification.informOfDecision', { reached: true });
    await who.social.does('reflection.recordDecision', { decision: 'doesNotCooperate' });
    await story.passes('P31D');
    await who.police.does('caseFile.close', { reason: 'leftCountry', explanation: 'Vətəninə qayıdıb.' });
    await who.supervisor.does('caseFile.confirmEnd');
    expect(await who.social.sees()).toEqual({
      caseFile: 'closed',
      identification: 'identified',
      reflection: 'concluded',
      person,
    });
    expect(await story.tasks()).toEqual([]);
    expect(await story.ending()).toEqual(allWell);
  });
});
