import { emptyNames } from './names.js';
import { sourceFiles } from './sources.js';

const named = (path: string, text = '') => emptyNames({ path, text });

describe('names say what a thing is for', () => {
  it.each([
    ['src/cases/case-helper.ts', ''],
    ['src/utils/day.ts', ''],
    ['src/a.ts', 'export function dateUtil() { return 1; }'],
    ['src/a.ts', 'export class CaseManager {}'],
    ['src/a.ts', 'export const commonWords = 1;'],
    ['src/a.ts', 'export interface A { readonly errorHandler: string }'],
    ['src/a.ts', 'export const f = (manager: unknown) => manager;'],
    ['src/a.ts', 'export const f = ({ manager }: EntityManagerOwner) => manager;'],
  ])('finds the empty word in %s %s', (path, text) => {
    expect(named(path, text)).not.toEqual([]);
  });

  it.each([
    ["import { EntityManager } from 'typeorm';\nexport const run = (tx: EntityManager) => tx;"],
    ["import type { CallHandler } from '@nestjs/common';\nexport const f = (next: CallHandler) => next;"],
    ['export const options = { exceptionHandler: undefined };'],
    ['export const commonality = 1, miscount = 2;'],
  ])('lets names of packages and longer words be: %s', (text) => {
    expect(named('src/a.ts', text)).toEqual([]);
  });

  it('finds none in the project', () => {
    const files = sourceFiles(['src', 'libs', 'migrations', 'tools', 'test']);
    const found = files.flatMap((file) => emptyNames(file).map((name) => `${file.path}: ${name}`));
    expect(found).toEqual([]);
  });
});
