import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a receiving school took over: which sections, on which ground, and the fingerprint of the file. No content. */
@Entity('export_receipt')
@Index(['pupilId', 'toSchoolId'])
@Index(['toSchoolId'])
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class ExportReceipt {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  @ForeignKey('school')
  @Column('uuid')
  toSchoolId: string;
  @Column('text') purpose: string;
  @Column('text', { array: true }) sections: string[];
  @Column('text', { array: true }) basis: string[];
  @Column('uuid', { array: true }) shareIds: string[];
  /** SHA-256 over the canonical JSON that was given. */
  @Column('text') fingerprint: string;
  @Column('timestamptz') exportedAt: Date;
  @ForeignKey('person')
  @Column('uuid')
  exportedBy: string;
  /** Role in which it was taken over. */
  @Column('text') exportedAs: string;
}

/** What a receiving school is told when what it may read changes. Only the database writes it; the school confirms. */
@Entity('share_notice')
@Index(['pupilId', 'toSchoolId'])
@Index(['toSchoolId', 'at'])
@Index(['schoolId', 'at'])
@ForeignKey('pupil', ['pupilId', 'schoolId'], ['id', 'schoolId'])
export class ShareNotice {
  @PrimaryColumn('uuid') id: string;
  /** In which order the notices of a pupil were made. */
  @Column('int') seq: number;
  @Column('uuid') pupilId: string;
  @Column('uuid') schoolId: string;
  @ForeignKey('school')
  @Column('uuid')
  toSchoolId: string;
  @Column('text') purpose: string;
  /** The share, of whichever basis, that changed. */
  @Column('uuid') shareId: string;
  @Column('text') kind: string;
  /** What may be read from now on. */
  @Column('text', { array: true }) sections: string[];
  /** What may no longer be read. */
  @Column('text', { array: true }) lost: string[];
  @Column('timestamptz', { nullable: true }) until: Date | null;
  /** When it was written down. */
  @Column('timestamptz') toldAt: Date;
  /** From when it is so: for an end that comes by itself, the day on which it comes. */
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @ForeignKey('person')
  @Column('uuid', { nullable: true })
  confirmedBy: string | null;
  /** What was done with what had been taken over: `removed` or `kept`. */
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('text', { nullable: true }) keptReason: string | null;
}
