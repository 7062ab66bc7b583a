import { randomUUID } from 'node:crypto';
import type { ChangedField, ChangedPupil, PersonTarget, PupilValues, RosterDiff } from './diff.types.js';
import { splitFullName } from './names.rules.js';

/** Rows to write, with their ids: one list per statement. */
export interface RosterPlan {
  newGroups: { id: string; name: string; year: number }[];
  groupYears: { name: string; year: number }[];
  newPersons: PersonRow[];
  newRoles: { id: string; personId: string }[];
  changedPersons: PersonRow[];
  newPupils: PupilRow[];
  changedPupils: (PupilRow & { version: number })[];
  enrolments: EnrolmentRow[];
  /** Whose mentors of now have today's predecessor as their last day. */
  endMentorsOf: string[];
  newMentors: { id: string; pupilId: string; personId: string }[];
  newGuardians: { id: string; pupilId: string; personId: string; custody: boolean | null }[];
  endTeaching: string[];
  newTeaching: { id: string; group: string; personId: string; subject: string }[];
  left: string[];
  /** Who had left and is back. */
  returned: string[];
  /** Per pupil what is on record, by the id of the pupil. */
  record: { pupilId: string; action: 'pupil.changed' | 'mentor.changed' | 'guardian.changed' | 'pupil.left' }[];
}
interface PersonRow {
  id: string;
  givenName: string;
  infix: string;
  familyName: string;
  email: string | null;
}
interface PupilRow {
  id: string;
  pupilNumber: string;
  givenName: string;
  registerName: string | null;
  infix: string;
  familyName: string;
  birthDate: string;
  email: string | null;
}
interface EnrolmentRow {
  id: string;
  pupilId: string;
  group: string;
  year: number;
  leerweg: string | null;
  profiel: string | null;
}

const notOfPupil: readonly ChangedField[] = ['mentor', 'guardian', 'guardianEmail'];

const personRow = (id: string, name: string, email: string | null): PersonRow => ({
  id,
  // Someone of whom only the address is known is called by it until the school says more.
  ...(name.includes('@') ? { givenName: '', infix: '', familyName: name } : splitFullName(name)),
  email,
});
const pupilRow = (id: string, values: PupilValues): PupilRow => ({
  id,
  pupilNumber: values.pupilNumber,
  givenName: values.givenName,
  registerName: values.registerName,
  infix: values.infix,
  familyName: values.familyName,
  birthDate: values.birthDate,
  email: values.email,
});
const enrolmentRow = (pupilId: string, values: PupilValues): EnrolmentRow => ({
  id: randomUUID(),
  pupilId,
  group: values.group,
  year: values.year,
  leerweg: values.leerweg,
  profiel: values.profiel,
});

/** Turns what an import would do into rows. `versions`: of the pupils as they were read, so that no change gets lost. */
export function planRoster(diff: RosterDiff, versions: ReadonlyMap<string, number>, confirmGone: boolean): RosterPlan {
  const staff = idsOf(diff.newStaff);
  const guardians = idsOf(diff.newGuardianPersons);
  const known = [...diff.changed, ...diff.returned];
  const pupilIds = new Map(known.map((pupil) => [pupil.values.pupilNumber, pupil.pupilId]));
  for (const { values } of diff.new) pupilIds.set(values.pupilNumber, randomUUID());
  const idOf = (pupilNumber: string): string => pupilIds.get(pupilNumber) ?? '';
  const returned = new Set(diff.returned);
  const ofPupil = known.filter(
    (pupil) => returned.has(pupil) || pupil.changes.some((c) => !notOfPupil.includes(c.field)),
  );
  const otherMentor = known.filter((pupil) => has(pupil, 'mentor'));
  const mentored = [...diff.new, ...otherMentor].filter((pupil) => pupil.values.mentor !== null);
  const otherGuardians = known.filter((pupil) => has(pupil, 'guardian') || has(pupil, 'guardianEmail'));
  const left = confirmGone ? diff.gone.map((pupil) => pupil.pupilId) : [];
  const recorded = [
    ...diff.new.map(({ values }) => idOf(values.pupilNumber)),
    ...ofPupil.map((pupil) => pupil.pupilId),
  ];
  return {
    newGroups: diff.groups.filter((group) => group.isNew).map(({ name, year }) => ({ id: randomUUID(), name, year })),
    groupYears: diff.groups.filter((group) => !group.isNew).map(({ name, year }) => ({ name, year })),
    newPersons: [
      ...diff.newStaff.filter((one) => one.personId === null).map((one) => personRow(staff(one), one.name, one.email)),
      ...diff.newGuardianPersons.map((one) => personRow(guardians(one), one.name, one.email)),
    ],
    newRoles: diff.newStaff.map((one) => ({ id: randomUUID(), personId: staff(one) })),
    changedPersons: diff.changedPersons.map(({ personId, to }) => personRow(personId, to.name, to.email)),
    newPupils: diff.new.map(({ values }) => pupilRow(idOf(values.pupilNumber), values)),
    changedPupils: ofPupil.map(({ pupilId, values }) => ({
      ...pupilRow(pupilId, values),
      version: versions.get(pupilId) ?? 0,
    })),
    enrolments: [...diff.new, ...ofPupil].map(({ values }) => enrolmentRow(idOf(values.pupilNumber), values)),
    endMentorsOf: otherMentor.map((pupil) => pupil.pupilId),
    newMentors: mentored.map(({ values }) => ({
      id: randomUUID(),
      pupilId: idOf(values.pupilNumber),
      personId: values.mentor ? staff(values.mentor) : '',
    })),
    newGuardians: diff.newGuardians.map(({ pupilNumber, person, custody }) => ({
      id: randomUUID(),
      pupilId: idOf(pupilNumber),
      personId: guardians(person),
      custody,
    })),
    endTeaching: diff.endedTeaching.map((one) => one.id),
    newTeaching: diff.newTeaching.map(({ group, person, subject }) => ({
      id: randomUUID(),
      group,
      personId: staff(person),
      subject,
    })),
    left,
    returned: diff.returned.map(({ pupilId }) => pupilId),
    record: [
      ...recorded.map((pupilId) => ({ pupilId, action: 'pupil.changed' as const })),
      ...otherMentor.map(({ pupilId }) => ({ pupilId, action: 'mentor.changed' as const })),
      ...otherGuardians.map(({ pupilId }) => ({ pupilId, action: 'guardian.changed' as const })),
      ...left.map((pupilId) => ({ pupilId, action: 'pupil.left' as const })),
    ],
  };
}

const has = (pupil: ChangedPupil, field: ChangedField): boolean =>
  pupil.changes.some((change) => change.field === field);

/** The id of a person: the one that is known, else a new one per key. */
function idsOf(
  people: readonly { key: string; personId: string | null }[],
): (target: Pick<PersonTarget, 'key' | 'personId'>) => string {
  const ids = new Map(people.map((one) => [one.key, one.personId ?? randomUUID()]));
  return ({ key, personId }) => personId ?? ids.get(key) ?? '';
}

/** The school's first list of a school year tells who is there from its first day; a later one who came today. */
export const enrolledFrom = (schoolYear: number, today: string, firstList: boolean): string =>
  firstList ? `${schoolYear}-08-01` : today;

/** Nobody mentors or teaches a group beyond the school year. */
export const yearEnd = (schoolYear: number): string => `${schoolYear + 1}-07-31`;
