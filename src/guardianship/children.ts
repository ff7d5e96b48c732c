import { Injectable } from '@nestjs/common';
import type { Instant, Uuid } from '#libs/vocabulary';
import { actingAs, type Identity } from '../access/index.js';
import { Database } from '../platform/index.js';
import { type Page, pageOf, pageSize, placeOf } from '../platform/keyset/index.js';
import { childrenSql, comingOfAgeSql, visitsSql } from './children-sql.js';

interface Child {
  readonly caseId: Uuid;
  readonly caseNumber: string;
  readonly procedureId: Uuid;
  readonly state: string;
}

/** A child of the queue of a guardianship body: codes and clocks, never a name. */
export interface ChildItem extends Child {
  readonly since: Instant;
  readonly ageStatus: string;
  readonly immediateDanger: boolean;
  /** `interim`, `parents`, `guardian`, `trustee`; null: nobody represents the child yet. */
  readonly representative: string | null;
  readonly eighteenIn: string | null;
  /** The handoff that the body has not accepted yet; null afterwards. */
  readonly handoffId: Uuid | null;
  /** `sent` or `received` while the body has not accepted; null afterwards. */
  readonly handoffState: string | null;
  readonly escalation: number;
  /** What is owed, the acceptance of the handoff among it; the first due first. */
  readonly deadlines: readonly { id: Uuid; name: string; dueAt: Instant; state: string }[];
}

export interface VisitDue extends Child {
  readonly dueAt: Instant;
  readonly overdue: boolean;
  readonly lastVisitAt: Instant | null;
  readonly lastOutcome: string | null;
}

export interface ComingOfAge extends Child {
  /** `YYYY-MM`. */
  readonly eighteenIn: string;
  /** When planning, and later the decision at eighteen, is due. */
  readonly planDueAt: Instant | null;
  readonly transitionPlanned: boolean;
}

interface ChildrenQuery {
  readonly state?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

type Row = Record<string, unknown>;

/** The lists of a guardianship body. Each body sees the children for whom it is asked or responsible. */
@Injectable()
export class Children {
  constructor(private readonly database: Database) {}

  /** @throws CursorFault */
  async queue(identity: Identity, { state, cursor, limit: asked }: ChildrenQuery): Promise<Page<ChildItem>> {
    const place = placeOf(cursor);
    const limit = pageSize(asked);
    const values = [state ?? null, place?.at ?? null, place?.id ?? null, limit + 1];
    const rows = await this.read(identity, childrenSql, values, 'children_of_body');
    return pageOf(
      rows,
      limit,
      (row) => ({ at: row['place'] as Date, id: String(row['procedureId']) }),
      childOf,
    );
  }

  /** Visits due before `to`; at most 200. */
  async visitsDue(identity: Identity, to?: string): Promise<readonly VisitDue[]> {
    const rows = await this.read(identity, visitsSql, [to ?? null], 'visits_of_body');
    return rows.map(({ clockState, dueAt, lastVisitAt, ...row }) => ({
      ...(row as unknown as VisitDue),
      dueAt: (dueAt as Date).toISOString(),
      overdue: clockState === 'passed',
      lastVisitAt: instantOf(lastVisitAt),
    }));
  }

  /** Who comes of age until a month, included; at most 200. */
  async comingOfAge(identity: Identity, until?: string): Promise<readonly ComingOfAge[]> {
    const rows = await this.read(identity, comingOfAgeSql, [until ?? null], 'coming_of_age');
    return rows.map((row) => ({
      caseId: String(row['caseId']),
      caseNumber: String(row['caseNumber']),
      procedureId: String(row['procedureId']),
      state: String(row['state']),
      eighteenIn: String(row['eighteenIn']),
      planDueAt: instantOf(row['planDueAt']),
      transitionPlanned: row['transitionPlannedAt'] !== null,
    }));
  }

  private async read(identity: Identity, sql: string, values: unknown[], name: string): Promise<Row[]> {
    const { rows } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query(sql, [identity.bodyId, ...values], name),
    );
    return rows;
  }
}

const instantOf = (value: unknown): Instant | null => (value instanceof Date ? value.toISOString() : null);

function childOf({ place: _, transitionPlannedAt: __, since, escalation, ...row }: Row): ChildItem {
  const child = row as unknown as ChildItem;
  return { ...child, since: (since as Date).toISOString(), escalation: Number(escalation ?? 0) };
}
