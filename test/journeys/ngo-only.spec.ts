import { addDuration } from '#libs/calendar';
import { keepsHouse } from '../support/houses.js';
import { person } from './scenes.js';
import { entryOf, linksOf } from './seen.js';
import { allWell, Story } from './story.js';
import { everythingReadBy } from './reading.js';
import type { Voice } from './voice.js';

const names = [
  'ngo',
  'shelter2',
  'lawyer',
  'clinic',
  'police',
  'police2',
  'supervisor',
  'investigator',
] as const;
let story: Story;
let who: Record<(typeof names)[number], Voice>;
let beds: string[];

/** Whoever wears a uniform, or oversees who does. */
const uniformed = () => [who.police, who.police2, who.supervisor, who.investigator];
let before: string[];
const explanation = 'Uydurma əsaslandırma.';

beforeAll(async () => {
  story = await Story.begin('ngo-only');
  who = await story.cast(...names);
  beds = await keepsHouse(who.shelter2.client, { region: 'baku-nasimi', rooms: [{ name: '1', beds: 1 }] });
}, 120_000);
afterAll(() => story.end());

const asked = async (voice: Voice, purpose: 'legalAid' | 'health') => {
  const request = { kind: 'request', purpose, basis: 'consent', consentGiven: true };
  await who.ngo.does('handoff.send', { ...request, toBodyId: voice.bodyId });
  await voice.accepts(purpose);
};

