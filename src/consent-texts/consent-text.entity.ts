import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What people agree to, in one language. It is never changed: another text is another version. */
@Entity('consent_text')
@Index('consent_text_for_all_idx', ['purpose', 'version', 'language'], {
  unique: true,
  where: 'samenwerkingsverband_id IS NULL',
})
@Index('consent_text_of_region_idx', ['samenwerkingsverbandId', 'purpose', 'version', 'language'], {
  unique: true,
  where: 'samenwerkingsverband_id IS NOT NULL',
})
export class ConsentText {
  @PrimaryColumn('uuid') id: string;
  @Column('text') version: string;
  @Column('text') purpose: string;
  @Column('text') language: string;
  @Column('text') languageName: string;
  @Column('text') title: string;
  /** Paragraphs. */
  @Column('text', { array: true }) body: string[];
  /** From when it is shown. */
  @Column('timestamptz') validFrom: Date;
  /** The region that added it; null: it comes with the product. */
  @ForeignKey('samenwerkingsverband')
  @Column('uuid', { nullable: true })
  samenwerkingsverbandId: string | null;
  @Column('uuid', { nullable: true }) addedBy: string | null;
  @Column('timestamptz') addedAt: Date;
}
