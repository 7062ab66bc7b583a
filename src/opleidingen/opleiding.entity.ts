import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An mbo programme as a school offers it at a location. */
@Entity('opleiding')
@Unique(['id', 'schoolId'])
@Unique(['schoolId', 'locationId', 'crebo', 'leerweg'])
@Index(['schoolId', 'name'])
export class Opleiding {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('school')
  @Column('uuid')
  schoolId: string;
  @ForeignKey('location')
  @Column('uuid')
  locationId: string;
  /** Five digits (erkende opleidingscode). */
  @Column('text') crebo: string;
  @Column('text') name: string;
  /** 1 (entree) to 4. */
  @Column('int') niveau: number;
  /** `bol` or `bbl`. */
  @Column('text') leerweg: string;
  @Column('boolean', { default: true }) offered: boolean;
  @Column('int', { default: 1 }) version: number;
}
