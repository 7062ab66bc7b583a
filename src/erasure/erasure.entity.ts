import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** How long a part is kept, counted from what, and why; the same for the whole region. */
@Entity('retention_term')
export class RetentionTerm {
  @PrimaryColumn('text') part: string;
  @Column('int') position: number;
  @Column('text') anchor: string;
  @Column('interval') term: string;
  @Column('text') basis: string;
  /** Where the term comes from. */
  @Column('text') source: string;
}

/** What a school keeps longer than the term. Nothing goes before somebody confirmed it. */
@Entity('retention_report')
@Index(['schoolId'], { unique: true, where: 'confirmed_at IS NULL' })
export class RetentionReport {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('school')
  @Column('uuid')
  schoolId: string;
  @Column('timestamptz') madeAt: Date;
  /** null: made by the daily job. */
  @Column('uuid', { nullable: true }) madeBy: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
  @Column('int', { default: 1 }) version: number;
}

/** One part of one pupil in a report. */
@Entity('retention_item')
@Index(['pupilId'])
@ForeignKey('retention_report', ['reportId'], ['id'])
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class RetentionItem {
  @PrimaryColumn('uuid') reportId: string;
  @PrimaryColumn('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  @PrimaryColumn('text') part: string;
  /** `left`, or `last-enrolment` where the school never said that the pupil left. */
  @Column('text') anchor: string;
  @Column('date') since: string;
  @Column('date') dueOn: string;
  @Column('text') basis: string;
  /** erased, held, or not-due when it had become otherwise. */
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('timestamptz', { nullable: true }) doneAt: Date | null;
}

/** Nothing of this pupil goes while it stands, as in a dispute. */
@Entity('legal_hold')
@Index(['pupilId'], { unique: true, where: 'lifted_at IS NULL' })
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class LegalHold {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  @Column('text') reason: string;
  @Column('uuid') setBy: string;
  @Column('timestamptz') setAt: Date;
  @Column('uuid', { nullable: true }) liftedBy: string | null;
  @Column('timestamptz', { nullable: true }) liftedAt: Date | null;
  @Column('text', { nullable: true }) liftedReason: string | null;
}

/** Pupil or guardian asks to be forgotten (AVG art. 17); the school decides within a month. */
@Entity('erasure_request')
@Index(['schoolId'])
@Index(['pupilId'], { unique: true, where: 'decided_at IS NULL AND withdrawn_at IS NULL' })
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class ErasureRequest {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  @Column('text') words: string;
  @Column('uuid') askedBy: string;
  @Column('text') askedAs: string;
  @Column('timestamptz') askedAt: Date;
  @Column('date') dueOn: string;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('text', { array: true, default: () => "'{}'" }) parts: string[];
  @Column('text', { default: '' }) answer: string;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('int', { default: 1 }) version: number;
}
