import { size } from '../../test/support/size.js';
import { ClockFixture, type TestCase } from '../../test/support/clock-fixture.js';
import { RecordingDoor } from '../../test/support/recording-door.js';
import { type TestDatabase, testDatabase } from '../../test/support/test-database.js';
import { DeadlinesHealth } from './deadlines-health.js';
import { Carried } from './carried.js';
import { DueDeadlines } from './due-deadlines.js';
import { Reminders } from './reminders.js';
import { Sweep } from './sweep.js';

let database: TestDatabase;
let fixture: ClockFixture;
let door: RecordingDoor;

const sweepOf = (through: RecordingDoor): Sweep =>
  new Sweep(
    new DueDeadlines(fixture.sweep),
    new Reminders(fixture.sweep),
    new Carried(fixture.sweep),
    through,
  );

async function several(count: number): Promise<TestCase[]> {
  const cases: TestCase[] = [];
  while (cases.length < count) cases.push(await fixture.newCase());
  return cases;
}

const hour = 3_600_000;

beforeEach(async () => {
  database = await testDatabase();
  fixture = await ClockFixture.open(database);
  door = new RecordingDoor(fixture.sweep);
});

afterEach(async () => {
  await fixture.close();
  await database.drop();
});

describe('the sweep', () => {
  it('fires what is due and leaves what is not', async () => {
    const [due, early] = (await several(2)) as [TestCase, TestCase];
    await fixture.start(due, 'inform', -hour, -1);
    await fixture.start(early, 'inform', -hour, hour);
    expect(await sweepOf(door).round()).toMatchObject({ fired: 1, stale: 0, failed: 0 });
    expect(await fixture.deadlines(due)).toMatchObject([{ state: 'passed', ended_at: expect.any(Date) }]);
    expect(await fixture.deadlines(early)).toMatchObject([{ state: 'running' }]);
    expect(await sweepOf(door).round()).toMatchObject({ fired: 0 });
  });

  it('fires each once, however many sweep at a time, and within a case in due order', async () => {
    const cases = await several(size(40, 1_000));
    const names = ['first', 'second', 'third'];
    for (const one of cases)
      for (const [index, name] of [...names.entries()].reverse())
        await fixture.start(one, name, -9 * hour, -hour * (3 - index));
    const sweeps = [sweepOf(door), sweepOf(door), sweepOf(door)];
    const reports = await Promise.all(sweeps.map((sweep) => sweep.round()));
    await sweepOf(door).round();
    expect(reports.reduce((sum, { stale, failed }) => sum + stale + failed, 0)).toBe(0);
    expect(door.fired).toHaveLength(cases.length * names.length);
    for (const { id } of cases)
      expect(door.fired.filter(({ caseId }) => caseId === id).map(({ name }) => name)).toEqual(names);
  });

  it('fires clocks that a passing started, when they are due already', async () => {
    const [one] = (await several(1)) as [TestCase];
    door.followOns.set('acceptance', { name: 'acceptanceRung', milliseconds: 0 });
    await fixture.start(one, 'acceptance', -hour, -1);
    expect(await sweepOf(door).round()).toMatchObject({ fired: 2 });
    expect(door.fired.map(({ name }) => name)).toEqual(['acceptance', 'acceptanceRung']);
  });

  it('lets no failing case hold up another, and comes back to it later', async () => {
    const [bad, good] = (await several(2)) as [TestCase, TestCase];
    await fixture.start(bad, 'inform', -2 * hour, -hour);
    await fixture.start(bad, 'stay', -2 * hour, -1);
    await fixture.start(good, 'inform', -hour, -1);
    door.broken.add(bad.id);
    expect(await sweepOf(door).round()).toMatchObject({ fired: 1, failed: 1 });
    expect(await new DeadlinesHealth(fixture.sweep).state()).toEqual({
      waiting: 1,
      failing: 1,
      failingCases: 1,
    });
    expect(await sweepOf(door).round()).toMatchObject({ fired: 0, failed: 0 });

    door.broken.clear();
    await fixture.query('update deadlines set sweep_after = clock_timestamp()');
    expect(await sweepOf(door).round()).toMatchObject({ fired: 2, failed: 0 });
    expect(door.fired.filter(({ caseId }) => caseId === bad.id).map(({ name }) => name)).toEqual([
      'inform',
      'stay',
    ]);
    expect(await new DeadlinesHealth(fixture.sweep).state()).toEqual({
      waiting: 0,
      failing: 0,
      failingCases: 0,
    });
  });

  it('waits longer after each failure', async () => {
    const [bad] = (await several(1)) as [TestCase];
    await fixture.start(bad, 'inform', -hour, -1);
    door.broken.add(bad.id);
    const waits: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await sweepOf(door).round();
      const [row] = await fixture.query(
        `select round(extract(epoch from sweep_after - clock_timestamp()))::int as wait from deadlines`,
      );
      waits.push(Number(row?.['wait']));
      await fixture.query('update deadlines set sweep_after = null');
    }
    expect(waits).toEqual([15, 30, 60]);
  });

  it('takes over what a dead worker had claimed', async () => {
    const [one] = (await several(1)) as [TestCase];
    await fixture.start(one, 'inform', -hour, -1);
    expect(await new DueDeadlines(fixture.sweep).claim(10)).toHaveLength(1);
    expect(await sweepOf(door).round()).toMatchObject({ fired: 0 });
    await fixture.query(`update deadlines set sweep_after = sweep_after - interval '15 seconds'`);
    expect(await sweepOf(door).round()).toMatchObject({ fired: 1 });
  });

  it('believes the statechart over the row: a clock that stopped, one that runs on', async () => {
    const [stopped, moved] = (await several(2)) as [TestCase, TestCase];
    await fixture.start(stopped, 'inform', -hour, -1);
    await fixture.start(moved, 'stay', -hour, -1);
    const until = new Date(Date.now() + hour);
    door.notRunning.add('inform');
    door.until.set('stay', until);
    expect(await sweepOf(door).round()).toMatchObject({ fired: 0, stale: 2, failed: 0 });
    expect(await fixture.deadlines(stopped)).toMatchObject([{ state: 'stopped' }]);
    expect(await fixture.reminders(stopped)).toEqual({ 50: 'overtaken', 80: 'overtaken', 100: 'stopped' });
    expect(await fixture.deadlines(moved)).toMatchObject([{ state: 'running', due_at: until }]);
  });

  it('stops between two deadlines when told, and gives back what it had claimed', async () => {
    const cases = await several(10);
    for (const one of cases) await fixture.start(one, 'inform', -hour, -1);
    const stopping = new AbortController();
    const clock = door.clock.bind(door);
    door.clock = async (request) => {
      await clock(request);
      stopping.abort();
    };
    const { fired } = await sweepOf(door).round(stopping.signal);
    expect(fired).toBeLessThan(5);
    door.clock = clock;
    expect(await sweepOf(door).round()).toMatchObject({ fired: cases.length - fired });
  });
});

