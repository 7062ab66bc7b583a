import {
  hasCustody,
  hasLeft,
  hasTie,
  isInForce,
  isMentor,
  isSlb,
  isYounger,
  mayOpenEmergency,
  mayUseStatutory,
} from './relations.js';
import { rights } from './sight.js';
import { type Standing, standing } from './standing.js';
import { dayOf, hasTurned } from './time.js';
import { type Id, one, type Pupil, type Role, sections, type Session, type Share, type World } from './world.js';

/** What may be done with a pupil beside reading and writing a section. */
export type Deed =
  | 'see-shares'
  | 'see-applications'
  | 'who-looked'
  | 'who-may-what'
  | 'copy'
  | 'export'
  | 'give'
  | 'ask'
  | 'paper-yes'
  | 'offer'
  | 'apply'
  | 'open-to-guardians'
  | 'emergency'
  | 'letters'
  | 'guardians'
  | 'mentors';
/** What may be done with one share. */
export type ShareDeed = 'answer' | 'withdraw' | 'end';

/** `empty`: an answer, and nothing in it. */
export type Verdict = 'yes' | 'no' | 'empty';
const yesIf = (may: boolean): Verdict => (may ? 'yes' : 'no');

/** Whether a session may do this with a pupil; `to` is the other school, where the deed has one. */
export function may(world: World, session: Session, pupilId: Id, deed: Deed, to: Id | null = null): Verdict {
  const pupil = one(world.pupils, pupilId);
  const actor = standing(world, session);
  if (!actor || pupil.erasedAt !== null) return 'no';
  const self = actor.kind === 'pupil' && actor.id === pupil.id;
  const parent = actor.kind === 'guardian' && hasCustody(pupil, actor.id);
  const speaksFor = parent && isYounger(world, pupil, 16);
  const tied = to !== null && hasTie(world, pupil, to);
  switch (deed) {
    case 'see-shares':
      if (parent && !speaksFor) return 'empty';
      return yesIf(self || speaksFor || guides(world, actor, pupil));
    case 'see-applications':
      if (parent && !speaksFor) return 'empty';
      return yesIf(self || speaksFor || guides(world, actor, pupil));
    case 'who-looked':
    case 'who-may-what':
    case 'copy':
      return yesIf(self || speaksFor);
    case 'export':
      return yesIf(mayExport(world, session, actor, pupil));
    case 'give':
      return yesIf(self && tied);
    case 'apply':
      return yesIf(self || guides(world, actor, pupil));
    case 'open-to-guardians':
      return yesIf(self && !isYounger(world, pupil, 16));
    case 'ask':
      return yesIf(actor.roles.has('intaker') && actor.school !== pupil.home && hasTie(world, pupil, actor.school!));
    case 'paper-yes':
      return yesIf(
        isYounger(world, pupil, 16) &&
          (isOwnMentor(world, actor, pupil) || worksHome(world, actor, pupil, 'decaan', 'school-administrator')),
      );
    case 'offer':
      return yesIf(guides(world, actor, pupil) && to !== null && mayUseStatutory(world, pupil, to));
    case 'emergency':
      return yesIf(actor.kind === 'staff' && mayOpenEmergency(world, actor, pupil));
    case 'letters':
      return yesIf(
        isOwnMentor(world, actor, pupil) || worksHome(world, actor, pupil, 'decaan', 'school-administrator'),
      );
    case 'guardians':
    case 'mentors':
      return yesIf(worksHome(world, actor, pupil, 'decaan', 'school-administrator'));
  }
}

/** Whether a session may do this with a share; whether it is too late for it, the state of the share says. */
export function mayWith(world: World, session: Session, pupilId: Id, share: Share, deed: ShareDeed): Verdict {
  const pupil = one(world.pupils, pupilId);
  const actor = standing(world, session);
  if (!actor || pupil.erasedAt !== null) return 'no';
  const self = actor.kind === 'pupil' && actor.id === pupil.id;
  const speaksFor = actor.kind === 'guardian' && hasCustody(pupil, actor.id) && isYounger(world, pupil, 16);
  if (deed === 'answer') return yesIf(self || speaksFor);
  if (deed === 'withdraw') return yesIf(share.basis === 'consent' && (self || speaksFor));
  return yesIf(share.basis === 'statutory' && guides(world, actor, pupil));
}

/** What a share says of itself. */
export function stateOf(world: World, pupil: Pupil, share: Share): 'ended' | 'expired' | 'in-force' | 'waiting' {
  if (share.endedAt !== null) return 'ended';
  if (share.until <= world.now) return 'expired';
  return isInForce(world, pupil, share) ? 'in-force' : 'waiting';
}

const worksHome = (world: World, actor: Standing, pupil: Pupil, ...wanted: Role[]): boolean =>
  actor.school === pupil.home && !hasLeft(world, pupil) && wanted.some((role) => actor.roles.has(role));
const isOwnMentor = (world: World, actor: Standing, pupil: Pupil): boolean =>
  worksHome(world, actor, pupil, 'mentor') && isMentor(world, actor, pupil);

/** Mentor of the pupil, decaan or LOB-coördinator at home. */
const guides = (world: World, actor: Standing, pupil: Pupil): boolean =>
  isOwnMentor(world, actor, pupil) || worksHome(world, actor, pupil, 'decaan', 'lob-coordinator');

/** The receiving school takes along what it may read; by an emergency nobody takes anything along. */
function mayExport(world: World, session: Session, actor: Standing, pupil: Pupil): boolean {
  if (actor.kind !== 'staff' || actor.school === pupil.home) return false;
  const intaker = actor.roles.has('intaker') && hasTie(world, pupil, actor.school!);
  const slb = actor.roles.has('slb') && isSlb(world, actor, pupil);
  if (!intaker && !slb) return false;
  const calm = { ...pupil, emergencies: [] };
  const read = rights({ ...world, pupils: [calm] }, session, pupil.id);
  return sections.some((section) => read[section].read !== 'no' && read[section].read !== 'name-and-group');
}

/**
 * Whether every needed yes to a consent is there: from 16 that of the pupil, given since then; before that the pupil's and
 * that of a guardian with custody, and no no of another.
 */
export function isComplete(world: World, pupil: Pupil, share: Share): boolean {
  const yes = share.answers.find(({ by, agreed }) => by === pupil.id && agreed);
  if (!yes) return false;
  if (!isYounger(world, pupil, 16)) return hasTurned(16, pupil.bornOn, dayOf(yes.at));
  const parents = share.answers.filter(({ by }) => hasCustody(pupil, by));
  if (parents.length === 0 || parents.some(({ agreed }) => !agreed)) return false;
  return !pupil.guardians.some(({ person }) => hasCustody(pupil, person) && standsAgainst(pupil, share, person));
}

/** A no to another share with that school for that purpose, or a withdrawal of it, stands until that guardian answers since. */
function standsAgainst({ shares }: Pupil, share: Share, guardian: Id): boolean {
  const said = shares
    .filter(({ id, basis }) => id !== share.id && basis === 'consent')
    .filter(({ to, purpose }) => to === share.to && purpose === share.purpose)
    .flatMap(({ answers, endedAt, endedBy }) => [
      ...answers.filter(({ by }) => by === guardian),
      ...(endedAt !== null && endedBy === guardian ? [{ agreed: false, at: endedAt }] : []),
    ]);
  const last = said
    .map(({ at }) => at)
    .sort()
    .at(-1);
  if (last === undefined || said.every(({ at, agreed }) => at !== last || agreed)) return false;
  return !share.answers.some(({ by, at }) => by === guardian && at >= last);
}
