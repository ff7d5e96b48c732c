import fs from 'node:fs';

const tick = 10; // milliseconds; Linux has counted in hundredths of a second for ever

const statOf = (pid) => {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ').map(Number);
  } catch {
    return undefined;
  }
};

/** CPU time in milliseconds of a process and of its children, living or ended. Not a number where there is no /proc. */
export function cpuOf(pid) {
  const own = statOf(pid);
  if (!own) return NaN;
  const [user, system, ended, endedSystem] = own.slice(11, 15);
  const living = fs.readdirSync('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? statOf(name) : undefined;
    return stat?.[1] === pid ? [stat[11] + stat[12]] : [];
  });
  return (user + system + ended + endedSystem + living.reduce((a, b) => a + b, 0)) * tick;
}
