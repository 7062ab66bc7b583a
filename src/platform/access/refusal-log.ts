import type { Actor } from './actor.js';

/** Refusals are recorded too; the audit feature says how. */
export abstract class RefusalLog {
  /** Someone called a route that is not for his role. `route`: its method and pattern, never the address. */
  abstract routeRefused(actor: Actor, route?: string): Promise<void>;
  /** Someone who has yet to give the second step called a route for which it is needed. */
  abstract factorMissing(actor: Actor, route?: string): Promise<void>;
  /** Someone named a thing that is not there for him, and nothing else recorded it. */
  abstract outOfSight(actor: Actor, route?: string): Promise<void>;
}
