import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

@Entity('samenwerkingsverband')
export class Samenwerkingsverband {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
}

@Entity('school')
@Unique(['brin'])
export class School {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey(() => Samenwerkingsverband)
  @Column('uuid')
  samenwerkingsverbandId: string;
  @Column('text') name: string;
  @Column('text') kind: string;
  @Column('text') brin: string;
  @Column('text', { nullable: true }) phone: string | null;
}

@Entity('location')
export class Location {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey(() => School)
  @Column('uuid')
  schoolId: string;
  @Column('text') name: string;
  @Column('text') place: string;
}
