import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What pupil or guardian says is not right, and what the school answered. One open request per item. */
@Entity('rectification')
@Index(['pupilId'])
@Index(['schoolId'], { where: 'answered_at IS NULL AND withdrawn_at IS NULL' })
@Index(['about', 'subjectId'], { unique: true, where: 'answered_at IS NULL AND withdrawn_at IS NULL' })
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class Rectification {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  /** Whose readers see the zienswijze. */
  @Column('text') section: string;
  @Column('text') about: string;
  /** The activity, the enrolment, or the pupil. */
  @Column('uuid') subjectId: string;
  /** What stood there when it was asked. */
  @Column('jsonb') was: unknown;
  @Column('text') wrong: string;
  @Column('text') shouldBe: string;
  @Column('uuid') askedBy: string;
  @Column('text') askedAs: string;
  @Column('timestamptz') askedAt: Date;
  @Column('date') dueOn: string;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('text', { default: '' }) answer: string;
  /** What stands there since it was put right. */
  @Column('jsonb', { nullable: true }) became: unknown;
  @Column('uuid', { nullable: true }) answeredBy: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('int', { default: 1 }) version: number;
}
