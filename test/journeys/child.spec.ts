import { addDuration } from '#libs/calendar';
import { onBothQueues, type Settings } from '../support/both-queues.js';
import { person, restricted } from './scenes.js';
import { entryOf, linksOf } from './seen.js';
import { allWell, Story } from './story.js';
import type { Voice } from './voice.js';

const names = ['local', 'police', 'guardian', 'guardian2', 'commission', 'shelter', 'investigator'] as const;
let story: Story;
let who: Record<(typeof names)[number], Voice>;

const representative = { relation: 'socialWorker', conflictFree: true, name: 'Nümayəndə Sınaqlı' };
const interests = (about: string) =>
  who.guardian.does('guardianship.recordBestInterests', { about, explanation: 'Uydurma əsaslandırma.' });
const listed = async <T>(voice: Voice, path: string) =>
  (await voice.client.get<{ items: T[] }>(`/guardianship/${path}`)).body.items;

interface Listed {
  readonly caseId: string;
  readonly state: string;
  readonly deadlines: readonly { readonly name: string; readonly dueAt: string; readonly state: string }[];
}

function journey(settings: Settings): void {
  let openedAt: string;

  beforeAll(async () => {
    story = await Story.begin('child', settings());
    who = await story.cast(...names);
  }, 120_000);
  afterAll(() => story.end());

  it('is asked for nothing: the guardianship body and a house are asked for her, by themselves', async () => {
    await who.local.opens({
      source: 'localExecutive',
      district: 'baku-nasimi',
      ageStatus: 'presumedChild',
      person: { name: person },
      safety: { immediateDanger: true, needsShelter: true },
    });
    openedAt = entryOf(await who.local.timeline(), 'caseFile.open').recordedAt;
    expect(await who.guardian.handoff('guardianship')).toMatchObject({ state: 'sent', statutory: true });
    expect((await who.local.handoff('shelter')).state).toBe('sent');
    expect(await who.guardian.state('guardianship')).toBe('notified');
    expect(await who.guardian.reads('child')).toBe(restricted);
  });

  it('stands in the queue of the body with the clock of acceptance and of a representative', async () => {
    const [child] = await listed<Listed>(who.guardian, 'children');
    expect(child).toMatchObject({ caseId: story.caseId, state: 'notified', handoffState: 'sent' });
    expect(child?.deadlines.map(({ name, dueAt }) => [name, dueAt]).sort()).toEqual([
      ['acceptance', addDuration(openedAt, 'PT24H')],
      ['interimRepresentative', addDuration(openedAt, 'PT24H')],
    ]);
    expect(await listed(who.guardian2, 'children')).toEqual([]);
    expect(await listed(who.police, 'children')).toEqual([]);
  });

  it('is accepted with the handoff, in the same transaction', async () => {
    const told = await who.guardian.accepts('guardianship');
    expect(told.map(({ procedure, command }) => `${procedure}.${command}`)).toEqual([
      'handoff.accept',
      'guardianship.accept',
    ]);
    expect(await who.guardian2.sees()).toBe(404);
  });

  it('has an interim representative within the day, without waiting for anything else', async () => {
    expect(await who.local.isRefused('guardianship.appointInterim', representative)).toMatchObject({
      code: 'not-for-your-role',
    });
    expect(
      await who.guardian.isRefused('guardianship.appointInterim', {
        ...representative,
        fromBodyId: who.shelter.bodyId,
      }),
    ).toMatchObject({ code: 'representative-in-conflict' });
    const told = await who.guardian.does('guardianship.appointInterim', representative);
    expect(linksOf(told, 'guardianship.appointInterim')).toEqual([
      'fulfils 13.5.1',
      'applies 7.1',
      'applies 7.2',
    ]);
    expect((await who.guardian.deadline('guardianship', 'interimRepresentative'))?.state).toBe('stopped');
    expect(await who.guardian.reads('child')).toMatchObject({ name: 'Nümayəndə Sınaqlı' });
    expect(await who.police.sees()).toBe(404);
  });

  it('does not go back to a family that was not found safe', async () => {
    await who.guardian.does('guardianship.recordChildViews', {
      heardAlone: true,
      views: 'Qayıtmaq istəmir.',
    });
    await interests('familyReturn');
    const parents = { parents: ['mother'], explanation: 'Uydurma əsaslandırma.' };
    const back = () => who.guardian.isRefused('guardianship.confirmParentalCare', parents);
    expect(await back()).toMatchObject({ code: 'family-assessment-needed' });
    await who.guardian.does('guardianship.recordFamilyAssessment', {
      outcome: 'unsafe',
      suspected: ['father'],
      explanation: 'Uydurma əsaslandırma.',
    });
    expect(await back()).toMatchObject({ code: 'family-not-safe' });
    const close = { reason: 'needsMet', durableSolution: 'familyReunified', explanation: 'Uydurma.' };
    expect((await who.local.isRefused('caseFile.close', close)).status).toBe(409);
  });

  it('is found to be a child, and given a guardian or a trustee by her age, on her best interests', async () => {
    const guardian = { ...representative, relation: 'fosterCarer', kind: 'guardian' };
    expect(await who.guardian.isRefused('guardianship.appointGuardian', guardian)).toMatchObject({
      code: 'majority-unknown',
    });
    const assessed = await who.guardian.does('caseFile.recordAgeAssessment', {
      outcome: 'child',
      disciplines: ['psychology', 'medicine'],
      representativePresent: true,
      eighteenIn: addDuration(openedAt, 'P10M').slice(0, 7),
      report: 'Uydurma rəy.',
    });
    expect(assessed.map(({ command }) => command)).toContain('recordMajority');
    expect(await who.guardian.looks()).toMatchObject({ ageStatus: 'child' });
    expect(await who.guardian.isRefused('guardianship.appointGuardian', guardian)).toMatchObject({
      code: 'guardian-or-trustee',
    });
    await who.guardian.does('guardianship.appointGuardian', { ...guardian, kind: 'trustee' });
    expect(await who.guardian.state('guardianship')).toBe('guardianAppointed');
    const { body } = await who.guardian.client.get(`/cases/${story.caseId}/guardianship`);
    expect(body).toMatchObject({
      representatives: [
        { kind: 'trustee', relations: ['fosterCarer'], until: null },
        { kind: 'interim', relations: ['socialWorker'], endReason: 'replaced' },
      ],
      visits: [],
    });
  });

  it('is spoken for before the commission on minors', async () => {
    await who.guardian.does('guardianship.referToCommission', { question: 'rehabilitation' });
    await who.commission.accepts('secondReading');
    await who.commission.does('guardianship.recordCommissionDecision', { decision: 'rehabilitationPlan' });
    expect((await who.guardian.handoff('secondReading')).state).toBe('completed');
    expect(await who.commission.sees()).toBe(404);
  });

  it('is visited on a clock, and a missed visit is owed, nothing more', async () => {
    const visit = { outcome: 'well', visitors: ['monitoringGroup'], childSeenAlone: true };
    const told = await who.guardian.does('guardianship.recordVisit', visit);
    expect(linksOf(told, 'guardianship.recordVisit')).toEqual(['fulfils 13.5.7', 'applies 7.2']);
    expect(await who.guardian.state('guardianship')).toBe('monitoring');
    await story.passes('P40D');
    expect(await who.guardian.state('guardianship')).toBe('monitoring');
    expect(await story.tasks()).toContain('visit @ guardianship-baku-nasimi');
    expect(await listed(who.guardian, 'visits')).toMatchObject([
      { caseId: story.caseId, overdue: true, lastOutcome: 'well' },
    ]);
    await who.guardian.does('guardianship.recordVisit', visit);
    expect(await story.tasks()).not.toContain('visit @ guardianship-baku-nasimi');
    expect(await listed(who.guardian, 'visits')).toMatchObject([{ caseId: story.caseId, overdue: false }]);
    const [child] = await listed<Listed>(who.guardian, 'children');
    expect(child?.deadlines.filter(({ name }) => name === 'visit')).toMatchObject([{ state: 'running' }]);
    const path = '/deadlines?state=passed&limit=200';
    const late = (await who.guardian.client.get<{ items: { name: string }[] }>(path)).body.items;
    expect(late.map(({ name }) => name)).not.toContain('visit');
    expect(await who.guardian.tells()).toContain('guardianship.visitPassed');
  });

  it('has her coming of age planned six months ahead; turning eighteen ends nothing', async () => {
    expect(await listed(who.guardian, 'coming-of-age')).toMatchObject([
      { caseId: story.caseId, transitionPlanned: false },
    ]);
    await story.passes('P4M');
    expect(await story.tasks()).toContain('plan-transition @ guardianship-baku-nasimi');
    const told = await who.guardian.does('guardianship.planTransition', { services: ['housing', 'legal'] });
    expect(linksOf(told, 'guardianship.planTransition')).toEqual(['fulfils 13.5.3', 'applies 7.1']);
    await interests('ending');
    const over = { reason: 'adult', explanation: 'Uydurma əsaslandırma.' };
    expect(await who.guardian.isRefused('guardianship.end', over)).toMatchObject({
      code: 'not-eighteen-yet',
    });
    await story.passes('P7M');
    expect(await story.tasks()).toContain('came-of-age @ guardianship-baku-nasimi');
    expect(await who.guardian.state('guardianship')).toBe('monitoring');
    expect((await who.guardian.looks()).ageStatus).toBe('child');
    await who.guardian.does('guardianship.end', over);
    expect(await who.guardian.looks()).toMatchObject({ ageStatus: 'verifiedAdult' });
    expect(await story.tasks()).toContain('ask-consent @ local-executive-baku-nasimi');
    expect(await story.ending()).toEqual(allWell);
  });
}

onBothQueues('A child found begging', journey);
