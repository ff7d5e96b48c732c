import { startApplication, type TestApplication } from '../../test/support/application.js';
import { dayInBaku, monthsBetween } from './months.js';

describe('months in Baku', () => {
  it('are whole, and begin four hours before those of Greenwich', () => {
    const { start, end } = monthsBetween('2016-01', '2016-02');
    expect(start.toISOString()).toBe('2015-12-31T20:00:00.000Z');
    expect(end.toISOString()).toBe('2016-02-29T20:00:00.000Z');
    expect(dayInBaku(start)).toBe('2016-01-01');
  });
});

describe('coverage of the plan', () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = await startApplication();
  }, 120_000);
  afterAll(() => application?.close());

  interface Line {
    readonly id: string;
    readonly persons: number | string;
    readonly applies: number;
    readonly fulfils: number;
  }

  it('counts over all cases for who may know none, and hides fewer than five persons', async () => {
    const police = await application.signIn('police');
    const reader = await application.signIn('ombudsman');
    const month = dayInBaku(new Date()).slice(0, 7);
    const counted = async () =>
      (await reader.get<{ items: Line[] }>(`/plan/coverage?from=${month}&to=${month}`)).body.items;
    for (let cases = 0; cases < 4; cases += 1) await police.open();
    expect((await counted()).find(({ id }) => id === '9.1')).toMatchObject({
      persons: '<5',
      applies: 4,
      fulfils: 0,
    });
    await police.open();
    expect((await counted()).find(({ id }) => id === '9.1')).toMatchObject({ persons: 5, applies: 5 });
    expect(JSON.stringify(await counted())).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    const before = await reader.get<{ items: Line[] }>('/plan/coverage?from=2016-01&to=2016-12');
    expect(before.body.items).toEqual([]);
  });

  it('says of a term that ended before the first case that it is over, not overdue', async () => {
    const { body } = await (
      await application.signIn('local')
    ).get<{ items: { term: string; state: string }[] }>('/plan/measures');
    const states = new Set(
      body.items.map(({ term, state }) => (term === 'mütəmadi' ? `continuous: ${state}` : state)),
    );
    expect([...states].sort()).toEqual(['continuous: continuous', 'termEnded']);
  });
});
