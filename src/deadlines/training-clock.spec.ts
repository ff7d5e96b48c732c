import { randomUUID } from 'node:crypto';
import { ClockFixture } from '../../test/support/clock-fixture.js';
import { RecordingDoor } from '../../test/support/recording-door.js';
import { testConfig } from '../../test/support/test-config.js';
import { type TestDatabase, testDatabase } from '../../test/support/test-database.js';
import type { Identity } from '../access/index.js';
import { chooseClock } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { Rounds } from '../platform/rounds/index.js';
import { Carried } from './carried.js';
import { DueDeadlines } from './due-deadlines.js';
import { Reminders } from './reminders.js';
import { Sweep } from './sweep.js';
import { TrainingClock } from './training-clock.js';

const hour = 3_600_000;
const day = 24 * hour;

const accountId = randomUUID();
let database: TestDatabase;
let fixture: ClockFixture;
let runtime: Database;
let door: RecordingDoor;

const identityOf = (role: Identity['role']): Identity => ({
  accountId,
  name: 'Test',
  username: 'test',
  role,
  bodyId: fixture.owner,
  bodyKind: 'administration',
  district: null,
  language: 'az',
  via: 'session',
});

const sweepOf = (): Sweep =>
  new Sweep(new DueDeadlines(fixture.sweep), new Reminders(fixture.sweep), new Carried(fixture.sweep), door);

function clockOf(clock: 'training' | 'real' = 'training'): TrainingClock {
  const config = testConfig(database, { NRM_CLOCK: clock });
  return new TrainingClock(config, runtime, fixture.sweep, sweepOf());
}

beforeEach(async () => {
  database = await testDatabase();
  await chooseClock(database.ownerUrl, 'training');
  fixture = await ClockFixture.open(database);
  await fixture.query(
    `insert into accounts (id, username, display_name, role, body_id, password_hash)
     values ($1, 'test', 'Test', 'administrator', $2, '')`,
    [accountId, fixture.owner],
  );
  runtime = new Database({ url: database.runtimeUrl, poolSize: 3, name: 'test' });
  door = new RecordingDoor(fixture.sweep);
});

afterEach(async () => {
  await Promise.all([fixture.close(), runtime.close()]);
  await database.drop();
});

