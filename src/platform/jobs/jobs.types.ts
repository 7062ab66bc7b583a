/** What is done for rows that a request named, soon after its commit. The name is in the table `job_task`. */
export interface JobTask {
  name: string;
  /**
   * Within five minutes: then another process takes over. May so be asked twice for the same rows. Throws to be asked
   * again later.
   */
  run(ids: string[]): Promise<void>;
}

/** What is done again and again, by one process at a time. A moment that was missed is made up for once. */
export interface RepeatingJob {
  name: string;
  /** As in a crontab, in UTC: minute, hour, day, month, weekday. */
  schedule: string;
  run(): Promise<void>;
}
