import { Injectable } from '@nestjs/common';
import type { JobTask, RepeatingJob } from './jobs.types.js';
import { readSchedule, type Schedule } from './schedule.rules.js';

/** Which jobs there are. A feature adds its own in `onModuleInit`, before any of them runs. */
@Injectable()
export class JobRegistry {
  readonly tasks = new Map<string, JobTask>();
  readonly repeating = new Map<string, RepeatingJob & { moments: Schedule }>();

  addTask(task: JobTask): void {
    this.claim(task.name);
    this.tasks.set(task.name, task);
  }

  addRepeating(job: RepeatingJob): void {
    this.claim(job.name);
    this.repeating.set(job.name, { ...job, run: () => job.run(), moments: readSchedule(job.schedule) });
  }

  private claim(name: string): void {
    if (this.tasks.has(name) || this.repeating.has(name)) throw new Error(`two jobs are called ${name}`);
  }
}
