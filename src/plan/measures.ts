import { Injectable } from '@nestjs/common';
import {
  isMeasureId,
  measure,
  measures,
  notes,
  termState,
  type Measure,
  type Note,
  type TermState,
} from '#libs/plan';
import { Database, domainNow, nobody } from '../platform/index.js';
import { dayInBaku } from './months.js';

export type MeasureShown = Measure & { readonly state: TermState };
export type MeasureInFull = MeasureShown & { readonly notes: readonly Note[] };

/** The measures of the plan, and where their terms stand today. */
@Injectable()
export class PlanMeasures {
  constructor(private readonly database: Database) {}

  async list(): Promise<readonly MeasureShown[]> {
    const standing = await this.standing();
    return measures.map((each) => ({ ...each, state: standing(each) }));
  }

  /** Undefined for an id that the plan does not have. */
  async one(id: string): Promise<MeasureInFull | undefined> {
    if (!isMeasureId(id)) return undefined;
    const standing = await this.standing();
    const found = measure(id);
    return { ...found, state: standing(found), notes: notes.filter((note) => note.measures.includes(id)) };
  }

  /** A term that ended before the first case was opened here ended for others, not for this installation. */
  private async standing(): Promise<(measure: Measure) => TermState> {
    return this.database.inTransaction(nobody, async (tx) => {
      const now = await domainNow(tx);
      const { rows } = await tx.query<{ first: Date | null }>('select installation_first_moment() as first');
      const [firstDay, today] = [dayInBaku(rows[0]?.first ?? now), dayInBaku(now)];
      return (each) => termState(each, firstDay, today);
    });
  }
}
