import { relative } from 'node:path';
import { breaches, innocents, plantedCode } from './planted-code.js';
import { plant, report, type PlantedTree } from './planted-tree.js';

interface Linted {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string; readonly message: string }[];
}

describe('rules of code', () => {
  let tree: PlantedTree;
  let found: Record<string, Linted['messages']>;

  beforeAll(async () => {
    tree = plant(plantedCode);
    const linted = await report(tree.directory, 'eslint/bin/eslint.js', ['--format', 'json', 'src', 'libs']);
    found = Object.fromEntries(
      (linted as Linted[]).map((file) => [relative(tree.directory, file.filePath), file.messages]),
    );
  }, 120_000);
  afterAll(() => tree.remove());

  it.each(breaches)('$rule finds $what in $file', ({ rule, file }) => {
    expect(found[file]?.map(({ ruleId }) => ruleId)).toContain(rule);
  });

  it.each(Object.keys(innocents))('lets %s be', (file) => {
    expect(found[file]).toEqual([]);
  });
});
