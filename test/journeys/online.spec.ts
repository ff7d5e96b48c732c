import { restricted } from './scenes.js';
import { linksOf } from './seen.js';
import { allWell, Story } from './story.js';
import type { Voice } from './voice.js';

const names = ['ngo', 'police', 'supervisor', 'investigator', 'hotline'] as const;
let story: Story;
let who: Record<(typeof names)[number], Voice>;

beforeAll(async () => {
  story = await Story.begin('online');
  who = await story.cast(...names);
}, 120_000);
afterAll(() => story.end());

const advertisement = {
  source: 'onlineMonitoring',
  district: 'baku-nasimi',
  note: 'Elan: «işə çox qız lazımdır».',
};
const indicators = { catalogue: 'unodc-general@1', observed: ['gen.unable-to-leave-work'] };
const nobody = 'nameless';
const found = async (voice: Voice, text: string) =>
  (await voice.client.post<{ items: { id: string }[] }>('/cases/search', { text })).body.items.map(
    ({ id }) => id,
  );

describe('A signal from the internet that turns out to be somebody', () => {
  it('is a case before it has a person', async () => {
    await who.ngo.opens(advertisement);
    expect(await who.ngo.sees()).toEqual({ caseFile: 'open', identification: 'signalled', person: nobody });
    expect((await who.ngo.looks()).ageStatus).toBe('assumedAdult');
    expect(await who.ngo.deadline('identification', 'screening')).toMatchObject({ state: 'running' });
    expect(await who.ngo.deadline('identification', 'referralToMainDepartment')).toBeUndefined();
  });

  it('has its indicators recorded: the monitoring of the internet has borne a result', async () => {
    const told = await who.ngo.does('identification.recordIndicators', indicators);
    expect(linksOf(told, 'identification.recordIndicators')).toEqual(['fulfils 13.2.9', 'applies 13.1.5']);
    expect(await who.ngo.state('identification')).toBe('screening');
  });

  it('is not forgotten while nobody is found: it is owed, and nothing ends by it', async () => {
    await story.passes('P20D');
    expect(await who.ngo.state('identification')).toBe('screening');
    expect(await story.tasks()).toEqual(['screening-overdue @ ngo-nar']);
    const closing = { reason: 'neverFound', explanation: 'Tapılmayıb.' };
    expect(await who.ngo.isRefused('caseFile.close', closing)).toMatchObject({ code: 'identification-open' });
  });

  it('gets its person when she is found: she is named, found by name, and helped', async () => {
    const told = await who.ngo.does('caseFile.recordPerson', {
      name: 'Elanda Tapılan',
      languages: 'rus dili',
    });
    expect(linksOf(told, 'caseFile.recordPerson')).toEqual(['applies 13.1.5', 'applies 2.3.7']);
    expect(JSON.stringify(told)).not.toContain('Tapılan');
    expect(await who.ngo.sees()).toMatchObject({ person: 'Elanda Tapılan' });
    expect(await who.ngo.reads('identity')).toEqual({ name: 'Elanda Tapılan', languages: 'rus dili' });
    expect(await found(who.ngo, 'elanda')).toEqual([story.caseId]);
    expect(await found(who.police, 'elanda')).toEqual([]);
  });

  it('is asked before she is referred, and goes to the Main Department on her own yes', async () => {
    await who.ngo.does('identification.presume', { grounds: 'Borc müqabilində işlədilir.' });
    expect(await story.tasks()).toEqual(['ask-consent @ ngo-nar', 'inform-person @ ngo-nar']);
    expect(await who.investigator.sees()).toBe(404);
    const referral = { kind: 'share', purpose: 'identification', basis: 'consent' };
    const refer = { ...referral, toBodyId: who.investigator.bodyId };
    expect(await who.ngo.isRefused('handoff.send', refer)).toMatchObject({ code: 'consent-needed' });
    await who.ngo.does('handoff.send', { ...refer, consentGiven: true });
    expect(await story.tasks()).toEqual(['inform-person @ ngo-nar']);
    expect(await who.investigator.sees()).toMatchObject({ identification: 'presumed', person: restricted });
    await who.investigator.accepts('identification');
    expect(await who.investigator.sees()).toMatchObject({ person: 'Elanda Tapılan' });
    expect(await who.ngo.tells()).toEqual([
      'caseFile.open',
      'identification.signal',
      'identification.recordIndicators',
      'identification.screeningPassed',
      'caseFile.recordPerson',
      'identification.presume',
      'reflection.grant',
      'handoff.send',
      'handoff.accept',
    ]);
    expect(await story.ending()).toEqual(allWell);
  });
});

describe('A signal from the internet behind which nobody is found', () => {
  it('is rejected by two persons, never by one alone', async () => {
    await who.police.opens(advertisement);
    expect(await who.police.sees()).toMatchObject({ identification: 'signalled', person: nobody });
    await who.police.does('identification.recordIndicators', indicators);
    const rejecting = { reason: 'neverFound', explanation: 'Nömrə işləmir, ünvan yoxdur.' };
    await who.police.does('identification.rejectIndication', rejecting);
    expect(await who.police.isRefused('identification.confirmRejection')).toMatchObject({
      code: 'second-person-needed',
    });
    await who.supervisor.does('identification.confirmRejection');
    expect(await who.police.state('identification')).toBe('notIndicated');
    expect(await story.tasks()).toEqual([]);
  });

  it('is closed by two persons, as one who was never found', async () => {
    await who.police.does('caseFile.close', { reason: 'neverFound', explanation: 'Şəxs tapılmayıb.' });
    await who.supervisor.does('caseFile.confirmEnd');
    expect(await who.police.sees()).toEqual({
      caseFile: 'closed',
      identification: 'notIndicated',
      person: nobody,
    });
    const running = await story.application.sql(
      `select name from deadlines where case_id = $1 and state = 'running'`,
      [story.caseId],
    );
    expect(running).toEqual([]);
  });

  it('keeps a way back: she rings months later, and her case goes on', async () => {
    await story.passes('P3M');
    await who.police.does('caseFile.recordPerson', { name: 'Gec Tapılan' });
    await who.police.does('identification.presume', { grounds: 'Özü zəng etdi.' });
    expect(await who.police.sees()).toEqual({
      caseFile: 'open',
      identification: 'presumed',
      reflection: 'running',
      person: 'Gec Tapılan',
    });
    expect(await who.investigator.sees()).toMatchObject({ identification: 'presumed' });
    expect(await who.police.exportHolds()).toBe(true);
    expect(await story.ending()).toEqual(allWell);
  });
});
