import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Admitted at a receiving school. It lives until and including its last day; one runs per pupil and school. */
@Entity('placement')
@Unique(['id', 'pupilId', 'toSchoolId'])
@Index(['pupilId'])
@Index(['toSchoolId'])
@Index(['pupilId', 'toSchoolId'], { unique: true, where: 'ended_on IS NULL' })
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
@ForeignKey('opleiding', ['opleidingId', 'toSchoolId'], ['id', 'schoolId'])
export class Placement {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  @ForeignKey('school')
  @Column('uuid')
  toSchoolId: string;
  @Column('uuid') opleidingId: string;
  /** What it came from. */
  @ForeignKey('application')
  @Column('uuid', { nullable: true })
  applicationId: string | null;
  @Column('date') startsOn: string;
  @Column('date', { nullable: true }) endedOn: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}

/** The SLB'er of a placed student, by name: one at any time, which a trigger holds. Earlier ones are the history. */
@Entity('slb_assignment')
@Index(['placementId'])
@Index(['pupilId'])
@Index(['personId'])
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
@ForeignKey('placement', ['placementId', 'pupilId', 'toSchoolId'], ['id', 'pupilId', 'toSchoolId'])
export class SlbAssignment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') placementId: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  @Column('uuid') toSchoolId: string;
  @ForeignKey('person')
  @Column('uuid')
  personId: string;
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validUntil: string | null;
  @Column('uuid') recordedBy: string;
}
