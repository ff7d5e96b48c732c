import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const settings = ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs', 'eslint.config.mjs'];

/** A copy of the house's rules over other files: what a rule answers there, it answers here. */
export interface PlantedTree {
  readonly directory: string;
  remove(): void;
}

/** Writes `files` (path to text) beside the project's settings in a new directory. */
export function plant(files: Readonly<Record<string, string>>): PlantedTree {
  const directory = mkdtempSync(join(tmpdir(), 'nrm-planted-'));
  for (const file of settings) cpSync(join(root, file), join(directory, file));
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), text);
  }
  return { directory, remove: () => rmSync(directory, { recursive: true }) };
}

/** Runs a program of node_modules and gives its JSON; its exit code says only that it found something. */
export function report(directory: string, program: string, args: readonly string[]): Promise<unknown> {
  const script = join(root, 'node_modules', program);
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  return new Promise((fulfil, reject) => {
    execFile(
      process.execPath,
      [script, ...args],
      { cwd: directory, env, maxBuffer: 256 * 1024 * 1024 },
      (error, stdout, stderr) => {
        try {
          fulfil(JSON.parse(stdout));
        } catch {
          reject(new Error(`${program} gave no report: ${stderr || (error?.message ?? '')}`));
        }
      },
    );
  });
}
