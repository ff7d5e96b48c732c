import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Database } from '../../dist/src/platform/index.js';

class Recorded extends Error {}

/** The very statements that the application would send for one command on each case; nothing is written. */
export async function recordCommands(env, identity, cases, command) {
  Object.assign(process.env, env);
  const { AppModule } = await import('../../dist/src/app.module.js');
  const { CaseRoom } = await import('../../dist/src/cases/index.js');
  const { loadConfig } = await import('../../dist/src/config/index.js');
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(loadConfig()), { logger: false });
  const recorded = [];
  const database = app.get(Database);
  const real = database.inTransaction.bind(database);
  database.inTransaction = (as, work) => real(as, (tx) => work(recording(tx, as, recorded)));
  for (const { id, revision } of cases) {
    const request = { ...command, caseId: id, expectedRevision: revision, idempotencyKey: `${id}-recorded` };
    await app
      .get(CaseRoom)
      .execute(identity, request)
      .catch((error) => {
        if (!(error instanceof Recorded)) throw error;
      });
  }
  database.inTransaction = real;
  await app.close();
  return recorded;
}

const recording = (tx, identity, recorded) => {
  const reads = [];
  return {
    query: (...given) => tx.query(...given),
    batch: (statements) => {
      reads.push(...statements);
      return tx.batch(statements);
    },
    commitWith: (writes) => {
      recorded.push({ identity, reads, writes });
      throw new Recorded();
    },
  };
};
