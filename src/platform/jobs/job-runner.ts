import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Config } from '../config.js';
import { JobRegistry } from './job-registry.js';
import { JobStore, type QueuedJob } from './job-store.js';
import { JobsDb } from './jobs-db.js';
import { lastMoment } from './schedule.rules.js';

const second = 1000;
const patience = 10 * second;

/** After each failure, how many seconds until the next try; then it is left for someone to look at. */
const waits = [10, 60, 300, 900, 3600, 4 * 3600, 12 * 3600, 24 * 3600];

/**
 * Runs the jobs in this process, beside the requests: what was asked for, and what repeats. Two loops that await each step,
 * so that a database that goes away costs a line in the log and nothing else. Nothing that is decided about access ever
 * waits for a job: one that comes late sends or cleans up late.
 */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private readonly stopping = new AbortController();
  private loops: Promise<void>[] = [];

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly registry: JobRegistry,
    private readonly store: JobStore,
    private readonly db: JobsDb,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.runJobs) return;
    let known = false;
    this.loops = [
      this.loop(second, () => this.runQueued()),
      this.loop(10 * second, async () => {
        if (!known) await this.know();
        known = true;
        await this.runRepeating();
      }),
    ];
  }

  /** Begins no new job; one that is under way may finish, within reason. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.race([Promise.all(this.loops), sleep(patience, undefined, { ref: false })]);
  }

  /** Repeating jobs count from here on; needed once, before the first of them can come due. */
  know(): Promise<void> {
    return this.store.know([...this.registry.repeating.keys()]);
  }

  /** All that is due now: what was asked for, one after the other. */
  async runQueued(): Promise<void> {
    const tasks = [...this.registry.tasks.keys()];
    while (!this.stopping.signal.aborted) {
      const job = await this.store.claim(tasks);
      if (!job) return;
      await this.runOne(job);
    }
  }

  /** The repeating jobs whose moment has come. */
  async runRepeating(): Promise<void> {
    for (const job of this.registry.repeating.values()) {
      const moment = lastMoment(job.moments, this.clock.now());
      if (this.stopping.signal.aborted || !moment || !(await this.store.reach(job.name, moment))) continue;
      try {
        await this.db.alone(job.name, () => job.run());
      } catch (error) {
        this.log.error('a job failed', { job: job.name }, error);
      }
    }
  }

  /** Of what went wrong the queue keeps the name of the error: its message may hold anything. */
  private async runOne(job: QueuedJob): Promise<void> {
    try {
      await this.registry.tasks.get(job.task)!.run(job.ids);
    } catch (error) {
      this.log.error('a job failed', { job: job.task }, error);
      await this.store.failed(job, error instanceof Error ? error.name : 'failed', waits[job.attempts - 1]);
      return;
    }
    await this.store.done(job);
  }

  private async loop(pause: number, round: () => Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    let down = false;
    while (!signal.aborted) {
      try {
        await round();
        down = false;
      } catch (error) {
        if (!down) this.log.error('jobs have to wait for the database', error);
        down = true;
      }
      await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
