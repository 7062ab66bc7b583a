import { limits } from './csv-table.rules.js';
import type { Faults } from './faults.rules.js';
import { groupKey, splitFamilyName } from './names.rules.js';
import { inForce, OneRosterPeople, type UserRow } from './one-roster-people.rules.js';
import { type OneRosterTables, readOneRosterTables } from './one-roster-tables.rules.js';
import { checkTogether } from './roster-checks.rules.js';
import type { ParsedRoster, RosterField, RosterFile, RosterPupil, RosterTeaching, StaffRef } from './roster.types.js';
import { parseBirthDate, plain, yearOfGrade } from './values.rules.js';

interface SchoolClass {
  title: string;
  homeroom: boolean;
  year: number | null;
  pupils: Set<string>;
  teachers: { id: string; primary: boolean }[];
}
type Homes = ReadonlyMap<string, SchoolClass[]>;

/** Reads a OneRoster 1.1 or 1.2 CSV export of one school. What is wrong is in `faults`. */
export function readOneRoster(files: readonly RosterFile[], today: string, faults: Faults): ParsedRoster | null {
  const before = faults.total;
  const tables = readOneRosterTables(files, faults);
  if (!tables) return null;
  checkManifest(tables);
  checkSchools(tables, faults);
  if (faults.total > before) return null;
  const people = new OneRosterPeople(tables, today);
  const students = people.students();
  if (students.length === 0) faults.add('one-roster-no-pupils', { file: tables.users.file });
  if (students.length > limits.rosterRows) {
    faults.add('too-many-rows', { file: tables.users.file }, { max: limits.rosterRows });
  }
  if (faults.total > before) return null;
  const classes = readClasses(tables);
  readEnrollments(tables, people, classes, today);
  // A pupil whose enrollment points nowhere would be told to be without a group as well: one mistake, one message.
  if (faults.total > before) return null;
  const homes = homesOf(classes);
  const birthDates = readBirthDates(tables, today);
  // Where no pupil has a number of the school's own, the sourcedId is the number.
  const numberColumn = students.some(([, row]) => row.raw('identifier').trim() !== '') ? 'identifier' : 'sourcedId';
  const pupils: RosterPupil[] = [];
  for (const [id, row] of students) {
    const home = findHome(row, homes.get(id) ?? []);
    const pupil = readPupil(tables, row, numberColumn, home);
    pupil.birthDate = birthDates.get(id) ?? null;
    pupil.guardians = people.guardiansOf(row);
    pupil.mentor = home && mentorOf(home, people);
    if (row.right && home) pupils.push(pupil);
  }
  const columns = { pupilNumber: numberColumn, email: 'email', year: 'grades', guardian: 'agentSourcedIds' };
  checkTogether(pupils, faults, (column) => columns[column]);
  return {
    format: 'one-roster',
    fields: fieldsOf(tables),
    pupils,
    teaching: teachingOf(classes, homes, people, faults),
  };
}

/** OneRoster knows no leerweg, profiel or custody. */
function fieldsOf(tables: OneRosterTables): RosterField[] {
  const fields: RosterField[] = ['mentor', 'teaching'];
  if (tables.users.has('preferredGivenName')) fields.push('callName');
  if (tables.users.has('email')) fields.push('email');
  if (tables.users.has('agentSourcedIds')) fields.push('guardians');
  if (tables.demographics) fields.push('birthDate');
  return fields;
}

/** A delta export holds only what changed: every other pupil would look gone. */
function checkManifest(tables: OneRosterTables): void {
  for (const row of tables.manifest?.rows ?? []) {
    const name = row.raw('propertyName').trim().toLowerCase();
    const value = row.raw('value').trim().toLowerCase();
    if (name === 'oneroster.version' && !/^1\.[12](\.|$)/.test(value)) row.fault('value', 'one-roster-version');
    if (name.startsWith('file.') && value === 'delta') row.fault('value', 'one-roster-delta');
  }
}

function checkSchools(tables: OneRosterTables, faults: Faults): void {
  const second = tables.orgs.rows.filter((row) => row.raw('type').trim().toLowerCase() === 'school')[1];
  if (second)
    faults.add('one-roster-schools', { file: tables.orgs.file, line: second.line, found: second.raw('name') });
}

function readClasses(tables: OneRosterTables): Map<string, SchoolClass> {
  const classes = new Map<string, SchoolClass>();
  for (const row of tables.classes.rows) {
    classes.set(row.raw('sourcedId').trim(), {
      title: row.text('title', { required: 'de naam van een klas', max: 100 }),
      homeroom: row.raw('classType').trim().toLowerCase() === 'homeroom',
      year: yearOfGrade(row.raw('grades')),
      pupils: new Set(),
      teachers: [],
    });
  }
  return classes;
}

