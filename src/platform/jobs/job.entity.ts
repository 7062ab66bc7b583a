import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What was asked for and is not done yet. */
@Entity('job')
@Index(['runAt'])
export class Job {
  @PrimaryColumn('uuid') id: string;
  @Column('text') task: string;
  /** What it is about, and nothing more. */
  @Column('uuid', { array: true }) ids: string[];
  @Column('timestamptz') createdAt: Date;
  /** Not before; never, of a job that was given up. */
  @Column('timestamptz') runAt: Date;
  @Column('int', { default: 0 }) attempts: number;
  /** Some process is at it until then, or died at it. */
  @Column('timestamptz', { nullable: true }) claimedUntil: Date | null;
  @Column('text', { nullable: true }) lastError: string | null;
}

/** What can be asked for: the names of the tasks. */
@Entity('job_task')
export class JobTaskName {
  @PrimaryColumn('text') name: string;
}

/** The last moment of each repeating job that some process took upon itself. */
@Entity('job_schedule')
export class JobSchedule {
  @PrimaryColumn('text') name: string;
  @Column('timestamptz') lastAt: Date;
}
