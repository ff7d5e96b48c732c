import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root } from './planted-tree.js';

const documents = ['README.md', 'docs/tour.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/adr/README.md'];
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Scripts of npm itself, or built in. */
const builtIn = ['ci', 'install'];
const folders = /^(src|libs|migrations|tools|test|docs|bench)\//;

/** Where a link leads, as a path from the root; addresses of the web and places within the page are left out. */
function linksIn(document: string, text = read(document)): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.split('#')[0] ?? '')
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map((target) => normalize(join(dirname(document), target)));
}

/** Paths named in running text as code: `src/cases/case-room.ts`. Words with places to fill in are none. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\s]+)`/g)]
    .map(([, code = '']) => code)
    .filter((code) => folders.test(code) && !/[<>*{}…]/.test(code));

const scriptsIn = (text: string): string[] =>
  [...text.matchAll(/\bnpm (?:run )?([a-z][a-z:-]*)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !builtIn.includes(name));

const missingIn = (document: string, text = read(document)) => ({
  links: linksIn(document, text).filter((path) => !existsSync(join(root, path))),
  paths: pathsIn(text).filter((path) => !existsSync(join(root, path))),
  scripts: scriptsIn(text).filter((name) => !(name in scripts)),
});

describe('what the documents name', () => {
  it('is looked for in links, paths and scripts', () => {
    const text = 'See [this](libs/none.ts), `src/none.ts`, `npm run none` and [that](https://example.org).';
    expect(missingIn('README.md', text)).toEqual({
      links: ['libs/none.ts'],
      paths: ['src/none.ts'],
      scripts: ['none'],
    });
  });

  it.each(documents)('is there: %s', (document) => {
    expect(missingIn(document)).toEqual({ links: [], paths: [], scripts: [] });
  });
});

describe('README.md', () => {
  const text = read('README.md');

  it('leads from each phrase of the description to files', () => {
    const rows = text.split('\n').filter((line) => /^\| [a-zA-Z]/.test(line));
    const phrases = rows.filter((row) => !row.includes('the description says'));
    expect(phrases.length).toBeGreaterThanOrEqual(11);
    expect(phrases.filter((row) => !/\]\(|`links`/.test(row))).toEqual([]);
  });

  it('promises no procedure that is not built', async () => {
    const { notYetBuilt, procedures } = await import('#libs/procedures');
    const unbuilt = text.slice(text.indexOf('## What it does not do yet'));
    for (const name of Object.keys(notYetBuilt)) {
      expect(name in procedures).toBe(false);
      expect(unbuilt.toLowerCase()).toContain(name.toLowerCase());
    }
  });
});
