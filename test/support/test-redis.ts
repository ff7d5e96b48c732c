import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../tools/free-port.mjs';

/** A Redis server of one spec file, on a port of its own, that keeps nothing. */
export interface TestRedis {
  readonly url: string;
  /** Kills the server at once, as a fault does. */
  kill(): Promise<void>;
  /** Starts it again on the same port, empty. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Whether this machine has Redis; under CI=true its absence is an error. Use as `(hasRedis() ? describe : describe.skip)`. */
export function hasRedis(): boolean {
  const found = spawnSync('redis-server', ['--version']).status === 0;
  if (!found && process.env.CI === 'true')
    throw new Error('CI must run the Redis specs: install redis-server');
  if (!found) process.stderr.write('redis-server is not installed: the Redis half is skipped\n');
  return found;
}

/** Starts a server; the kernel ends it with the process that runs the spec where `setpriv` exists. */
export async function testRedis(): Promise<TestRedis> {
  const port = await freePort();
  const directory = mkdtempSync(path.join(tmpdir(), 'nrm-test-redis-'));
  let server = await launch(port, directory);
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: () => end(server),
    restart: async () => {
      server = await launch(port, directory);
    },
    stop: async () => {
      await end(server);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function launch(port: number, directory: string): Promise<ChildProcess> {
  const command = [
    'redis-server',
    '--port',
    `${port}`,
    '--bind',
    '127.0.0.1',
    '--dir',
    directory,
    '--save',
    '',
  ];
  const settings = ['--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const guard = spawnSync('setpriv', ['--version']).status === 0 ? ['setpriv', '--pdeathsig', 'KILL'] : [];
  const [file = 'redis-server', ...args] = [...guard, ...command, ...settings];
  const server = spawn(file, args, { stdio: 'ignore' });
  await answers(port);
  return server;
}

async function answers(port: number): Promise<void> {
  const limit = Date.now() + 10_000;
  for (;;) {
    const client = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > limit) throw error;
      await pause(20);
    } finally {
      client.disconnect();
    }
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await gone;
}
