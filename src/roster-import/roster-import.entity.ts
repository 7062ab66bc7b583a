import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A file that was read, with what it would change; applied at most once, then its content is emptied. */
@Entity('roster_import')
@Index(['schoolId', 'createdAt'])
export class RosterImport {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('school')
  @Column('uuid')
  schoolId: string;
  @Column('text') kind: string;
  @Column('text') status: string;
  @Column('text') fileName: string;
  @Column('int') schoolYear: number;
  @Column('jsonb', { nullable: true }) parsed: unknown;
  @Column('jsonb', { nullable: true }) preview: unknown;
  @Column('jsonb', { nullable: true }) result: unknown;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) appliedAt: Date | null;
}
