import { randomUUID } from 'node:crypto';
import { ClockFixture } from '../../test/support/clock-fixture.js';
import { placeOf } from '../../test/support/recording-door.js';
import { type TestDatabase, testDatabase } from '../../test/support/test-database.js';
import type { Identity } from '../access/index.js';
import { Database, nobody } from '../platform/database/index.js';
import { NotificationsService } from './notifications.service.js';
import { notify } from './notify.js';

let database: TestDatabase;
let fixture: ClockFixture;
let runtime: Database;
let service: NotificationsService;

const identityOf = (bodyId: string): Identity => ({
  accountId: randomUUID(),
  name: 'Test',
  username: 'test',
  role: 'caseOfficer',
  bodyId,
  bodyKind: 'police',
  district: null,
  language: 'az',
  via: 'session',
});

/** Tells `owner` through the writer; gives the case. */
async function told(template: string): Promise<string> {
  const one = await fixture.newCase();
  const place = placeOf(one.id, { procedure: 'test', now: new Date(), seq: 1 });
  const effect = { type: 'notify' as const, procedureId: one.procedureId, bodyId: fixture.owner, template };
  await runtime.inTransaction(nobody, (tx) => tx.commitWith(notify(effect, place)));
  return one.id;
}

beforeEach(async () => {
  database = await testDatabase();
  fixture = await ClockFixture.open(database);
  runtime = new Database({ url: database.runtimeUrl, poolSize: 2, name: 'test' });
  service = new NotificationsService(runtime);
});

afterEach(async () => {
  await Promise.all([fixture.close(), runtime.close()]);
  await database.drop();
});

describe('notifications', () => {
  it('are read by the body they are for, with the number of a case only where it may know the case', async () => {
    const [known, unknown] = [await told('handoff-sent'), await told('age-in-doubt')];
    await fixture.query(
      `insert into participations (case_id, body_id, level, since) values ($1, $2, 'full', now_domain())`,
      [known, fixture.owner],
    );
    const { items } = await service.list(identityOf(fixture.owner));
    expect(items).toMatchObject([
      { template: 'age-in-doubt', caseId: unknown, caseNumber: null, readAt: null },
      { template: 'handoff-sent', caseId: known, caseNumber: `T-${known}`, handoffId: null, deadline: null },
    ]);
    expect((await service.list(identityOf(fixture.other))).items).toEqual([]);
  });

  it('are marked read by their own body only, once', async () => {
    await told('handoff-sent');
    await told('handoff-sent');
    const { items } = await service.list(identityOf(fixture.owner));
    const [first] = items.map(({ id }) => id) as [string];
    expect(await service.markRead(identityOf(fixture.other), [first])).toBe(0);
    expect(await service.markRead({ ...identityOf(fixture.owner), via: 'token' }, [first])).toBeNull();
    expect(await service.unreadCount(identityOf(fixture.owner))).toBe(2);
    expect(await service.markRead(identityOf(fixture.owner), [first])).toBe(1);
    expect(await service.markRead(identityOf(fixture.owner), [first])).toBe(0);
    expect(await service.unreadCount(identityOf(fixture.owner))).toBe(1);
    const unread = await service.list(identityOf(fixture.owner), { unread: true });
    expect(unread.items.map(({ id }) => id)).toEqual(items.slice(1).map(({ id }) => id));
  });

  it('that nobody has read come by what they ask for, newest first, and those that were read by themselves', async () => {
    for (const template of ['handoff-sent', 'person-found', 'person-missing', 'age-assessed'])
      await told(template);
    const own = identityOf(fixture.owner);
    const named = (items: readonly { template: string }[]) => items.map(({ template }) => template);
    const { asks, tells } = await service.unread(own);
    expect([named(asks), named(tells)]).toEqual([
      ['person-missing', 'handoff-sent'],
      ['age-assessed', 'person-found'],
    ]);
    expect(named((await service.unread(own, 2)).asks)).toEqual(['person-missing', 'handoff-sent']);
    await service.markRead(own, [asks[0]?.id ?? '']);
    expect(named((await service.list(own, { unread: false })).items)).toEqual(['person-missing']);
    expect(named((await service.unread(own)).asks)).toEqual(['handoff-sent']);
    expect(await service.unread(identityOf(fixture.other))).toEqual({ asks: [], tells: [] });
  });

  it('come page by page, newest first', async () => {
    const cases = [await told('a'), await told('b'), await told('c')];
    const first = await service.list(identityOf(fixture.owner), { limit: 2 });
    const second = await service.list(identityOf(fixture.owner), { limit: 2, cursor: first.next });
    expect([...first.items, ...second.items].map(({ caseId }) => caseId)).toEqual(cases.reverse());
    expect(second.next).toBeUndefined();
  });
});
