import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from './start/build.mjs';
import { providePostgres } from './start/database.mjs';
import { demoSettings, metricsPort, readEnvironment } from './start/environment.mjs';
import { installPackages } from './start/packages.mjs';
import { keep, run, stopRunning } from './start/processes.mjs';

/**
 * `npm start`: everything from a fresh clone to a running system. `--training` puts it on the training clock.
 * Uses nothing but Node until the packages are there.
 */
const total = 7;
const stops = [];
const began = Date.now();
let stopping;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(signal));

try {
  await start();
} catch (error) {
  if (!stopping) await fail(error);
}

async function start() {
  const dataDirectory = await readEnvironment(process.argv.slice(2));
  await step(1, 'packages', installPackages);
  await step(2, 'build', build);
  const demo = demoSettings(dataDirectory);
  const postgres = await step(3, 'PostgreSQL', () => providePostgres(dataDirectory));
  whenStopping(postgres.stop);
  const env = { ...process.env, ...postgres.env, ...demo };
  await step(4, 'migrations', async () =>
    lastLine(await run(process.execPath, ['dist/tools/migrate.js'], { env })),
  );
  const guide = await step(5, 'plan, accounts, synthetic cases', () => seed(env));
  const services = await step(6, 'web and worker', () => startServices(env, dataDirectory));
  const failed = Promise.race([postgres.failed, ...services.map((service) => service.failed)]);
  failed.catch(() => undefined);
  await step(7, 'ready', () => Promise.race([ready(), failed]));
  for (const service of services) service.settled();
  say(closing(guide.text, demo));
  await failed;
}

async function step(number, name, work) {
  if (stopping) throw new Error('stopping');
  const from = Date.now();
  process.stdout.write(`${number}/${total} ${name} ... `);
  const result = await work();
  const summary = typeof result === 'string' ? result : (result?.summary ?? '');
  say(`${((Date.now() - from) / 1000).toFixed(1)} s${summary ? ` (${summary})` : ''}`);
  return result;
}

/** What the seeding prints is shown once everything runs: the accounts, and which case shows what. */
async function seed(env) {
  const program = 'dist/tools/seed.js';
  if (!fs.existsSync(program)) return { summary: 'nothing to load', text: '' };
  return { summary: '', text: await run(process.execPath, [program], { env }) };
}

async function startServices(env, dataDirectory) {
  const services = [];
  for (const [offset, name, file] of [
    [0, 'web', 'dist/src/main.js'],
    [1, 'worker', 'dist/src/main.worker.js'],
  ]) {
    const log = path.join(dataDirectory, 'logs', `${name}.log`);
    const own = { ...env, METRICS_PORT: await metricsPort(offset) };
    services.push(keep(name, process.execPath, ['--enable-source-maps', file], { env: own, log }));
  }
  whenStopping(async () => {
    for (const service of services) await service.stop();
  });
  return services;
}

async function ready() {
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    const reply = await fetch(`${address()}/health/ready`).catch(() => undefined);
    if (reply?.ok) return address();
    await pause(100);
  }
  throw new Error('the web process is not ready after two minutes');
}

function address() {
  const anywhere = ['0.0.0.0', '::'].includes(process.env.HOST);
  return `http://${anywhere ? '127.0.0.1' : process.env.HOST}:${process.env.PORT}`;
}

function closing(guide, { NRM_DEMO_PASSWORD: password }) {
  const training =
    process.env.NRM_CLOCK === 'training' ? 'Training clock: time moves when you move it.\n' : '';
  const accounts = password ? `Password of every demo account: ${password}\n` : '';
  const took = `Started in ${((Date.now() - began) / 1000).toFixed(1)} s.`;
  return `\n${guide.trim()}\n\n${training}${accounts}${took} Stop with Ctrl-C; the data stays.\n\n  ${address()}\n`;
}

function whenStopping(stop) {
  stops.unshift(stop);
}

/** Stops web, worker and then the database; a second signal does not wait for them. */
function leave(signal) {
  if (stopping) process.exit(1);
  say(`\n${signal}: stopping`);
  stopping = stopAll().then(
    () => process.exit(0),
    (error) => fail(error),
  );
}

async function stopAll() {
  await stopRunning();
  for (const stop of stops) await stop();
}

async function fail(error) {
  stopping = true;
  process.stderr.write(`\n${error.message}\n`);
  await stopAll().catch(() => undefined);
  process.exit(1);
}

function lastLine(text) {
  return text.trim().split('\n').at(-1);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
