import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A crebo list that was read for a location. What it would change is worked out anew each time it is looked at. */
@Entity('opleiding_import')
export class OpleidingImport {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('school')
  @Column('uuid')
  schoolId: string;
  @ForeignKey('location')
  @Column('uuid')
  locationId: string;
  @Column('text') fileName: string;
  @Column('jsonb') list: unknown;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
}
