import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A way to sign in. Without password it waits for its activation code. */
@Entity('account')
@Unique(['login'])
export class Account {
  @PrimaryColumn('uuid') id: string;
  @Column('text') login: string;
  @Column('text', { nullable: true }) passwordHash: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) activatedAt: Date | null;
  @Column('timestamptz', { nullable: true }) disabledAt: Date | null;
}

/** A grown-up: staff of a school, or a guardian (also an institution). A pupil is not a person row: see pupil. */
@Entity('person')
@Unique(['accountId'])
@Index(['email'])
export class Person {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey(() => Account)
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

@Entity('session')
@Index(['accountId'])
export class Session {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea', { unique: true }) tokenHash: Buffer;
  @ForeignKey(() => Account)
  @Column('uuid')
  accountId: string;
  @Column('uuid', { nullable: true }) schoolId: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') lastSeenAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

/** Failed attempts per key: an account's login, or a network. Grows the waiting time, never locks out. */
@Entity('sign_in_throttle')
export class SignInThrottle {
  @PrimaryColumn('bytea') key: Buffer;
  @Column('int') failures: number;
  @Column('timestamptz') lastFailureAt: Date;
}

@Entity('activation_code')
@Index(['accountId'])
export class ActivationCode {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey(() => Account)
  @Column('uuid')
  accountId: string;
  @Column('bytea', { unique: true }) codeHash: Buffer;
  @Column('timestamptz') issuedAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}
