import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files whose text differs from `pages`, that are missing, or that lie in `folder` without a page. */
export function drift(root, folder, pages) {
  const wanted = new Map(pages.map(({ path, text }) => [path, text]));
  const directory = join(root, folder);
  const present = existsSync(directory) ? readdirSync(directory).map((name) => join(folder, name)) : [];
  const left = present.filter((path) => !wanted.has(path));
  const changed = [...wanted].filter(
    ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
  );
  return { changed: changed.map(([path]) => path), left };
}

/** Makes the folder hold exactly these pages. */
export function write(root, folder, pages) {
  for (const { path, text } of pages) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const path of drift(root, folder, pages).left) rmSync(join(root, path));
}
