import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Someone opened a pupil in an emergency, for an hour. Never changed but to end it and to say what it was. */
@Entity('emergency_access')
@Index(['personId', 'openedAt'])
@Index(['schoolId', 'openedAt'])
@Index(['pupilId', 'openedAt'])
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class EmergencyAccess {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') pupilId: string;
  /** Home school of the pupil. */
  @Column('uuid') schoolId: string;
  @ForeignKey('person')
  @Column('uuid')
  personId: string;
  /** Where the person was acting. */
  @ForeignKey('school')
  @Column('uuid')
  atSchoolId: string;
  @Column('text') role: string;
  @Column('text') reason: string;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) reviewOutcome: string | null;
  @Column('text', { nullable: true }) reviewNote: string | null;
  @Column('uuid', { nullable: true }) reviewedBy: string | null;
  @Column('timestamptz', { nullable: true }) reviewedAt: Date | null;
  @Column('int', { default: 1 }) version: number;
}
