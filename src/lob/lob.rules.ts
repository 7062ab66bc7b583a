import type { Actor } from '../platform/access/actor.js';
import type { Permission } from '../pupil-access/pupil-access.types.js';
import { periodBackwards, tooFarAhead, tooLongAgo } from './lob.errors.js';

/** No pupil was at school longer ago than this. */
const YEARS_BACK = 15;

/**
 * A period runs forwards, starts at most a year ahead (a plan for later is no activity in a dossier) and lasts at most
 * a year from then.
 */
export function checkPeriod(startsOn: string, endsOn: string | undefined, today: string): void {
  const inYears = (years: number): string => `${Number(today.slice(0, 4)) + years}${today.slice(4)}`;
  if (startsOn > inYears(1)) throw tooFarAhead('startsOn');
  if (startsOn < inYears(-YEARS_BACK)) throw tooLongAgo();
  if (!endsOn) return;
  if (endsOn < startsOn) throw periodBackwards();
  if (endsOn > inYears(2)) throw tooFarAhead('endsOn');
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
