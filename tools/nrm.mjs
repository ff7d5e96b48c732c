import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { isAlive, postmaster } from './postgres/running.mjs';

/**
 * `npm run nrm -- timeline verify [FILE | --case NUMBER] [--key PUBLIC] [--kept SIGNATURE]`: checks an exported file
 * without any database, or every timeline (or one) of this installation with its checkpoints. The key that these must
 * be signed with is that of the installation or, for who has no access to it, the public one that was printed.
 * `npm run nrm -- timeline checkpoint`: signs what moved now and prints what to keep elsewhere.
 * `npm run nrm -- account create --username NAME --name "FULL NAME" [--language en] [--another]`: adds the first
 * administrator; the password is asked for, or read from the standard input, and never an argument.
 * Ends with 0 when all is sound or done, 1 when something was found or refused, 2 when the call is off.
 */
const usage = `usage: npm run nrm -- timeline verify [FILE | --case NUMBER] [--key PUBLIC] [--kept SIGNATURE]
       npm run nrm -- timeline checkpoint
       npm run nrm -- account create --username NAME --name "FULL NAME" [--language en] [--another]`;
const { area, verb, file, options } = call();
const verbs = { timeline: ['verify', 'checkpoint'], account: ['create'] };
if (!verbs[area]?.includes(verb)) leave(2, usage);
if (!fs.existsSync('dist/tools/nrm/verify.js')) leave(2, 'run `npm run build` first');
const { verifyFile, verifyDatabase } = await import('../dist/tools/nrm/verify.js');
const { checkpointDatabase } = await import('../dist/tools/nrm/checkpoint.js');
const { signingKey, verifyingKey } = await import('../dist/tools/nrm/keys.js');
if (area === 'account') leave((await account()) ? 0 : 1);
const sound = await (verb === 'checkpoint' ? checkpoint() : verify());
leave(sound ? 0 : 1, sound ? 'Sound.' : 'Not sound: see above.');

function call() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        case: { type: 'string' },
        key: { type: 'string' },
        kept: { type: 'string' },
        username: { type: 'string' },
        name: { type: 'string' },
        language: { type: 'string' },
        another: { type: 'boolean' },
      },
    });
    const [area, verb, file] = positionals;
    return { area, verb, file, options: values };
  } catch {
    return leave(2, usage);
  }
}

async function account() {
  const { username, name, language = 'az', another = false } = options;
  if (!username || !name || !['az', 'en'].includes(language)) leave(2, usage);
  const { createAdministrator } = await import('../dist/tools/nrm/account.js');
  const asked = { username, name, language, another, password: await password() };
  return inDatabase((url) => createAdministrator(url, asked, say), 'runtime');
}

/** One line of the standard input; typed, it is not shown and has to be typed twice. */
async function password() {
  const typed = process.stdin.isTTY === true;
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silence, terminal: typed });
  const answers = lines[Symbol.asyncIterator]();
  const ask = async (prompt) => {
    if (typed) say(prompt);
    return (await answers.next()).value ?? '';
  };
  const first = await ask('Password, at least 12 characters:');
  if (typed && (await ask('Once more:')) !== first) leave(2, 'These were two passwords.');
  lines.close();
  return first;
}

async function checkpoint() {
  const key = await found(signingKey());
  return inDatabase((url) => checkpointDatabase(url, key, say));
}

async function verify() {
  if (file) return verifyFile(textOf(file), say);
  const { case: number, key, kept } = options;
  const publicKey = await found(verifyingKey(key));
  return inDatabase((url) => verifyDatabase(url, { number, publicKey, kept }, say));
}

function textOf(name) {
  try {
    return fs.readFileSync(name, 'utf8');
  } catch {
    return leave(1, `${name} cannot be read: name the file that was exported.`);
  }
}

/** Without a key nothing can be said of a signature, and a check that leaves it out would say more than it knows. */
async function found(key) {
  return key.catch((error) =>
    leave(2, `no key to check signatures with: ${error.message}; or give --key PUBLIC`),
  );
}

async function inDatabase(work, role = 'sweep') {
  const { url, stop } = await addressOfRole(role);
  try {
    return await work(url);
  } finally {
    await stop();
  }
}

/** The server that is set or running; else the one of the data directory, for as long as this takes. */
async function addressOfRole(role) {
  const nothing = async () => undefined;
  const setting = role === 'sweep' ? 'DATABASE_SWEEP_URL' : 'DATABASE_URL';
  if (process.env[setting]) return { url: process.env[setting], stop: nothing };
  const directory = path.resolve(process.env.NRM_DATA_DIR || '.data', 'postgres');
  if (!fs.existsSync(directory)) leave(2, `${directory} does not exist: start once, or set ${setting}`);
  const running = postmaster(path.join(directory, 'cluster'));
  if (running && isAlive(running.pid)) return { url: addressOf(directory, `nrm_${role}`), stop: nothing };
  const { startPostgres } = await import('./postgres/launch.mjs');
  const server = await startPostgres({ directory });
  return { url: server.urlOf(`nrm_${role}`, 'istiqamet'), stop: server.stop };
}

function addressOf(directory, role) {
  const port = fs.readFileSync(path.join(directory, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[3];
  const password = fs.readFileSync(path.join(directory, 'passwords', role), 'utf8');
  return `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/istiqamet`;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function leave(code, line) {
  if (line) say(line);
  process.exit(code);
}
