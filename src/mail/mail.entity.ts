import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A message that waits, or was sent, or will not go any more. Holds no address and no text. */
@Entity('mail_message')
@Index(['nextTryAt'], { where: `status = 'waiting'` })
@Index(['personId', 'createdAt'])
@Index(['pupilId', 'createdAt'])
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class MailMessage {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: string;
  @ForeignKey('person')
  @Column('uuid', { nullable: true })
  personId: string | null;
  @Column('uuid', { nullable: true }) pupilId: string | null;
  /** Of a pupil the home school; of an invitation the school that invites. */
  @ForeignKey('school')
  @Column('uuid', { nullable: true })
  schoolId: string | null;
  /** The code of the link, sealed; wiped when the message has gone, or will not go. */
  @Column('bytea', { nullable: true }) secret: Buffer | null;
  @Column('text', { default: 'waiting' }) status: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('int', { default: 0 }) tries: number;
  @Column('timestamptz') createdAt: Date;
  /** Sending it later makes no sense: its link is over by then. */
  @Column('timestamptz', { nullable: true }) expiresAt: Date | null;
  @Column('timestamptz') nextTryAt: Date;
  /** Someone is sending it until then, or died at it. */
  @Column('timestamptz', { nullable: true }) claimedUntil: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
