import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { installPackages } from './start/packages.mjs';
import { temporaryPlace } from './temporary-place.mjs';

/** `npm test`: every suite. `--full` runs the acceptance sizes and prints their seed. Other arguments go to Jest. */
const args = process.argv.slice(2);
const full = args.includes('--full');
const seed = process.env.NRM_TEST_SEED ?? String(full ? randomInt(2 ** 31) : 20_140_724);

refuseOtherDatabases();
if (full) process.stdout.write(`acceptance sizes, seed ${seed} (repeat with NRM_TEST_SEED=${seed})\n`);
await installPackages();
const place = temporaryPlace();
const report = path.join(place, 'jest.json');
process.exitCode = await jest(args.filter((arg) => arg !== '--full'));
process.stdout.write(`${summary()}\n`);
fs.rmSync(place, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

/** Suites use a server of their own; an address that points elsewhere is a mistake we do not want to learn from. */
function refuseOtherDatabases() {
  for (const [name, value] of Object.entries(process.env)) {
    if (!/^DATABASE_.*URL$/.test(name) || !value) continue;
    const database = URL.canParse(value) ? new URL(value).pathname.slice(1) : value;
    if (!/(^|_)test(_|$)/.test(database)) {
      process.stderr.write(`${name} names the database "${database}", which does not say "test": refused\n`);
      process.stdout.write('0 passed, 0 failed, 0 skipped\n');
      process.exit(1);
    }
    delete process.env[name];
  }
}

function jest(rest) {
  // What is new in memory has room for 64 MB: collected less often, the suites take a tenth less of the processor.
  const room = '--max-semi-space-size=64';
  const flags = [room, '--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const own = ['--json', `--outputFile=${report}`, '--cacheDirectory=node_modules/.cache/jest'];
  const child = spawn(process.execPath, [...flags, 'node_modules/jest/bin/jest.js', ...own, ...rest], {
    env: { ...process.env, TMPDIR: place, NRM_TEST_SIZE: full ? 'full' : 'everyday', NRM_TEST_SEED: seed },
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
}

/** A suite that could not even be loaded counts as one failure: it has no tests of its own to count. */
function summary() {
  if (!fs.existsSync(report)) return '0 passed, 1 failed, 0 skipped';
  const result = JSON.parse(fs.readFileSync(report, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return `${result.numPassedTests} passed, ${failed} failed, ${result.numPendingTests + result.numTodoTests} skipped`;
}
