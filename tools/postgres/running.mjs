import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** True while a process of that id runs; one that ended and was never reaped (containers without an init) does not. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return statOf(pid)?.[0] !== 'Z';
}

/** The fields of /proc/<pid>/stat after the program name, state first; null where there is no /proc. */
function statOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** Process id with its start tick, so that a reused id (a restarted container) is not taken for the old process. */
export function signature(pid) {
  const started = statOf(pid)?.[19];
  return started ? `${pid} ${started}` : `${pid}`;
}

/** Reads `postmaster.pid`: `{pid, status}` with status "starting", "ready", "stopping"; null when there is none. */
export function postmaster(cluster) {
  try {
    const lines = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), status: (lines[7] ?? '').trim() };
  } catch {
    return null;
  }
}

/**
 * Stops a server that outlived its starter. The note of one that was killed is left for PostgreSQL to judge (it
 * knows whether parts of that server still run), unless a stranger now has its process id.
 */
export async function clearAway(cluster) {
  const left = postmaster(cluster);
  if (!left || !isAlive(left.pid)) return;
  if (servesFrom(left.pid, cluster)) {
    signal(left.pid, 'SIGINT');
    await until(() => !isAlive(left.pid), 60_000, `PostgreSQL ${left.pid} does not stop`);
  } else {
    fs.rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function servesFrom(pid, cluster) {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(cluster);
  } catch {
    return fs.existsSync('/proc/self') === false;
  }
}

/** Looks every 10 ms until `condition()` holds; throws an Error with `complaint` after `limit` ms. */
export async function until(condition, limit, complaint) {
  const end = Date.now() + limit;
  while (!condition()) {
    if (Date.now() > end) throw new Error(complaint);
    await pause(10);
  }
}