describe('the walk of the training clock', () => {
  it('fires clocks started on the way, each at its own time, and no further', async () => {
    const one = await fixture.newCase();
    await fixture.start(one, 'inform', 0, day);
    await fixture.start(one, 'stay', 0, 40 * day);
    door.followOns.set('inform', { name: 'reflectionFloor', milliseconds: 10 * day });
    door.followOns.set('reflectionFloor', { name: 'visit', milliseconds: 30 * day });
    const start = Date.now();
    const { now, fired } = await clockOf().advance(identityOf('administrator'), 'P30D');
    expect(fired).toBe(2);
    expect(door.fired.map(({ name }) => name)).toEqual(['inform', 'reflectionFloor']);
    const days = door.fired.map(({ at }) => (at.getTime() - start) / day);
    expect(days[0]).toBeCloseTo(1, 2);
    expect(days[1]).toBeCloseTo(11, 2);
    expect((Date.parse(now) - start) / day).toBeCloseTo(30, 2);
    const states = await fixture.deadlines(one);
    expect(states.filter(({ state }) => state === 'running').map(({ name }) => name)).toEqual([
      'stay',
      'visit',
    ]);
  });

  it('sends each reminder at its time; none is overtaken', async () => {
    const one = await fixture.newCase();
    await fixture.start(one, 'inform', 0, 10 * hour);
    await clockOf().advance(identityOf('administrator'), 'PT9H');
    expect(await fixture.reminders(one)).toEqual({ 50: 'sent', 80: 'sent', 100: 'pending' });
    await clockOf().advance(identityOf('administrator'), 'PT2H');
    expect(await fixture.told(one)).toEqual([
      'owner deadline-50',
      'owner deadline-80',
      'owner deadline-passed',
    ]);
  });

  it('counts all that passed, whoever fired it, while other processes sweep', async () => {
    const cases = [await fixture.newCase(), await fixture.newCase(), await fixture.newCase()];
    for (const one of cases) await fixture.start(one, 'inform', 0, hour);
    door.followOns.set('inform', { name: 'stay', milliseconds: hour });
    const other = sweepOf();
    const rounds = new Rounds('test', 1, () => other.round());
    rounds.start();
    const { fired } = await clockOf().advance(identityOf('administrator'), 'P1D');
    await rounds.stop();
    expect(fired).toBe(6);
    expect(door.fired).toHaveLength(6);
  });

  it('puts on record who moves it, from when to when and by how much, once for all its steps', async () => {
    const one = await fixture.newCase();
    await fixture.start(one, 'inform', 0, day);
    const { now: start } = await clockOf().state(identityOf('administrator'));
    await clockOf().advance(identityOf('administrator'), 'P30D');
    const [row, ...more] = await fixture.query('select * from administrative_acts');
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      act: 'clockMoved',
      by_account_id: accountId,
      body_id: fixture.owner,
      after: { duration: 'P30D' },
    });
    const [before, after] = [row?.['before'], row?.['after']] as { now: string }[];
    const [from, to] = [Date.parse(before?.now ?? ''), Date.parse(after?.now ?? '')];
    expect(Math.abs(from - Date.parse(start))).toBeLessThan(60_000);
    expect((to - from) / day).toBeCloseTo(30, 2);
  });

  it('does not move where that cannot be recorded', async () => {
    await fixture.query('revoke insert on administrative_acts from nrm_runtime');
    await expect(clockOf().advance(identityOf('administrator'), 'P1D')).rejects.toThrow();
    const { now } = await clockOf().state(identityOf('administrator'));
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(60_000);
    expect(await fixture.query('select 1 from administrative_acts')).toEqual([]);
  });

  it('goes on past a case that cannot be decided', async () => {
    const [bad, good] = [await fixture.newCase(), await fixture.newCase()];
    await fixture.start(bad, 'inform', 0, hour);
    await fixture.start(good, 'inform', 0, 2 * hour);
    door.broken.add(bad.id);
    const { fired } = await clockOf().advance(identityOf('administrator'), 'P1D');
    expect(fired).toBe(1);
    expect(await fixture.deadlines(bad)).toMatchObject([{ state: 'running', sweep_failures: 1 }]);
  });

  it('is one at a time', async () => {
    const one = await fixture.newCase();
    await fixture.start(one, 'inform', 0, hour);
    const clock = door.clock.bind(door);
    let second: Promise<unknown> = Promise.resolve();
    door.clock = async (request) => {
      second = clockOf().advance(identityOf('administrator'), 'P1D');
      await expect(second).rejects.toMatchObject({ code: 'clock-is-moving' });
      await clock(request);
    };
    expect(await clockOf().advance(identityOf('administrator'), 'P1D')).toMatchObject({ fired: 1 });
    expect.assertions(2);
  });

  it.each(['', 'P', '-P1D', 'P30', '30 days', 'P11Y', 'P1DT'])(
    'refuses the duration "%s"',
    async (duration) => {
      const moving = clockOf().advance(identityOf('administrator'), duration);
      await expect(moving).rejects.toMatchObject({ code: 'invalid-duration' });
    },
  );

  it('is the administrator’s, and on the training clock only', async () => {
    const officer = clockOf().advance(identityOf('caseOfficer'), 'P1D');
    await expect(officer).rejects.toMatchObject({ code: 'not-for-your-role' });
    const real = clockOf('real').advance(identityOf('administrator'), 'P1D');
    await expect(real).rejects.toMatchObject({ code: 'not-a-training-clock' });
    const { now, training } = await clockOf().state(identityOf('caseOfficer'));
    expect(training).toBe(true);
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(60_000);
  });
});
