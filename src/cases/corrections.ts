import { Injectable } from '@nestjs/common';
import type { Compartment, Uuid } from '#libs/vocabulary';
import { actingAs, type Identity } from '../access/index.js';
import { Database } from '../platform/database/index.js';
import type { TextPart } from './command-data.js';
import { narrowest } from './compartments.js';
import type { CommandRequest } from './requests.js';

const written = `
  select distinct ref.compartment from timeline_entries e,
    jsonb_to_recordset(e.payload->'texts') as ref (compartment text)
  where e.case_id = $1 and e.seq = $2`;

/** Where a correction lies: beside the words that it corrects, so that it tells nobody what those do not. */
@Injectable()
export class Corrections {
  constructor(private readonly database: Database) {}

  /** The texts of a command; those of a correction in the narrowest compartment of the entry that it corrects. */
  async placed(
    identity: Identity,
    { caseId, procedure, command }: Pick<CommandRequest, 'caseId' | 'procedure' | 'command'>,
    entrySeq: unknown,
    texts: readonly TextPart[],
  ): Promise<readonly TextPart[]> {
    if (procedure !== 'caseFile' || command !== 'correctEntry') return texts;
    const beside = await this.compartmentsOf(identity, caseId, entrySeq);
    return texts.map((text) => ({ ...text, compartment: narrowest([text.compartment, ...beside]) }));
  }

  private async compartmentsOf(identity: Identity, caseId: Uuid, seq: unknown): Promise<Compartment[]> {
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<{ compartment: Compartment }>(written, [caseId, seq], 'compartments_corrected'),
    );
    return rows.map(({ compartment }) => compartment);
  }
}
