import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { freePort } from '../../tools/free-port.mjs';
import { until } from '../support/until.js';

/** A process of the built application, as an operator runs it. */
export interface Process {
  /** What it has printed so far, on both streams. */
  output(): string;
  /** The signal that ended it, or its status. */
  readonly ended: Promise<NodeJS.Signals | number>;
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>;
}

export interface WebProcess extends Process {
  /** e.g. `http://127.0.0.1:41234` */
  readonly url: string;
  /** Where its figures are, e.g. `http://127.0.0.1:41235/metrics`. */
  readonly metrics: string;
}

/** Dies with the process that runs the spec, where the system can do that. */
const guard = spawnSync('setpriv', ['--version']).status === 0 ? ['setpriv', '--pdeathsig', 'KILL'] : [];

/** Builds `dist` unless it was built from these very sources; once in a run, whoever asks. */
export async function built(): Promise<void> {
  const reply = await fetch(`${process.env.NRM_TEST_POSTGRES}/build`);
  if (!reply.ok) throw new Error(await reply.text());
}

/** Starts a web process and waits until it is ready. */
export async function startWeb(environment: NodeJS.ProcessEnv): Promise<WebProcess> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const ports = { HOST: '127.0.0.1', PORT: `${port}`, METRICS_PORT: `${metricsPort}` };
  const web = start('main.js', { ...environment, ...ports });
  const url = `http://127.0.0.1:${port}`;
  const ready = () =>
    fetch(`${url}/health/ready`).then(
      ({ status }) => status === 200,
      () => false,
    );
  await Promise.race([
    until('the web process to be ready', ready, 120_000),
    web.ended.then((how) => Promise.reject(new Error(`the web process ended: ${how}\n${web.output()}`))),
  ]);
  return { ...web, url, metrics: `http://127.0.0.1:${metricsPort}/metrics` };
}

/** Starts a worker process; it has no address at which it could say that it is ready. */
export const startWorker = (environment: NodeJS.ProcessEnv): Process => start('main.worker.js', environment);

function start(program: string, environment: NodeJS.ProcessEnv): Process {
  const command = [...guard, process.execPath, '--enable-source-maps', `dist/src/${program}`];
  const env = { PATH: process.env.PATH, ...environment };
  const child = spawn(command[0] ?? '', command.slice(1), { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => printed.push(String(text)));
  const ended = endOf(child);
  return {
    output: () => printed.join(''),
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const endOf = (child: ChildProcess): Promise<NodeJS.Signals | number> =>
  new Promise((resolve) => child.once('close', (status, signal) => resolve(signal ?? status ?? -1)));
