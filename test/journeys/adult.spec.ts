import { addDuration } from '#libs/calendar';
import { allWell, Story } from './story.js';
import { entryOf, linksOf } from './seen.js';
import type { Voice } from './voice.js';

const names = [
  'police',
  'police2',
  'hotline',
  'investigator',
  'investigator2',
  'social',
  'ngo',
  'shelter',
  'supervisor',
  'coordinator',
  'admin',
] as const;
let story: Story;
let who: Record<(typeof names)[number], Voice>;
let encounteredAt: string;
let informedAt: string;

const person = 'Nümunə Sınaqlı';
const restricted = 'restricted';
/** Nobody of these ever has a ground: to them the case does not exist. */
const strangers = () =>
  Promise.all([who.police2, who.hotline, who.ngo, who.shelter, who.admin].map((voice) => voice.sees()));

beforeAll(async () => {
  story = await Story.begin('adult');
  who = await story.cast(...names);
}, 120_000);
afterAll(() => story.end());

describe('An adult, from a call to the hotline to the end of support', () => {
  it('is met by the police after a call to 152, and the 24 hours to refer her begin with the encounter', async () => {
    encounteredAt = await story.now();
    await who.police.opens({
      source: 'hotline',
      encounteredAt,
      district: 'baku-nasimi',
      person: { name: person },
      consent: { referToMainDepartment: 'yes', services: 'yes' },
    });
    expect(await who.police.sees()).toEqual({ caseFile: 'open', identification: 'signalled', person });
    expect(await who.police.deadline('identification', 'referralToMainDepartment')).toMatchObject({
      state: 'running',
      startedAt: encounteredAt,
      dueAt: addDuration(encounteredAt, 'PT24H'),
    });
    expect(await strangers()).toEqual([404, 404, 404, 404, 404]);
    expect(await who.investigator.sees()).toBe(404);
    expect(await who.supervisor.sees()).toMatchObject({ identification: 'signalled', person: restricted });
  });

  it('is not handed over to another police office', async () => {
    const toPolice = { toBodyId: who.police2.bodyId, kind: 'share', purpose: 'assistance', basis: 'consent' };
    expect(await who.police.isRefused('handoff.send', { ...toPolice, consentGiven: true })).toMatchObject({
      status: 409,
      code: 'handover-prohibited',
    });
  });

  it('shows indicators and is presumed a victim; the referral goes to the Main Department with it', async () => {
    const observed = ['ex.excessive-hours', 'cd.confiscation-of-documents', 'cr.violence'];
    await who.police.does('identification.recordIndicators', {
      catalogue: 'ilo-ec-2009-labour-adult@1',
      observed,
    });
    const told = await who.police.does('identification.presume', { grounds: 'Sənədləri əlindən alınıb.' });
    expect(linksOf(told, 'identification.presume')).toEqual(['fulfils 13.2.1', 'applies 13.1.5']);
    expect(linksOf(told, 'handoff.send')).toEqual(['applies 9.1']);
    expect(await who.police.deadline('identification', 'referralToMainDepartment')).toMatchObject({
      state: 'stopped',
    });
    expect(await who.police.tells()).toEqual([
      'caseFile.open',
      'identification.signal',
      'identification.recordIndicators',
      'identification.presume',
      'reflection.grant',
      'handoff.send',
    ]);
    expect(await who.investigator.sees()).toEqual({
      caseFile: 'open',
      identification: 'presumed',
      person: restricted,
    });
    expect((await who.investigator.tells()).at(4)).toBe(restricted);
    expect(await who.investigator.exportHolds()).toBe(true);
  });

  it('is offered help at once by the assistance centre, which informs her: the 30 days begin', async () => {
    await who.police.does('handoff.send', {
      toBodyId: who.social.bodyId,
      kind: 'share',
      purpose: 'assistance',
      basis: 'consent',
      consentGiven: true,
    });
    expect(await who.social.isRefused('caseFile.recordSafeContact', { safeContact: 'bacısı' })).toMatchObject(
      { code: 'handoff-not-accepted' },
    );
    expect(await who.social.blocked('caseFile.recordSafeContact')).toMatchObject({
      code: 'handoff-not-accepted',
    });
    await who.social.accepts('assistance');
    expect(await who.social.blocked('caseFile.recordSafeContact')).toBeUndefined();
    expect(await who.social.deadline('reflection', 'inform')).toMatchObject({ state: 'running' });
    const told = await who.social.does('reflection.inform', { reached: true, interpreter: 'notNeeded' });
    informedAt = entryOf(told, 'reflection.inform').recordedAt;
    expect(linksOf(told, 'reflection.inform')).toEqual(['applies 13.1.7', 'applies 6.2']);
    expect(await who.social.deadline('reflection', 'reflectionFloor')).toMatchObject({
      state: 'running',
      dueAt: addDuration(informedAt, 'P30D'),
    });
    expect(await who.social.sees()).toMatchObject({ reflection: 'running', person });
  });

  it('is not lost in the silence of the Main Department: after 24 hours the handoff climbs its ladder', async () => {
    const { deadlines } = await who.police.handoff('identification');
    expect(deadlines).toMatchObject([{ name: 'acceptance', state: 'running' }]);
    expect(
      await who.investigator.isRefused(
        'handoff.decline',
        { reason: 'noCapacity' },
        { handoff: 'identification' },
      ),
    ).toMatchObject({ code: 'statutory-cannot-be-declined' });
    await story.passes('PT25H');
    expect(await who.police.handoff('identification')).toMatchObject({ state: 'sent', escalation: 1 });
    expect(await story.told('handoff-overdue')).toEqual(['main-department']);
    await story.passes('PT24H');
    expect(await who.police.handoff('identification')).toMatchObject({ state: 'sent', escalation: 2 });
    expect(await story.told('handoff-overdue')).toEqual(['main-department', 'mia']);
    const told = await who.investigator.accepts('identification');
    expect(linksOf(told, 'handoff.accept')).toEqual(['fulfils 13.3.4', 'applies 9.1']);
    expect(await who.investigator.sees()).toEqual({
      caseFile: 'open',
      identification: 'presumed',
      reflection: 'running',
      person,
    });
    expect(await who.investigator.reads('health')).toBe(restricted);
    expect(await story.tasks()).toEqual([]);
  });

  it('is assessed; the second officer disagrees, and only her yes to a new proposal decides', async () => {
    const proposal = (reason: string) => ({
      outcome: 'identified',
      reasons: [reason],
      explanation: 'Ölçülər üzrə nəticə.',
    });
    await who.investigator.does('identification.recordInterview', {
      interpreter: 'notNeeded',
      account: 'Məcburi əmək barədə danışdı.',
    });
    await who.investigator.does('identification.beginAssessment');
    await who.investigator.does('identification.proposeDecision', proposal('EX.present'));
    expect(await who.investigator.blocked('identification.confirmDecision')).toMatchObject({
      code: 'second-person-needed',
    });
    await who.investigator2.does('identification.returnDecision', {
      explanation: 'Nəzarət barədə əsas yoxdur.',
    });
    expect(await who.investigator2.state('identification')).toBe('assessment');
    await who.investigator.does('identification.proposeDecision', proposal('CD.present'));
    const told = await who.investigator2.does('identification.confirmDecision');
    expect(linksOf(told, 'identification.confirmDecision')).toEqual(['fulfils 13.3.6', 'applies 13.1.5']);
    expect(await who.police.handoff('identification')).toMatchObject({ state: 'completed' });
    expect(await story.told('decision-made')).toEqual(['assistance-centre', 'police-baku-nasimi']);
    expect(await story.tasks()).toEqual(['decision-to-tell @ police-baku-nasimi']);
    await who.social.does('identification.informOfDecision', { reached: true });
    expect(await story.tasks()).toEqual([]);
  });

  it('decides herself about cooperating; the period ends on its day and not before', async () => {
    await who.social.does('reflection.recordDecision', { decision: 'cooperates' });
    expect(await who.social.state('reflection')).toBe('running');
    await story.passes('P30D');
    expect(await who.social.state('reflection')).toBe('concluded');
    const passed = entryOf(await who.social.timeline(), 'reflection.reflectionFloorPassed');
    expect(passed.actor.role).toBe('clock');
    expect(passed.happenedAt).toBe(addDuration(informedAt, 'P30D'));
  });

  it('goes on with the assistance centre as the owner of her case, in aftercare', async () => {
    await who.police.does('handoff.send', {
      toBodyId: who.social.bodyId,
      kind: 'transfer',
      purpose: 'assistance',
      basis: 'consent',
      consentGiven: true,
    });
    await who.social.accepts('assistance');
    expect((await who.police.looks()).owner).toMatchObject({ bodyId: who.social.bodyId });
    expect(await who.police.isRefused('caseFile.beginAftercare')).toMatchObject({ code: 'owner-only' });
    const told = await who.social.does('caseFile.beginAftercare');
    expect(linksOf(told, 'caseFile.beginAftercare')).toEqual(['applies 9.1']);
    const begun = entryOf(told, 'caseFile.beginAftercare').recordedAt;
    expect(await who.social.deadline('caseFile', 'followUp')).toMatchObject({
      dueAt: addDuration(begun, 'P3M'),
    });
    await story.passes('P3M');
    expect(await story.tasks()).toEqual(['follow-up @ assistance-centre']);
    await who.social.does('caseFile.recordFollowUp', { outcome: 'safe' });
    expect(await story.tasks()).toEqual([]);
  });

  it('is closed by two persons', async () => {
    const ending = { reason: 'needsMet', explanation: 'Plan yerinə yetirilib.' };
    expect(await who.police.isRefused('caseFile.close', ending)).toMatchObject({ code: 'owner-only' });
    await who.social.does('caseFile.close', ending);
    expect(await who.social.isRefused('caseFile.confirmEnd')).toMatchObject({ code: 'second-person-needed' });
    await who.investigator.does('caseFile.confirmEnd');
    expect(await who.social.sees()).toEqual({
      caseFile: 'closed',
      identification: 'identified',
      reflection: 'concluded',
      person,
    });
  });

  it('leaves a timeline that everyone can verify, each knowing what is hers to know', async () => {
    expect(await strangers()).toEqual([404, 404, 404, 404, 404]);
    expect(await who.coordinator.sees()).toMatchObject({ caseFile: 'closed', person: restricted });
    expect(await who.coordinator.tells()).not.toContain(restricted);
    expect(await who.police.reads('health')).toBe(restricted);
    expect(await who.coordinator.reads('identity')).toBe(restricted);
    expect(await Promise.all([who.police, who.social, who.coordinator].map((v) => v.exportHolds()))).toEqual([
      true,
      true,
      true,
    ]);
    expect(await story.ending()).toEqual(allWell);
  });
});