describe('A woman who wants the help of an organisation and no police', () => {
  it('comes when the police have work of their own, in which her name stands too', async () => {
    await who.police.opens({ source: 'police', district: 'baku-nasimi', person: { name: person } });
    await who.police.does('identification.recordIndicators', {
      catalogue: 'unodc-general@1',
      observed: ['gen.unable-to-leave-work'],
    });
    await who.police.does('identification.rejectIndication', { reason: 'noIndicators', explanation });
    await who.supervisor.does('identification.confirmRejection');
    await who.police.does('caseFile.close', { reason: 'notIndicated', explanation });
    await who.supervisor.does('caseFile.confirmEnd');
    before = await Promise.all(uniformed().map((voice) => everythingReadBy(voice.client, person)));
    for (const read of before) expect(read.length).toBeGreaterThan(10_000);
  });

  it('is heard by the organisation alone: no formal procedure begins, and nobody is told', async () => {
    await who.ngo.opens({
      source: 'selfReferral',
      district: 'baku-nasimi',
      person: { name: person },
      safety: { immediateDanger: false, needsShelter: true },
      consent: { referToMainDepartment: 'no', services: 'yes', shelter: 'yes' },
    });
    expect(await who.ngo.sees()).toEqual({
      caseFile: 'open',
      identification: 'refused',
      placement: 'requested',
      person,
    });
    expect(await who.ngo.tells()).not.toContain('identification.presume');
    expect(await story.told('handoff-sent')).toEqual(['ngo-nar-shelter']);
    const toPolice = { kind: 'share', purpose: 'assistance', basis: 'vitalInterest' };
    expect(
      await who.ngo.isRefused('handoff.send', { ...toPolice, toBodyId: who.investigator.bodyId }),
    ).toMatchObject({ code: 'person-refused' });
    expect(
      await who.ngo.isRefused('handoff.send', { ...toPolice, toBodyId: who.police.bodyId }),
    ).toMatchObject({ code: 'handover-prohibited' });
  });

  it('is given a bed by a house of the organisation: the plan is carried out without police', async () => {
    await who.shelter2.does('placement.offerBed', { bedId: beds[0] });
    await who.ngo.does('placement.acceptOffer', { interpreter: 'notNeeded' });
    const told = await who.shelter2.does('placement.admit');
    expect(linksOf(told, 'placement.admit')).toEqual(['fulfils 13.4.1', 'fulfils 13.4.6', 'applies 6.1']);
    expect(await who.shelter2.sees()).toMatchObject({
      identification: 'refused',
      placement: 'admitted',
      person,
    });
  });

  it('is helped by a lawyer and a doctor, who report what came of it', async () => {
    await asked(who.lawyer, 'legalAid');
    await asked(who.clinic, 'health');
    const told = await who.clinic.does('handoff.reportOutcome', { outcome: 'done' }, { handoff: 'health' });
    expect(linksOf(told, 'handoff.reportOutcome')).toEqual(['fulfils 13.3.4', 'applies 9.1']);
    expect((await who.ngo.handoff('health')).state).toBe('completed');
  });

  it('has time to reflect because she wants it; who serves her is told when it is over, nobody else', async () => {
    const told = await who.ngo.does('reflection.begin', { interpreter: 'notNeeded' });
    const begun = entryOf(told, 'reflection.begin').recordedAt;
    expect(linksOf(told, 'reflection.begin')).toEqual(['applies 13.1.7', 'applies 6.2']);
    expect((await who.ngo.deadline('reflection', 'reflectionFloor'))?.dueAt).toBe(addDuration(begun, 'P30D'));
    await story.passes('P31D');
    expect(await who.ngo.state('reflection')).toBe('elapsed');
    expect(await story.tasks()).toEqual([
      'reflection-elapsed @ ngo-nar',
      'stay-ended @ ngo-nar',
      'stay-ended @ ngo-nar-shelter',
    ]);
    await who.lawyer.does('reflection.recordDecision', { decision: 'doesNotCooperate' });
    expect(await who.ngo.state('reflection')).toBe('concluded');
  });

  it('leaves on her own feet, and her case ends by two persons', async () => {
    const ending = { reason: 'needsMet', explanation: 'Özü kirayə ev tapdı.' };
    expect((await who.ngo.isRefused('caseFile.close', ending)).status).toBe(409);
    await who.shelter2.does('placement.depart', { reason: 'ownWish', moveOn: 'rented' });
    await who.lawyer.does('handoff.reportOutcome', { outcome: 'done' }, { handoff: 'legalAid' });
    await who.ngo.does('caseFile.close', ending);
    expect(await who.ngo.isRefused('caseFile.confirmEnd')).toMatchObject({ code: 'second-person-needed' });
    await who.lawyer.does('caseFile.confirmEnd');
    expect(await who.ngo.sees()).toEqual({
      caseFile: 'closed',
      identification: 'refused',
      placement: 'departed',
      reflection: 'concluded',
      person,
    });
    expect(await who.ngo.tells()).toEqual([
      'caseFile.open',
      'identification.signal',
      'placement.request',
      'placement.ask',
      'handoff.send',
      'identification.recordRefusal',
      'caseFile.noteRefusal',
      'placement.offerBed',
      'handoff.accept',
      'placement.acceptOffer',
      'placement.admit',
      'handoff.fulfil',
      'handoff.send',
      'handoff.accept',
      'handoff.send',
      'handoff.accept',
      'handoff.reportOutcome',
      'reflection.begin',
      'placement.stayPassed',
      'reflection.reflectionFloorPassed',
      'reflection.recordDecision',
      'placement.depart',
      'handoff.reportOutcome',
      'caseFile.close',
      'caseFile.confirmEnd',
    ]);
  });

  it('never came before the police: whatever they can read stands as if she had not been there', async () => {
    const after = await Promise.all(uniformed().map((voice) => everythingReadBy(voice.client, person)));
    expect(after).toEqual(before);
    for (const voice of uniformed()) expect(await voice.sees()).toBe(404);
    const month = (await story.now()).slice(0, 7);
    const { body } = await who.police.client.get<{ items: { id: string }[] }>(
      `/plan/coverage?from=2016-01&to=${month}`,
    );
    expect(body.items.map(({ id }) => id)).toContain('13.4.6');
    expect(JSON.stringify(body)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|AZ-20|ngo|Nar/);
    expect(await who.ngo.exportHolds()).toBe(true);
    expect(await story.ending()).toEqual(allWell);
  });
});
