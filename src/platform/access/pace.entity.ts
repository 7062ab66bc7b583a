import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far ahead an account is of its pace; see the migration. */
@Entity('pace')
export class Pace {
  @PrimaryColumn('uuid') actorId: string;
  @PrimaryColumn('text') kind: string;
  @Column('timestamptz') aheadUntil: Date;
}
