import { Injectable } from '@nestjs/common';
import type { Compartment, Instant, Uuid, Words } from '#libs/vocabulary';
import {
  type AccessRecord,
  AccessRecords,
  actingAs,
  BodiesService,
  Grounds,
  type Identity,
  Veils,
} from '../access/index.js';
import { CaseFault } from '../cases/index.js';
import { Database, type Tx } from '../platform/index.js';

/** Who read what of a case, when (wall time) and on what ground. */
export interface CaseAccess {
  readonly id: number;
  readonly at: Instant;
  readonly actor: {
    /** Null, as the name, for an officer or a system of a shelter that the reader may not know. */
    readonly id: Uuid | null;
    readonly name: string | null;
    /** A system of the body read, not an officer. */
    readonly system: boolean;
    readonly role: string;
    readonly body: Words | null;
  };
  readonly what: string;
  readonly compartments: readonly Compartment[];
  readonly ground: string;
  readonly purpose: string | null;
}

interface Listed {
  readonly items: CaseAccess[];
  readonly next?: number;
}

const unnamed = { id: null, name: null, system: false };

@Injectable()
export class CaseAccesses {
  constructor(
    private readonly database: Database,
    private readonly grounds: Grounds,
    private readonly records: AccessRecords,
    private readonly bodies: BodiesService,
    private readonly veils: Veils,
  ) {}

  /** For whoever may know the case, the oldest first; `after` is the id of the last one seen. @throws CaseFault `not-found` */
  list(
    identity: Identity,
    caseId: Uuid,
    { after, limit }: { after: number; limit: number },
  ): Promise<Listed> {
    const look = (tx: Tx) => this.records.ofCase(tx, caseId, { after, limit: limit + 1 });
    return this.listed(identity, caseId, limit, look);
  }

  /** The same, the newest first; `before` is the id of the last one seen. @throws CaseFault `not-found` */
  latest(
    identity: Identity,
    caseId: Uuid,
    { before, limit }: { before: number | null; limit: number },
  ): Promise<Listed> {
    const look = (tx: Tx) => this.records.latestOfCase(tx, caseId, { before, limit: limit + 1 });
    return this.listed(identity, caseId, limit, look);
  }

  private async listed(
    identity: Identity,
    caseId: Uuid,
    limit: number,
    look: (tx: Tx) => Promise<readonly AccessRecord[]>,
  ): Promise<Listed> {
    const ground = await this.grounds.of(identity, caseId);
    if (!ground || (ground.kind === 'participation' && ground.level === 'preview'))
      throw new CaseFault('not-found');
    const found = await this.database.inTransaction(actingAs(identity), look);
    const veil = await this.veils.of(identity, ground);
    const names = new Map((await this.bodies.all()).map((body) => [body.id, veil.body(body).name]));
    const items = found
      .slice(0, limit)
      .map(({ id, at, accountId, name, system, bodyId, role, detail, ...record }) => ({
        id,
        at: at.toISOString(),
        actor: {
          ...(veil.hides(bodyId) || veil.hides(accountId) ? unnamed : { id: accountId, name, system }),
          role,
          body: names.get(bodyId) ?? null,
        },
        what: record.what,
        compartments: record.compartments,
        ground: record.ground,
        purpose: detail,
      }));
    return found.length > limit ? { items, next: items.at(-1)?.id as number } : { items };
  }
}
