import { spawnSync } from 'node:child_process';
import path from 'node:path';

const isRoot = process.getuid?.() === 0;
const hasSetpriv = spawnSync('setpriv', ['--version']).status === 0;

/** Who runs the server: `{uid, gid}` of `postgres`, else of `nobody`; null when we are not root and it is ourselves. */
export const serverUser = isRoot ? (lookUp('postgres') ?? lookUp('nobody')) : null;

function lookUp(name) {
  const id = (flag) => spawnSync('id', [flag, name], { encoding: 'utf8' });
  const [user, group] = [id('-u'), id('-g')];
  if (user.status !== 0 || group.status !== 0) return null;
  return { uid: Number(user.stdout), gid: Number(group.stdout) };
}

/**
 * How to run a program as the server's user, as `{file, args, options}` for `spawn`.
 * With `dieWithParent` the kernel sends SIGINT (a clean, fast shutdown) when the starting process is gone.
 * `reach` lists what the program must be able to open: under a private parent such as /root only the
 * capability to search directories lets an ordinary user through.
 */
export function asServerUser(file, args, { dieWithParent = false, reach = [] } = {}) {
  const environment = { cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' } };
  if (!hasSetpriv) return { file, args, options: { ...environment, ...serverUser } };
  const prefix = [
    ...identity(),
    ...(reach.every(canReach) ? [] : passage()),
    ...(dieWithParent ? ['--pdeathsig', 'INT'] : []),
  ];
  if (prefix.length === 0) return { file, args, options: environment };
  return { file: 'setpriv', args: [...prefix, file, ...args], options: environment };
}

function identity() {
  return serverUser ? [`--reuid=${serverUser.uid}`, `--regid=${serverUser.gid}`, '--clear-groups'] : [];
}

function canReach(target) {
  if (!serverUser) return true;
  const probe = ['test', '-x', path.dirname(target)];
  return spawnSync('setpriv', [...identity(), ...probe], { cwd: '/' }).status === 0;
}

function passage() {
  for (const name of ['dac_read_search', 'dac_override']) {
    const flags = [`--inh-caps=+${name}`, `--ambient-caps=+${name}`];
    if (spawnSync('setpriv', [...identity(), ...flags, 'true'], { cwd: '/' }).status === 0) return flags;
  }
  throw new Error(
    'the server may not run as root, and its user cannot reach this directory: use one that others may enter',
  );
}
