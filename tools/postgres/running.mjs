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

/** Stops a server that outlived its starter, and removes the note of one that was killed. */
export async function clearAway(cluster) {
  const left = postmaster(cluster);
  if (!left) return;
  if (servesFrom(left.pid, cluster)) {
    process.kill(left.pid, 'SIGINT');
    await until(() => !isAlive(left.pid), 60_000, `PostgreSQL ${left.pid} does not stop`);
  }
  fs.rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
}

function servesFrom(pid, cluster) {
  if (!isAlive(pid)) return false;
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
