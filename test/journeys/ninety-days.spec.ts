import type { INestApplicationContext } from '@nestjs/common';
import { startWorker } from '../support/application.js';
import { onBothQueues, type Settings } from '../support/both-queues.js';
import { keepsHouse } from '../support/houses.js';
import { until } from '../support/until.js';
import { KeptClocks } from './kept-clocks.js';
import { agreeing, person, presumed } from './scenes.js';
import { allWell, Story } from './story.js';
import type { Voice } from './voice.js';

const names = ['police', 'investigator', 'school', 'guardian', 'shelter', 'social'] as const;
const day = 24 * 3_600_000;
const representative = { relation: 'socialWorker', conflictFree: true, name: 'Nümayəndə Sınaqlı' };

let story: Story;
let worker: INestApplicationContext;
let who: Record<(typeof names)[number], Voice>;
let kept: KeptClocks;

/** A child of the district, for whom her body and an interim representative answer. */
async function child(needsShelter: boolean): Promise<string> {
  const id = await who.school.opens({
    source: 'education',
    district: 'baku-nasimi',
    ageStatus: 'child',
    person: { name: person },
    safety: { immediateDanger: false, needsShelter },
  });
  await who.guardian.accepts('guardianship');
  await who.guardian.does('guardianship.appointInterim', representative);
  return id;
}

/** Missing for ninety days, and since then under the review of those who are missing for long. */
async function longMissing(): Promise<string> {
  const id = await child(false);
  await who.school.does('missingPerson.report', { circumstance: 'leftShelter', inDanger: true });
  await who.police.accepts('search');
  await story.passes('P91D');
  await who.school.does('missingPerson.reviewLongTerm', { outcome: 'longTerm', explanation: 'Uydurma.' });
  return id;
}

async function housedChild(): Promise<string> {
  const beds = await keepsHouse(who.shelter.client, { region: null, rooms: [{ name: '1', beds: 1 }] });
  const id = await child(true);
  await who.shelter.does('placement.offerBed', { bedId: beds[0] });
  await who.guardian.does('placement.acceptOffer', { interpreter: 'notNeeded' });
  await who.shelter.does('placement.admit');
  return id;
}

async function inReflection(): Promise<string> {
  const id = await who.police.opens(agreeing);
  await presumed(who.police, who.investigator);
  await who.police.does('reflection.inform', { reached: true });
  return id;
}

async function unanswered(): Promise<string> {
  const id = await who.police.opens(agreeing);
  await who.police.does('identification.presume', { grounds: 'Borc əsarəti.' });
  return id;
}

/** Nothing twice, nothing left out, nothing out of order, nothing under another time than its own. */
async function faults(): Promise<unknown[]> {
  const all = [
    kept.firedOtherThanOnce(),
    kept.leftBehind(),
    kept.noticesAmiss(),
    kept.misplaced(),
    kept.outOfOrder(),
  ];
  return (await Promise.all(all)).flat();
}

const silence = ['handoff.acceptance', 'reflection.inform', 'handoff.acceptance', 'handoff.acceptance'];
const ofNewCase = ['identification.referralToMainDepartment', 'identification.screening'];

/** A month is one of 28 to 31 days: the walks end a day later than they are called. */
const walks = { 30: 'P31D', 60: 'P30D', 90: 'P30D' } as const;

/** What passes on the way to each of these days, by case. */
const expected = {
  30: {
    missing: [],
    housed: [...ofNewCase, 'guardianship.appointment'],
    reflecting: ['reflection.reflectionFloor'],
    silent: silence,
  },
  60: { missing: [], housed: ['placement.stay'], reflecting: [], silent: [] },
  90: { missing: ['missingPerson.longTermReview'], housed: [], reflecting: [], silent: [] },
} as const;

function journey(settings: Settings): void {
  let cases: Record<keyof (typeof expected)[30], string>;

  beforeAll(async () => {
    story = await Story.begin(null, settings(), { worker: false });
    worker = await startWorker(story.application.environment);
    kept = new KeptClocks(story.application);
    who = await story.cast(...names);
    const missing = await longMissing();
    const housed = await housedChild();
    cases = { missing, housed, reflecting: await inReflection(), silent: await unanswered() };
  }, 120_000);
  afterAll(async () => {
    await worker.close();
    await story.end();
  });

  it.each([30, 60, 90] as const)(
    '%s: each reminder, rung and expiry once, in due order, with the time it had',
    async (days) => {
      const before = await story.now();
      await story.passes(walks[days]);
      const passed = Object.entries(cases).map(async ([name, id]) => [name, await kept.passed(id, before)]);
      expect(Object.fromEntries(await Promise.all(passed))).toEqual(expected[days]);
      expect(await faults()).toEqual([]);
      expect(await kept.remindedOtherThanOnce()).toEqual([]);
      expect(await kept.late()).toEqual([]);
    },
  );

  it('climbed every rung of the ladder once: the body, then its parent, then the Coordinator', async () => {
    expect(await kept.rungs(cases.silent)).toEqual(['main-department', 'mia', 'coordinator-office']);
  });

  it('was away: what was overtaken is on record as that and not sent; each expiry comes once, with its time', async () => {
    await worker.close();
    const [waiting, silent] = [await child(false), await unanswered()];
    await story.application.sql('select advance_domain_clock($1)', [27 * day]);
    expect(await kept.leftBehind()).not.toEqual([]);
    worker = await startWorker(story.application.environment);
    await until('the sweep to be done', async () => (await kept.leftBehind()).length === 0, 60_000);
    expect(await kept.passed(waiting)).toEqual(ofNewCase);
    expect(await kept.passed(silent)).toEqual(silence);
    expect(await kept.reminders(waiting, 'screening')).toEqual({
      50: 'overtaken',
      80: 'overtaken',
      100: 'sent',
    });
    expect(await kept.reminders(waiting, 'appointment')).toEqual({
      50: 'overtaken',
      80: 'sent',
      100: 'pending',
    });
    expect(await kept.warned(waiting)).toEqual(['deadline-80 of appointment']);
    expect(await kept.warned(silent)).toEqual([]);
    expect(await faults()).toEqual([]);
    expect(await kept.late()).not.toEqual([]);
    expect(await story.ending()).toEqual(allWell);
  });
}

onBothQueues('Ninety days', journey);
