import fs from 'node:fs';
import { run } from './processes.mjs';

/** Installs the packages of the lock file unless exactly these are there; says what it did. */
export async function installPackages() {
  if (upToDate()) return 'already there';
  const npm = process.env.npm_execpath;
  const [file, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  await run(file, [...args, 'ci', '--include=dev', '--no-audit', '--no-fund']);
  return 'installed';
}

/** Compares npm's note of what it installed with the lock file; other platforms' optional packages do not count. */
function upToDate() {
  const [wanted, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map(packagesIn);
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional || installed[name]?.version === version,
  );
}

function packagesIn(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).packages : null;
}
