import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Who someone is at an identity provider: issuer and subject together, and nothing else that it says. */
@Entity('external_identity')
@Unique(['issuer', 'subject'])
@Index(['accountId'])
export class ExternalIdentity {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('account', { onDelete: 'CASCADE' })
  @Column('uuid')
  accountId: string;
  @Column('text') issuer: string;
  @Column('text') subject: string;
  @Column('timestamptz') linkedAt: Date;
}

/** An answer of a provider counts once: the digest of its state, for as long as the browser could send it again. */
@Entity('used_sign_on')
export class UsedSignOn {
  @PrimaryColumn('bytea') digest: Buffer;
  @Column('timestamptz') at: Date;
}
