import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Ready-time of a fresh clone whose packages are installed, and of its second start, in seconds; goals 60 and 15.
 * The clone takes the packages of this checkout.
 */
const clone = fs.mkdtempSync(path.join(os.tmpdir(), 'nrm-bench-start-'));
fs.chmodSync(clone, 0o755);
execFileSync('git', ['clone', '--quiet', process.cwd(), clone]);
fs.symlinkSync(path.resolve('node_modules'), path.join(clone, 'node_modules'));
try {
  const first = await started();
  const second = await started();
  console.log(`first start ${first} s (goal 60), second start ${second} s (goal 15)`);
} finally {
  fs.rmSync(clone, { recursive: true, force: true });
}

async function started() {
  const env = { ...process.env, PORT: '0', NRM_DATA_DIR: path.join(clone, '.data') };
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: clone,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let text = '';
  const seconds = await new Promise((resolve, reject) => {
    child.stdout.on('data', (piece) => {
      text += piece;
      const found = /Started in ([\d.]+) s/.exec(text);
      if (found) resolve(found[1]);
    });
    ended.then((code) => reject(new Error(`ended with ${code}:\n${text}`)));
  });
  child.kill('SIGINT');
  await ended;
  return seconds;
}
