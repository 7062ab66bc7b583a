import { hasLeft, hasTie, isGuest, isMentor, isPlaced, isShared, isSlb, teaches } from './relations.js';
import { type Standing, standing } from './standing.js';
import { isCurrent } from './time.js';
import { type Id, one, type Pupil, type Session, type World } from './world.js';

export type List = 'group' | 'roster' | 'applicants' | 'students';

/** In which lists of a session a pupil stands. */
export function listsWith(world: World, session: Session, pupilId: Id): Set<List> {
  const pupil = one(world.pupils, pupilId);
  const actor = standing(world, session);
  const lists = new Set<List>();
  if (!actor || actor.kind !== 'staff' || pupil.erasedAt !== null) return lists;
  if (isInGroupList(world, actor, pupil)) lists.add('group');
  if (isOnRoster(world, actor, pupil)) lists.add('roster');
  if (actor.school !== pupil.home) {
    const { roles } = actor;
    const school = actor.school!;
    if (roles.has('intaker') && hasTie(world, pupil, school)) lists.add('applicants');
    if (roles.has('slb') && isSlb(world, actor, pupil)) lists.add('students');
    if (
      roles.has('mbo-care') &&
      isPlaced(world, pupil, school) &&
      isShared(world, pupil, school, 'handover', 'profile')
    )
      lists.add('students');
  }
  return lists;
}

/** Groups of the school with their pupils; a mentor's are his own, a teacher's those he teaches. */
function isInGroupList(world: World, actor: Standing, pupil: Pupil): boolean {
  if (hasLeft(world, pupil)) return false;
  if (!pupil.enrolments.some((enrolment) => enrolment.group !== null && isCurrent(world, enrolment))) return false;
  const { roles } = actor;
  if (actor.school !== pupil.home) return roles.has('guest-teacher') && isGuest(world, actor, pupil);
  return (
    (['decaan', 'lob-coordinator', 'care-coordinator', 'school-administrator'] as const).some((r) => roles.has(r)) ||
    (roles.has('mentor') && isMentor(world, actor, pupil)) ||
    (roles.has('teacher') && teaches(world, actor, pupil))
  );
}

/** All pupils of the school, by name. */
const isOnRoster = (world: World, { roles, school }: Standing, pupil: Pupil): boolean =>
  school === pupil.home && !hasLeft(world, pupil) && (roles.has('decaan') || roles.has('school-administrator'));
