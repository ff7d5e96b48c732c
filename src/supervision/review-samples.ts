import { Injectable } from '@nestjs/common';
import type { Instant, Uuid } from '#libs/vocabulary';
import { actingAs, type Identity } from '../access/index.js';
import { Database, EntityReads } from '../platform/index.js';
import { ReviewSample } from './review-sample.entity.js';

export interface SampleToReview {
  readonly id: Uuid;
  readonly caseId: Uuid;
  readonly reason: string;
  readonly sampledAt: Instant;
}

/** Cases drawn for review: a supervisor sees those her body worked on, the Coordinator and the Ombudsman all. */
@Injectable()
export class ReviewSamples {
  constructor(
    private readonly reads: EntityReads,
    private readonly database: Database,
  ) {}

  /** Samples that nobody has reviewed yet, oldest first; at most 200. */
  async open(identity: Identity): Promise<SampleToReview[]> {
    const samples = await this.reads.read(actingAs(identity), (tx) => {
      const query = tx.createQueryBuilder(ReviewSample, 's').where('s.reviewedAt is null');
      if (identity.role === 'supervisor')
        query.andWhere(
          'exists (select 1 from participations p where p.case_id = s.case_id and p.body_id = :bodyId)',
          { bodyId: identity.bodyId },
        );
      return query.orderBy('s.sampledAt').addOrderBy('s.id').take(200).getMany();
    });
    return samples.map(({ id, caseId, reason, sampledAt }) => ({
      id,
      caseId,
      reason,
      sampledAt: sampledAt.toISOString(),
    }));
  }

  /** Marks a sample as reviewed, in domain time. False where there is none open that she may see. */
  async review(identity: Identity, id: Uuid): Promise<boolean> {
    const mine = await this.open(identity);
    if (!mine.some((sample) => sample.id === id)) return false;
    const { count } = await this.database.inTransaction(actingAs(identity), (tx) =>
      tx.query(
        'update review_samples set reviewed_at = now_domain(), reviewed_by = $2 where id = $1 and reviewed_at is null',
        [id, identity.accountId],
      ),
    );
    return count === 1;
  }
}
