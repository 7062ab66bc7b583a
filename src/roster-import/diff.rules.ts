import type {
  ChangedPupil,
  CurrentPupil,
  FieldChange,
  GonePupil,
  NewPupil,
  NewTeaching,
  PersonTarget,
  PupilValues,
  RosterDiff,
  SchoolState,
} from './diff.types.js';
import type { Faults } from './faults.rules.js';
import { diffGuardians } from './guardian-diff.rules.js';
import { fullName, groupKey, nameKey, sameFamily } from './names.rules.js';
import type { ParsedRoster, RosterField, RosterPupil } from './roster.types.js';
import { StaffMatch } from './staff-match.rules.js';
import { plain } from './values.rules.js';

/**
 * Compares a roster with the school as it is. The same roster after applying it gives a diff that changes nothing. Who left
 * comes back where `bringsBack`; elsewhere such a row is a fault, which says nothing of that pupil that is not in the file.
 */
export function diffRoster(roster: ParsedRoster, school: SchoolState, faults: Faults, bringsBack: boolean): RosterDiff {
  const carries = new Set(roster.fields);
  const now = new Map(school.pupils.map((pupil) => [pupil.pupilNumber, pupil]));
  const staff = new StaffMatch(school.staff, roster.format, faults);
  const groups = diffGroups(roster, school);
  const pairs = roster.pupils
    .map((pupil) => ({ pupil, now: now.get(pupil.pupilNumber) }))
    .filter(({ pupil, now: current }) => bringsBack || !current || isThere(pupil, current, faults));
  const guardians = carries.has('guardians')
    ? diffGuardians(pairs, school.pupils, faults)
    : { newPersons: [], newGuardians: [], changedPersons: [], changes: new Map<string, FieldChange[]>() };
  const diff: RosterDiff = {
    new: [],
    changed: [],
    returned: [],
    gone: goneOf(roster, school),
    unchanged: 0,
    groups: groups.changed,
    newStaff: staff.new,
    newGuardianPersons: guardians.newPersons,
    newGuardians: guardians.newGuardians,
    changedPersons: guardians.changedPersons,
    newTeaching: [],
    endedTeaching: [],
    notices: faults.notices,
  };
  for (const { pupil, now: current } of pairs) {
    const mentor = pupil.mentor && staff.find(pupil.mentor, { file: pupil.file, line: pupil.line, column: 'mentor' });
    const group = groups.name(pupil.group);
    if (!current) {
      const added = newPupil(pupil, group, mentor, faults);
      if (added) diff.new.push(added);
      continue;
    }
    if (isOtherPerson(pupil, current)) {
      const place = { file: pupil.file, line: pupil.line, found: fullName({ ...pupil, givenName: pupil.firstName }) };
      faults.add('pupil-number-other-person', place, { name: fullName(current) });
      continue;
    }
    const values = merge(pupil, current, carries, group, mentor);
    const own = compare(values, current, school.schoolYear);
    const changes = [...own, ...(guardians.changes.get(pupil.pupilNumber) ?? [])];
    const changed: ChangedPupil = { pupilId: current.id, line: pupil.line, name: fullName(values), values, changes };
    if (current.leftOn !== null) diff.returned.push(changed);
    else if (changes.length > 0) diff.changed.push(changed);
    else diff.unchanged += 1;
  }
  if (carries.has('teaching')) diffTeaching(roster, school, staff, groups.name, diff);
  warn(diff, school, faults);
  return diff;
}

/** False with a fault for who left. */
function isThere({ file, line, pupilNumber }: RosterPupil, now: CurrentPupil, faults: Faults): boolean {
  if (now.leftOn !== null) faults.add('pupil-left', { file, line, found: pupilNumber });
  return now.leftOn === null;
}

function newPupil(pupil: RosterPupil, group: string, mentor: PersonTarget | null, faults: Faults): NewPupil | null {
  if (pupil.birthDate === null) {
    faults.add('birth-date-missing', { file: pupil.file, line: pupil.line, found: pupil.pupilNumber });
    return null;
  }
  const values: PupilValues = {
    pupilNumber: pupil.pupilNumber,
    ...callNames(pupil),
    infix: pupil.infix,
    familyName: pupil.familyName,
    birthDate: pupil.birthDate,
    email: pupil.email,
    group,
    year: pupil.year,
    leerweg: pupil.leerweg,
    profiel: pupil.profiel,
    mentor,
  };
  return { line: pupil.line, name: fullName(values), values };
}

/** The roepnaam is what people say; the first name of the register is kept where it differs. */
const callNames = (pupil: RosterPupil): { givenName: string; registerName: string | null } =>
  pupil.callName === null || pupil.callName === pupil.firstName
    ? { givenName: pupil.firstName, registerName: null }
    : { givenName: pupil.callName, registerName: pupil.firstName };

/** A file without roepnaam tells the first name of the register only, and leaves a roepnaam that is known alone. */
function mergeNames(
  pupil: RosterPupil,
  now: CurrentPupil,
  carries: ReadonlySet<RosterField>,
): { givenName: string; registerName: string | null } {
  if (carries.has('callName')) return callNames(pupil);
  if (now.registerName === null) return { givenName: pupil.firstName, registerName: null };
  return { givenName: now.givenName, registerName: pupil.firstName };
}

