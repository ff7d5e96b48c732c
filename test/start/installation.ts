import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../architecture/planted-tree.js';

/** `npm start` as somebody runs it, with a data directory and a port of its own. */
export interface Installation {
  readonly url: string;
  /** What it printed once everything ran. */
  readonly guide: string;
  readonly password: string;
  /** Processes it had started by then, itself included. */
  readonly pids: readonly number[];
  /** As Ctrl-C does; gives the exit code. */
  stop(): Promise<number | null>;
}

/** Rejects with what it printed when it ends before it is ready. */
export function start(dataDirectory: string, more: NodeJS.ProcessEnv = {}): Promise<Installation> {
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: root,
    env: { ...bareEnvironment(), PORT: '0', NRM_DATA_DIR: dataDirectory, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => {
        text += piece.toString();
        if (/Stop with Ctrl-C[^\n]*\n\n {2}http:\S+\n/.test(text)) resolve(installationOf(child, text));
      });
    child.once('exit', () => reject(new Error(`it ended:\n${text}`)));
  });
}

function installationOf(child: ChildProcess, text: string): Installation {
  return {
    url: /http:\/\/127\.0\.0\.1:\d+\s*$/.exec(text)?.[0].trim() ?? '',
    guide: text.slice(text.indexOf('National Action Plan')),
    password: /Password of every demo account: (\S+)/.exec(text)?.[1] ?? '',
    pids: [child.pid ?? 0, ...descendants(child.pid ?? 0)],
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGINT');
      }),
  };
}

/** Nothing of this run's own settings: neither its database nor the flags of Jest. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const given = Object.entries(process.env).filter(
    ([name]) => !/^(DATABASE_|NRM_|REDIS_|NODE_|METRICS_|PORT$|HOST$)/.test(name),
  );
  return Object.fromEntries(given);
}

function descendants(pid: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const parent = parentOf(name);
        return parent === undefined ? [] : [[Number(name), parent] as const];
      }),
  );
  const below = (of: number): number[] =>
    [...parents].flatMap(([child, parent]) => (parent === of ? [child, ...below(child)] : []));
  return below(pid);
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(path.join('/proc', pid, 'stat'), 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
