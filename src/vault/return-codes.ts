import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant, Uuid } from '#libs/vocabulary';
import { InstallationKeys, RateLimit } from '../access/index.js';
import { Database, type Statement, type Tx } from '../platform/index.js';

/** Crockford's base 32: no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The way back of who refused: four groups of four characters, 80 bits. Only its HMAC is stored. */
@Injectable()
export class ReturnCodes {
  private readonly tries: RateLimit;

  constructor(
    private readonly keys: InstallationKeys,
    database: Database,
  ) {
    this.tries = new RateLimit(database, 'return-codes', { tries: 10, seconds: 3600 });
  }

  /**
   * The code of a case and a secret seed (account and idempotency key), always the same, so that a repeated request
   * can show it again; nobody else can derive it without the installation key.
   */
  issue(caseId: Uuid, seed: string): { readonly code: string; statement(now: Instant): Statement } {
    const code = this.derive(caseId, seed);
    return {
      code,
      statement: (now) => ({
        name: 'return_code_added',
        text: 'insert into return_codes (case_id, code_hash, created_at) values ($1, $2, $3)',
        values: [caseId, this.hash(code), now],
      }),
    };
  }

  /** The code once more, if it was issued for this seed and not used yet. */
  async again(tx: Tx, caseId: Uuid, seed: string): Promise<string | undefined> {
    const code = this.derive(caseId, seed);
    return (await this.caseWith(tx, code)) === caseId ? code : undefined;
  }

  /** Counts a try of somebody (account or address), before `find` and outside its transaction. Throws TooManyTries. */
  countTry(by: string): Promise<void> {
    return this.tries.count(by);
  }

  /** The case a code leads to, or null for a wrong, used or malformed one, with the same work. */
  async find(tx: Tx, code: string): Promise<Uuid | null> {
    return this.caseWith(tx, code);
  }

  /** A code leads back once. Row policies need the ground first (`app.case_id`, or participation). */
  useStatement(caseId: Uuid, code: string, now: Instant): Statement {
    return {
      name: 'return_code_used',
      text: 'update return_codes set used_at = $3 where case_id = $1 and code_hash = $2 and used_at is null',
      values: [caseId, this.hash(code), now],
    };
  }

  private async caseWith(tx: Tx, code: string): Promise<Uuid | null> {
    const sql = 'select case_by_return_code($1) as id';
    const { rows } = await tx.query<{ id: Uuid | null }>(sql, [this.hash(code)], 'return_code_find');
    return rows[0]?.id ?? null;
  }

  private derive(caseId: Uuid, seed: string): string {
    const bytes = this.mac(JSON.stringify(['code', caseId, seed]));
    const characters = [...bytes.subarray(0, 16)].map((byte) => alphabet.charAt(byte & 31)).join('');
    return characters.replace(/(.{4})(?=.)/g, '$1-');
  }

  private hash(code: string): string {
    return this.mac(JSON.stringify(['hash', plain(code)])).toString('hex');
  }

  private mac(text: string): Buffer {
    return createHmac('sha256', this.keys.returnCodes).update(text).digest();
  }
}

/** As read aloud or copied by hand: case, spaces and hyphens do not count, O is 0, I and L are 1. */
function plain(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}
