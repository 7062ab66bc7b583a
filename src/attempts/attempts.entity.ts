import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed attempts per key: a login, a network, a second step. Grows the waiting time, never locks out. */
@Entity('sign_in_throttle')
export class SignInThrottle {
  @PrimaryColumn('bytea') key: Buffer;
  @Column('int') failures: number;
  @Column('timestamptz') lastFailureAt: Date;
}
