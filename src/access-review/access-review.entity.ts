import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What a privacy officer found about unusual access. The finding itself has no row: the audit says it. */
@Entity('access_review')
@Unique(['schoolId', 'kind', 'actorId', 'day'])
export class AccessReview {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('school') @Column('uuid') schoolId: string;
  @Column('text') kind: string;
  @Column('uuid') actorId: string;
  @Column('date') day: string;
  @Column('text') outcome: string;
  @Column('text') note: string;
  @Column('uuid') reviewedBy: string;
  @Column('timestamptz') reviewedAt: Date;
  @Column('int', { default: 1 }) version: number;
}