describe('reminders', () => {
  it('are sent once each as their time comes', async () => {
    const [half, near] = (await several(2)) as [TestCase, TestCase];
    await fixture.start(half, 'inform', -6 * hour, 4 * hour);
    await fixture.start(near, 'inform', -hour, 9 * hour);
    expect(await sweepOf(door).round()).toMatchObject({ reminders: 1 });
    expect(await fixture.reminders(half)).toEqual({ 50: 'sent', 80: 'pending', 100: 'pending' });
    expect(await fixture.reminders(near)).toEqual({ 50: 'pending', 80: 'pending', 100: 'pending' });
    await fixture.query(`update reminders set due_at = now_domain() where percent = 80 and case_id = $1`, [
      half.id,
    ]);
    await Promise.all([sweepOf(door).round(), sweepOf(door).round()]);
    expect(await fixture.reminders(half)).toEqual({ 50: 'sent', 80: 'sent', 100: 'pending' });
    expect(await fixture.told(half)).toEqual(['owner deadline-50', 'owner deadline-80']);
  });

  it('overtaken during an outage are recorded and not sent', async () => {
    const [near, over] = (await several(2)) as [TestCase, TestCase];
    await fixture.start(near, 'inform', -9 * hour, hour);
    await fixture.start(over, 'inform', -9 * hour, -hour);
    await sweepOf(door).round();
    expect(await fixture.reminders(near)).toEqual({ 50: 'overtaken', 80: 'sent', 100: 'pending' });
    expect(await fixture.told(near)).toEqual(['owner deadline-80']);
    expect(await fixture.reminders(over)).toEqual({ 50: 'overtaken', 80: 'overtaken', 100: 'sent' });
    expect(await fixture.told(over)).toEqual(['owner deadline-passed']);
  });

  it('stop with their deadline, also when it starts anew', async () => {
    const [one] = (await several(1)) as [TestCase];
    await fixture.start(one, 'stay', -hour, hour);
    await fixture.start(one, 'stay', 0, 2 * hour);
    expect(await fixture.deadlines(one)).toMatchObject([{ state: 'stopped' }, { state: 'running' }]);
    const rows = await fixture.query(
      'select state, count(*)::int from reminders group by state order by state',
    );
    expect(rows).toEqual([
      { state: 'pending', count: 3 },
      { state: 'stopped', count: 3 },
    ]);
  });

  it('end for good where the clock starts anew: who was late has answered', async () => {
    const [one] = (await several(1)) as [TestCase];
    await fixture.start(one, 'stay', -2 * hour, -hour);
    await sweepOf(door).round();
    expect(await fixture.deadlines(one)).toMatchObject([{ state: 'passed', answered_at: null }]);
    await fixture.start(one, 'stay', 0, hour);
    const [late, next] = await fixture.deadlines(one);
    expect([late?.['answered_at'], next?.['state']]).toEqual([expect.any(Date), 'running']);
  });

  it('go to the receiving body of a handoff, and a passing tells the parent where there is a ladder', async () => {
    const [handed, climbing] = (await several(2)) as [TestCase, TestCase];
    await fixture.query(
      `insert into handoffs (id, case_id, kind, purpose, basis, statutory, state, from_body_id, to_body_id, sent_at, changed_at)
       values ($1, $2, 'request', 'shelter', 'consent', false, 'sent', $3, $4, now_domain(), now_domain())`,
      [handed.procedureId, handed.id, fixture.owner, fixture.other],
    );
    await fixture.start(handed, 'acceptance', -6 * hour, 4 * hour, true);
    await fixture.start(climbing, 'referralToMainDepartment', -6 * hour, -1, true);
    await sweepOf(door).round();
    expect(await fixture.told(handed)).toEqual(['other deadline-50']);
    expect(await fixture.told(climbing)).toEqual(['owner deadline-passed', 'parent deadline-passed']);
  });

  it('go to the body on whose desk the procedure lies, not to the owner of the case', async () => {
    const [child, decision] = (await several(2)) as [TestCase, TestCase];
    await fixture.stands(child, 'guardianship', 'monitoring', { bodyId: fixture.other });
    await fixture.stands(decision, 'identification', 'decisionProposed', { proposedByBody: fixture.other });
    await fixture.start(child, 'visit', -6 * hour, 4 * hour, true);
    await fixture.start(decision, 'secondOfficer', -6 * hour, -1, true);
    await sweepOf(door).round();
    expect(await fixture.told(child)).toEqual(['other deadline-50']);
    expect(await fixture.told(decision)).toEqual(['other deadline-passed']);
  });
});
