import { addDuration } from '#libs/calendar';
import { keepsHouse } from '../support/houses.js';
import { person, restricted } from './scenes.js';
import { entryOf, linksOf } from './seen.js';
import { allWell, Story } from './story.js';
import type { Voice } from './voice.js';

const names = ['local', 'guardian', 'shelter', 'shelter2', 'social', 'investigator', 'lawyer'] as const;
let story: Story;
let who: Record<(typeof names)[number], Voice>;
let beds: string[];
let next: string[];

beforeAll(async () => {
  story = await Story.begin('eighteen');
  who = await story.cast(...names);
  beds = await keepsHouse(who.shelter2.client, { region: 'baku-nasimi', rooms: [{ name: '1', beds: 1 }] });
  next = await keepsHouse(who.shelter.client, { region: null, rooms: [{ name: '1', beds: 1 }] });
}, 120_000);
afterAll(() => story.end());

const trustee = { kind: 'trustee', relation: 'fosterCarer', conflictFree: true, name: 'Himayəçi Sınaqlı' };
const explanation = 'Uydurma əsaslandırma.';
const interests = (about: string) =>
  who.guardian.does('guardianship.recordBestInterests', { about, notHeardBecause: 'unwilling', explanation });
const help = () => ({ toBodyId: who.social.bodyId, kind: 'share', purpose: 'assistance', basis: 'consent' });
const leaving = { reason: 'ownWish', moveOn: 'rented' };
/** Of the placement where she lives. */
const lives = async () => {
  const { procedures } = await who.guardian.looks();
  const here = procedures.find(({ type, state }) => type === 'placement' && state === 'admitted');
  return { stay: here?.deadlines.find(({ name }) => name === 'stay'), state: here?.state };
};

