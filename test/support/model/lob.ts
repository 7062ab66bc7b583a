import { isInGroup, isMentor, teaches } from './relations.js';
import { expected } from './sight.js';
import { standing } from './standing.js';
import { type Activity, type Id, one, type Session, type World } from './world.js';

/** Whether a session may log an activity for a pupil, alone or with a group in which the pupil is today. */
export function mayLog(world: World, session: Session, pupil: Id, group: Id | null = null): boolean {
  if (expected(world, session, pupil, 'lob', 'write') === 'no') return false;
  return (
    group === null || (standing(world, session)?.kind === 'staff' && isInGroup(world, one(world.pupils, pupil), group))
  );
}

/** Facts are corrected and removed by the side that logged them: the pupil his own, the school the school's. */
export function mayCorrect(world: World, session: Session, pupil: Id, { by, removed }: Activity): boolean {
  const extent = expected(world, session, pupil, 'lob', 'write');
  if (removed || extent === 'no') return false;
  if (by === session.who) return true;
  return extent === 'whole' && by !== pupil && standing(world, session)?.kind === 'staff';
}

/** A class log as a whole: decaan and LOB-coördinator, and whoever logged it, for pupils whom he still guides or teaches. */
export function mayCorrectLog(world: World, session: Session, pupil: Id, activity: Activity): boolean {
  if (activity.group === undefined || !mayCorrect(world, session, pupil, activity)) return false;
  const actor = standing(world, session)!;
  if (actor.roles.has('decaan') || actor.roles.has('lob-coordinator')) return true;
  const of = one(world.pupils, pupil);
  return activity.by === actor.id && (isMentor(world, actor, of) || teaches(world, actor, of));
}
