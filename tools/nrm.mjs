import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from './postgres/launch.mjs';
import { isAlive, postmaster } from './postgres/running.mjs';

/**
 * `npm run nrm -- timeline verify [FILE | --case NUMBER] [--key PUBLIC] [--kept SIGNATURE]`: checks an exported file
 * without any database, or every timeline (or one) of this installation with its checkpoints. The key that these must
 * be signed with is that of the installation or, for who has no access to it, the public one that was printed.
 * `npm run nrm -- timeline checkpoint`: signs what moved now and prints what to keep elsewhere.
 * Ends with 0 when all is sound, 1 when something was found, 2 when the call is off.
 */
const usage = `usage: npm run nrm -- timeline verify [FILE | --case NUMBER] [--key PUBLIC] [--kept SIGNATURE]
       npm run nrm -- timeline checkpoint`;
const { area, verb, file, options } = call();
if (area !== 'timeline' || !['verify', 'checkpoint'].includes(verb)) leave(2, usage);
if (!fs.existsSync('dist/tools/nrm/verify.js')) leave(2, 'run `npm run build` first');
const { verifyFile, verifyDatabase } = await import('../dist/tools/nrm/verify.js');
const { checkpointDatabase } = await import('../dist/tools/nrm/checkpoint.js');
const { signingKey, verifyingKey } = await import('../dist/tools/nrm/keys.js');
const sound = await (verb === 'checkpoint' ? checkpoint() : verify());
leave(sound ? 0 : 1, sound ? 'Sound.' : 'Not sound: see above.');

function call() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { case: { type: 'string' }, key: { type: 'string' }, kept: { type: 'string' } },
    });
    const [area, verb, file] = positionals;
    return { area, verb, file, options: values };
  } catch {
    return leave(2, usage);
  }
}

async function checkpoint() {
  const key = await found(signingKey());
  return inDatabase((url) => checkpointDatabase(url, key, say));
}

async function verify() {
  if (file) return verifyFile(fs.readFileSync(file, 'utf8'), say);
  const { case: number, key, kept } = options;
  const publicKey = await found(verifyingKey(key));
  return inDatabase((url) => verifyDatabase(url, { number, publicKey, kept }, say));
}

/** Without a key nothing can be said of a signature, and a check that leaves it out would say more than it knows. */
async function found(key) {
  return key.catch((error) =>
    leave(2, `no key to check signatures with: ${error.message}; or give --key PUBLIC`),
  );
}

async function inDatabase(work) {
  const { url, stop } = await sweepAddress();
  try {
    return await work(url);
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
