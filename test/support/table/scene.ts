import { plus, wholeDays } from '../model/time.js';
import {
  type GivenRole,
  type Id,
  one,
  type Period,
  type Person,
  type Placement,
  type Pupil,
  type Role,
  type Section,
  sections,
  type Session,
  type Share,
  type World,
} from '../model/world.js';

/** The moment of the table: a Monday in November, in the third lesson. */
export const now = '2026-11-16T10:00:00.000Z';
export const ago = (days: number): string => plus(now, -days * wholeDays);
export const thisYear: Period & { until: string } = { from: '2026-08-01', until: '2027-07-31' };

/**
 * What the table is about before a relation and a state change it: one pupil with everything that a pupil can have, people
 * around him, and one who asks. Ids say who or what it is.
 */
export interface Scene {
  world: World;
  /** Who asks. */
  actor: Person;
  session: Session;
  pupil: Pupil;
  /** Another pupil of the school, in another group. */
  classmate: Pupil;
  /** A pupil of another school in the region. */
  stranger: Pupil;
  placement: Placement;
  share(purpose: Share['purpose']): Share;
}

export function newScene(): Scene {
  const person = (id: Id, roles: [GivenRole, Id][] = []): Person => ({
    id,
    disabled: false,
    roles: roles.map(([role, school]) => ({ role, school, from: '2020-08-01', until: null })),
    teaches: [],
    guests: [],
  });
  const pupil = (id: Id, home: Id, group: Id): Pupil => ({
    id,
    home,
    bornOn: '2011-03-09',
    leftOn: null,
    erasedAt: null,
    disabled: false,
    enrolments: [{ group, from: '2026-08-01', until: null }],
    mentors: [],
    guardians: [],
    opened: null,
    applications: [],
    placements: [],
    shares: [],
    activities: [],
    reflections: [],
    emergencies: [],
  });
  const given = (purpose: Share['purpose']): Share => ({
    id: `share for ${purpose}`,
    to: 'mbo',
    basis: 'consent',
    purpose,
    sections: [...sections],
    since: ago(1),
    until: ago(-200),
    endedAt: null,
    askedAt: null,
    askedBy: null,
    answers: [
      { by: 'pupil', agreed: true, at: ago(1) },
      { by: 'parent', agreed: true, at: ago(1) },
    ],
  });
  const placement: Placement = {
    id: 'placement',
    to: 'mbo',
    plannedStart: '2026-08-01',
    endedOn: null,
    slbs: [{ person: 'slb', from: '2026-08-01', until: null }],
  };
  const first: Pupil = {
    ...pupil('pupil', 'home', 'group'),
    mentors: [{ person: 'mentor', ...thisYear }],
    guardians: [{ person: 'parent', custody: true }],
    applications: [{ id: 'application', to: 'mbo', plannedStart: '2027-08-01', withdrawnAt: null }],
    placements: [placement],
    shares: [given('intake'), given('handover')],
    activities: [
      { id: 'of the pupil', by: 'pupil', removed: false },
      { id: 'of the one who asks', by: 'actor', removed: false, group: 'group' },
      { id: 'of a colleague', by: 'mentor', removed: false, group: 'group' },
      { id: 'removed', by: 'mentor', removed: true, group: 'group' },
      { id: 'fourth', by: 'mentor', removed: false },
      { id: 'without reflection', by: 'mentor', removed: false },
    ],
    reflections: [
      { id: 'closed', activity: 'of the pupil', toSchool: null, toGuardian: null, toMbo: null },
      { id: 'for school', activity: 'of the one who asks', toSchool: ago(1), toGuardian: null, toMbo: null },
      { id: 'for home', activity: 'of a colleague', toSchool: null, toGuardian: ago(1), toMbo: null },
      { id: 'for the mbo', activity: 'fourth', toSchool: null, toGuardian: null, toMbo: ago(1) },
    ],
  };
  const world: World = {
    now,
    regions: [
      { id: 'region', statutory: true },
      { id: 'far region', statutory: true },
    ],
    schools: [
      { id: 'home', region: 'region', kind: 'vmbo', statutory: true },
      { id: 'other vmbo', region: 'region', kind: 'vmbo', statutory: true },
      { id: 'mbo', region: 'region', kind: 'mbo', statutory: true },
      { id: 'other mbo', region: 'far region', kind: 'mbo', statutory: true },
    ],
    groups: [
      { id: 'group', school: 'home' },
      { id: 'other group', school: 'home' },
      { id: 'far group', school: 'other vmbo' },
    ],
    people: [
      person('actor'),
      person('mentor', [['staff', 'home']]),
      person('decaan', [['decaan', 'home']]),
      person('slb', [['slb', 'mbo']]),
      person('intaker', [['intaker', 'mbo']]),
      person('parent'),
    ],
    pupils: [first, pupil('classmate', 'home', 'other group'), pupil('stranger', 'other vmbo', 'far group')],
    sessions: [
      {
        id: 'session',
        who: 'actor',
        at: 'home',
        factor: true,
        startedAt: plus(now, -wholeDays / 24),
        lastSeenAt: plus(now, -60_000),
        endedAt: null,
      },
    ],
  };
  return {
    world,
    actor: one(world.people, 'actor'),
    session: world.sessions[0]!,
    pupil: first,
    classmate: one(world.pupils, 'classmate'),
    stranger: one(world.pupils, 'stranger'),
    placement,
    share: (purpose) => one(first.shares, `share for ${purpose}`),
  };
}

export const works = (scene: Scene, role: GivenRole, school: Id, when: Partial<Period> = {}): void =>
  void scene.actor.roles.push({ role, school, from: '2020-08-01', until: null, ...when });

export const narrow = (scene: Scene, ...to: Section[]): void =>
  scene.pupil.shares.forEach((share) => (share.sections = to));

export type Named<T> = readonly [name: string, put: T];
export type { Role };
