import { hasRole, type Actor, type Role } from '../platform/access/actor.js';
import type { KeptReason, Outcome } from './share-notices.types.js';

/** In which role this actor handles what is shared for a purpose; null: not his. */
export function handlesAs(actor: Actor, purpose: string): Role | null {
  if (purpose === 'intake' && hasRole(actor, 'intaker')) return 'intaker';
  if (purpose === 'handover' && hasRole(actor, 'slb')) return 'slb';
  return null;
}

/** The purposes that this actor handles. */
export const handled = (actor: Actor): string[] =>
  ['intake', 'handover'].filter((purpose) => handlesAs(actor, purpose) !== null);

/** What was kept is kept for a reason; what was removed needs none. */
export const reasonFits = (outcome: Outcome, keptReason: KeptReason | undefined): boolean =>
  (outcome === 'kept') === (keptReason !== undefined);
