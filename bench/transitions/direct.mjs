import { Database } from '../../dist/src/platform/index.js';
import { rewritten } from './commands.mjs';

/**
 * The same writes called directly: the very statements that the application sends for one command, with no HTTP,
 * sign-in, decision, encryption or chain before them. A process of its own, as many at once as told.
 */
process.once('message', async ({ url, recorded, clients, seconds, firstRound }) => {
  const database = new Database({ url, poolSize: Math.min(clients, 16), name: 'bench-direct' });
  const waiting = recorded.map((command) => ({ ...command, round: firstRound }));
  const times = [];
  const until = performance.now() + seconds * 1000;
  const client = async () => {
    while (performance.now() < until) {
      const command = waiting.shift();
      if (!command) throw new Error('fewer recorded commands than clients');
      const from = performance.now();
      await database.inTransaction(command.identity, async (tx) => {
        await tx.batch(command.reads);
        await tx.commitWith(rewritten(revived(command.writes), command.round));
      });
      times.push(performance.now() - from);
      waiting.push({ ...command, round: command.round + 1 });
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  await database.close();
  process.send({ times, cpu: cpu(), lastRound: Math.max(...waiting.map(({ round }) => round)) }, () =>
    process.disconnect(),
  );
});

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Buffers come over the channel as plain JSON. */
const revived = (statements) =>
  statements.map((statement) => ({ ...statement, values: statement.values.map(reviveValue) }));

function reviveValue(value) {
  if (Array.isArray(value)) return value.map(reviveValue);
  return value?.type === 'Buffer' ? Buffer.from(value.data) : value;
}
