import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An aanmelding for an opleiding. It never waits for a dossier. */
@Entity('application')
@Index(['pupilId'])
@Index(['toSchoolId'])
@Index(['pupilId', 'opleidingId'], { unique: true, where: 'withdrawn_at IS NULL' })
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
@ForeignKey('opleiding', ['opleidingId', 'toSchoolId'], ['id', 'schoolId'])
export class Application {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  @ForeignKey('school')
  @Column('uuid')
  toSchoolId: string;
  @Column('uuid') opleidingId: string;
  @Column('date') appliedOn: string;
  @Column('date') plannedStart: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
