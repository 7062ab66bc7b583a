import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** school_id is the home school. Rows of a pupil carry it in a composite foreign key, so that it cannot disagree. */
@Entity('pupil')
@Unique(['id', 'schoolId'])
@Unique(['schoolId', 'pupilNumber'])
@Unique(['accountId'])
@Index('pupil_gone_idx', ['id'], { where: 'left_on IS NOT NULL OR erased_at IS NOT NULL' })
export class Pupil {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('school')
  @Column('uuid')
  schoolId: string;
  @Column('text') pupilNumber: string;
  @ForeignKey('account')
  @Column('uuid', { nullable: true })
  accountId: string | null;
  /** Roepnaam. */
  @Column('text') givenName: string;
  /** First name as in the register, where it differs from the roepnaam. */
  @Column('text', { nullable: true }) registerName: string | null;
  @Column('text', { default: '' }) infix: string;
  @Column('text') familyName: string;
  @Column('date') birthDate: string;
  @Column('text', { nullable: true }) email: string | null;
  /** Sections that the pupil opened to the guardians; counts from the 16th birthday on, anew from the 18th. */
  @Column('text', { array: true, default: () => "'{}'" }) guardianSections: string[];
  @Column('timestamptz', { nullable: true }) guardianSectionsAt: Date | null;
  /** From this day on nobody at the home school sees the pupil any more. */
  @Column('date', { nullable: true }) leftOn: string | null;
  /** Since then nobody sees anything, and there is nothing to see. */
  @Column('timestamptz', { nullable: true }) erasedAt: Date | null;
  @Column('int', { default: 1 }) version: number;
}

/** A klas in one school year. */
@Entity('pupil_group')
@Unique(['id', 'schoolId'])
@Unique(['schoolId', 'schoolYear', 'name'])
export class PupilGroup {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('school')
  @Column('uuid')
  schoolId: string;
  @Column('int') schoolYear: number;
  @Column('text') name: string;
  @Column('int', { nullable: true }) year: number | null;
}

@Entity('enrolment')
@Unique(['pupilId', 'schoolYear'])
@Index(['groupId'])
@Index(['schoolId', 'schoolYear'])
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class Enrolment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  @Column('int') schoolYear: number;
  /** Of an earlier year it may be a group of the school where the pupil was then. */
  @ForeignKey('pupil_group')
  @Column('uuid', { nullable: true })
  groupId: string | null;
  /** Leerjaar, 1 to 6. */
  @Column('int', { nullable: true }) year: number | null;
  @Column('text', { nullable: true }) leerweg: string | null;
  @Column('text', { nullable: true }) profiel: string | null;
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validUntil: string | null;
}

/** Who mentors the pupil from and until (until is the last day of sight). A substitute always has an end. */
@Entity('mentor_assignment')
@Index(['pupilId'])
@Index(['personId'])
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class MentorAssignment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  @ForeignKey('person')
  @Column('uuid')
  personId: string;
  @Column('boolean', { default: false }) substitute: boolean;
  @Column('date') validFrom: string;
  @Column('date') validUntil: string;
}

@Entity('teaching_assignment')
@Index(['groupId'])
@Index(['personId'])
@ForeignKey('pupil_group', ['groupId', 'schoolId'], ['id', 'schoolId'])
export class TeachingAssignment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') groupId: string;
  @Column('uuid') schoolId: string;
  @ForeignKey('person')
  @Column('uuid')
  personId: string;
  @Column('text') subject: string;
  @Column('date') validFrom: string;
  @Column('date') validUntil: string;
}

/** Someone of an mbo who teaches a group of the vmbo between two days, both included. */
@Entity('guest_assignment')
@Index(['groupId'])
@Index(['personId'])
@ForeignKey('pupil_group', ['groupId', 'schoolId'], ['id', 'schoolId'])
export class GuestAssignment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') groupId: string;
  /** Of the group. */
  @Column('uuid') schoolId: string;
  @ForeignKey('person')
  @Column('uuid')
  personId: string;
  /** Where the guest works, and acts when he looks. */
  @ForeignKey('school')
  @Column('uuid')
  guestSchoolId: string;
  @Column('date') validFrom: string;
  @Column('date') validUntil: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}

/** custody null: the school has not said yet; that counts as no. */
@Entity('guardian')
@Unique(['pupilId', 'personId'])
@Index(['personId'])
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class Guardian {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  @ForeignKey('person')
  @Column('uuid')
  personId: string;
  @Column('boolean', { nullable: true }) custody: boolean | null;
  @Column('int', { default: 1 }) version: number;
}
