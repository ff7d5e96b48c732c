import { Injectable } from '@nestjs/common';
import type { Instant, Uuid } from '#libs/vocabulary';
import { actingAs, type Identity, Veils } from '../access/index.js';
import { Database } from '../platform/index.js';

/** Something that was entered more than 72 hours after it happened. */
export interface LateEntry {
  readonly caseId: Uuid;
  readonly caseNumber: string;
  readonly seq: number;
  readonly procedure: string;
  readonly command: string;
  readonly bodyId: Uuid | null;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
}

const sql = `
  select case_id as "caseId", number as "caseNumber", seq, procedure, command, actor_body_id as "bodyId",
    happened_at as "happenedAt", recorded_at as "recordedAt"
  from late_entries e
  where $2 = 'coordinator' or exists (select 1 from participations p where p.case_id = e.case_id and p.body_id = $1)
  order by recorded_at desc, case_id, seq limit $3`;

/** Late entries that a supervisor or the Coordinator's office looks through, the newest first. */
@Injectable()
export class LateEntries {
  constructor(
    private readonly database: Database,
    private readonly veils: Veils,
  ) {}

  async list(identity: Identity, limit = 200): Promise<readonly LateEntry[]> {
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query(sql, [identity.bodyId, identity.role, limit], 'late_entries'),
    );
    const veil = (await this.veils.at(identity))('oversight');
    return rows.map((row) => ({
      ...(row as unknown as LateEntry),
      bodyId: veil.id(row['bodyId'] as Uuid | null),
      happenedAt: (row['happenedAt'] as Date).toISOString(),
      recordedAt: (row['recordedAt'] as Date).toISOString(),
    }));
  }
}
