import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer of a request that creates, kept in its own transaction, so that sending it twice does it once. */
@Entity('idempotency')
export class Idempotency {
  @PrimaryColumn('uuid') actorId: string;
  @PrimaryColumn('text') key: string;
  @Column('text') route: string;
  @Column('bytea') bodyHash: Buffer;
  @Column('jsonb', { nullable: true }) response: unknown;
  @Column('timestamptz') at: Date;
}
