import { sections } from '../consent/consent.types.js';
import type { Role } from '../platform/access/actor.js';
import { dayAfter, dayOf } from '../platform/calendar.js';
import { DECIDES_ALONE_AT, OF_AGE } from '../pupils/pupils.types.js';
import { type Asker, decide, isListed } from './pupil-access.rules.js';
import type { Permission, PupilFacts } from './pupil-access.types.js';
import type { MayReaderResponse, MayReadResponse, MaySchoolResponse, WhoMayResponse } from './who-may.dto.js';

/** Somebody who could ask for the dossier, with the facts that count when he does; without a person a school as such. */
export interface Around {
  kind: 'staff' | 'guardian' | 'school';
  personId: string | null;
  name: string | null;
  schoolId: string | null;
  schoolName: string | null;
  roles: Role[];
  facts: PupilFacts;
  /** The last day of what somebody is to the pupil, per role. */
  lastDays: Partial<Record<Role, string | null>> | null;
}

/** What each of them may read now, school by school: each is asked about as if he asked himself. */
export function whoMay(around: readonly Around[], at: Date): WhoMayResponse {
  const today = dayOf(at);
  const people = around.filter(({ personId }) => personId !== null);
  const schools = new Map<string, MaySchoolResponse>();
  for (const one of around) {
    const known = one.schoolId === null ? undefined : schools.get(one.schoolId);
    if (one.kind !== 'guardian' && !known) schools.set(one.schoolId!, schoolOf(one));
  }
  for (const school of schools.values())
    school.readers = together(
      people.filter(({ kind, schoolId }) => kind === 'staff' && schoolId === school.id),
      today,
    );
  return {
    at: at.toISOString(),
    schools: [...schools.values()].sort(
      (a, b) => Number(b.home) - Number(a.home) || a.name.localeCompare(b.name, 'nl'),
    ),
    guardians: people.filter(({ kind }) => kind === 'guardian').map((one) => asksOf(one, today)[0] ?? nothing(one)),
  };
}

function schoolOf({ schoolId, schoolName, facts }: Around): MaySchoolResponse {
  return {
    id: schoolId!,
    name: schoolName!,
    home: schoolId === facts.schoolId,
    tied: facts.applied || facts.placed,
    shares: facts.shares.map(({ shareId, basis, purpose, sections: shared, until }) => ({
      id: shareId,
      basis,
      purpose,
      sections: sections.filter((section) => shared.includes(section)),
      endsOn: dayOf(new Date(until)),
      mayWithdraw: basis === 'consent',
    })),
    readers: [],
  };
}

/** Those who read the same in the same role together, in the order of the roles. */
function together(people: readonly Around[], today: string): MayReaderResponse[] {
  const readers = new Map<string, MayReaderResponse>();
  for (const entry of people.flatMap((one) => asksOf(one, today))) {
    const { role, listed, sections: may } = entry;
    const key = JSON.stringify([role, listed, may]);
    const same = readers.get(key);
    if (same) same.people.push(...entry.people);
    else readers.set(key, entry);
  }
  const order = (role: Role): number => shownOrder.indexOf(role);
  return [...readers.values()].sort((a, b) => order(a.role) - order(b.role));
}
const shownOrder: readonly Role[] = [
  'mentor',
  'decaan',
  'lob-coordinator',
  'care-coordinator',
  'teacher',
  'school-administrator',
  'intaker',
  'slb',
  'mbo-care',
  'guest-teacher',
];

/** What this person may read, an entry per role in which he reads it. */
function asksOf(one: Around, today: string): MayReaderResponse[] {
  const actor = actorOf(one);
  const byRole = new Map<Role, MayReaderResponse>();
  const entry = (role: Role): MayReaderResponse => {
    const known = byRole.get(role) ?? { ...nothing(one), role };
    byRole.set(role, known);
    return known;
  };
  for (const section of sections) {
    const permission = decide(actor, one.facts, section, 'read', today);
    if (permission) entry(permission.role).sections.push({ section, ...readAs(permission, one, today) });
  }
  const listedAs = isListed(actor, one.facts);
  if (listedAs) entry(listedAs).listed = true;
  return [...byRole.values()];
}

const nothing = ({ personId, name, roles }: Around): MayReaderResponse => ({
  role: roles[0]!,
  people: [{ id: personId!, name: name! }],
  listed: false,
  sections: [],
});

function readAs(permission: Permission, one: Around, today: string): Omit<MayReadResponse, 'section'> {
  const { extent, basis, purpose, shareId } = permission;
  return { extent, basis, purpose: purpose ?? null, shareId: shareId ?? null, endsOn: endOf(permission, one, today) };
}

/** The first day on which what holds now no longer does, as far as it is known; the earliest of what it rests on. */
function endOf({ role, basis, until }: Permission, { facts, lastDays }: Around, today: string): string | null {
  const ofAge = birthday(facts.birthDate, OF_AGE);
  const last = lastDays?.[role];
  const ends = [
    until && basis !== 'emergency' ? dayOf(new Date(until)) : null, // that one ends within the hour
    last ? dayAfter(last) : null,
    basis === 'custody' ? birthday(facts.birthDate, DECIDES_ALONE_AT) : null,
    // What was opened before the 18th birthday ends on it.
    basis === 'opened' && today < ofAge ? ofAge : null,
    endsWithSchool.has(basis) ? facts.leftOn : null,
  ];
  return ends.filter((day) => day !== null).sort()[0] ?? null;
}
const endsWithSchool: ReadonlySet<string> = new Set(['mentor', 'school-role', 'teaching', 'guest']);

/** The day on which somebody becomes so old; born on 29 February on 1 March of a common year. */
function birthday(birthDate: string, age: number): string {
  const year = Number(birthDate.slice(0, 4)) + age;
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return birthDate.slice(5) === '02-29' && !leap ? `${year}-03-01` : `${year}${birthDate.slice(4)}`;
}

/** As whom the rules see this person. */
const actorOf = ({ kind, personId, schoolId, roles }: Around): Asker => ({
  kind: kind === 'guardian' ? 'guardian' : 'staff',
  id: personId!,
  schoolId,
  roles,
});
