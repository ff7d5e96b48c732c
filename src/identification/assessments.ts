import { Injectable } from '@nestjs/common';
import type { Assessment } from '#libs/indicators';
import type { Instant, Uuid } from '#libs/vocabulary';
import { actingAs, Grounds, knowsProcedure, type Identity } from '../access/index.js';
import { CaseFault } from '../cases/index.js';
import { Database } from '../platform/index.js';

/** A scoring as it was made, with its explanation in both languages. */
export interface RecordedAssessment {
  readonly id: Uuid;
  readonly procedureId: Uuid;
  readonly catalogue: string;
  readonly policy: string;
  readonly observed: readonly string[];
  readonly result: Assessment;
  readonly assessedAt: Instant;
}

const sql = `
  select id, procedure_id as "procedureId", catalogue, policy, observed, result, assessed_at as "assessedAt"
  from indicator_assessments where case_id = $1 order by assessed_at, id`;

/** The scorings of a case, for whom its identification may be known. */
@Injectable()
export class Assessments {
  constructor(
    private readonly database: Database,
    private readonly grounds: Grounds,
  ) {}

  /** @throws CaseFault `not-found` */
  async ofCase(identity: Identity, caseId: Uuid): Promise<readonly RecordedAssessment[]> {
    const ground = await this.grounds.of(identity, caseId);
    if (!ground || !knowsProcedure(identity.role, ground, 'identification')) throw new CaseFault('not-found');
    const as = actingAs(identity, ground.kind === 'participation' ? undefined : caseId);
    const { rows } = await this.database.inTransaction(as, (tx) =>
      tx.query(sql, [caseId], 'assessments_of_case'),
    );
    return rows.map((row) => ({
      ...(row as unknown as RecordedAssessment),
      assessedAt: (row['assessedAt'] as Date).toISOString(),
    }));
  }
}
