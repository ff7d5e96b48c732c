import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isAlive, until } from '../postgres/running.mjs';
import { keep, run, stopRunning } from './processes.mjs';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'nrm-test-processes-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const logged = () => readFileSync(path.join(directory, 'log'), 'utf8').trim().split('\n').filter(Boolean);
const service = (program: string) =>
  keep('service', process.execPath, ['-e', program], { env: process.env, log: path.join(directory, 'log') });
const waiting = 'console.log(process.pid); setInterval(() => undefined, 1000);';

describe('a program that is run', () => {
  it('gives what it printed, or throws with it', async () => {
    await expect(run(process.execPath, ['-e', 'console.log("Salam")'])).resolves.toBe('Salam\n');
    await expect(run(process.execPath, ['-e', 'console.error("yox"); process.exit(3)'])).rejects.toThrow(
      'yox',
    );
  });

  it('ends when everything stops', async () => {
    const running = run(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    const outcome = expect(running).rejects.toThrow('failed');
    await stopRunning();
    await outcome;
  });
});

describe('npm start', () => {
  it.each(['abc', '70000', '-1', '1e3'])('says that PORT=%s is no port, and begins nothing', async (PORT) => {
    const env = { ...process.env, PORT, NRM_DATA_DIR: path.join(directory, 'data') };
    await expect(run(process.execPath, ['tools/start.mjs'], { env })).rejects.toThrow('PORT is no port');
    expect(existsSync(env.NRM_DATA_DIR)).toBe(false);
  });
});

describe('a service that is kept', () => {
  it('is started again after it was killed, and gone after stop', async () => {
    const kept = service(waiting);
    await until(() => logged().length === 1, 10_000, 'the service did not start');
    kept.settled();
    process.kill(Number(logged()[0]), 'SIGKILL');
    await until(() => logged().length === 2, 10_000, 'the service did not come back');
    await kept.stop();
    expect(logged().map(Number).some(isAlive)).toBe(false);
  });

  it('is given up, with the end of its log, when it dies before it was ever ready', async () => {
    const kept = service('console.error("PORT: mend it"); process.exit(1)');
    await expect(kept.failed).rejects.toThrow(/service stopped.*\n.*PORT: mend it/);
    await kept.stop();
  });

  it('is given up after five deaths in a minute', async () => {
    const kept = service('console.log("again"); process.exit(1)');
    kept.settled();
    await expect(kept.failed).rejects.toThrow('service stopped');
    expect(logged()).toHaveLength(5);
  });
});
