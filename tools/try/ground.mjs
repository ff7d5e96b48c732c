import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../free-port.mjs';
import { startPostgres } from '../postgres/launch.mjs';
import { connected, provision } from '../postgres/provision.mjs';
import { build } from '../start/build.mjs';
import { installPackages } from '../start/packages.mjs';

export const say = (line = '') => process.stdout.write(`${line}\n`);

/**
 * A place of its own to break things in: PostgreSQL in a temporary directory, demo accounts, the training clock, and
 * the real processes. `close` ends them and leaves nothing behind; the installation in `.data` is not touched.
 */
export async function ground() {
  await installPackages();
  await build();
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'nrm-try-'));
  fs.chmodSync(directory, 0o755);
  const server = await startPostgres({ directory });
  await provision(server, 'try');
  const password = randomBytes(12).toString('base64url');
  const url = (role) => server.urlOf(role, 'try');
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    DATABASE_URL: url('nrm_runtime'),
    DATABASE_OWNER_URL: url('nrm_owner'),
    DATABASE_SWEEP_URL: url('nrm_sweep'),
    DATABASE_RELAY_URL: url('nrm_relay'),
    NRM_CLOCK: 'training',
    NRM_DATA_DIR: directory,
    NRM_KEYS: 'env',
    NRM_MASTER_KEY: randomBytes(32).toString('base64'),
  };
  delete env.REDIS_URL;
  const running = new Set();
  await done(program('dist/tools/migrate.js', env));
  const { Database, nobody } = await import('../../dist/src/platform/index.js');
  const { seedDemoAccounts } = await import('../../dist/src/access/index.js');
  const database = new Database({ url: url('nrm_runtime'), poolSize: 1, name: 'try' });
  await database.inTransaction(nobody, (tx) => seedDemoAccounts(tx, password));
  await database.close();
  return {
    env,
    password,
    sql: (text, values) =>
      connected(url('superuser'), async (client) => (await client.query(text, values)).rows),
    /** Checks every timeline and checkpoint as `nrm timeline verify` does, or one case; true where all is sound. */
    verify: async (number) => {
      const { verifyDatabase } = await import('../../dist/tools/nrm/verify.js');
      const { signingKey } = await import('../../dist/tools/nrm/keys.js');
      const { publicKey } = await signingKey(env);
      return verifyDatabase(url('nrm_sweep'), { number, publicKey }, (line) => say(`  verifier: ${line}`));
    },
    web: (more) => web({ ...env, ...more }, running),
    worker: (more) => kept(program('dist/src/main.worker.js', { ...env, ...more }), running),
    close: async () => {
      await Promise.all([...running].map((one) => one.kill()));
      await server.stop();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}

const program = (file, env) => spawn(process.execPath, [file], { env, stdio: 'ignore' });

const done = (child) =>
  new Promise((resolve, reject) =>
    child.once('exit', (code) => (code ? reject(new Error('failed')) : resolve())),
  );

/** `kill` is `kill -9`. */
function kept(child, running) {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const one = {
    ended,
    kill: async () => {
      running.delete(one);
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
    },
  };
  running.add(one);
  return one;
}

async function web(env, running) {
  const ports = {
    PORT: String(env.PORT_OF_TRY ?? (await freePort())),
    METRICS_PORT: String(await freePort()),
  };
  const process = kept(program('dist/src/main.js', { ...env, ...ports }), running);
  const origin = `http://127.0.0.1:${ports.PORT}`;
  await until('the web process is ready', () =>
    fetch(`${origin}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return { ...process, origin };
}

export async function until(what, condition, limit = 60_000) {
  const end = Date.now() + limit;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited ${limit / 1000} s in vain: ${what}`);
    await pause(50);
  }
}

/** Somebody who is signed in at the interface. */
export class Person {
  constructor(origin, headers) {
    this.origin = origin;
    this.headers = headers;
  }

  static async signedIn(origin, username, password) {
    const reply = await fetch(`${origin}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (!reply.ok) throw new Error(`${username} could not sign in: ${reply.status}`);
    const { csrfToken } = await reply.json();
    const cookie = reply.headers.getSetCookie()[0].split(';')[0];
    return new Person(origin, { 'content-type': 'application/json', cookie, 'x-csrf-token': csrfToken });
  }

  /** The reply's body with its `status`. */
  async post(address, body, headers = {}) {
    const reply = await fetch(`${this.origin}/api/v1${address}`, {
      method: 'POST',
      headers: { ...this.headers, 'idempotency-key': randomUUID(), ...headers },
      body: JSON.stringify(body),
    });
    return { ...(await reply.json()), status: reply.status };
  }

  async get(address) {
    const reply = await fetch(`${this.origin}/api/v1${address}`, { headers: this.headers });
    return reply.json();
  }

  /** A synthetic adult, met by the police an hour ago. */
  open() {
    return this.post('/cases', {
      source: 'police',
      encounteredAt: new Date(Date.now() - 3_600_000).toISOString(),
      ageStatus: 'assumedAdult',
      district: 'baku-nasimi',
      safety: { immediateDanger: false, needsShelter: false },
      consent: { referToMainDepartment: 'yes', services: 'yes' },
      person: { name: 'Sınaq Uydurma' },
    });
  }

  /** Gives a command with the revision that the case has now. */
  async give(caseId, procedure, command, data) {
    const seen = await this.get(`/cases/${caseId}`);
    const instance = seen.procedures.find(({ type }) => type === procedure);
    const revision = instance?.revision ?? seen.revision;
    const body = { procedure, procedureId: instance?.id, command, data };
    return this.post(`/cases/${caseId}/commands`, body, { 'if-match': `"${revision}"` });
  }
}

/** Runs the scene on a ground, which is cleared away whatever happens. */
export async function scene(title, play) {
  const from = Date.now();
  say(`${title}\n`);
  const place = await ground();
  try {
    const sound = await play(place);
    say(
      `\n${sound ? 'Nothing is lost.' : 'SOMETHING IS WRONG: see above.'} (${((Date.now() - from) / 1000).toFixed(0)} s)`,
    );
    process.exitCode = sound ? 0 : 1;
  } finally {
    await place.close();
  }
}
