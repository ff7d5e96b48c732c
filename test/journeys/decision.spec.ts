import { addDuration } from '#libs/calendar';
import { agreeing, decided, helped, no, person, presumed, restricted, yes } from './scenes.js';
import { allWell, Story } from './story.js';
import { entryOf, linksOf } from './seen.js';
import type { Voice } from './voice.js';

const names = [
  'police',
  'police2',
  'supervisor',
  'investigator',
  'investigator2',
  'reviewer',
  'social',
  'ngo',
  'lawyer',
] as const;
let story: Story;
let who: Record<(typeof names)[number], Voice>;

beforeAll(async () => {
  story = await Story.begin('decision');
  who = await story.cast(...names);
}, 120_000);
afterAll(() => story.end());

describe('An early yes', () => {
  let floor: string;

  it('comes on the ninth day; the reflection period runs on and still protects her', async () => {
    await who.police.opens(agreeing);
    await presumed(who.police, who.investigator);
    await helped(who.police, who.social);
    const told = await who.social.does('reflection.inform', { reached: true });
    floor = addDuration(entryOf(told, 'reflection.inform').recordedAt, 'P30D');
    await story.passes('P9D');
    await who.investigator.does('identification.beginAssessment');
    const entries = await decided(who.investigator, who.investigator2, yes);
    expect(linksOf(entries, 'identification.confirmDecision')).toContain('fulfils 13.3.6');
    expect(await who.social.sees()).toMatchObject({
      identification: 'identified',
      reflection: 'running',
      person,
    });
    expect(await who.social.deadline('reflection', 'reflectionFloor')).toMatchObject({
      state: 'running',
      dueAt: floor,
    });
    expect((await who.social.looks()).banners).toMatchObject([{ code: 'removalBarred' }]);
  });

  it('is no ground to close her case before the thirtieth day', async () => {
    await who.social.does('identification.informOfDecision', { reached: true });
    const ending = { reason: 'needsMet', explanation: 'Ehtiyaclar qarşılanıb.' };
    expect(await who.police.isRefused('caseFile.close', ending)).toEqual({
      status: 409,
      code: 'before-floor',
      until: floor,
    });
    expect(await who.police.blocked('caseFile.close')).toMatchObject({ code: 'before-floor', until: floor });
    await story.passes('P20D');
    expect(await who.social.state('reflection')).toBe('running');
    await story.passes('P2D');
    expect(await who.social.state('reflection')).toBe('elapsed');
    expect(await story.tasks()).toEqual(['reflection-elapsed @ police-baku-nasimi']);
    await who.social.does('reflection.recordDecision', { decision: 'doesNotCooperate' });
    expect(await who.social.state('reflection')).toBe('concluded');
    expect(await story.tasks()).toEqual([]);
  });

  it('ends, whatever she decided about cooperating, when owner and supervisor close the case', async () => {
    await who.police.does('caseFile.close', { reason: 'ownWish', explanation: 'Özü belə istəyir.' });
    await who.supervisor.does('caseFile.confirmEnd');
    expect(await who.police.sees()).toEqual({
      caseFile: 'closed',
      identification: 'identified',
      reflection: 'concluded',
      person,
    });
    expect(await who.police2.sees()).toBe(404);
    expect(await story.ending()).toEqual(allWell);
  });
});

