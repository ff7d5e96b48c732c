import { Injectable } from '@nestjs/common';
import type { Instant, Uuid } from '#libs/vocabulary';
import { actingAs, type Identity, mayKnowProcedure, Veils } from '../access/index.js';
import { law } from '../cases/index.js';
import { Database } from '../platform/index.js';
import { type Page, pageOf, pageSize, placeOf } from '../platform/keyset/index.js';

export const stuckReasons = ['clockMissing', 'nothingRuns', 'bodyInactive', 'bodyWithoutOfficer'] as const;

/** A procedure that nothing will bring up again by itself. Codes only. */
export interface StuckProcedure {
  readonly caseId: Uuid;
  readonly caseNumber: string;
  readonly procedureId: Uuid;
  readonly procedure: string;
  readonly state: string;
  /** When this state was entered. */
  readonly since: Instant;
  /**
   * `clockMissing`: a clock of the procedure runs, and no row wakes it. `nothingRuns`: an open case without a clock, a
   * task or a pending handoff. The others: whose turn it is has nobody who could act.
   */
  readonly reasons: readonly (typeof stuckReasons)[number][];
  readonly clocks: readonly string[];
  /** Those whose turn it is; a shelter that the reader may not know is left out. */
  readonly bodyIds: readonly Uuid[];
}

type Row = Record<string, unknown>;

const sql = `
  select case_id as "caseId", number as "caseNumber", procedure_id as "procedureId", procedure, state, since, reasons,
    clocks, bodies
  from stuck_procedures()
  where procedure = any($1) and ($2::timestamptz is null or (since, procedure_id) > ($2, $3::uuid))
  order by since, procedure_id limit $4`;

/** What a supervisor (of cases her body worked on), the Coordinator's office and the Ombudsman should look after. */
@Injectable()
export class StuckProcedures {
  constructor(
    private readonly database: Database,
    private readonly veils: Veils,
  ) {}

  /** Who waits longest first. @throws CursorFault */
  async list(
    identity: Identity,
    { cursor, limit: asked }: { cursor?: string | undefined; limit?: number | undefined } = {},
  ): Promise<Page<StuckProcedure>> {
    const [place, limit] = [placeOf(cursor), pageSize(asked)];
    const known = Object.keys(law.procedures).filter((type) =>
      mayKnowProcedure(identity.role, 'oversight', type),
    );
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<Row>(sql, [known, place?.at ?? null, place?.id ?? null, limit + 1], 'stuck_procedures'),
    );
    const veil = (await this.veils.at(identity))('oversight');
    return pageOf(
      rows,
      limit,
      (row) => ({ at: row['since'] as Date, id: String(row['procedureId']) }),
      ({ bodies, since, ...row }) => ({
        ...(row as unknown as StuckProcedure),
        since: (since as Date).toISOString(),
        bodyIds: (bodies as Uuid[]).filter((id) => !veil.hides(id)),
      }),
    );
  }
}
