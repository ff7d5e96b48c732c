import { addDuration } from '#libs/calendar';
import { until } from '../support/until.js';
import { agreeing, no, person, restricted } from './scenes.js';
import { allWell, Story } from './story.js';
import { entryOf, linksOf } from './seen.js';
import type { Voice } from './voice.js';

const names = ['consul', 'investigator', 'social', 'coordinator', 'supervisor', 'ngo'] as const;
let story: Story;
let who: Record<(typeof names)[number], Voice>;
let encounteredAt: string;
let recordedAt: string;

const lateReason = 'Kağız üzərində yazılmışdı, əlaqə yox idi.';
const after = (duration: string) => addDuration(encounteredAt, duration);

beforeAll(async () => {
  story = await Story.begin('back-dated');
  who = await story.cast(...names);
  encounteredAt = await story.now();
  await story.passes('P12D');
}, 120_000);
afterAll(() => story.end());

describe('A late paper entry', () => {
  const paper = { ...agreeing, source: 'consulate' };

  it('says why it is late, and claims no time before the encounter or after today', async () => {
    const ask = async (change: object) => {
      const { status, body } = await who.consul.client.open({ ...paper, encounteredAt, ...change });
      return { status, code: (body as unknown as { code?: string }).code };
    };
    expect(await ask({ happenedAt: encounteredAt })).toEqual({ status: 422, code: 'late-reason-needed' });
    expect(await ask({ happenedAt: after('P13D'), lateReason })).toMatchObject({
      code: 'happened-in-the-future',
    });
    const before = new Date(Date.parse(encounteredAt) - 1_000).toISOString();
    expect(await ask({ happenedAt: before, lateReason })).toMatchObject({
      code: 'happened-before-encounter',
    });
  });

  it('shows the duties of the body overdue from the true date', async () => {
    await who.consul.opens({ ...paper, encounteredAt, happenedAt: encounteredAt, lateReason });
    recordedAt = entryOf(await who.consul.timeline(), 'caseFile.open').recordedAt;
    const referral = () => who.consul.deadline('identification', 'referralToMainDepartment');
    await until('the overdue referral to fire', async () => (await referral())?.state === 'passed');
    expect(await referral()).toMatchObject({ startedAt: encounteredAt, dueAt: after('PT24H') });
    expect(await who.consul.deadline('identification', 'screening')).toMatchObject({
      startedAt: encounteredAt,
    });
    expect(await story.tasks()).toContain('referral-overdue @ consulate');
    expect(await story.told('deadline-passed')).toEqual(['consulate', 'mfa']);
  });

  it('stands in the list of late entries, for who oversees', async () => {
    const path = '/supervision/late-entries';
    const { body } = await who.coordinator.client.get<{ items: object[] }>(path);
    expect(body.items).toContainEqual(
      expect.objectContaining({ command: 'open', happenedAt: encounteredAt, recordedAt }),
    );
    expect((await who.supervisor.client.get<{ items: object[] }>(path)).body.items).toEqual([]);
  });

  it('counts the presumption from its true day, and the time to inform with it', async () => {
    const presumedAt = after('P1D');
    const told = await who.consul.does(
      'identification.presume',
      { grounds: 'Pasportu əlindən alınıb.' },
      { happenedAt: presumedAt, lateReason },
    );
    expect(entryOf(told, 'identification.presume').happenedAt).toBe(presumedAt);
    expect(linksOf(told, 'identification.presume')).toEqual(['applies 13.1.5']);
    await who.investigator.accepts('identification');
    const inform = () => who.investigator.deadline('reflection', 'inform');
    await until('the overdue informing to fire', async () => (await inform())?.state === 'passed');
    expect(await inform()).toMatchObject({ startedAt: presumedAt, dueAt: addDuration(presumedAt, 'PT24H') });
    expect(await story.tasks()).toEqual(['inform-person @ consulate']);
  });

  it('shortens nothing for her: told nine days ago, recorded today, her thirty days count from today', async () => {
    const toldAt = after('P3D');
    const told = await who.investigator.does(
      'reflection.inform',
      { reached: true, interpreter: 'present' },
      { happenedAt: toldAt, lateReason },
    );
    const { recordedAt: today, happenedAt } = entryOf(told, 'reflection.inform');
    expect(happenedAt).toBe(toldAt);
    const floor = addDuration(today, 'P30D');
    expect(await who.investigator.deadline('reflection', 'reflectionFloor')).toMatchObject({
      startedAt: today,
      dueAt: floor,
    });
    await who.investigator.does('identification.beginAssessment');
    await story.passes('P22D');
    expect(await who.investigator.isRefused('identification.proposeDecision', no)).toMatchObject({
      code: 'before-floor',
      until: floor,
    });
    expect(
      await who.investigator.isRefused('identification.proposeDecision', no, {
        happenedAt: after('P12D'),
        lateReason,
      }),
    ).toMatchObject({ code: 'before-floor', until: floor });
  });

  it('is corrected by the body that wrote it, and by no other; the old entry stays', async () => {
    const correct = (entrySeq: number) => ({ entrySeq, correction: 'Rayon səhv yazılıb.' });
    expect(await who.investigator.isRefused('caseFile.correctEntry', correct(1))).toMatchObject({
      code: 'authors-body-only',
    });
    expect(await who.consul.isRefused('caseFile.correctEntry', correct(999))).toMatchObject({
      code: 'no-such-entry',
    });
    const before = await who.consul.timeline();
    const told = await who.consul.does('caseFile.correctEntry', correct(1));
    expect(entryOf(told, 'caseFile.correctEntry').payload).toMatchObject({ data: { entrySeq: 1 } });
    expect((await who.consul.timeline()).slice(0, before.length)).toEqual(before);
  });

  it('leaves a timeline that verifies, for who has a ground to know it', async () => {
    expect(await who.ngo.sees()).toBe(404);
    expect(await who.social.sees()).toBe(404);
    expect(await who.coordinator.sees()).toMatchObject({ identification: 'assessment', person: restricted });
    expect(await who.consul.sees()).toMatchObject({ caseFile: 'open', person });
    expect(await story.ending()).toEqual(allWell);
  });
});