describe('A no', () => {
  let floor: string;

  it('is not said before she was informed', async () => {
    await who.ngo.opens({ ...agreeing, source: 'labourInspection' });
    const told = await who.ngo.does('identification.presume', { grounds: 'Əmək haqqı ödənilməyib.' });
    expect(linksOf(told, 'identification.presume')).toEqual(['fulfils 13.2.5', 'applies 13.1.5']);
    await who.investigator.accepts('identification');
    await who.investigator.does('identification.beginAssessment');
    expect(await who.investigator.isRefused('identification.proposeDecision', no)).toEqual({
      status: 409,
      code: 'not-informed-yet',
    });
  });

  it('is not said before the floor, and the refusal names the moment at which it opens', async () => {
    const told = await who.ngo.does('reflection.inform', { reached: true, interpreter: 'present' });
    floor = addDuration(entryOf(told, 'reflection.inform').recordedAt, 'P30D');
    const early = { status: 409, code: 'before-floor', until: floor };
    expect(await who.investigator.isRefused('identification.proposeDecision', no)).toEqual(early);
    await story.passes('P29D');
    expect(await who.investigator.isRefused('identification.proposeDecision', no)).toEqual(early);
    await story.passes('P1D');
    expect(await who.ngo.state('reflection')).toBe('elapsed');
  });

  it('says of every dimension what was found, and is decided by two officers', async () => {
    const some = { ...no, reasons: ['EX.absent'] };
    expect(await who.investigator.isRefused('identification.proposeDecision', some)).toMatchObject({
      code: 'reason-for-every-dimension',
    });
    const told = await decided(who.investigator, who.investigator2, no);
    const at = entryOf(told, 'identification.confirmDecision').recordedAt;
    expect(linksOf(told, 'identification.confirmDecision')).toEqual(['fulfils 13.3.6', 'applies 13.1.5']);
    expect(await who.ngo.deadline('identification', 'reconsiderationWindow')).toMatchObject({
      state: 'running',
      dueAt: addDuration(at, 'P30D'),
    });
    expect(await who.ngo.sees()).toMatchObject({ caseFile: 'open', identification: 'notIdentified', person });
  });

  it('ends nothing while she may still ask for reconsideration; her time counts from being told', async () => {
    const ending = { reason: 'needsMet', explanation: 'Qərar verilib.' };
    expect(await who.ngo.isRefused('caseFile.close', ending)).toMatchObject({ code: 'reconsideration-open' });
    expect((await who.ngo.looks()).banners).toMatchObject([{ code: 'removalBarred' }]);
    await story.passes('P5D');
    const told = await who.ngo.does('identification.informOfDecision', { reached: true });
    const at = entryOf(told, 'identification.informOfDecision').recordedAt;
    expect(await who.ngo.deadline('identification', 'reconsiderationWindow')).toMatchObject({
      dueAt: addDuration(at, 'P30D'),
    });
  });

  it('is read again, on her request, by the review unit, which took no part in it', async () => {
    expect(await who.reviewer.sees()).toBe(404);
    await who.ngo.does('identification.requestReconsideration', {
      explanation: 'Sənədlər nəzərə alınmayıb.',
    });
    expect(await who.reviewer.sees()).toMatchObject({
      identification: 'reconsideration',
      person: restricted,
    });
    await who.reviewer.accepts('secondReading');
    expect(await who.reviewer.isRefused('identification.decideReconsideration', yes)).toMatchObject({
      code: 'opinion-needed',
    });
    expect(
      await who.investigator.isRefused('identification.recordOpinion', {
        opinion: 'notIdentified',
        explanation: 'Qərar düzgündür.',
      }),
    ).toMatchObject({ status: 403, code: 'not-for-your-role' });
    await who.ngo.does('identification.recordOpinion', {
      opinion: 'identified',
      explanation: 'Məcburi əmək var.',
    });
  });

  it('is overturned by another officer, with reasons', async () => {
    await who.reviewer.does('identification.decideReconsideration', yes);
    expect(linksOf(await who.ngo.timeline(), 'identification.decideReconsideration')).toEqual([
      'fulfils 13.3.6',
      'applies 13.1.5',
    ]);
    expect(await who.ngo.state('identification')).toBe('identified');
    expect(await who.reviewer.sees()).toBe(404);
    expect(await who.investigator.sees()).toMatchObject({ identification: 'identified' });
    expect(await story.tasks()).toEqual(['decision-to-tell @ ngo-nar', 'reflection-elapsed @ ngo-nar']);
    expect(await story.ending()).toEqual(allWell);
  });
});

describe('A yes from elsewhere', () => {
  const judged = (outcome: string) =>
    who.lawyer.does('identification.recordExternalDecision', {
      authority: 'court',
      outcome,
      reference: 'Uydurma hökm № 7',
    });

  it('is that of a court: its no decides nothing, its yes makes her a victim identified, without an assessment', async () => {
    await who.ngo.opens({ ...agreeing, source: 'ngo' });
    const request = { kind: 'request', purpose: 'legalAid', basis: 'consent', consentGiven: true };
    await who.ngo.does('handoff.send', { ...request, toBodyId: who.lawyer.bodyId });
    await who.lawyer.accepts('legalAid');
    const refused = await judged('notRecognised');
    expect(linksOf(refused, 'identification.recordExternalDecision')).toEqual(['applies 13.1.5']);
    expect(await who.ngo.state('identification')).toBe('signalled');
    const recognised = await judged('recognised');
    expect(linksOf(recognised, 'identification.recordExternalDecision')).toEqual([
      'fulfils 13.3.6',
      'applies 13.1.5',
    ]);
    expect(await who.ngo.sees()).toMatchObject({ identification: 'identified', reflection: 'running' });
    expect((await who.ngo.looks()).banners).toMatchObject([{ code: 'removalBarred' }]);
    expect(await story.ending()).toEqual(allWell);
  });
});
