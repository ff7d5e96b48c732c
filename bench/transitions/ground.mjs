import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../../tools/free-port.mjs';
import { startPostgres } from '../../tools/postgres/launch.mjs';
import { provision } from '../../tools/postgres/provision.mjs';
import { Database, migrate, nobody } from '../../dist/src/platform/index.js';
import { seedDemoAccounts } from '../../dist/src/access/index.js';

export const password = randomBytes(12).toString('base64url');

/** A durable PostgreSQL of its own, migrated, with the demo accounts. `stop` leaves nothing behind. */
export async function ground() {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'nrm-bench-'));
  fs.chmodSync(directory, 0o755);
  const server = await startPostgres({ directory });
  await provision(server, 'bench');
  const url = (role) => server.urlOf(role, 'bench');
  await migrate(url('nrm_owner'));
  const database = new Database({ url: url('nrm_runtime'), poolSize: 1, name: 'bench-seed' });
  await database.inTransaction(nobody, (tx) => seedDemoAccounts(tx, password));
  await database.close();
  const env = {
    ...process.env,
    DATABASE_URL: url('nrm_runtime'),
    DATABASE_OWNER_URL: url('nrm_owner'),
    DATABASE_SWEEP_URL: url('nrm_sweep'),
    DATABASE_RELAY_URL: url('nrm_relay'),
    NRM_KEYS: 'env',
    NRM_MASTER_KEY: randomBytes(32).toString('base64'),
    NRM_DATA_DIR: directory,
  };
  return {
    env,
    runtimeUrl: url('nrm_runtime'),
    postgresPid: server.pid,
    stop: async () => {
      await server.stop();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The web process as production runs it, on a free port. */
export async function startWeb(env) {
  const PORT = String(await freePort());
  const METRICS_PORT = String(await freePort());
  const child = spawn(
    process.execPath,
    [...(process.env.BENCH_NODE_FLAGS?.split(' ') ?? []), 'dist/src/main.js'],
    { env: { ...env, PORT, METRICS_PORT }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const origin = `http://127.0.0.1:${PORT}`;
  for (let tries = 0; ; tries += 1) {
    const reply = await fetch(`${origin}/health/ready`).catch(() => undefined);
    if (reply?.ok) break;
    if (tries > 600 || child.exitCode !== null) throw new Error('the web process is not ready');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    origin,
    pid: child.pid,
    stop: () => new Promise((resolve) => child.once('exit', resolve) && child.kill('SIGTERM')),
  };
}
