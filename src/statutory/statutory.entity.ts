import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Since when a region, or a school in it, hands over on the ground of the law. Both are needed; earlier ones are the history. */
@Entity('statutory_switch')
@Index(['samenwerkingsverbandId'], {
  unique: true,
  where: '(off_at IS NULL) AND (samenwerkingsverband_id IS NOT NULL)',
})
@Index(['schoolId'], { unique: true, where: '(off_at IS NULL) AND (school_id IS NOT NULL)' })
export class StatutorySwitch {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('samenwerkingsverband')
  @Column('uuid', { nullable: true })
  samenwerkingsverbandId: string | null;
  @ForeignKey('school')
  @Column('uuid', { nullable: true })
  schoolId: string | null;
  @Column('timestamptz') onAt: Date;
  @Column('uuid') onBy: string;
  @Column('timestamptz', { nullable: true }) offAt: Date | null;
  @Column('uuid', { nullable: true }) offBy: string | null;
}

/** What a school passes on without consent, because the law lets it: from the inspection to its end. */
@Entity('statutory_share')
@Unique(['id', 'pupilId'])
@Index(['pupilId', 'toSchoolId'])
@Index(['toSchoolId'])
@Index(['schoolId'])
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class StatutoryShare {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  @ForeignKey('school')
  @Column('uuid')
  toSchoolId: string;
  @Column('text', { array: true }) sections: string[];
  @Column('text') purpose: string;
  /** When pupil and guardians could look at it. */
  @Column('timestamptz') offeredAt: Date;
  @Column('uuid') offeredBy: string;
  @Column('timestamptz') validUntil: Date;
  /** By the answers; null while some are missing: then it counts fourteen days after the offer. */
  @Column('timestamptz', { nullable: true }) inForceSince: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('uuid', { nullable: true }) endedBy: string | null;
}

/** What the pupil or a guardian makes of it. */
@Entity('statutory_answer')
@Unique(['shareId', 'byId'])
@Index(['pupilId'])
@ForeignKey('statutory_share', ['shareId', 'pupilId'], ['id', 'pupilId'])
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class StatutoryAnswer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') shareId: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  /** `pupil` or `guardian`. */
  @Column('text') byRole: string;
  @Column('uuid') byId: string;
  @Column('boolean') agreed: boolean;
  /** The own view (zienswijze); it travels along. */
  @Column('text', { default: '' }) view: string;
  @Column('timestamptz') at: Date;
}
