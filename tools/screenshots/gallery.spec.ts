import { readdirSync, readFileSync } from 'node:fs';
import { demoAccountId, demoBodyId } from '../../src/access/index.js';
import { pagesOf } from './pages.mjs';

const pages = 'src/web/pages';
const document = readFileSync('docs/pages.md', 'utf8');
const shown = [...document.matchAll(/src="screenshots\/([^"]+)"/g)].map(([, file = '']) => file);

const of = (key: string) => `/cases/${key}`;
const give = (key: string, procedure: string, command: string) =>
  `${of(key)}/commands/${procedure}/${command}`;
const listed = Object.entries(pagesOf({ of, give }));
const asked = ['/sign-in', ...listed.flatMap(([, own]) => own.map(([, address]) => address))];

/** What is no page: a stream, a file, and addresses that lead on. */
const noPages = ['/live', '/cases/:id/timeline/export', '/leave'];

/** The addresses of pages that the controllers answer, with their places to fill in. */
function answered(): string[] {
  const files = readdirSync(pages, { encoding: 'utf8', recursive: true });
  return files
    .filter((file) => file.endsWith('.controller.ts'))
    .flatMap((file) => {
      const text = readFileSync(`${pages}/${file}`, 'utf8');
      const base = /@PageController\('?([^')]*)'?\)/.exec(text)?.[1] ?? '';
      return [...text.matchAll(/@Get\('?([^')]*)'?\)/g)].map(
        ([, rest = '']) => `/${[base, rest].filter(Boolean).join('/')}`,
      );
    });
}

describe('docs/pages.md', () => {
  it('shows every page of the list in both languages', () => {
    const wanted = listed.flatMap(([person, own]) =>
      own.flatMap(([name]) => ['az', 'en'].map((language) => `${person}-${name}-${language}.webp`)),
    );
    expect(wanted.filter((file) => !shown.includes(file))).toEqual([]);
  });

  it('shows the pictures that are there, and there are no others', () => {
    expect(readdirSync('docs/screenshots').sort()).toEqual([...new Set(shown)].sort());
  });

  it('knows the account and the body of the demo that it shows', () => {
    expect(asked).toContain(`/admin/accounts/${demoAccountId('police')}`);
    expect(asked).toContain(`/admin/bodies/${demoBodyId('police-ganja')}`);
  });

  it('leaves out no page that the application has', () => {
    const pictured = (pattern: string) => {
      const form = new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`);
      return asked.some((address) =>
        typeof address === 'string' ? form.test(address.split('?')[0] ?? '') : pattern.endsWith(address.link),
      );
    };
    const left = answered().filter((pattern) => !noPages.includes(pattern) && !pictured(pattern));
    expect(answered().length).toBeGreaterThan(25);
    expect(left).toEqual([]);
  });
});
