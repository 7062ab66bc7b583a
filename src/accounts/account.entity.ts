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
  /** When the second step was given in this session. */
  @Column('timestamptz', { nullable: true }) factorAt: Date | null;
  /** A browser and a system in a word each, so that its holder recognises it. */
  @Column('text', { default: '' }) device: string;
  /** When an identity provider last saw a proof of who this is, if that was before the session began. */
  @Column('timestamptz', { nullable: true }) provenAt: Date | null;
  /** The provider through which it began. */
  @Column('text', { nullable: true }) provider: string | null;
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
