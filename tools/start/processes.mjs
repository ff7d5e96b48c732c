import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const guard = spawnSync('setpriv', ['--version']).status === 0 ? ['setpriv', '--pdeathsig', 'TERM'] : [];
const running = new Set();
const patience = 15_000;
const calm = 60_000;

/** Runs a program to its end and gives what it printed; throws with that text when it fails. */
export async function run(file, args, { env = process.env, show = false } = {}) {
  const child = begin(file, args, env, ['ignore', 'pipe', 'pipe']);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece) => {
      text += piece;
      if (show) process.stdout.write(piece);
    });
  }
  running.add(child);
  const code = await ended(child).finally(() => running.delete(child));
  if (code !== 0) throw new Error(`${path.basename(file)} ${args.join(' ')} failed:\n${text.trim()}`);
  return text;
}

/**
 * Keeps a program running with its output in a log file: one that dies is started again, one that dies five
 * times within a minute, or before `settled()` was called, is given up and reported through `failed`.
 */
export function keep(name, file, args, { env, log }) {
  fs.mkdirSync(path.dirname(log), { recursive: true });
  const service = { name, child: undefined, stopping: false, settled: false, deaths: [] };
  let giveUp;
  const failed = new Promise((_, reject) => (giveUp = reject));
  failed.catch(() => undefined);
  const launch = () => {
    const output = fs.openSync(log, 'a', 0o600);
    service.child = begin(file, args, env, ['ignore', output, output]);
    fs.closeSync(output);
    service.child.once('exit', () => {
      if (service.stopping) return;
      service.deaths = [...service.deaths.filter((at) => Date.now() - at < calm), Date.now()];
      const hopeless = !service.settled || service.deaths.length >= 5;
      if (hopeless) giveUp(new Error(`${name} stopped; the end of ${log}:\n${tail(log)}`));
      else setTimeout(() => service.stopping || launch(), 500);
    });
  };
  launch();
  return {
    failed,
    settled: () => (service.settled = true),
    stop: async () => {
      service.stopping = true;
      await stop(service.child);
    },
  };
}

/** Ends what `run` is waiting for. */
export async function stopRunning() {
  await Promise.all([...running].map(stop));
}

/** A group of its own keeps the terminal's Ctrl-C from it, so that we stop things in order. */
function begin(file, args, env, stdio) {
  const [program, ...rest] = [...guard, file, ...args];
  return spawn(program, rest, { env, stdio, detached: true });
}

function ended(child) {
  return new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const impatience = setTimeout(() => signalGroup(child, 'SIGKILL'), patience);
  await gone;
  clearTimeout(impatience);
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

function tail(file, lines = 30) {
  return fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
