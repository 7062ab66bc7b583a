import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The app on someone's phone that makes codes. Only the sign-in role reaches this table. */
@Entity('second_factor')
export class SecondFactor {
  @ForeignKey('account', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  accountId: string;
  /** Sealed, and bound to the account. */
  @Column('bytea') secret: Buffer;
  /** The step of the last code that was used: a code works once. */
  @Column('bigint', { nullable: true }) lastStep: string | null;
  @Column('timestamptz') setAt: Date;
}

/** For who lost the phone: each works once. Only a keyed digest is stored. */
@Entity('recovery_code')
export class RecoveryCode {
  @ForeignKey('account', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  accountId: string;
  @PrimaryColumn('bytea') digest: Buffer;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}
