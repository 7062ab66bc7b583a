import type { Actor } from './actor.js';

/** Refusals are recorded too; the audit feature says how. */
export abstract class RefusalLog {
  abstract routeRefused(actor: Actor): Promise<void>;
}
