import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import { InstallationKeys } from '../access/index.js';
import type { Statement, Tx } from '../platform/index.js';
import type { VaultText } from './items.js';
import { nameWords } from './name-words.js';

const tokenBytes = 16;

/** Finds cases by words of identity texts without keeping the words: only HMACs under a key of the installation. */
@Injectable()
export class BlindIndex {
  constructor(private readonly keys: InstallationKeys) {}

  /** One token per word of a name. */
  searchTokens(text: string): Buffer[] {
    return nameWords(text).map((word) =>
      createHmac('sha256', this.keys.searchIndex).update(`name ${word}`).digest().subarray(0, tokenBytes),
    );
  }

  /** Indexes the texts of the identity compartment; other texts are never searched. */
  statements(caseId: Uuid, texts: readonly VaultText[]): Statement[] {
    const names = texts.filter(({ compartment }) => compartment === 'identity').map(({ value }) => value);
    const tokens = this.searchTokens(names.join(' '));
    if (tokens.length === 0) return [];
    return [
      {
        name: 'blind_index_added',
        text: `insert into blind_index (case_id, kind, token) select $1, 'name', token from unnest($2::bytea[]) as t (token)`,
        values: [caseId, tokens],
      },
    ];
  }

  /**
   * Ids of cases that hold every word, at most `limit`. Row policies leave only cases whose identity the caller's
   * body may search: she takes part beyond a preview, and identity is neither sealed nor shredded.
   */
  async find(tx: Tx, text: string, limit = 20): Promise<readonly Uuid[]> {
    const tokens = this.searchTokens(text);
    if (tokens.length === 0) return [];
    const { rows } = await tx.query<{ case_id: Uuid }>(
      `select case_id from blind_index where kind = 'name' and token = any($1::bytea[])
       group by case_id having count(distinct token) = $2 order by case_id limit $3`,
      [tokens, tokens.length, limit],
      'blind_index_find',
    );
    return rows.map((row) => row.case_id);
  }
}
