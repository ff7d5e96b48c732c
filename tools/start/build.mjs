import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { run } from './processes.mjs';

const stamp = 'dist/.built-from';
const sources = ['src', 'libs', 'migrations', 'tools'];
const files = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'];

/** Builds unless `dist` was built from exactly these sources; says what it did. */
export async function build() {
  const digest = digestOfSources();
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === digest) return 'already built';
  await run(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build']);
  fs.writeFileSync(stamp, digest);
  return 'built';
}

/** Path, size and time of every source: a file that was removed or put back changes it as well. */
function digestOfSources() {
  const hash = createHash('sha256');
  const all = [...sources.flatMap(filesIn), ...files].sort();
  for (const file of all) {
    const { size, mtimeMs } = fs.statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesIn(directory) {
  if (!fs.existsSync(directory)) return [];
  return fs
    .readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(spec\.ts|mjs|mts)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}
