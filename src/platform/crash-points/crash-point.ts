import { crashAt } from '../../config/index.js';

/** Places between two writes where a process may die in a fault test. */
export type CrashPoint =
  | 'before-commit'
  | 'after-commit'
  | 'after-enqueue'
  | 'after-firing-before-acknowledge'
  | 'after-delivery-before-acknowledge';

const armed = crashAt();

/** Kills this process as `kill -9` does, when a fault test asked for this point; otherwise costs a comparison. */
export function crashPoint(name: CrashPoint): void {
  if (armed === name) process.kill(process.pid, 'SIGKILL');
}
