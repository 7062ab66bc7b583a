import type { Standing } from './standing.js';
import { hasTurned, isCurrent, plus, today, wholeDays } from './time.js';
import { type Id, one, type Period, type Pupil, type Purpose, type Section, type Share, type World } from './world.js';

export const hasLeft = (world: World, { leftOn }: Pupil): boolean => leftOn !== null && leftOn <= today(world);
export const isYounger = (world: World, { bornOn }: Pupil, age: number): boolean =>
  !hasTurned(age, bornOn, today(world));

const of = (world: World, all: readonly (Period & { person: Id })[], person: Id): boolean =>
  all.some((each) => each.person === person && isCurrent(world, each));

export const isMentor = (world: World, { id }: Standing, { mentors }: Pupil): boolean => of(world, mentors, id);

/** Whether the pupil is in this group today. */
export const isInGroup = (world: World, { enrolments }: Pupil, group: Id): boolean =>
  enrolments.some((enrolment) => enrolment.group === group && isCurrent(world, enrolment));

export const teaches = (world: World, { id }: Standing, pupil: Pupil): boolean =>
  one(world.people, id).teaches.some(
    (lesson) =>
      isCurrent(world, lesson) &&
      one(world.groups, lesson.group).school === pupil.home &&
      isInGroup(world, pupil, lesson.group),
  );

export const isGuest = (world: World, { id, school }: Standing, pupil: Pupil): boolean =>
  one(world.people, id).guests.some(
    (guest) => guest.school === school && isCurrent(world, guest) && isInGroup(world, pupil, guest.group),
  );

export const hasCustody = ({ guardians }: Pupil, id: Id): boolean =>
  guardians.some(({ person, custody }) => person === id && custody === true);

export const hasApplied = ({ applications }: Pupil, school: Id): boolean =>
  applications.some(({ to, withdrawnAt }) => to === school && withdrawnAt === null);

const placementsAt = (world: World, { placements }: Pupil, school: Id): Pupil['placements'] =>
  placements.filter(({ to, endedOn }) => to === school && (endedOn === null || today(world) <= endedOn));

export const isPlaced = (world: World, pupil: Pupil, school: Id): boolean =>
  placementsAt(world, pupil, school).length > 0;

export const hasTie = (world: World, pupil: Pupil, school: Id): boolean =>
  hasApplied(pupil, school) || isPlaced(world, pupil, school);

export const isSlb = (world: World, { id, school }: Standing, pupil: Pupil): boolean =>
  school !== null && placementsAt(world, pupil, school).some(({ slbs }) => of(world, slbs, id));

/** Since when a share counts: what lies for inspection without an answer counts after fourteen days. */
export const sinceWhen = ({ basis, since, askedAt }: Share): string | null =>
  since ?? (basis === 'statutory' && askedAt !== null ? plus(askedAt, 14 * wholeDays) : null);

const statutoryIsOn = (world: World, { home }: Pupil): boolean => {
  const school = one(world.schools, home);
  return school.statutory && one(world.regions, school.region).statutory;
};

/** Whether a share counts now. */
export function isInForce(world: World, pupil: Pupil, share: Share): boolean {
  const since = sinceWhen(share);
  if (since === null || share.endedAt !== null) return false;
  if (share.basis === 'statutory' && !statutoryIsOn(world, pupil)) return false;
  return since <= world.now && world.now < share.until;
}

export const isShared = (world: World, pupil: Pupil, to: Id, purpose: Purpose, section: Section): boolean =>
  pupil.shares.some(
    (share) =>
      share.to === to &&
      share.purpose === purpose &&
      share.sections.includes(section) &&
      isInForce(world, pupil, share),
  );

export const mayUseStatutory = (world: World, pupil: Pupil, to: Id): boolean =>
  statutoryIsOn(world, pupil) && hasTie(world, pupil, to);

/** Opened in an emergency less than an hour ago, by this person, where he acts. */
export const hasEmergency = (world: World, { id, school }: Standing, pupil: Pupil): boolean =>
  mayOpenEmergency(world, { id, school }, pupil) &&
  pupil.emergencies.some(
    ({ person, school: at, openedAt, endedAt }) =>
      person === id &&
      at === school &&
      endedAt === null &&
      openedAt <= world.now &&
      world.now < plus(openedAt, 60 * 60_000),
  );

/** Whoever works at the home school, or where the pupil is placed. */
export function mayOpenEmergency(world: World, { school }: Pick<Standing, 'id' | 'school'>, pupil: Pupil): boolean {
  if (school === null || pupil.erasedAt !== null) return false;
  if (school === pupil.home) return !hasLeft(world, pupil);
  return isPlaced(world, pupil, school);
}
