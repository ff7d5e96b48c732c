import { Injectable } from '@nestjs/common';
import { nobody, SweepDatabase } from '../platform/database/index.js';

/**
 * How the clocks are served. `waiting`: due longer than two sweeps ago and not fired; `failing`: deadlines whose
 * firing failed and is tried again later; `failingCases`: their cases, which wait with them.
 */
export interface DeadlinesState {
  readonly waiting: number;
  readonly failing: number;
  readonly failingCases: number;
}

const count = `
  select count(*) filter (where due_at < (select now_domain()) - interval '30 seconds')::int as waiting,
    count(*) filter (where sweep_failures > 0)::int as failing,
    count(distinct case_id) filter (where sweep_failures > 0)::int as "failingCases"
  from deadlines where state = 'running' and due_at <= (select now_domain())`;

@Injectable()
export class DeadlinesHealth {
  constructor(private readonly database: SweepDatabase) {}

  async state(): Promise<DeadlinesState> {
    const { rows } = await this.database.inTransaction(nobody, (tx) =>
      tx.query<DeadlinesState & { [column: string]: unknown }>(count),
    );
    return rows[0] ?? { waiting: 0, failing: 0, failingCases: 0 };
  }
}
