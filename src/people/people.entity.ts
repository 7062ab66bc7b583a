import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A grown-up: staff of a school, or a guardian (also an institution). A pupil is not a person row: see pupil. */
@Entity('person')
@Unique(['accountId'])
@Index(['email'])
export class Person {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('account')
  @Column('uuid', { nullable: true })
  accountId: string | null;
  @Column('text', { default: '' }) givenName: string;
  @Column('text', { default: '' }) infix: string;
  @Column('text') familyName: string;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) phone: string | null;
}

@Entity('role_assignment')
@Index(['personId'])
@Index(['schoolId'])
export class RoleAssignment {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey(() => Person)
  @Column('uuid')
  personId: string;
  @ForeignKey('school')
  @Column('uuid')
  schoolId: string;
  @Column('text') role: string;
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validUntil: string | null;
}
