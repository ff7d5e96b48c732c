import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who represented a child from when to when, by codes. */
@Entity('representatives')
export class Representative {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('integer', { name: 'entry_seq' })
  entrySeq: number;

  @Column('text')
  kind: string;

  @Column('text', { array: true })
  relations: string[];

  @Column('uuid', { name: 'from_body_id', nullable: true })
  fromBodyId: string | null;

  @Column('timestamptz')
  since: Date;

  @Column('timestamptz', { nullable: true })
  until: Date | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: string | null;
}
