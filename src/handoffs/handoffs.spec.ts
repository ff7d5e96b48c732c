import { randomUUID } from 'node:crypto';
import { ClockFixture, type TestCase } from '../../test/support/clock-fixture.js';
import { placeOf } from '../../test/support/recording-door.js';
import { type TestDatabase, testDatabase } from '../../test/support/test-database.js';
import { BodiesService, type Identity, Veils } from '../access/index.js';
import { Database, nobody, RelayDatabase, type Statement } from '../platform/database/index.js';
import { OutboxConsumers, OutboxDelivery } from '../platform/outbox/index.js';
import { deliverHandoff } from './delivery.js';
import { trackHandoff } from './handoff-writers.js';
import { HandoffsService } from './handoffs.service.js';

let database: TestDatabase;
let fixture: ClockFixture;
let runtime: Database;
let relay: RelayDatabase;

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

interface Sent {
  readonly id?: string;
  readonly purpose?: string;
  readonly state?: string;
  readonly escalation?: number;
}

/** What the statechart tells of a handoff from `owner` to `other`. */
function statementsOf(
  of: TestCase,
  { id = of.procedureId, purpose = 'shelter', state = 'sent', escalation = 0 }: Sent,
) {
  const bodies = { fromBodyId: fixture.owner, toBodyId: fixture.other };
  const fields = { kind: 'request', purpose, basis: 'consent', statutory: false, escalation, ...bodies };
  const place = placeOf(of.id, { procedure: 'handoff', now: new Date(), seq: 1 });
  return trackHandoff({ type: 'trackHandoff', procedureId: id, state, fields }, place);
}

/** Commits as the sender does: row policies hold. */
async function track(of: TestCase, sent: Sent = {}): Promise<void> {
  const sender = { userId: randomUUID(), bodyId: fixture.owner, role: 'caseOfficer' };
  const statements: readonly Statement[] = statementsOf(of, sent);
  await runtime.inTransaction(sender, (tx) => tx.commitWith(statements));
}

async function participates(of: TestCase, bodyId: string): Promise<void> {
  await fixture.query(
    `insert into participations (case_id, body_id, level, since) values ($1, $2, 'full', now_domain())`,
    [of.id, bodyId],
  );
}

beforeEach(async () => {
  database = await testDatabase();
  fixture = await ClockFixture.open(database);
  runtime = new Database({ url: database.runtimeUrl, poolSize: 2, name: 'test' });
  relay = new RelayDatabase({ url: database.relayUrl, poolSize: 2, name: 'test' });
});

afterEach(async () => {
  await Promise.all([fixture.close(), runtime.close(), relay.close()]);
  await database.drop();
});

const boxes = () => new HandoffsService(runtime, new Veils(new BodiesService(runtime)));

async function shared(): Promise<TestCase> {
  const one = await fixture.newCase();
  await participates(one, fixture.owner);
  await participates(one, fixture.other);
  return one;
}

describe('the boxes of handoffs', () => {
  it('show a handoff to its receiver and its sender, with its clocks, as the statechart says it stands', async () => {
    const one = await shared();
    await track(one);
    await fixture.start(one, 'acceptance', 0, 3_600_000);
    const service = boxes();
    const { items } = await service.box(identityOf(fixture.other), { box: 'in' });
    expect(items).toMatchObject([
      {
        id: one.procedureId,
        caseId: one.id,
        caseNumber: `T-${one.id}`,
        kind: 'request',
        purpose: 'shelter',
        basis: 'consent',
        statutory: false,
        state: 'sent',
        escalation: 0,
        from: { id: fixture.owner, name: { az: 'owner', en: 'owner' } },
        to: { id: fixture.other },
        deadlines: [
          { name: 'acceptance', state: 'running', dueAt: expect.stringMatching(/^\d{4}.*\.\d{3}Z$/) },
        ],
      },
    ]);
    expect((await service.box(identityOf(fixture.owner), { box: 'in' })).items).toEqual([]);
    await track(one, { state: 'accepted', escalation: 1 });
    const out = await service.box(identityOf(fixture.owner), { box: 'out' });
    expect(out.items).toMatchObject([{ state: 'accepted', escalation: 1 }]);
    expect((await service.box(identityOf(fixture.other), { box: 'in', state: 'sent' })).items).toEqual([]);
  });

  it('are closed to a body that takes no part in the case', async () => {
    const one = await fixture.newCase();
    await participates(one, fixture.owner);
    await track(one);
    expect((await boxes().box(identityOf(fixture.other), { box: 'in' })).items).toEqual([]);
  });

  it('are read page by page without a gap or a repetition', async () => {
    const one = await shared();
    const purposes = ['shelter', 'assistance', 'health', 'education', 'legalAid'];
    for (const purpose of purposes) await track(one, { id: randomUUID(), purpose });
    const service = boxes();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await service.box(identityOf(fixture.other), { box: 'in', limit: 2, cursor });
      seen.push(...page.items.map(({ purpose }) => purpose));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(purposes.reverse());
  });

  it('refuse a cursor they did not give out', async () => {
    const asked = boxes().box(identityOf(fixture.other), { box: 'in', cursor: 'x' });
    await expect(asked).rejects.toThrow('cursor');
  });
});

describe('delivery of a handoff', () => {
  async function deliverAll(): Promise<void> {
    const consumers = new OutboxConsumers();
    consumers.register('handoffs', 'deliver', deliverHandoff);
    const delivery = new OutboxDelivery(relay, consumers);
    for (const { id } of await fixture.query('select id from outbox_messages'))
      await delivery.deliver(String(id));
  }

  it('tells the receiving body once, also when the step told it already', async () => {
    const [untold, told] = [await shared(), await shared()];
    await track(untold);
    await track(told);
    await fixture.query(
      `insert into notifications (body_id, case_id, procedure_id, template, handoff_id, created_at)
       values ($1, $2, $3, 'handoff-sent', $3, now_domain())`,
      [fixture.other, told.id, told.procedureId],
    );
    await deliverAll();
    await deliverAll();
    expect(await fixture.told(untold)).toEqual(['other handoff-sent']);
    expect(await fixture.told(told)).toEqual(['other handoff-sent']);
    expect(await fixture.query('select state from handoffs group by state')).toEqual([{ state: 'sent' }]);
  });

  it('goes out with the sending, and not again when the handoff climbs or is answered', async () => {
    const one = await shared();
    await track(one);
    await track(one, { escalation: 1 });
    await track(one, { state: 'received' });
    const rows = await fixture.query('select queue, name, payload from outbox_messages');
    const payload = { handoffId: one.procedureId, caseId: one.id, toBodyId: fixture.other };
    expect(rows).toEqual([{ queue: 'handoffs', name: 'deliver', payload }]);
  });

  it('cannot be doubled: one pending handoff per body and purpose', async () => {
    const one = await shared();
    await track(one);
    await expect(track(one, { id: randomUUID() })).rejects.toMatchObject({
      constraint: 'handoffs_one_pending',
    });
    const sweep = fixture.sweep.inTransaction(nobody, (tx) => tx.query('select 1 from handoffs'));
    expect((await sweep).count).toBe(1);
  });
});
