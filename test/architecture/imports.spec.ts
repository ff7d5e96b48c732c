import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { plantedImports, violations } from './planted-imports.js';
import { plant, report, root, type PlantedTree } from './planted-tree.js';

interface Finding {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

const folders = ['libs', 'src', 'migrations', 'tools', 'test', 'bench'];

interface Summary {
  readonly violations: readonly Finding[];
  readonly ruleSetUsed: {
    readonly forbidden: readonly { readonly name: string; readonly comment: string }[];
  };
}

async function cruise(directory: string): Promise<Summary> {
  const present = folders.filter((folder) => existsSync(join(directory, folder)));
  const program = 'dependency-cruiser/bin/dependency-cruise.mjs';
  const options = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  return ((await report(directory, program, [...options, ...present])) as { summary: Summary }).summary;
}

describe('imports run one way', () => {
  let tree: PlantedTree;
  let found: readonly Finding[];
  let rules: Summary['ruleSetUsed']['forbidden'];

  beforeAll(async () => {
    tree = plant(plantedImports);
    const summary = await cruise(tree.directory);
    found = summary.violations;
    rules = summary.ruleSetUsed.forbidden;
  }, 120_000);
  afterAll(() => tree.remove());

  it.each(violations)('$rule answers $file', ({ rule, file }) => {
    expect(found.filter(({ from }) => from === file).map((finding) => finding.rule.name)).toContain(rule);
  });

  it('plants a violation of every rule', () => {
    expect([...new Set(violations.map(({ rule }) => rule))].sort()).toEqual(
      rules.map(({ name }) => name).sort(),
    );
  });

  it('gives a reason with every rule', () => {
    expect(rules.filter(({ comment }) => !comment || comment.length < 40)).toEqual([]);
  });

  it('answers nothing where nothing is planted', () => {
    const planted = new Set(violations.map(({ file }) => file));
    expect(found.filter(({ from }) => !planted.has(from))).toEqual([]);
  });

  it('finds nothing in the project itself', async () => {
    const { violations: real } = await cruise(root);
    expect(real.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  }, 120_000);
});
