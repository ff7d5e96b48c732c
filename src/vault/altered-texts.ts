import { Injectable, Logger } from '@nestjs/common';
import type { Compartment, Uuid } from '#libs/vocabulary';
import { Database, DatabaseError, type Identity } from '../platform/index.js';

/** A text that is not, or no longer, the one its entry was written with. */
export interface Altered {
  readonly item: Uuid;
  readonly compartment: Compartment;
  /** The entry it belongs to; null where no entry knows of it. */
  readonly seq: number | null;
}

const added = `
  insert into altered_texts (case_id, item, compartment, seq)
  select $1, * from unnest($2::uuid[], $3::text[], $4::int[]) on conflict do nothing`;

/** Puts what a reading found out before those who audit timelines. */
@Injectable()
export class AlteredTexts {
  private readonly logger = new Logger(AlteredTexts.name);

  constructor(private readonly database: Database) {}

  /** Each text once. That it could not be written is logged; the reader is told all the same. */
  async add(as: Identity, caseId: Uuid, found: readonly Altered[]): Promise<void> {
    if (found.length === 0) return;
    this.logger.error(`case ${caseId}: ${found.length} texts are not those their entries were written with`);
    const columns = [
      found.map(({ item }) => item),
      found.map(({ compartment }) => compartment),
      found.map(({ seq }) => seq),
    ];
    try {
      await this.database.inTransaction(as, (tx) => tx.query(added, [caseId, ...columns]));
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      this.logger.error(`case ${caseId}: the altered texts could not be noted (${error.kind})`);
    }
  }
}
