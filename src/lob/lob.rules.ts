import type { Actor } from '../platform/access/actor.js';
import type { Permission } from '../pupil-access/pupil-access.types.js';
import { periodBackwards, tooFarAhead } from './lob.errors.js';

/** A period runs forwards and starts at most a year ahead: a plan for later is no activity in a dossier. */
export function checkPeriod(startsOn: string, endsOn: string | undefined, today: string): void {
  if (endsOn !== undefined && endsOn < startsOn) throw periodBackwards();
  const limit = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  if (startsOn > limit) throw tooFarAhead();
}

/**
 * Who may correct or remove the facts of an activity: whoever logged it; a mentor, decaan or LOB-coördinator also what
 * colleagues logged, but never what the pupil logged.
 */
export function mayCorrect(
  actor: Actor,
  permission: Permission,
  activity: { loggedBy: string; pupilId: string },
): boolean {
  if (activity.loggedBy === actor.id) return true;
  return permission.extent === 'whole' && actor.kind === 'staff' && activity.loggedBy !== activity.pupilId;
}
