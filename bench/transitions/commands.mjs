import { randomUUID } from 'node:crypto';

/** Moves the counters of one recorded command on, so that it can be written again: entries, receipt, vault item. */
export function rewritten(statements, round) {
  return statements.map((statement) => {
    switch (statement.name) {
      case 'entries_added':
        return { ...statement, values: [JSON.stringify(renumbered(JSON.parse(statement.values[0]), round))] };
      case 'receipt_added':
        return { ...statement, values: statement.values.with(1, randomUUID()) };
      case 'vault_items_added':
        return {
          ...statement,
          values: statement.values.with(
            2,
            statement.values[2].map(() => randomUUID()),
          ),
        };
      case 'case_moved':
        return { ...statement, values: statement.values.with(2, statement.values[2] + round) };
      default:
        return statement;
    }
  });
}

const renumbered = (entries, round) =>
  entries.map((entry) => ({
    ...entry,
    seq: entry.seq + round * entries.length,
    causeSeq: entry.causeSeq && entry.causeSeq + round * entries.length,
  }));

/** Ends of a sorted list of times, in milliseconds. */
export function quantile(times, part) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

export const median = (list) => quantile(list, 0.5);
