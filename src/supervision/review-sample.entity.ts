import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A case drawn for review: voided, recorded as deceased, shared against a refusal. Codes only. */
@Entity('review_samples')
export class ReviewSample {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text')
  reason: string;

  @Column('timestamptz', { name: 'sampled_at' })
  sampledAt: Date;

  @Column('timestamptz', { name: 'reviewed_at', nullable: true })
  reviewedAt: Date | null;

  @Column('uuid', { name: 'reviewed_by', nullable: true })
  reviewedBy: string | null;
}
