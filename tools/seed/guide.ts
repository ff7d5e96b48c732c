import { demoAccounts, demoBodies } from '../../src/access/index.js';
import { chapters } from './stories/index.js';
import type { Shown } from './tale.js';
import type { ToldCase } from './teller.js';

/** The accounts of the demo, one line each. */
export function accountsGuide(): string {
  const rows = Object.entries(demoAccounts).map(([username, { name, body }]) => [
    username,
    name,
    demoBodies[body].name.en,
  ]);
  return `Accounts\n${table(rows)}`;
}

const heading = `Open this case to see that, signed in as one of those named.
What waits for an answer of a body stands in its inbox, the rest in its worklist.`;

/** Open this case to see that, and as whom. */
export function casesGuide(cases: ReadonlyMap<string, ToldCase>): string {
  const parts = chapters.map(({ title, tales }) => {
    const rows = tales.flatMap(({ key, shown }) => rowsOf(shown, cases.get(key)));
    return `${title}\n${table(rows)}`;
  });
  return [heading, ...parts].join('\n\n');
}

function rowsOf({ state, see, as }: Shown, told: ToldCase | undefined): string[][] {
  if (!told) return [];
  const row = [told.number, as.join(', '), `${state}: ${see}`];
  return told.returnCode ? [row, ['', '', `return code ${told.returnCode}`]] : [row];
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return rows.map((row) => `  ${line(row)}`).join('\n');
}
