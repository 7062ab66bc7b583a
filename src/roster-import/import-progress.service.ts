import { Injectable } from '@nestjs/common';
import type { Progress } from './roster-import.types.js';

/**
 * How far an import is, for whoever waits at the page. In memory: the work itself is one transaction, of which nobody
 * else sees anything until it is done, and when this process ends nothing of it stays.
 */
@Injectable()
export class ImportProgress {
  private readonly running = new Map<string, { done: number; of: number }>();
  private readonly failures = new Map<string, string>();

  start(id: string): void {
    this.failures.delete(id);
    this.running.set(id, { done: 0, of: 1 });
  }

  /** Tells nobody when nobody waits. */
  teller(id: string): Progress {
    return (done, of) => {
      if (this.running.has(id)) this.running.set(id, { done, of });
    };
  }

  finish(id: string, failure?: string): void {
    this.running.delete(id);
    if (failure) this.failures.set(id, failure);
  }

  isRunning(id: string): boolean {
    return this.running.has(id);
  }
  of(id: string): { done: number; of: number } | null {
    return this.running.get(id) ?? null;
  }
  failureOf(id: string): string | null {
    return this.failures.get(id) ?? null;
  }
}
