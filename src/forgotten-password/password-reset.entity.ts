import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A one-time link with which a new password is chosen. Only the sign-in role reaches it. */
@Entity('password_reset')
@Index(['accountId'])
export class PasswordReset {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('account', { onDelete: 'CASCADE' })
  @Column('uuid')
  accountId: string;
  @Column('bytea', { unique: true }) codeHash: Buffer;
  @Column('timestamptz') issuedAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}
