import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A one-time link for a member of staff; of several to one person only the last counts. */
@Entity('invitation')
@Index(['personId'])
@Index(['schoolId'])
export class Invitation {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('person')
  @Column('uuid')
  personId: string;
  @ForeignKey('school')
  @Column('uuid')
  schoolId: string;
  @Column('bytea', { unique: true }) codeHash: Buffer;
  @Column('uuid') invitedBy: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
  @ForeignKey('mail_message', { onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  mailId: string | null;
}
