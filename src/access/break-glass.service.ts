import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Compartment, Uuid } from '#libs/vocabulary';
import { Database, decrypt, encrypt } from '../platform/index.js';
import { AccessRecords } from './access-records.js';
import { actingAs, type Identity } from './identity.js';
import { InstallationKeys } from './installation-keys.js';
import { mayOpen } from './need-to-know.js';
import { RateLimit } from './rate-limit.js';

/** Hours of wall time that a grant lasts: one shift's emergency. This project's choice, no act fixes it. */
export const breakGlassHours = 4;

export interface BreakGlassRequest {
  /** Number of the case, e.g. `AZ-2016-000042`. */
  readonly number: string;
  /** In words, for the reviewer; kept encrypted. */
  readonly reason: string;
  readonly compartments: readonly Compartment[];
}

/** The same for a number that no case has. `expiresAt` is wall time. */
export type BreakGlass =
  | {
      readonly kind: 'granted';
      readonly id: Uuid;
      readonly compartments: readonly Compartment[];
      readonly expiresAt: Date;
    }
  | { readonly kind: 'notForYourRole'; readonly compartments: readonly Compartment[] };

export interface GrantToReview {
  readonly id: Uuid;
  readonly accountId: Uuid;
  readonly name: string;
  /** Null where the number was wrong. */
  readonly caseId: Uuid | null;
  readonly compartments: readonly Compartment[];
  readonly grantedAt: Date;
  readonly expiresAt: Date;
}

type Row<T> = T & { [key: string]: unknown };

/** A supervisor of the case never hears from a house: who asks there, or why, may tell where the person is. */
const reviewable = `from break_glass_grants g join accounts a on a.id = g.account_id join bodies b on b.id = a.body_id
  where g.reviewed_at is null and g.account_id <> $1
    and ($2 = 'coordinator' or ($2 = 'supervisor' and (a.body_id = $3 or (b.kind <> 'shelter'
      and exists (select 1 from cases c where c.id = g.case_id and c.owner_body_id = $3)))))`;

/** Reading in an emergency without another ground: for some hours, some compartments, with a reason and a review. */
@Injectable()
export class BreakGlassService {
  private readonly tries: RateLimit;

  constructor(
    private readonly database: Database,
    private readonly records: AccessRecords,
    private readonly keys: InstallationKeys,
  ) {
    this.tries = new RateLimit(database, 'break-glass', { tries: 10, seconds: 3600 });
  }

  /**
   * Answers alike, and does the same work, whether the number is right or wrong. What the role may not open even so
   * is refused before the number is looked at, and so is a system: a person answers for the reason. Throws TooManyTries.
   */
  async ask(identity: Identity, { number, reason, compartments }: BreakGlassRequest): Promise<BreakGlass> {
    const person = identity.via === 'session';
    const closed = compartments.filter((one) => !person || !mayOpen(identity.role, 'breakGlass', one));
    if (closed.length > 0 || compartments.length === 0)
      return { kind: 'notForYourRole', compartments: closed };
    await this.tries.count(identity.accountId);
    const id = randomUUID();
    const sealed = encrypt(this.keys.breakGlass, Buffer.from(reason, 'utf8'), [id]).toString('base64');
    const expiresAt = await this.database.inTransaction(actingAs(identity), async (tx) => {
      const { rows } = await tx.query<{ expires_at: Date }>(
        `with granted as (
           insert into break_glass_grants (id, account_id, case_id, reason, compartments, expires_at)
           values ($1, $2, case_by_number($3), $4, $5, clock_timestamp() + $6 * interval '1 hour')
           returning case_id, expires_at
         ), recorded as (
           insert into access_records (account_id, body_id, role, case_id, what, compartments, ground, detail)
           select $2, $7, $8, case_id, 'breakGlass', $5, 'breakGlass', $1::text from granted
         ) select expires_at from granted`,
        [
          id,
          identity.accountId,
          number,
          sealed,
          compartments,
          breakGlassHours,
          identity.bodyId,
          identity.role,
        ],
      );
      return rows[0]?.expires_at;
    });
    return { kind: 'granted', id, compartments, expiresAt };
  }

  /** The cases that this person may read now by a grant of her own. */
  async openCases(identity: Identity): Promise<readonly { caseId: Uuid; expiresAt: Date }[]> {
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<{ caseId: Uuid; expiresAt: Date }>(
        `select case_id as "caseId", max(expires_at) as "expiresAt" from break_glass_grants
         where account_id = $1 and case_id is not null and expires_at > clock_timestamp() group by case_id`,
        [identity.accountId],
      ),
    );
    return rows;
  }

  /**
   * Grants that wait for this reviewer: a supervisor's own body and the cases that it owns, the Coordinator all; never
   * one's own.
   */
  async toReview(identity: Identity): Promise<readonly GrantToReview[]> {
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<Row<GrantToReview>>(
        `select g.id, g.account_id as "accountId", a.display_name as name, g.case_id as "caseId", g.compartments,
           g.granted_at as "grantedAt", g.expires_at as "expiresAt" ${reviewable} order by g.granted_at`,
        [identity.accountId, identity.role, identity.bodyId],
      ),
    );
    return rows;
  }

  /** The reason in words, recorded as read before it is told; null where it is not this reviewer's to read. */
  async reasonOf(identity: Identity, grantId: Uuid): Promise<string | null> {
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query<{ reason: string; case_id: Uuid | null }>(
        `select g.reason, g.case_id ${reviewable} and g.id = $4`,
        [identity.accountId, identity.role, identity.bodyId, grantId],
      ),
    );
    const [row] = rows;
    if (!row) return null;
    await this.records.add(identity, {
      caseId: row.case_id,
      what: 'breakGlassReason',
      ground: 'oversight',
      detail: grantId,
    });
    return decrypt(this.keys.breakGlass, Buffer.from(row.reason, 'base64'), [grantId]).toString('utf8');
  }

  /** Marks a grant as reviewed; false where it is not this reviewer's or was reviewed before. */
  async review(identity: Identity, grantId: Uuid): Promise<boolean> {
    const { count } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query(
        `update break_glass_grants set reviewed_at = clock_timestamp(), reviewed_by = $1
         where id in (select g.id ${reviewable} and g.id = $4)`,
        [identity.accountId, identity.role, identity.bodyId, grantId],
      ),
    );
    return count === 1;
  }
}
