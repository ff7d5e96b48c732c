import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';

const data = 'libs/plan/data/nap-2014-2018';

describe('the generated ids', () => {
  const check = (directory: string) =>
    spawnSync(process.execPath, ['tools/plan/generate-ids.mjs', '--check', directory]).status;

  it('are those of the data', () => {
    expect(check(data)).toBe(0);
  });

  it('are found to differ when a measure of the data is renumbered', () => {
    const copy = mkdtempSync(join(tmpdir(), 'plan-'));
    try {
      cpSync(data, copy, { recursive: true });
      const file = join(copy, 'measures.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"id": "13.9.7"', '"id": "13.9.8"'));
      expect(check(copy)).toBe(1);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});

describe('a link to the plan', () => {
  /** The compiler's verdict on a set of link literals: whether each is accepted. */
  function accepted(links: readonly string[]): boolean[] {
    const file = 'libs/plan/src/planted-links.ts';
    const lines = links.map((link, at) => `export const link${at}: PlanLink = ${link};`);
    const source = ["import type { PlanLink } from './types.js';", ...lines].join('\n');
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
    };
    const host = ts.createCompilerHost(options);
    const { readFile, fileExists } = host;
    host.readFile = (name) => (name === file ? source : readFile(name));
    host.fileExists = (name) => name === file || fileExists(name);
    host.getSourceFile = (name, version) => {
      const text = host.readFile(name);
      return text === undefined ? undefined : ts.createSourceFile(name, text, version);
    };
    const program = ts.createProgram([file], options, host);
    const faults = ts.getPreEmitDiagnostics(program, program.getSourceFile(file));
    const lineOf = (fault: ts.Diagnostic) => fault.file?.getLineAndCharacterOfPosition(fault.start ?? 0).line;
    return links.map((_, at) => !faults.some((fault) => lineOf(fault) === at + 1));
  }

  it('compiles only when the id is in the plan, and fulfils only what a case can show', () => {
    const verdicts = {
      "{ measure: '13.5.1', relation: 'fulfils' }": true,
      "{ measure: '13.4.1', relation: 'fulfils' }": true,
      "{ measure: '13.1.7', relation: 'applies' }": true,
      "{ paragraph: '2.3.7', relation: 'applies' }": true,
      "{ measure: '13.1.7', relation: 'fulfils' }": false,
      "{ measure: '13.9.8', relation: 'applies' }": false,
      "{ paragraph: '2.3.8', relation: 'applies' }": false,
      "{ paragraph: '2.3.7', relation: 'fulfils' }": false,
    };
    expect(accepted(Object.keys(verdicts))).toEqual(Object.values(verdicts));
  });
});
