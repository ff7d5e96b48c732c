import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './planted-tree.js';

export interface SourceFile {
  /** Path from the root of the project. */
  readonly path: string;
  readonly text: string;
}

/** Every file of these folders whose name ends so, specs included. */
export function sourceFiles(folders: readonly string[], endings = ['.ts', '.mjs', '.mts']): SourceFile[] {
  return folders
    .flatMap((folder) => list(folder))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function list(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
