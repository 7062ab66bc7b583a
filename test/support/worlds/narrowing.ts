import { plusDays, today } from '../model/time.js';
import type { Period, World } from '../model/world.js';

/** Ways to take something away from a world. None of them may give anyone anything. */
export const narrowings: Readonly<Record<string, (world: World) => void>> = {
  'a share is withdrawn or ended': (world) => each(world, 'shares', (share) => (share.endedAt ??= world.now)),
  'a share ends now': (world) =>
    each(world, 'shares', (share) => (share.until = share.until < world.now ? share.until : world.now)),
  'a share loses a section': (world) =>
    each(world, 'shares', (share) => {
      if (share.sections.length > 1) share.sections = share.sections.slice(1);
    }),
  'what was waiting is not answered yet': (world) => each(world, 'shares', (share) => (share.since = null)),
  'an application is withdrawn': (world) => each(world, 'applications', (one) => (one.withdrawnAt ??= world.now)),
  'a placement ends': (world) => each(world, 'placements', (one) => (one.endedOn = yesterday(world))),
  "an SLB'er stops": (world) => each(world, 'placements', ({ slbs }) => slbs.forEach((slb) => stop(world, slb))),
  'a mentor stops': (world) => each(world, 'mentors', (one) => stop(world, one)),
  'a mentor begins later': (world) => each(world, 'mentors', (one) => begin(world, one)),
  'a teacher stops': ({ people, ...world }) =>
    people.forEach(({ teaches }) => teaches.forEach((one) => stop(world, one))),
  'a guest stops': ({ people, ...world }) => people.forEach(({ guests }) => guests.forEach((one) => stop(world, one))),
  'a guest begins later': ({ people, ...world }) =>
    people.forEach(({ guests }) => guests.forEach((one) => begin(world, one))),
  // Whoever lacks a second factor may regain something by losing the role that asks for it.
  'a role ends': (world) => {
    if (world.sessions.every(({ factor }) => factor))
      world.people.forEach(({ roles }) => roles.slice(0, 1).forEach((role) => stop(world, role)));
  },
  'a role begins later': (world) => {
    if (world.sessions.every(({ factor }) => factor))
      world.people.forEach(({ roles }) => roles.slice(-1).forEach((role) => begin(world, role)));
  },
  'the pupil leaves the group': (world) => each(world, 'enrolments', (one) => stop(world, one)),
  'custody is denied': (world) => each(world, 'guardians', (one) => (one.custody = false)),
  'custody is not known any more': (world) => each(world, 'guardians', (one) => (one.custody = null)),
  'the pupil closes what was open at home': ({ pupils }) => pupils.forEach((pupil) => (pupil.opened = null)),
  'a reflection is closed for the school': (world) => each(world, 'reflections', (one) => (one.toSchool = null)),
  'a reflection is closed at home': (world) => each(world, 'reflections', (one) => (one.toGuardian = null)),
  'a reflection is closed for the mbo': (world) => each(world, 'reflections', (one) => (one.toMbo = null)),
  'an activity is removed': (world) => each(world, 'activities', (one) => (one.removed = true)),
  'an emergency ends': (world) => each(world, 'emergencies', (one) => (one.endedAt ??= world.now)),
  'the region switches off what the law allows': ({ regions }) =>
    regions.forEach((region) => (region.statutory = false)),
  'the school switches off what the law allows': ({ schools }) =>
    schools.forEach((school) => (school.statutory = false)),
  'the pupil leaves the school': (world) => world.pupils.forEach((pupil) => (pupil.leftOn = yesterday(world))),
  'the pupil is erased': (world) => world.pupils.forEach((pupil) => (pupil.erasedAt = world.now)),
  'an account is disabled': ({ people }) => people.forEach((person) => (person.disabled = true)),
  'a session ends': (world) => world.sessions.forEach((session) => (session.endedAt = world.now)),
  'the second factor is not shown': ({ sessions }) => sessions.forEach((session) => (session.factor = false)),
};

/** The same world after that. */
export function narrowed(world: World, how: string): World {
  const copy = structuredClone(world);
  narrowings[how]!(copy);
  return copy;
}

type Lists =
  | 'shares'
  | 'applications'
  | 'placements'
  | 'mentors'
  | 'enrolments'
  | 'guardians'
  | 'reflections'
  | 'activities'
  | 'emergencies';
function each<K extends Lists>(world: World, list: K, change: (one: World['pupils'][number][K][number]) => void): void {
  for (const pupil of world.pupils) (pupil[list] as World['pupils'][number][K][number][]).forEach(change);
}
const yesterday = (world: Pick<World, 'now'>): string => plusDays(today(world as World), -1);
const stop = (world: Pick<World, 'now'>, period: Period): void => {
  if (period.until === null || period.until > yesterday(world)) period.until = yesterday(world);
};
const begin = (world: Pick<World, 'now'>, period: Period): void => {
  const tomorrow = plusDays(today(world as World), 1);
  if (period.from < tomorrow) period.from = tomorrow;
  if (period.until !== null && period.until < period.from) period.until = period.from;
};

/** Takes away whatever ties the people of a world to its first pupil; who works at his school works elsewhere. */
export function withoutRelation(world: World): World {
  const copy = structuredClone(world);
  const [pupil] = copy.pupils;
  Object.assign(pupil!, { mentors: [], guardians: [], applications: [], placements: [], shares: [], emergencies: [] });
  for (const person of copy.people) {
    person.roles.forEach((role) => (role.school = role.school === pupil!.home ? 'vmbo2' : role.school));
    person.teaches = [];
    person.guests = [];
  }
  copy.sessions = copy.sessions.filter(({ who }) => who !== pupil!.id);
  copy.sessions.forEach((session) => (session.at = session.at === pupil!.home ? 'vmbo2' : session.at));
  return copy;
}