function merge(
  pupil: RosterPupil,
  now: CurrentPupil,
  carries: ReadonlySet<RosterField>,
  group: string,
  mentor: PersonTarget | null,
): PupilValues {
  const [first] = now.mentors;
  const nowMentor = first ? { personId: first.personId, key: first.personId, name: first.name } : null;
  // With two mentors the file names one of them: that changes nothing.
  const same = now.mentors.some((one) => one.personId === mentor?.key) ? nowMentor : mentor;
  return {
    pupilNumber: pupil.pupilNumber,
    ...mergeNames(pupil, now, carries),
    infix: pupil.infix,
    familyName: pupil.familyName,
    birthDate: pupil.birthDate ?? now.birthDate,
    email: carries.has('email') ? pupil.email : now.email,
    group,
    year: pupil.year,
    leerweg: carries.has('leerweg') ? pupil.leerweg : now.leerweg,
    profiel: carries.has('profiel') ? pupil.profiel : now.profiel,
    mentor: carries.has('mentor') ? same : nowMentor,
  };
}

const shown = (value: string | number | null): string | null => (value === null || value === '' ? null : String(value));

function compare(values: PupilValues, now: CurrentPupil, schoolYear: number): FieldChange[] {
  const fields = [
    ...(['givenName', 'registerName', 'infix', 'familyName', 'birthDate', 'email'] as const),
    ...(['year', 'leerweg', 'profiel'] as const),
  ];
  const changes: FieldChange[] = fields
    .filter((field) => shown(values[field]) !== shown(now[field]))
    .map((field) => ({ field, from: shown(now[field]), to: shown(values[field]) }));
  const add = (field: FieldChange['field'], from: string | number | null, to: string | number | null): void => {
    changes.push({ field, from: shown(from), to: shown(to) });
  };
  if (now.schoolYear !== schoolYear) add('schoolYear', now.schoolYear, schoolYear);
  if (groupKey(values.group) !== groupKey(now.group ?? '')) add('group', now.group, values.group);
  if (values.mentor?.key !== now.mentors[0]?.personId) {
    add('mentor', now.mentors.map((one) => one.name).join(', '), values.mentor?.name ?? null);
  }
  return changes;
}

/** A leerlingnummer that was given out again would hand one pupil's dossier to another. */
function isOtherPerson(pupil: RosterPupil, now: CurrentPupil): boolean {
  if (pupil.birthDate === now.birthDate) return false;
  const firsts = [pupil.firstName, pupil.callName ?? pupil.firstName].map(nameKey);
  const sameFirst = [now.givenName, now.registerName ?? now.givenName].some((name) => firsts.includes(nameKey(name)));
  return !sameFirst && !sameFamily(`x ${pupil.familyName}`, `x ${now.familyName}`);
}

function goneOf(roster: ParsedRoster, school: SchoolState): GonePupil[] {
  const present = new Set(roster.pupils.map((pupil) => pupil.pupilNumber));
  return school.pupils
    .filter((pupil) => pupil.leftOn === null && !present.has(pupil.pupilNumber))
    .map((pupil) => ({ pupilId: pupil.id, pupilNumber: pupil.pupilNumber, name: fullName(pupil), group: pupil.group }));
}

/** One spelling per group: the one that the school has already, else the first in the file. */
function diffGroups(
  roster: ParsedRoster,
  school: SchoolState,
): { name: (written: string) => string; changed: RosterDiff['groups'] } {
  const names = new Map(school.groups.map((group) => [groupKey(group.name), group.name]));
  const years = new Map(school.groups.map((group) => [groupKey(group.name), group.year]));
  const changed = new Map<string, RosterDiff['groups'][number]>();
  for (const { group, year } of roster.pupils) {
    const key = groupKey(group);
    const isNew = !years.has(key);
    if (!names.has(key)) names.set(key, group);
    if ((isNew || years.get(key) !== year) && !changed.has(key)) {
      changed.set(key, { name: names.get(key) ?? group, year, isNew });
    }
  }
  return { name: (written) => names.get(groupKey(written)) ?? written, changed: [...changed.values()] };
}

function diffTeaching(
  roster: ParsedRoster,
  school: SchoolState,
  staff: StaffMatch,
  groupName: (written: string) => string,
  diff: RosterDiff,
): void {
  const keyOf = (group: string, person: string, subject: string): string =>
    JSON.stringify([groupKey(group), person, plain(subject)]);
  const wanted = new Map<string, NewTeaching>();
  const file = roster.pupils[0]?.file ?? '';
  for (const { group, staff: ref, subject } of roster.teaching) {
    const person = staff.find(ref, { file });
    if (person) wanted.set(keyOf(group, person.key, subject), { group: groupName(group), person, subject });
  }
  for (const current of school.teaching) {
    if (!wanted.delete(keyOf(current.group, current.personId, current.subject))) diff.endedTeaching.push(current);
  }
  diff.newTeaching.push(...wanted.values());
}

function warn(diff: RosterDiff, school: SchoolState, faults: Faults): void {
  const total = school.pupils.filter((pupil) => pupil.leftOn === null).length;
  if (diff.gone.length > total / 3) faults.notice('many-gone', { gone: diff.gone.length, total });
  const births = new Map(school.pupils.map((pupil) => [pupil.pupilNumber, pupil.birthDate]));
  const alike = (name: string, birthDate: string | undefined): string => `${nameKey(name)}|${birthDate ?? ''}`;
  const gone = new Map(diff.gone.map((one) => [alike(one.name, births.get(one.pupilNumber)), one.pupilNumber]));
  for (const { name, values, line } of diff.new) {
    const other = gone.get(alike(name, values.birthDate));
    if (other) faults.notice('same-pupil-other-number', { pupil: values.pupilNumber, other }, { line });
  }
}
