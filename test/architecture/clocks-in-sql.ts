import ts from 'typescript';
import type { SourceFile } from './sources.js';

/** Moments of PostgreSQL that stand still within a transaction or carry no date: no room has a use for them. */
const frozen =
  /\b(now|transaction_timestamp|statement_timestamp|timeofday)\s*\(|\b(current_timestamp|current_date|current_time|localtimestamp|localtime)\b/i;
const wall = /\bclock_timestamp\s*\(/i;

/** SQL in this file that takes its time from PostgreSQL instead of a parameter. */
export function clocksInSql(file: SourceFile): { frozen: string[]; wall: string[] } {
  const texts = sqlTexts(file);
  const lines = texts.flatMap((text) => text.split('\n')).map((line) => line.trim());
  return { frozen: lines.filter((line) => frozen.test(line)), wall: lines.filter((line) => wall.test(line)) };
}

/** `table.column` for each column whose default is the wall clock. */
export function wallClockColumns(file: SourceFile): string[] {
  let table = '';
  const found: string[] = [];
  for (const line of sqlTexts(file).flatMap((text) => text.split('\n'))) {
    table = /create table (\w+)/i.exec(line)?.[1] ?? table;
    const column = /^\s*(\w+) timestamptz.*default clock_timestamp\(\)/i.exec(line)?.[1];
    if (column) found.push(`${table}.${column}`);
  }
  return found;
}

/** Texts of the file that read as SQL; sentences for people may hold the word "now". */
function sqlTexts({ path, text }: SourceFile): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node)) {
      found.push(
        [node.head, ...node.templateSpans.map(({ literal }) => literal)].map((t) => t.text).join('$'),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter((sql) =>
    /\b(select|insert|update|delete|create|alter|from|values|set|where|default)\b/i.test(sql),
  );
}
