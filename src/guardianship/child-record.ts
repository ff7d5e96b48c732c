import { Injectable } from '@nestjs/common';
import type { Instant, Uuid } from '#libs/vocabulary';
import { actingAs, Grounds, knowsProcedure, type Identity } from '../access/index.js';
import { CaseFault } from '../cases/index.js';
import { EntityReads } from '../platform/index.js';
import { Representative } from './representative.entity.js';
import { Visit } from './visit.entity.js';

export interface RepresentativeShown {
  readonly kind: string;
  readonly relations: readonly string[];
  readonly fromBodyId: Uuid | null;
  readonly since: Instant;
  readonly until: Instant | null;
  readonly endReason: string | null;
  /** Number of the timeline entry: her name lies in the vault under it. */
  readonly entrySeq: number;
}

export interface VisitShown {
  readonly visitedAt: Instant;
  readonly outcome: string;
  readonly visitors: readonly string[];
  readonly childSeenAlone: boolean;
  readonly entrySeq: number;
}

/** Who represented a child and who looked in, the latest first; for whom its guardianship may be known. */
@Injectable()
export class ChildRecord {
  constructor(
    private readonly reads: EntityReads,
    private readonly grounds: Grounds,
  ) {}

  /** @throws CaseFault `not-found` */
  async ofCase(
    identity: Identity,
    caseId: Uuid,
  ): Promise<{ representatives: RepresentativeShown[]; visits: VisitShown[] }> {
    const ground = await this.grounds.of(identity, caseId);
    if (!ground || !knowsProcedure(identity.role, ground, 'guardianship')) throw new CaseFault('not-found');
    const as = actingAs(identity, ground.kind === 'participation' ? undefined : caseId);
    return this.reads.read(as, async (tx) => {
      const where = { caseId };
      const representatives = await tx.find(Representative, {
        where,
        order: { since: 'desc', entrySeq: 'desc' },
      });
      const visits = await tx.find(Visit, { where, order: { visitedAt: 'desc', entrySeq: 'desc' } });
      return { representatives: representatives.map(representativeShown), visits: visits.map(visitShown) };
    });
  }
}

const representativeShown = ({
  kind,
  relations,
  fromBodyId,
  since,
  until,
  endReason,
  entrySeq,
}: Representative): RepresentativeShown => ({
  kind,
  relations,
  fromBodyId,
  since: since.toISOString(),
  until: until?.toISOString() ?? null,
  endReason,
  entrySeq,
});

const visitShown = ({ visitedAt, outcome, visitors, childSeenAlone, entrySeq }: Visit): VisitShown => ({
  visitedAt: visitedAt.toISOString(),
  outcome,
  visitors,
  childSeenAlone,
  entrySeq,
});
