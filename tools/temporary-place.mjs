import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const memory = '/dev/shm';
const room = 2 * 2 ** 30;

/**
 * Makes a folder for all that is temporary, and gives its path: in memory where that has room, because the hundreds of
 * databases made and removed there take a tenth of the time. Other users of this machine can get in: the server is one.
 */
export function temporaryPlace() {
  const made = fs.mkdtempSync(path.join(memoryHasRoom() ? memory : os.tmpdir(), 'nrm-run-'));
  fs.chmodSync(made, 0o755);
  return made;
}

/** Programs are started from there too. */
function memoryHasRoom() {
  if (process.env.TMPDIR || !fs.existsSync('/proc/mounts')) return false;
  const mounts = fs.readFileSync('/proc/mounts', 'utf8').split('\n');
  const options = mounts.find((line) => line.split(' ')[1] === memory)?.split(' ')[3];
  if (options === undefined || options.split(',').includes('noexec')) return false;
  const { bavail, bsize } = fs.statfsSync(memory);
  return Math.min(bavail * bsize, os.freemem()) >= room;
}
