import { agreeing, helped, person, presumed, restricted } from './scenes.js';
import { entryOf, linksOf } from './seen.js';
import { allWell, Story } from './story.js';
import type { Voice } from './voice.js';

const names = ['police', 'social', 'guardian', 'clinic', 'investigator', 'lawyer'] as const;
let story: Story;
let who: Record<(typeof names)[number], Voice>;

beforeAll(async () => {
  story = await Story.begin('age');
  who = await story.cast(...names);
}, 120_000);
afterAll(() => story.end());

const doubt = { grounds: 'Danışığı və boyu uşağa oxşayır (uydurma mətn).' };
const assessment = {
  outcome: 'adult',
  disciplines: ['psychology', 'medicine'],
  representativePresent: true,
  report: 'Uydurma rəy.',
};

describe('An assumed adult who is a child', () => {
  it('is presumed a child on the fifth day: everything that must change changes in one transaction', async () => {
    await who.police.opens(agreeing);
    await presumed(who.police, who.investigator);
    await helped(who.police, who.social);
    await who.social.does('reflection.inform', { reached: true });
    await story.passes('P5D');
    const told = await who.social.does('caseFile.recordAgeDoubt', doubt);
    expect(told.map(({ procedure, command }) => `${procedure}.${command}`)).toEqual([
      'caseFile.recordAgeDoubt',
      'guardianship.notify',
      'handoff.send',
    ]);
    expect(new Set(told.map(({ recordedAt }) => recordedAt)).size).toBe(1);
    expect(await who.police.looks()).toMatchObject({ ageStatus: 'presumedChild' });
    expect(await story.tasks()).toContain('suitability-check @ police-baku-nasimi');
    expect(await who.guardian.handoff('guardianship')).toMatchObject({ state: 'sent', statutory: true });
    expect(await who.police.state('identification')).toBe('presumed');
    const refusal = { scope: 'formalProcedure', heardAlone: true, languageUnderstood: true };
    expect(await who.police.isRefused('identification.recordRefusal', refusal)).toMatchObject({
      code: 'adults-only',
    });
  });

  it('is assessed by two disciplines in the presence of a representative, never by the police alone', async () => {
    await who.guardian.accepts('guardianship');
    const refused = (change: object) =>
      who.guardian.isRefused('caseFile.recordAgeAssessment', { ...assessment, ...change });
    expect(await refused({})).toMatchObject({ code: 'no-representative' });
    await who.guardian.does('guardianship.appointInterim', {
      relation: 'lawyer',
      conflictFree: true,
      name: 'Nümayəndə Sınaqlı',
    });
    expect(await refused({ disciplines: ['police', 'medicine'] })).toMatchObject({
      code: 'two-disciplines-needed',
    });
    expect(await refused({ representativePresent: false })).toMatchObject({ code: 'representative-needed' });
    expect(await who.police.isRefused('caseFile.recordAgeAssessment', assessment)).toMatchObject({
      code: 'not-for-your-role',
    });
  });

  it('keeps every rule for a child until nobody can dispute the result any more', async () => {
    await who.guardian.does('caseFile.recordAgeAssessment', assessment);
    expect(await who.police.looks()).toMatchObject({ ageStatus: 'presumedChild' });
    await story.passes('P20D');
    await who.social.does('caseFile.recordAgeDoubt', doubt);
    await story.passes('P15D');
    expect(await who.police.looks()).toMatchObject({ ageStatus: 'presumedChild' });
  });

  it('is found to be a child, at once', async () => {
    const month = (await story.now()).slice(0, 7).replace(/^\d+/, (year) => String(Number(year) + 2));
    const told = await who.guardian.does('caseFile.recordAgeAssessment', {
      ...assessment,
      outcome: 'child',
      eighteenIn: month,
    });
    expect(linksOf(told, 'caseFile.recordAgeAssessment')).toEqual(['applies 7.1', 'applies 7.2']);
    expect(told.map(({ command }) => command)).toContain('recordMajority');
    expect(await who.police.looks()).toMatchObject({ ageStatus: 'child' });
    expect(await who.police.reads('child')).toBe(restricted);
  });

  it('has her own child protected with her, by name only in the vault', async () => {
    await who.police.does('caseFile.addProtectedPerson', {
      relation: 'child',
      minor: true,
      withHer: true,
      protectedName: 'Körpə Örnəkli',
    });
    expect(await who.police.sees()).toMatchObject({ person });
    expect(await who.police.reads('identity')).toEqual({ name: person, protectedName: 'Körpə Örnəkli' });
    expect(await story.tasks()).toContain('case-of-dependant @ police-baku-nasimi');
    expect(JSON.stringify(entryOf(await who.police.timeline(), 'caseFile.addProtectedPerson'))).not.toContain(
      'Körpə',
    );
    expect(await story.ending()).toEqual(allWell);
  });
});

describe('An adult whose age was doubted', () => {
  it('is treated as one when the review has passed; guardianship waits for its body', async () => {
    await who.police.opens(agreeing);
    await who.police.does('caseFile.recordAgeDoubt', doubt);
    await who.guardian.accepts('guardianship');
    await who.guardian.does('guardianship.appointInterim', {
      relation: 'lawyer',
      conflictFree: true,
      name: 'Nümayəndə Sınaqlı',
    });
    await who.guardian.does('caseFile.recordAgeAssessment', assessment);
    await story.passes('P31D');
    expect(await who.police.looks()).toMatchObject({ ageStatus: 'verifiedAdult' });
    expect(await who.guardian.state('guardianship')).toBe('interimRepresented');
    expect(await story.tasks()).toEqual(
      expect.arrayContaining([
        'ask-consent @ police-baku-nasimi',
        'guardianship-to-end @ guardianship-baku-nasimi',
      ]),
    );
    await who.guardian.does('guardianship.recordBestInterests', {
      about: 'ending',
      notHeardBecause: 'unwilling',
      explanation: 'Uydurma əsaslandırma.',
    });
    await who.guardian.does('guardianship.end', { reason: 'assessedAdult', explanation: 'Uydurma.' });
    expect(await who.guardian.state('guardianship')).toBe('ended');
    expect(await story.ending()).toEqual(allWell);
  });
});
