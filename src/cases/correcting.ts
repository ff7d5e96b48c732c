import type { Codes, Facts, Uuid } from '#libs/vocabulary';
import type { Rows, Statement } from '../platform/database/index.js';

/** Looks up whose the entry is that `caseFile.correctEntry` names; of other commands it reads nothing. */
export function correctedReads(caseId: Uuid, command: string, { entrySeq }: Codes): Statement[] {
  if (command !== 'correctEntry' || typeof entrySeq !== 'number') return [];
  const text = 'select actor_body_id from timeline_entries where case_id = $1 and seq = $2';
  return [{ name: 'entry_corrected', text, values: [caseId, entrySeq] }];
}

export function correctingOf(read: Rows | undefined): Pick<Facts, 'correcting'> {
  if (!read) return {};
  const row = read.rows[0];
  return { correcting: row ? { bodyId: row['actor_body_id'] as Uuid | null } : null };
}
