import {
  hasCustody,
  hasEmergency,
  hasLeft,
  hasTie,
  isGuest,
  isMentor,
  isPlaced,
  isShared,
  isSlb,
  isYounger,
  teaches,
} from './relations.js';
import { type Standing, standing } from './standing.js';
import { dayOf, hasTurned } from './time.js';
import {
  type Id,
  type Moment,
  one,
  type Pupil,
  type Reflection,
  type Role,
  type Section,
  sections,
  type Session,
  type World,
} from './world.js';

/** How far a sight or a right to write goes, from narrow to wide. */
export const extents = ['no', 'name-and-group', 'own', 'opened', 'roster', 'whole'] as const;
export type Extent = (typeof extents)[number];
export type Action = 'read' | 'write';
type Rights = Record<Section, Record<Action, Extent>>;
type Row = readonly [profile: string, career: string, lob: string, reflections: string];

/** The table of the home school, as it is written in the specification: what is read, then what is written. */
const atHome: Partial<Record<Role, Row>> = {
  mentor: ['whole', 'whole', 'whole whole', 'opened'],
  decaan: ['whole', 'whole', 'whole whole', 'opened'],
  'lob-coordinator': ['whole', 'whole', 'whole whole', 'opened'],
  'care-coordinator': ['whole', 'whole', 'whole', 'no'],
  teacher: ['name-and-group', 'no', 'own own', 'no'],
  'school-administrator': ['roster roster', 'no', 'no', 'no'],
};
const ownDossier: Row = ['whole', 'whole', 'whole whole', 'whole whole'];
const nothing: Row = ['no', 'no', 'no', 'no'];

const rightsOf = (row: Row): Rights =>
  Object.fromEntries(
    sections.map((section, n) => {
      const [read = 'no', write = 'no'] = row[n]!.split(' ') as Extent[];
      return [section, { read, write }];
    }),
  ) as Rights;

const widest = (a: Extent, b: Extent): Extent => (extents.indexOf(a) < extents.indexOf(b) ? b : a);
const together = (all: readonly Row[]): Rights =>
  all
    .map(rightsOf)
    .reduce(
      (sum, each) =>
        Object.fromEntries(
          sections.map((s) => [
            s,
            { read: widest(sum[s].read, each[s].read), write: widest(sum[s].write, each[s].write) },
          ]),
        ) as Rights,
      rightsOf(nothing),
    );

/** What a session may do with each section of a pupil. */
export function rights(world: World, session: Session, pupilId: Id): Rights {
  const pupil = one(world.pupils, pupilId);
  const actor = standing(world, session);
  return actor === null || pupil.erasedAt !== null ? rightsOf(nothing) : together(rows(world, actor, pupil));
}

/** The answer to the one question. */
export const expected = (world: World, session: Session, pupil: Id, section: Section, action: Action): Extent =>
  rights(world, session, pupil)[section][action];

function rows(world: World, actor: Standing, pupil: Pupil): Row[] {
  if (actor.kind === 'pupil') return actor.id === pupil.id ? [ownDossier] : [];
  if (actor.kind === 'guardian') return hasCustody(pupil, actor.id) ? [guardianRow(world, pupil)] : [];
  const ordinary = actor.school === pupil.home ? homeRows(world, actor, pupil) : awayRows(world, actor, pupil);
  return hasEmergency(world, actor, pupil) ? [...ordinary, ['whole', 'no', 'no', 'no']] : ordinary;
}

function homeRows(world: World, actor: Standing, pupil: Pupil): Row[] {
  if (hasLeft(world, pupil)) return [];
  return [...actor.roles].flatMap((role) => {
    if (role === 'mentor' && !isMentor(world, actor, pupil)) return [];
    if (role === 'teacher' && !teaches(world, actor, pupil)) return [];
    return [atHome[role] ?? nothing];
  });
}

function awayRows(world: World, actor: Standing, pupil: Pupil): Row[] {
  const school = actor.school!;
  const { roles } = actor;
  const shared = (section: Section, purpose: 'intake' | 'handover'): boolean =>
    isShared(world, pupil, school, purpose, section);
  const all = (purpose: 'intake' | 'handover'): Row => [
    shared('profile', purpose) ? 'whole' : 'no',
    shared('school-career', purpose) ? 'whole' : 'no',
    shared('lob', purpose) ? 'whole' : 'no',
    shared('reflections', purpose) ? 'opened' : 'no',
  ];
  const found: Row[] = [];
  if (roles.has('intaker') && hasTie(world, pupil, school)) found.push(all('intake'));
  if (roles.has('slb') && isSlb(world, actor, pupil)) found.push(all('handover'));
  if (roles.has('mbo-care') && isPlaced(world, pupil, school) && shared('profile', 'handover'))
    found.push(['whole', 'no', 'no', 'no']);
  if (roles.has('guest-teacher') && isGuest(world, actor, pupil) && !hasLeft(world, pupil))
    found.push(['name-and-group', 'no', 'no', 'no']);
  return found;
}

/** From 16 what the pupil opened then or later, from 18 what he opened anew. */
function guardianRow(world: World, pupil: Pupil): Row {
  if (isYounger(world, pupil, 16)) return ['whole', 'whole', 'whole', 'opened'];
  const { opened } = pupil;
  const age = isYounger(world, pupil, 18) ? 16 : 18;
  const may = (section: Section): Extent =>
    opened !== null && opened.sections.includes(section) && hasTurned(age, pupil.bornOn, dayOf(opened.at))
      ? 'whole'
      : 'no';
  const anything = pupil.reflections.some(({ toGuardian }) => countsForGuardian(world, pupil, toGuardian));
  return [may('profile'), may('school-career'), may('lob'), anything ? 'opened' : 'no'];
}

/** Whether a reflection was opened to the guardians so that they read it today: from 18 only what was opened then. */
const countsForGuardian = (world: World, pupil: Pupil, at: Moment | null): boolean =>
  at !== null && (isYounger(world, pupil, 18) || hasTurned(18, pupil.bornOn, dayOf(at)));

/** Which reflections of the pupil a session reads. */
export function reflectionsFor(world: World, session: Session, pupilId: Id): Reflection[] {
  const pupil = one(world.pupils, pupilId);
  const extent = expected(world, session, pupilId, 'reflections', 'read');
  if (extent === 'whole') return pupil.reflections;
  if (extent === 'no') return [];
  const actor = standing(world, session)!;
  return pupil.reflections.filter(({ toGuardian, toSchool, toMbo }) => {
    if (actor.kind === 'guardian') return countsForGuardian(world, pupil, toGuardian);
    return (actor.school === pupil.home ? toSchool : toMbo) !== null;
  });
}

/** Which activities a session reads; what was removed is nobody's to read. */
export function activitiesFor(world: World, session: Session, pupilId: Id): Pupil['activities'] {
  const extent = expected(world, session, pupilId, 'lob', 'read');
  if (extent === 'no') return [];
  const there = one(world.pupils, pupilId).activities.filter(({ removed }) => !removed);
  return extent === 'whole' ? there : there.filter(({ by }) => by === session.who);
}