describe('A girl of seventeen', () => {
  let openedAt: string;

  it('lives in a house for sixty days, with a trustee of her own', async () => {
    await who.local.opens({
      source: 'localExecutive',
      district: 'baku-nasimi',
      ageStatus: 'child',
      person: { name: person },
      safety: { immediateDanger: false, needsShelter: true },
    });
    openedAt = entryOf(await who.local.timeline(), 'caseFile.open').recordedAt;
    await who.guardian.accepts('guardianship');
    await who.shelter2.does('placement.offerBed', { bedId: beds[0] });
    await who.local.does('placement.acceptOffer', { interpreter: 'notNeeded' });
    const told = await who.shelter2.does('placement.admit');
    expect(linksOf(told, 'placement.admit')).toEqual(['fulfils 13.4.1', 'fulfils 13.4.6', 'applies 6.1']);
    expect((await lives()).stay?.dueAt).toBe(
      addDuration(entryOf(told, 'placement.admit').recordedAt, 'P60D'),
    );
    await interests('representation');
    const eighteenIn = addDuration(openedAt, 'P8M').slice(0, 7);
    await who.guardian.does('guardianship.recordMajority', { eighteenIn });
    await who.guardian.does('guardianship.appointGuardian', trustee);
    await who.local.does('identification.presume', { grounds: 'Küçədə dilənməyə məcbur edilib.' });
    await who.investigator.accepts('identification');
  });

  it('does not leave alone, and is asked for no adult consent', async () => {
    expect(await who.shelter2.isRefused('placement.depart', leaving)).toMatchObject({
      code: 'child-by-guardianship',
    });
    const refusal = { scope: 'formalProcedure', heardAlone: true, languageUnderstood: true };
    expect(await who.local.isRefused('identification.recordRefusal', refusal)).toMatchObject({
      code: 'adults-only',
    });
  });

  it('may have another trustee, on her interests looked at anew', async () => {
    const other = { ...trustee, relation: 'relative', name: 'Bibi Sınaqlı' };
    expect(await who.guardian.isRefused('guardianship.replaceGuardian', other)).toMatchObject({
      code: 'best-interests-needed',
    });
    await interests('representation');
    const told = await who.guardian.does('guardianship.replaceGuardian', other);
    expect(linksOf(told, 'guardianship.replaceGuardian')).toEqual([
      'fulfils 13.5.1',
      'applies 7.1',
      'applies 7.2',
    ]);
  });

  it('has her eighteenth birthday planned for six months ahead', async () => {
    expect(await story.tasks()).not.toContain('plan-transition @ guardianship-baku-nasimi');
    await story.passes('P3M');
    expect(await story.tasks()).toContain('plan-transition @ guardianship-baku-nasimi');
    const told = await who.guardian.does('guardianship.planTransition', {
      services: ['housing', 'education'],
    });
    expect(linksOf(told, 'guardianship.planTransition')).toEqual(['fulfils 13.5.3', 'applies 7.1']);
    expect(await story.tasks()).not.toContain('plan-transition @ guardianship-baku-nasimi');
  });

  it('turns eighteen, and loses nothing by it: trustee, bed and every rule for a child stay', async () => {
    await story.passes('P7M');
    expect(await story.tasks()).toEqual(
      expect.arrayContaining(['came-of-age @ guardianship-baku-nasimi', 'stay-ended @ ngo-nar-shelter']),
    );
    expect(await who.guardian.sees()).toMatchObject({ guardianship: 'guardianAppointed', caseFile: 'open' });
    expect(await lives()).toMatchObject({ state: 'admitted' });
    expect((await who.guardian.looks()).ageStatus).toBe('child');
    expect(await who.guardian.client.get(`/cases/${story.caseId}/guardianship`)).toMatchObject({
      body: { representatives: [{ relations: ['relative'], until: null }, expect.anything()] },
    });
    expect(await who.shelter2.isRefused('placement.depart', leaving)).toMatchObject({
      code: 'child-by-guardianship',
    });
  });

  it('is let go by her guardianship body alone, on record why', async () => {
    const over = { reason: 'adult', explanation };
    expect(await who.guardian.isRefused('guardianship.end', over)).toMatchObject({
      code: 'best-interests-needed',
    });
    await interests('ending');
    const told = await who.guardian.does('guardianship.end', over);
    expect(told.map(({ procedure, command }) => `${procedure}.${command}`)).toEqual([
      'guardianship.end',
      'handoff.fulfil',
      'caseFile.comeOfAge',
    ]);
    expect(await who.local.looks()).toMatchObject({ ageStatus: 'verifiedAdult' });
    expect(await lives()).toMatchObject({ state: 'admitted' });
    expect(await who.local.state('identification')).toBe('presumed');
    expect(await who.local.state('reflection')).toBe('running');
  });
});

describe('The woman she is now', () => {
  it('is asked herself: what others agreed to for her counts no longer', async () => {
    expect(await story.tasks()).toContain('ask-consent @ local-executive-baku-nasimi');
    expect(await who.local.isRefused('handoff.send', help())).toMatchObject({ code: 'consent-needed' });
    expect(await who.social.sees()).toBe(404);
    await who.local.does('handoff.send', { ...help(), consentGiven: true });
    expect(await who.social.sees()).toMatchObject({ person: restricted });
    await who.social.accepts('assistance');
  });

  it('moves to another house, where the stay is counted as that of an adult', async () => {
    await who.shelter2.does('placement.requestTransfer', { kind: 'planned', reason: 'personAsks' });
    await who.shelter.does('placement.offerBed', { bedId: next[0] });
    const { procedures } = await who.local.looks();
    const procedureId = procedures.find(({ state }) => state === 'offered')?.id;
    await who.local.does('placement.acceptOffer', { interpreter: 'notNeeded' }, { procedureId });
    const told = await who.shelter.does('placement.admit');
    expect(linksOf(told, 'placement.admit')).toEqual(['fulfils 13.4.1', 'applies 6.1']);
    const admitted = entryOf(told, 'placement.admit').recordedAt;
    expect((await who.shelter.deadline('placement', 'stay'))?.dueAt).toBe(addDuration(admitted, 'P30D'));
  });

  it('leaves when she wants to', async () => {
    await who.shelter.does('placement.depart', leaving);
    expect(await who.shelter.sees()).toBe(404);
    expect(await who.local.exportHolds()).toBe(true);
    expect(await story.ending()).toEqual(allWell);
  });
});
