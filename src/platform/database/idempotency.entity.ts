import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * The answer of a request that creates, kept for a day in its own transaction, so that sending it twice does it once: with
 * where and as what it was asked.
 */
@Entity('idempotency')
@Index('idempotency_at_idx', ['at'])
export class Idempotency {
  @PrimaryColumn('uuid') actorId: string;
  @PrimaryColumn('text') key: string;
  @Column('text') route: string;
  @Column('bytea') bodyHash: Buffer;
  @Column('jsonb', { nullable: true }) response: unknown;
  @Column('timestamptz') at: Date;
  @Column('uuid', { nullable: true }) schoolId: string | null;
  @Column('text', { array: true, default: () => "'{unknown}'" }) roles: string[];
}
