import { addDuration } from '#libs/calendar';
import { agreeing, person, restricted } from './scenes.js';
import { entryOf, linksOf } from './seen.js';
import { allWell, Story } from './story.js';
import type { Voice } from './voice.js';

const names = ['school', 'police', 'police2', 'investigator', 'guardian', 'lawyer'] as const;
let story: Story;
let who: Record<(typeof names)[number], Voice>;

beforeAll(async () => {
  story = await Story.begin('missing');
  who = await story.cast(...names);
}, 120_000);
afterAll(() => story.end());

const report = {
  circumstance: 'leftShelter',
  inDanger: true,
  place: 'Sığınacağın ünvanı',
  description: 'Göy gödəkçə.',
};
const representative = { relation: 'socialWorker', conflictFree: true, name: 'Nümayəndə Sınaqlı' };

/** A child of the district, for whom her body and an interim representative answer. */
async function child(): Promise<void> {
  await who.school.opens({
    source: 'education',
    district: 'baku-nasimi',
    ageStatus: 'child',
    person: { name: person },
  });
  await who.guardian.accepts('guardianship');
  await who.guardian.does('guardianship.appointInterim', representative);
}

describe('A missing child', () => {
  let reportedAt: string;

  it('is an alarm at once: the police of the district and the Main Department, with codes only', async () => {
    await child();
    const told = await who.school.does('missingPerson.report', report);
    reportedAt = entryOf(told, 'missingPerson.report').recordedAt;
    expect(await who.police.handoff('search')).toMatchObject({ state: 'sent' });
    expect((await who.investigator.handoff('search')).state).toBe('sent');
    expect(await story.told('person-missing')).toEqual(['guardianship-baku-nasimi', 'main-department']);
    expect(await who.police.sees()).toMatchObject({ missingPerson: 'reported' });
    expect(await who.police.reads('location')).toBe(restricted);
    expect(await who.police2.sees()).toBe(404);
    expect((await who.school.deadline('missingPerson', 'search'))?.dueAt).toBe(
      addDuration(reportedAt, 'PT2H'),
    );
  });

  it('is searched for with the acceptance, and a search without result climbs', async () => {
    const told = await who.police.accepts('search');
    expect(told.map(({ procedure, command }) => `${procedure}.${command}`)).toContain(
      'missingPerson.beginSearch',
    );
    await who.police.does('missingPerson.recordSighting', {
      sightedAt: await story.now(),
      place: 'Vağzal meydanı',
    });
    await story.passes('PT3H');
    expect(await story.tasks()).toContain('search @ school');
  });

  it('cannot be left by closing her case, and never by her own wish', async () => {
    const wish = { heardAlone: true, languageUnderstood: true };
    expect(await who.guardian.isRefused('missingPerson.recordOwnWish', wish)).toMatchObject({
      code: 'adults-only',
    });
    expect(
      await who.school.isRefused('missingPerson.reviewLongTerm', {
        outcome: 'longTerm',
        explanation: 'Uydurma.',
      }),
    ).toMatchObject({ code: 'long-term-not-yet' });
  });

  it('is found: the search ends, the police knows the case no longer, and she is heard within the clock', async () => {
    await who.guardian.does('missingPerson.recordFound', { condition: 'harmed', place: 'Bakı, vağzal' });
    expect(await who.police.sees()).toBe(404);
    expect(await story.tasks()).toContain('return-interview @ guardianship-baku-nasimi');
    const interview = { risk: 'high', heardAlone: true, account: 'Uydurma mətn.' };
    expect(await who.guardian.isRefused('missingPerson.recordReturnInterview', interview)).toMatchObject({
      code: 'representative-needed',
    });
    expect((await who.school.isRefused('missingPerson.recordReturnInterview', interview)).code).toBe(
      'not-for-your-role',
    );
    const told = await who.guardian.does('missingPerson.recordReturnInterview', {
      ...interview,
      representativePresent: true,
    });
    expect(linksOf(told, 'missingPerson.recordReturnInterview')).toEqual([
      'fulfils 13.6.1',
      'applies 8.1',
      'applies 7.1',
    ]);
    expect(await story.tasks()).not.toContain('return-interview @ guardianship-baku-nasimi');
    expect(await story.ending()).toEqual(allWell);
  });
});

describe('A child who is never found', () => {
  it('rests under a review every ninety days, in a case that stays open', async () => {
    await child();
    await who.school.does('missingPerson.report', report);
    await who.police.accepts('search');
    await story.passes('P91D');
    expect(await story.tasks()).toContain('long-term-review @ school');
    const review = { outcome: 'longTerm', explanation: 'Uydurma əsaslandırma.' };
    await who.school.does('missingPerson.reviewLongTerm', review);
    expect(await who.school.state('missingPerson')).toBe('longTermMissing');
    const close = { reason: 'neverFound', durableSolution: 'independent', explanation: 'Uydurma.' };
    await story.passes('P91D');
    await who.school.does('missingPerson.reviewLongTerm', review);
    expect(await who.school.state('missingPerson')).toBe('longTermMissing');
    expect((await who.school.isRefused('caseFile.close', close)).status).toBe(409);
    expect(await who.guardian.state('guardianship')).toBe('interimRepresented');
    await who.police.does('missingPerson.recordSighting', { sightedAt: await story.now() });
    expect(await who.school.state('missingPerson')).toBe('searching');
    expect(await story.ending()).toEqual(allWell);
  });
});

describe('An adult who is missing', () => {
  it('is searched for in danger only, and left in peace where she says so herself', async () => {
    await who.police.opens(agreeing);
    await who.police.does('missingPerson.report', { circumstance: 'lostContact', inDanger: false });
    await expect(who.investigator.handoff('search')).rejects.toThrow('No handoff');
    const wish = { heardAlone: false, languageUnderstood: true };
    expect(await who.police.isRefused('missingPerson.recordOwnWish', wish)).toMatchObject({
      code: 'not-heard-alone',
    });
    await who.police.does('missingPerson.recordOwnWish', { ...wish, heardAlone: true });
    expect(await who.police.state('missingPerson')).toBe('leftByOwnWish');
    expect(await story.ending()).toEqual(allWell);
  });
});
