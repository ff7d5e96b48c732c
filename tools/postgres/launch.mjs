import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../free-port.mjs';
import { binaries } from './binaries.mjs';
import { clearAway, isAlive, postmaster, signature, until } from './running.mjs';
import { asServerUser, serverUser } from './server-user.mjs';

const logLimit = 10_000_000;
/** Error details and statements can quote personal data: they stay out of the log. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  password_encryption: 'scram-sha-256',
  max_connections: '200',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the embedded PostgreSQL of `directory` (cluster, passwords, log), creating it on first use.
 * `fast` gives up durability and is for tests. The server ends with the process that started it.
 * Returns `{port, pid, urlOf(role, database), passwordOf(role), exited, stop()}`; throws when the directory
 * is in use by another living process.
 */
export async function startPostgres({ directory, port, fast = false }) {
  const place = prepare(directory);
  const release = takeLock(place);
  try {
    await clearAway(place.cluster);
    if (!fs.existsSync(place.cluster)) create(place, fast);
    const server = await launch(place, port, fast);
    return { ...server, stop: () => stop(server).finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

function prepare(directory) {
  const root = path.resolve(directory);
  const place = { root, cluster: path.join(root, 'cluster'), passwords: path.join(root, 'passwords') };
  fs.mkdirSync(root, { recursive: true });
  fs.mkdirSync(place.passwords, { recursive: true, mode: 0o700 });
  return place;
}

function takeLock({ root }) {
  const lock = path.join(root, 'launcher.pid');
  const holder = fs.existsSync(lock) ? fs.readFileSync(lock, 'utf8') : '';
  const pid = Number.parseInt(holder, 10);
  if (pid && isAlive(pid) && signature(pid) === holder) {
    throw new Error(`${root} is in use by process ${pid}: stop it first, or choose another NRM_DATA_DIR`);
  }
  fs.writeFileSync(lock, signature(process.pid));
  return () => fs.rmSync(lock, { force: true });
}

function passwordFrom({ passwords }, role) {
  const file = path.join(passwords, role);
  if (!fs.existsSync(file)) {
    fs.writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  }
  return fs.readFileSync(file, 'utf8');
}

/** Made beside its final place and renamed, so that an interrupted creation leaves no half cluster. */
function create(place, fast) {
  const draft = `${place.cluster}.new`;
  const secret = `${draft}.password`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  fs.writeFileSync(secret, passwordFrom(place, 'superuser'), { mode: 0o600 });
  for (const target of serverUser ? [draft, secret] : [])
    fs.chownSync(target, serverUser.uid, serverUser.gid);
  try {
    const { root, initdb } = binaries();
    const args = ['-D', draft, '-U', 'superuser', '--auth=scram-sha-256', `--pwfile=${secret}`];
    args.push('--encoding=UTF8', '--locale=C', ...(fast ? ['--no-sync'] : []));
    const command = asServerUser(initdb, args, {
      reach: [path.join(draft, '.'), path.join(root, 'native/bin/.')],
    });
    const result = spawnSync(command.file, command.args, { ...command.options, encoding: 'utf8' });
    if (result.status !== 0) throw new Error(`initdb failed: ${result.stderr || result.error}`);
  } finally {
    fs.rmSync(secret, { force: true });
  }
  fs.renameSync(draft, place.cluster);
}

/** Tries again when the free port was lost to another, or while parts of a killed server are still ending. */
async function launch(place, wanted, fast) {
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort());
    const { child, exited, log } = spawnServer(place, port, fast);
    try {
      await ready(child, place);
      child.unref();
      return { port, pid: child.pid, child, exited, ...addresses(place, port) };
    } catch (error) {
      const passing = /pre-existing shared memory block|Address already in use/.test(log());
      if (!passing || attempt === 20) throw new Error(`${error.message}\n${log()}`, { cause: error });
      await pause(250);
    }
  }
}

function spawnServer(place, port, fast) {
  const { fd, added } = openLog(place);
  const { root, postgres } = binaries();
  const choices = Object.entries({ ...settings, ...(fast ? careless : {}) });
  const args = ['-D', place.cluster, '-p', String(port), ...choices.flatMap(([k, v]) => ['-c', `${k}=${v}`])];
  const reach = [path.join(place.cluster, '.'), path.join(root, 'native/bin/.')];
  const command = asServerUser(postgres, args, { dieWithParent: true, reach });
  const child = spawn(command.file, command.args, {
    ...command.options,
    detached: true,
    stdio: ['ignore', fd, fd],
  });
  fs.closeSync(fd);
  const exited = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  return { child, exited, log: added };
}

function openLog({ root }) {
  const file = path.join(root, 'server.log');
  if (fs.existsSync(file) && fs.statSync(file).size > logLimit) fs.renameSync(file, `${file}.1`);
  const fd = fs.openSync(file, 'a', 0o600);
  const start = fs.fstatSync(fd).size;
  return { fd, added: () => fs.readFileSync(file, 'utf8').slice(start) };
}

async function ready(child, { cluster }) {
  await until(
    () => {
      if (child.exitCode !== null || child.signalCode !== null || !child.pid)
        throw new Error('PostgreSQL did not start');
      const running = postmaster(cluster);
      return running?.pid === child.pid && running.status === 'ready';
    },
    300_000,
    'PostgreSQL is not ready after five minutes',
  );
}

function addresses(place, port) {
  const passwordOf = (role) => passwordFrom(place, role);
  const urlOf = (role, database) => `postgres://${role}:${passwordOf(role)}@127.0.0.1:${port}/${database}`;
  return { passwordOf, urlOf };
}

async function stop({ child, exited }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  child.kill('SIGINT');
  const impatience = setTimeout(() => child.kill('SIGQUIT'), 60_000);
  await exited;
  clearTimeout(impatience);
}
