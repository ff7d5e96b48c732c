import fs from 'node:fs';
import path from 'node:path';
import { startPostgres } from './postgres/launch.mjs';
import { isAlive, postmaster } from './postgres/running.mjs';

/**
 * `npm run nrm -- timeline verify [FILE | --case NUMBER]`: checks an exported file without any database, or every
 * timeline (or one) of this installation. Ends with 0 when all is sound, 1 when something was found, 2 when the call is off.
 */
const usage = 'usage: npm run nrm -- timeline verify [FILE | --case NUMBER]';
const [, , area, verb, ...rest] = process.argv;
if (area !== 'timeline' || verb !== 'verify') leave(2, usage);
if (!fs.existsSync('dist/tools/nrm/verify.js')) leave(2, 'run `npm run build` first');
const { verifyFile, verifyDatabase } = await import('../dist/tools/nrm/verify.js');
const sound =
  rest[0] && rest[0] !== '--case' ? verifyFile(fs.readFileSync(rest[0], 'utf8'), say) : await inDatabase();
leave(sound ? 0 : 1, sound ? 'Sound.' : 'Not sound: see above.');

async function inDatabase() {
  const { url, stop } = await sweepAddress();
  try {
    return await verifyDatabase(url, rest[0] === '--case' ? rest[1] : undefined, say);
  } finally {
    await stop();
  }
}

/** The server that is set or running; else the one of the data directory, for as long as this takes. */
async function sweepAddress() {
  const nothing = async () => undefined;
  if (process.env.DATABASE_SWEEP_URL) return { url: process.env.DATABASE_SWEEP_URL, stop: nothing };
  const directory = path.resolve(process.env.NRM_DATA_DIR || '.data', 'postgres');
  if (!fs.existsSync(directory))
    leave(2, `${directory} does not exist: start once, or set DATABASE_SWEEP_URL`);
  const running = postmaster(path.join(directory, 'cluster'));
  if (running && isAlive(running.pid)) return { url: addressOf(directory), stop: nothing };
  const server = await startPostgres({ directory });
  return { url: server.urlOf('nrm_sweep', 'istiqamet'), stop: server.stop };
}

function addressOf(directory) {
  const port = fs.readFileSync(path.join(directory, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[3];
  const password = fs.readFileSync(path.join(directory, 'passwords', 'nrm_sweep'), 'utf8');
  return `postgres://nrm_sweep:${encodeURIComponent(password)}@127.0.0.1:${port}/istiqamet`;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function leave(code, line) {
  say(line);
  process.exit(code);
}
