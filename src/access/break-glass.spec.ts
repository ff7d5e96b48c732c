import { type DemoDesk, demoDesk, signedIn } from '../../test/access/demo-desk.js';
import { breakGlassHours, BreakGlassService } from './break-glass.service.js';
import { TooManyTries } from './rate-limit.js';
import { actingAs } from './identity.js';

let desk: DemoDesk;
let glass: BreakGlassService;
const clinic = signedIn('clinic');
const reason = 'Xəstə şüursuzdur, allergiyası bilinmir';

beforeAll(async () => {
  desk = await demoDesk();
});
beforeEach(async () => {
  await desk.past('delete from tries');
  glass = new BreakGlassService(desk.database, desk.records, desk.keys);
});
afterAll(() => desk.close());

const ask = (number: string) => glass.ask(clinic, { number, reason, compartments: ['identity', 'health'] });

describe('break-glass', () => {
  it('is a ground for hours, with what was asked for', async () => {
    const { id, number } = await desk.addCase({ 'police-ganja': 'full' });
    expect(await desk.grounds.of(clinic, id)).toBeNull();
    const answer = await ask(number);
    if (answer.kind !== 'granted') throw new Error('refused');
    const hours = (answer.expiresAt.getTime() - Date.now()) / 3_600_000;
    expect(Math.abs(hours - breakGlassHours)).toBeLessThan(0.1);
    expect(await desk.grounds.of(clinic, id)).toEqual({
      kind: 'breakGlass',
      grantId: answer.id,
      compartments: ['identity', 'health'],
      expiresAt: answer.expiresAt,
    });
    expect(await glass.openCases(clinic)).toContainEqual({ caseId: id, expiresAt: answer.expiresAt });
    expect(await desk.grounds.of(signedIn('social'), id)).toBeNull();
  });

  it('is over when its time is over', async () => {
    const { id, number } = await desk.addCase({});
    await ask(number);
    await desk.past('update break_glass_grants set expires_at = clock_timestamp() where case_id = $1', [id]);
    expect(await desk.grounds.of(clinic, id)).toBeNull();
  });

  it('answers alike for a number that no case has, and leaves the same traces', async () => {
    const { number } = await desk.addCase({});
    const traces = async () =>
      (
        await desk.past(
          'select (select count(*) from break_glass_grants)::int as g, (select count(*) from access_records)::int as r',
        )
      ).rows[0];
    const before = await traces();
    const right = await ask(number);
    const between = await traces();
    const wrong = await ask('AZ-2016-999999');
    const after = await traces();
    expect([between.g - before.g, between.r - before.r]).toEqual([1, 1]);
    expect([after.g - between.g, after.r - between.r]).toEqual([1, 1]);
    const shape = (answer: object) =>
      Object.entries(answer).map(([key, value]) => [key, key === 'compartments' ? value : typeof value]);
    expect(shape(wrong)).toEqual(shape(right));
  });

  it('refuses what the role may not open even so, before it looks at the number', async () => {
    const { number } = await desk.addCase({});
    const police = signedIn('police');
    for (const wanted of [number, 'AZ-2016-999999']) {
      expect(
        await glass.ask(police, { number: wanted, reason, compartments: ['identity', 'location'] }),
      ).toEqual({
        kind: 'notForYourRole',
        compartments: ['location'],
      });
    }
    for (const overseer of ['admin', 'coordinator', 'supervisor', 'ombudsman', 'reviewer'] as const) {
      const request = { number, reason, compartments: ['identity'] as const };
      expect((await glass.ask(signedIn(overseer), request)).kind).toBe('notForYourRole');
      expect((await glass.ask(signedIn(overseer), { ...request, compartments: [] })).kind).toBe(
        'notForYourRole',
      );
    }
  });

  it('is limited per account', async () => {
    for (let tries = 0; tries < 10; tries += 1) await ask('AZ-2016-999999');
    await expect(ask('AZ-2016-999999')).rejects.toThrow(TooManyTries);
  });

  it('lets a participant keep her level beside the grant', async () => {
    const { id, number } = await desk.addCase({ clinic: 'preview' });
    const answer = await ask(number);
    expect(await desk.grounds.of(clinic, id)).toMatchObject({
      kind: 'participation',
      level: 'preview',
      breakGlass: { grantId: answer.kind === 'granted' ? answer.id : '' },
    });
  });
});

describe('the review of break-glass', () => {
  it('is for the Coordinator, or a supervisor of the same body, once, and never for the reader', async () => {
    const { number } = await desk.addCase({});
    const shelter = signedIn('shelter');
    const answer = await glass.ask(shelter, { number, reason, compartments: ['identity'] });
    if (answer.kind !== 'granted') throw new Error('refused');
    const waitsFor = async (username: Parameters<typeof signedIn>[0]) =>
      (await glass.toReview(signedIn(username))).some(({ id }) => id === answer.id);
    expect(await waitsFor('shelterSupervisor')).toBe(true);
    expect(await waitsFor('coordinator')).toBe(true);
    for (const other of ['supervisor', 'shelter', 'admin', 'ombudsman'] as const) {
      expect([other, await waitsFor(other)]).toEqual([other, false]);
      expect(await glass.reasonOf(signedIn(other), answer.id)).toBeNull();
      expect(await glass.review(signedIn(other), answer.id)).toBe(false);
    }
    expect(await glass.review(signedIn('shelterSupervisor'), answer.id)).toBe(true);
    expect(await glass.review(signedIn('coordinator'), answer.id)).toBe(false);
    expect(await waitsFor('coordinator')).toBe(false);
  });

  it('reads the reason, which is stored encrypted, and is recorded doing so', async () => {
    const { id, number } = await desk.addCase({});
    const answer = await ask(number);
    if (answer.kind !== 'granted') throw new Error('refused');
    const coordinator = signedIn('coordinator');
    expect(await glass.reasonOf(coordinator, answer.id)).toBe(reason);
    const { rows } = await desk.past('select reason from break_glass_grants where id = $1', [answer.id]);
    expect(Buffer.from(rows[0].reason, 'base64').toString('utf8')).not.toContain('Xəstə');
    const told = await desk.database.inTransaction(actingAs(coordinator), (tx) =>
      desk.records.ofCase(tx, id),
    );
    expect(told.map(({ what, name, role, detail }) => ({ what, name, role, detail }))).toEqual([
      { what: 'breakGlass', name: clinic.name, role: 'healthWorker', detail: answer.id },
      { what: 'breakGlassReason', name: coordinator.name, role: 'coordinator', detail: answer.id },
    ]);
  });
});

describe('access records', () => {
  it('carry codes only, and nobody may change or remove them', async () => {
    const { id } = await desk.addCase({ clinic: 'full' });
    const access = {
      caseId: id,
      what: 'compartments',
      compartments: ['health'],
      ground: 'participation',
    } as const;
    await expect(desk.records.add(clinic, { ...access, detail: 'Aygün Misallı' })).rejects.toThrow(TypeError);
    await desk.records.add(clinic, { ...access, detail: 'case-page' });
    for (const sql of ["update access_records set what = 'x'", 'delete from access_records']) {
      const change = desk.database.inTransaction(actingAs(clinic), (tx) => tx.query(sql));
      await expect(change).rejects.toMatchObject({ kind: 'not-permitted' });
    }
  });
});
