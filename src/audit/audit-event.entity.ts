import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One act on one chain: a pupil's, or a school's where no one pupil is meant. Only the function audit_append writes. */
@Entity('audit_event')
@Index(['schoolId', 'at', 'chainId', 'seq'])
@Index(['actorId', 'at'])
export class AuditEvent {
  @PrimaryColumn('uuid') chainId: string;
  @PrimaryColumn('bigint') seq: string;
  @Column('text') chain: string;
  @Column('timestamptz') at: Date;
  @Column('uuid') requestId: string;
  @Column('uuid', { nullable: true }) actorId: string | null;
  @Column('text') actorRole: string;
  @Column('uuid', { nullable: true }) actorSchoolId: string | null;
  @Column('text') action: string;
  @Column('text') outcome: string;
  @Column('text', { array: true }) sections: string[];
  @Column('text', { nullable: true }) basis: string | null;
  @Column('text', { nullable: true }) purpose: string | null;
  @Column('uuid', { array: true }) pupilIds: string[];
  @Column('uuid', { array: true }) subjectIds: string[];
  /** The school whose privacy officer reads this row: the pupil's home school when it happened. */
  @Column('uuid', { nullable: true }) schoolId: string | null;
  @Column('bytea') prevHash: Buffer;
  @Column('bytea') hash: Buffer;
  /** In which form the row was hashed: see canonical.rules.ts. */
  @Column('smallint') form: number;
  /** The pupil or guardian for whom someone else acted. */
  @Column('uuid', { nullable: true }) onBehalfOf: string | null;
  /** The share that let it through. */
  @Column('uuid', { nullable: true }) shareId: string | null;
  /** A code, where the action alone does not say why. */
  @Column('text', { nullable: true }) reason: string | null;
}

/** Where a chain ends. Only the function audit_append writes it. */
@Entity('audit_head')
export class AuditHead {
  @PrimaryColumn('uuid') chainId: string;
  @Column('bigint') seq: string;
  @Column('bytea') mac: Buffer;
}

/** Up to where a chain is in the file of signed heads. */
@Entity('audit_sealed')
export class AuditSealed {
  @PrimaryColumn('uuid') chainId: string;
  @Column('bigint') seq: string;
}
