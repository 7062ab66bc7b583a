import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A share of sections of one pupil with one school for one purpose, from the first question to its end. */
@Entity('consent')
@Unique(['id', 'pupilId'])
@Index(['pupilId', 'toSchoolId'])
@Index(['toSchoolId'])
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class Consent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  @ForeignKey('school')
  @Column('uuid')
  toSchoolId: string;
  @Column('text', { array: true }) sections: string[];
  @Column('text') purpose: string;
  @Column('text') textVersion: string;
  /** The name of the receiving school when the share was made: as it stood in the text. */
  @Column('text', { default: '' }) toSchoolNamed: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') validUntil: Date;
  /** Set when a receiving school asked for it. */
  @Column('uuid', { nullable: true }) askedBy: string | null;
  @Column('timestamptz', { nullable: true }) askedAt: Date | null;
  /** Why it asked: one of a fixed list. */
  @Column('text', { nullable: true }) askedReason: string | null;
  /** The pupil put the request off until then. */
  @Column('timestamptz', { nullable: true }) laterUntil: Date | null;
  /** Since when every needed yes is there and no custody holder's no holds; null while something is missing. */
  @Column('timestamptz', { nullable: true }) inForceSince: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @Column('uuid', { nullable: true }) withdrawnBy: string | null;
  @Column('int', { default: 1 }) version: number;
}

/** The standing answer of one person: the pupil, or a guardian. */
@Entity('consent_answer')
@Unique(['consentId', 'byId'])
@Index(['pupilId'])
@ForeignKey('consent', ['consentId', 'pupilId'], ['id', 'pupilId'])
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class ConsentAnswer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') consentId: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  /** `pupil` or `guardian`. */
  @Column('text') byRole: string;
  @Column('uuid') byId: string;
  @Column('boolean') agreed: boolean;
  @Column('timestamptz') at: Date;
  /** The text that was on the screen; null for answers from before it was kept. */
  @ForeignKey('consent_text')
  @Column('uuid', { nullable: true })
  textId: string | null;
  /** Who wrote it down from paper; null when it was given in person. */
  @ForeignKey('person')
  @Column('uuid', { nullable: true })
  recordedBy: string | null;
  @ForeignKey('person')
  @Column('uuid', { nullable: true })
  secondId: string | null;
  @Column('date', { nullable: true }) signedOn: string | null;
}

/** An earlier answer, kept when the same person gave another. Only a trigger writes it. */
@Entity('consent_answer_past')
@Index(['consentId'])
@Index(['pupilId'])
@ForeignKey('consent', ['consentId', 'pupilId'], ['id', 'pupilId'])
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class ConsentAnswerPast {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') consentId: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  @Column('text') byRole: string;
  @Column('uuid') byId: string;
  @Column('boolean') agreed: boolean;
  @Column('timestamptz') at: Date;
  @ForeignKey('consent_text')
  @Column('uuid', { nullable: true })
  textId: string | null;
  /** Who wrote it down from paper; null when it was given in person. */
  @ForeignKey('person')
  @Column('uuid', { nullable: true })
  recordedBy: string | null;
  @ForeignKey('person')
  @Column('uuid', { nullable: true })
  secondId: string | null;
  @Column('date', { nullable: true }) signedOn: string | null;
  @Column('timestamptz') replacedAt: Date;
}
