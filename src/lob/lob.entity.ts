import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One activity in one pupil's dossier. Rows of one class log share log_id. */
@Entity('activity')
@Unique(['id', 'pupilId'])
@Index(['pupilId', 'startsOn'])
@Index(['logId'])
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class Activity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') logId: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  @ForeignKey('pupil_group')
  @Column('uuid', { nullable: true })
  groupId: string | null;
  @Column('text') type: string;
  @Column('text') title: string;
  @Column('text', { default: '' }) place: string;
  @Column('date') startsOn: string;
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('text', { default: '' }) beroep: string;
  @ForeignKey('opleiding')
  @Column('uuid', { nullable: true })
  opleidingId: string | null;
  @Column('text', { default: '' }) goal: string;
  @Column('text', { array: true, default: () => "'{}'" }) competences: string[];
  /** What a teacher remarks on this pupil; readable by pupil and guardian. */
  @Column('text', { default: '' }) remark: string;
  @Column('text', { default: '' }) result: string;
  @Column('text', { default: '' }) evaluation: string;
  @Column('text', { default: '' }) followUp: string;
  @Column('uuid') loggedBy: string;
  @Column('timestamptz') loggedAt: Date;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('text', { nullable: true }) removedReason: string | null;
  @Column('int', { default: 1 }) version: number;
}

/** The pupil's own words on one activity. Private until opened, to each reader apart. */
@Entity('reflection')
@Unique(['activityId'])
@Index(['pupilId'])
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
@ForeignKey('activity', ['activityId', 'pupilId'], ['id', 'pupilId'])
export class Reflection {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') activityId: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  @Column('text') text: string;
  @Column('timestamptz', { nullable: true }) openedToSchoolAt: Date | null;
  @Column('timestamptz', { nullable: true }) openedToGuardianAt: Date | null;
  @Column('timestamptz', { nullable: true }) openedToMboAt: Date | null;
  @Column('timestamptz') writtenAt: Date;
  @Column('int', { default: 1 }) version: number;
}
