import { Injectable } from '@nestjs/common';
import type { Instant, Uuid } from '#libs/vocabulary';
import { actingAs, type Identity } from '../access/index.js';
import { Database } from '../platform/index.js';
import { Worklist } from './worklist.js';

/** A case by codes only; `openedAt` in domain time. */
export interface Opened {
  readonly id: Uuid;
  readonly number: string;
  readonly ageStatus: string | null;
  readonly openedAt: Instant;
}

const hours = 2;
const most = 5;

/**
 * What the reader's own body has opened within the last two hours, the latest first: so that nobody opens one person's
 * case twice by going back, or beside a colleague. It tells of no other body, and compares no person.
 */
@Injectable()
export class JustOpened {
  constructor(
    private readonly database: Database,
    private readonly worklist: Worklist,
  ) {}

  async by(identity: Identity): Promise<readonly Opened[]> {
    const moments = await this.database.inTransaction(actingAs(identity), async (tx) => {
      const { rows } = await tx.query<{ id: Uuid; openedAt: Date }>(
        `select id, opened_at as "openedAt" from cases
         where opened_by_body_id = $1 and opened_at > now_domain() - make_interval(hours => $2)
         order by opened_at desc limit $3`,
        [identity.bodyId, hours, most],
      );
      return new Map(rows.map(({ id, openedAt }) => [id, openedAt.toISOString()]));
    });
    const known = await this.worklist.some(identity, [...moments.keys()]);
    return known
      .map(({ id, number, ageStatus }) => ({ id, number, ageStatus, openedAt: moments.get(id) ?? '' }))
      .sort((one, other) => other.openedAt.localeCompare(one.openedAt));
  }
}
