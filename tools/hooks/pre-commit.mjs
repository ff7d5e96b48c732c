// Formatting and the rules that need no types, on staged files only: under three seconds, or people skip it.
// `npm run check` and .ci/run ask for the rest.
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { ESLint } from 'eslint';
import * as prettier from 'prettier';

const listed = execFileSync('git', ['diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z']);
const staged = listed.toString().split('\0').filter(Boolean);
const faults = [...(await unformatted(staged)), ...(await lint(staged))];
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
}

async function unformatted(files) {
  const known = await Promise.all(
    files.map(async (file) => {
      const { ignored, inferredParser } = await prettier.getFileInfo(file, { ignorePath: '.prettierignore' });
      if (ignored || !inferredParser) return undefined;
      const options = { ...(await prettier.resolveConfig(file)), filepath: file };
      return (await prettier.check(await readFile(file, 'utf8'), options)) ? undefined : file;
    }),
  );
  return known.filter(Boolean).map((file) => `not formatted: npx prettier --write ${file}`);
}

async function lint(files) {
  const sources = files.filter((file) => /\.(ts|mts|mjs|js)$/.test(file));
  if (sources.length === 0) return [];
  const eslint = new ESLint({
    overrideConfigFile: 'eslint.staged.config.mjs',
    cache: true,
    cacheLocation: 'node_modules/.cache/eslint-staged/',
    warnIgnored: false,
  });
  const text = (await eslint.loadFormatter('stylish')).format(await eslint.lintFiles(sources));
  return [await text].filter(Boolean);
}
