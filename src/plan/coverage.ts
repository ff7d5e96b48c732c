import { Injectable } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import { Database, nobody } from '../platform/index.js';
import { monthsBetween } from './months.js';

/** How often cases carried out a measure, or applied a measure or paragraph, in some months. */
export interface Coverage {
  /** Measure or paragraph. */
  readonly id: string;
  readonly kind: 'measure' | 'paragraph';
  /** Timeline entries that fulfil it; paragraphs are never fulfilled. */
  readonly fulfils: number;
  /** Timeline entries that apply it; never counted as fulfilment. */
  readonly applies: number;
  /** Cases; fewer than five are shown as `<5`, so that nobody is found by counting. */
  readonly persons: number | '<5';
  readonly transitions: readonly {
    readonly procedure: string;
    readonly command: string;
    readonly entries: number;
  }[];
}

interface Counted {
  measure: string | null;
  paragraph: string | null;
  relation: 'fulfils' | 'applies';
  procedure: string;
  command: string;
  entries: number;
  cases: Uuid[];
  [column: string]: unknown;
}

/** Counts over all cases, by when things happened. The function of the database gives figures, no case. */
@Injectable()
export class PlanCoverage {
  constructor(private readonly database: Database) {}

  /** @param months `YYYY-MM`, both included, whole months in Baku */
  async between({ from, to }: { from: string; to: string }): Promise<readonly Coverage[]> {
    const { start, end } = monthsBetween(from, to);
    const { rows } = await this.database.inTransaction(nobody, (tx) =>
      tx.query<Counted>('select * from plan_coverage($1, $2)', [start, end], 'plan_coverage'),
    );
    const ids = [...new Set(rows.map(idOf))].sort(inPlanOrder);
    return ids.map((id) =>
      coverageOf(
        id,
        rows.filter((row) => idOf(row) === id),
      ),
    );
  }
}

const idOf = ({ measure, paragraph }: Counted): string => measure ?? paragraph ?? '';
const inPlanOrder = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true });

function coverageOf(id: string, rows: readonly Counted[]): Coverage {
  const counted = (relation: Counted['relation']) =>
    rows.filter((row) => row.relation === relation).reduce((sum, row) => sum + row.entries, 0);
  const cases = new Set(rows.flatMap((row) => row.cases)).size;
  return {
    id,
    kind: rows[0]?.measure ? 'measure' : 'paragraph',
    fulfils: counted('fulfils'),
    applies: counted('applies'),
    persons: cases < 5 ? '<5' : cases,
    transitions: rows.map(({ procedure, command, entries }) => ({ procedure, command, entries })),
  };
}