function readEnrollments(
  tables: OneRosterTables,
  people: OneRosterPeople,
  classes: ReadonlyMap<string, SchoolClass>,
  today: string,
): void {
  for (const row of tables.enrollments.rows) {
    if (!inForce(row, today)) continue;
    const id = row.raw('userSourcedId').trim();
    const classId = row.raw('classSourcedId').trim();
    const schoolClass = classes.get(classId);
    if (!people.has(id) && !people.isDeleted(id)) {
      row.fault('userSourcedId', 'one-roster-reference', { file: tables.users.file });
    } else if (!schoolClass && !tables.classes.deleted.has(classId)) {
      row.fault('classSourcedId', 'one-roster-reference', { file: tables.classes.file });
    }
    if (!schoolClass || !people.has(id)) continue;
    const role = row.raw('role').trim().toLowerCase();
    const primary = row.raw('primary').trim().toLowerCase() === 'true';
    if (role === 'student') schoolClass.pupils.add(id);
    else if (role === 'teacher') schoolClass.teachers.push({ id, primary });
  }
}

function readBirthDates(tables: OneRosterTables, today: string): Map<string, string | null> {
  const students = new Set(tables.enrollments.rows.filter(isStudent).map((row) => row.raw('userSourcedId').trim()));
  // Demographics may hold staff too: their age is no concern of ours.
  const rows = (tables.demographics?.rows ?? []).filter((row) => students.has(row.raw('sourcedId').trim()));
  return new Map(
    rows.map((row) => [row.raw('sourcedId').trim(), row.value('birthDate', (text) => parseBirthDate(text, today))]),
  );
}

const isStudent = (row: { raw(key: 'role'): string }): boolean => row.raw('role').trim().toLowerCase() === 'student';

/** The classes that can be a pupil's group: homerooms, or all classes when a school marks none. */
function homesOf(classes: ReadonlyMap<string, SchoolClass>): Homes {
  const all = [...classes.values()];
  const homerooms = all.filter((one) => one.homeroom);
  const homes = new Map<string, SchoolClass[]>();
  for (const one of homerooms.length > 0 ? homerooms : all) {
    for (const id of one.pupils) homes.set(id, [...(homes.get(id) ?? []), one]);
  }
  return homes;
}

function findHome(row: UserRow, homes: readonly SchoolClass[]): SchoolClass | null {
  const [home] = homes;
  const other = homes.find((one) => home && groupKey(one.title) !== groupKey(home.title));
  if (!home) row.fault('sourcedId', 'one-roster-no-group');
  else if (other) row.fault('sourcedId', 'one-roster-two-groups', { other: other.title }, home.title);
  return home && !other ? home : null;
}

function readPupil(
  tables: OneRosterTables,
  row: UserRow,
  numberColumn: 'identifier' | 'sourcedId',
  home: SchoolClass | null,
): RosterPupil {
  const middle = row.text('middleName');
  const family = splitFamilyName(row.name('familyName', { required: 'een achternaam' }));
  // A middle name is a second first name or a tussenvoegsel; only the latter belongs to the family name.
  const isInfix = family.infix === '' && middle !== '' && splitFamilyName(`${middle} x`).familyName === 'x';
  const year = yearOfGrade(row.raw('grades')) ?? home?.year ?? null;
  if (year === null && home) row.fault('grades', 'one-roster-no-year');
  return {
    file: tables.users.file,
    line: row.line,
    pupilNumber: row.pupilNumber(numberColumn),
    firstName: row.name('givenName', { required: 'een voornaam' }),
    callName: row.name('preferredGivenName') || null,
    infix: isInfix ? middle : family.infix,
    familyName: family.familyName,
    birthDate: null,
    email: row.email('email'),
    group: home?.title ?? '',
    year: year ?? 0,
    leerweg: null,
    profiel: null,
    mentor: null,
    guardians: [],
  };
}

/** The teacher of the homeroom, the primary one before others. */
function mentorOf(home: SchoolClass, people: OneRosterPeople): StaffRef | null {
  const teacher = home.teachers.find((one) => one.primary) ?? home.teachers[0];
  return teacher ? people.person(teacher.id) : null;
}

/**
 * Who teaches what to which group. A lesson counts for a group only when the whole group is in it: a teacher of a
 * cluster of pupils out of many groups would otherwise see pupils who are not theirs.
 */
function teachingOf(
  classes: ReadonlyMap<string, SchoolClass>,
  homes: Homes,
  people: OneRosterPeople,
  faults: Faults,
): RosterTeaching[] {
  const homerooms = new Set([...homes.values()].flat());
  const found = new Map<string, RosterTeaching>();
  for (const lesson of classes.values()) {
    if (lesson.homeroom || homerooms.has(lesson) || lesson.teachers.length === 0) continue;
    const groups = [...new Set([...lesson.pupils].flatMap((id) => homes.get(id) ?? []))];
    const whole = groups.filter((group) => [...group.pupils].every((id) => lesson.pupils.has(id)));
    if (whole.length < groups.length) faults.notice('cluster-teacher', { title: lesson.title });
    for (const { title } of whole) {
      for (const { id } of lesson.teachers) {
        const staff = people.person(id);
        const key = JSON.stringify([groupKey(title), id, plain(lesson.title)]);
        if (staff) found.set(key, { group: title, staff, subject: lesson.title });
      }
    }
  }
  return [...found.values()];
}
