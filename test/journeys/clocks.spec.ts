import { randomBytes, randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { seedDemoAccounts } from '../../src/access/index.js';
import { CaseReader, CaseRoom } from '../../src/cases/index.js';
import { DeadlinesHealth, TrainingClock } from '../../src/deadlines/index.js';
import { HandoffsService } from '../../src/handoffs/index.js';
import { NotificationsService } from '../../src/notifications/index.js';
import { chooseClock, Database, nobody } from '../../src/platform/index.js';
import { OutboxHealth } from '../../src/platform/outbox/index.js';
import { WorkerModule } from '../../src/worker.module.js';
import { signedIn } from '../access/demo-desk.js';
import { openingData } from '../builders/case-builder.js';
import { onBothQueues, type Settings } from '../support/both-queues.js';
import { testConfig } from '../support/test-config.js';
import { type TestDatabase, testDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';

let database: TestDatabase;
let worker: INestApplicationContext;

async function start(more: NodeJS.ProcessEnv): Promise<void> {
  database = await testDatabase();
  await chooseClock(database.ownerUrl, 'training');
  const keys = { NRM_KEYS: 'env', NRM_MASTER_KEY: randomBytes(32).toString('base64') };
  const config = testConfig(database, { NRM_CLOCK: 'training', ...keys, ...more });
  worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    abortOnError: false,
    logger: ['error', 'fatal'],
  });
  await worker.get(Database).inTransaction(nobody, (tx) => seedDemoAccounts(tx, 'nar çiçəyi 2016'));
}

async function stop(): Promise<void> {
  await worker.close();
  await database.drop();
}

const police = signedIn('police');
const investigator = signedIn('investigator');
const admin = signedIn('admin');

/** A presumed victim met by the police, who are silent from then on. */
async function presumed(): Promise<string> {
  const room = worker.get(CaseRoom);
  const { caseId } = await room.open(police, { data: opening(), idempotencyKey: randomUUID() });
  const header = await worker.get(CaseReader).header(police, caseId);
  const identification = header.procedures.find(({ type }) => type === 'identification');
  await room.execute(police, {
    caseId,
    procedure: 'identification',
    procedureId: identification?.id,
    command: 'presume',
    data: { grounds: 'synthetic' },
    expectedRevision: identification?.revision ?? 0,
    idempotencyKey: randomUUID(),
  });
  return caseId;
}

const opening = () => ({ ...openingData, encounteredAt: new Date(Date.now() - 60_000).toISOString() });

function journey(settings: Settings): void {
  it('walks a silent month: every clock passes once, the handoff climbs, nobody is forgotten', async () => {
    await start(settings());
    try {
      const caseId = await presumed();
      const box = await worker.get(HandoffsService).box(investigator, { box: 'in' });
      expect(box.items).toMatchObject([
        { caseId, purpose: 'identification', state: 'sent', statutory: true },
      ]);
      await until(
        'the handoff to be delivered',
        async () => (await worker.get(OutboxHealth).state()).open === 0,
      );
      const told = await worker.get(NotificationsService).list(investigator);
      expect(told.items.filter(({ template }) => template === 'handoff-sent')).toHaveLength(1);

      const { fired } = await worker.get(TrainingClock).advance(admin, 'P40D');
      expect(fired).toBeGreaterThanOrEqual(4);
      expect(await worker.get(DeadlinesHealth).state()).toEqual({ waiting: 0, failing: 0, failingCases: 0 });
      const after = await worker.get(HandoffsService).box(investigator, { box: 'in' });
      expect(after.items[0]?.escalation).toBeGreaterThanOrEqual(2);
      const reminded = (await worker.get(NotificationsService).list(police)).items.map(
        ({ template }) => template,
      );
      expect(reminded).toEqual(expect.arrayContaining(['deadline-50', 'deadline-80', 'deadline-passed']));
      const twice = await passedMoreOftenThanStarted();
      expect(twice).toEqual([]);
    } finally {
      await stop();
    }
  });
}

async function passedMoreOftenThanStarted() {
  const passed = await worker
    .get(Database)
    .inTransaction({ userId: '', bodyId: '', role: 'coordinator' }, (tx) =>
      tx.query(`select e.procedure_id, e.command, count(*)::int as entries,
          (select count(*)::int from deadlines d where d.procedure_id = e.procedure_id and d.state = 'passed'
            and d.name || 'Passed' = e.command) as rows
        from timeline_entries e where e.actor_role = 'clock' group by 1, 2
        having count(*) <> (select count(*) from deadlines d where d.procedure_id = e.procedure_id
          and d.state = 'passed' and d.name || 'Passed' = e.command)`),
    );
  return passed.rows;
}

onBothQueues('clocks', journey);
