import { hours, isCurrent, minutes, plus } from './time.js';
import { type Id, one, type Role, type Session, type World } from './world.js';

/** Who asks, as what. */
export interface Standing {
  kind: 'pupil' | 'guardian' | 'staff';
  id: Id;
  /** Where staff acts. */
  school: Id | null;
  roles: Set<Role>;
}

/** Who reads or writes care, exports or administers shows a second factor first. */
const needsFactor: ReadonlySet<Role> = new Set<Role>([
  'decaan',
  'care-coordinator',
  'school-administrator',
  'privacy-officer',
  'intaker',
  'mbo-care',
  'coordinator',
]);

/** A session lives ten hours at most, and half an hour after it was last used. */
export const isLive = (world: World, { startedAt, lastSeenAt, endedAt }: Session): boolean =>
  endedAt === null && world.now < plus(startedAt, 10 * hours) && world.now < plus(lastSeenAt, 30 * minutes);

/** Null: nobody. */
export function standing(world: World, session: Session): Standing | null {
  if (!isLive(world, session)) return null;
  const pupil = world.pupils.find(({ id }) => id === session.who);
  if (pupil) {
    if (pupil.disabled || pupil.erasedAt !== null) return null;
    return { kind: 'pupil', id: pupil.id, school: null, roles: new Set<Role>(['pupil']) };
  }
  const person = one(world.people, session.who);
  if (person.disabled) return null;
  const { id } = person;
  if (session.at === null) {
    const guards = world.pupils.some(({ guardians }) => guardians.some((guardian) => guardian.person === id));
    return guards ? { kind: 'guardian', id, school: null, roles: new Set<Role>(['guardian']) } : null;
  }
  const roles = rolesAt(world, id, session.at);
  if (roles.size === 0) return null;
  if (!session.factor && [...roles].some((role) => needsFactor.has(role))) return null;
  return { kind: 'staff', id, school: session.at, roles };
}

/** What a person is at a school today; whoever has no role there does not work there, whatever he was assigned. */
export function rolesAt(world: World, id: Id, school: Id): Set<Role> {
  const { roles, teaches, guests } = one(world.people, id);
  const current = new Set<Role>();
  for (const given of roles) if (given.school === school && isCurrent(world, given)) current.add(given.role);
  if (current.size === 0) return current;
  for (const { home, mentors } of world.pupils)
    if (home === school && mentors.some((mentor) => mentor.person === id && isCurrent(world, mentor)))
      current.add('mentor');
  for (const lesson of teaches)
    if (one(world.groups, lesson.group).school === school && isCurrent(world, lesson)) current.add('teacher');
  for (const guest of guests) if (guest.school === school && isCurrent(world, guest)) current.add('guest-teacher');
  return current;
}
