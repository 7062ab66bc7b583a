import type { Actor } from '../../platform/access/actor.js';
import { withQuery } from '../kit/address.js';
import { homeFor } from '../ui/nav.js';

/** To the second step, and from there to where someone was going. */
export const toSecondStep = (returnTo?: string): string => withQuery('/tweede-stap', { terug: returnTo });

/** Who can act in more places chooses first; then the second step where that place needs it; then where one was going. */
export function afterSignIn(actor: Actor, returnTo?: string): string {
  if (actor.elsewhere) return withQuery('/sessie/wissel', { kies: 1, terug: returnTo });
  return afterChoosing(actor, returnTo);
}

export const afterChoosing = (actor: Actor, returnTo?: string): string =>
  actor.factor === 'needed' ? toSecondStep(returnTo) : (returnTo ?? homeFor(actor));
