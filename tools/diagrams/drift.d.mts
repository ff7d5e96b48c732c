import type { Page } from './page.js';

export function drift(
  root: string,
  folder: string,
  pages: readonly Page[],
): { readonly changed: readonly string[]; readonly left: readonly string[] };
export function write(root: string, folder: string, pages: readonly Page[]): void;
