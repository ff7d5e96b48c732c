import { Injectable } from '@nestjs/common';
import type { Uuid } from '#libs/vocabulary';
import { AccessRecords, actingAs, BreakGlassService, RateLimit, type Identity } from '../access/index.js';
import { Database, type Tx } from '../platform/index.js';
import { BlindIndex } from '../vault/index.js';
import { Worklist, type WorklistItem } from './worklist.js';

/** What a search brought: cases by codes, as in the worklist. */
export interface Found {
  readonly items: readonly WorklistItem[];
}

const caseNumber = /^az-\d{4}-\d{6,}$/i;
const most = 20;

/**
 * Looks in case numbers and in the blind index of names, among cases that the reader may know anyway, so that no answer
 * tells whether somebody is known elsewhere. What it returned is on record before it is shown.
 */
@Injectable()
export class Search {
  private readonly tries: RateLimit;

  constructor(
    private readonly database: Database,
    private readonly index: BlindIndex,
    private readonly records: AccessRecords,
    private readonly breakGlass: BreakGlassService,
    private readonly worklist: Worklist,
  ) {
    this.tries = new RateLimit(database, 'search', { tries: 30, seconds: 60 });
  }

  /** @throws TooManyTries whoever asks, by the interface, a page or a form */
  async find(identity: Identity, text: string): Promise<Found> {
    await this.tries.count(identity.accountId);
    const items = await (caseNumber.test(text)
      ? this.byNumber(identity, text.toUpperCase())
      : this.byName(identity, text));
    await this.records.add(identity, {
      caseId: null,
      what: 'search',
      ground: 'search',
      detail: `found:${items.length}`,
    });
    for (const { id } of items)
      await this.records.add(identity, { caseId: id, what: 'search', ground: 'search' });
    return { items };
  }

  private async byName(identity: Identity, text: string): Promise<readonly WorklistItem[]> {
    const ids = await this.database.inTransaction(actingAs(identity), (tx) =>
      this.index.find(tx, text, most),
    );
    return this.worklist.some(identity, ids);
  }

  /** A number is found among one's own cases, and among those that a grant of one's own opens. */
  private async byNumber(identity: Identity, number: string): Promise<readonly WorklistItem[]> {
    const own = await this.withNumber(identity, number);
    if (own.length > 0) return own;
    const granted = await this.breakGlass.openCases(identity);
    const found = await Promise.all(granted.map(({ caseId }) => this.withNumber(identity, number, caseId)));
    return found.flat();
  }

  private async withNumber(
    identity: Identity,
    number: string,
    granted?: Uuid,
  ): Promise<readonly WorklistItem[]> {
    const ids = await this.database.inTransaction(actingAs(identity, granted), (tx) => idsWith(tx, number));
    return this.worklist.some(identity, ids, granted);
  }
}

async function idsWith(tx: Tx, number: string): Promise<Uuid[]> {
  const { rows } = await tx.query<{ id: Uuid }>(
    'select id from cases where number = $1',
    [number],
    'case_with_number',
  );
  return rows.map(({ id }) => id);
}
