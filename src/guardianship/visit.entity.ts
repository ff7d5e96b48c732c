import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A visit to a child, by codes. */
@Entity('guardianship_visits')
export class Visit {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('integer', { name: 'entry_seq' })
  entrySeq: number;

  @Column('timestamptz', { name: 'visited_at' })
  visitedAt: Date;

  @Column('text')
  outcome: string;

  @Column('text', { array: true })
  visitors: string[];

  @Column('boolean', { name: 'child_seen_alone' })
  childSeenAlone: boolean;
}
