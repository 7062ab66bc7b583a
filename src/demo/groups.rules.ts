import { addDays } from '../platform/calendar.js';
import type { Leerjaar, Line } from './cast.types.js';
import { firstDay, lastDay, latest } from './days.rules.js';
import { lines } from './lines.data.js';
import type { Day, Key, RegionAssignment, RegionGroup } from './region.types.js';
import { type Staff, staff } from './staff.data.js';

/** The school year in which a line is, or was, in a year. */
export const schoolYearIn = (line: Line, year: number, schoolYear: number): number => schoolYear - (line.year - year);

export const groupKey = (line: Line, year: number, schoolYear: number): Key =>
  `${line.school}-${schoolYearIn(line, year, schoolYear)}-${line.names[year - 1]}`;

export function lineOf(key: Key): Line {
  const line = lines.find((one) => one.key === key);
  if (!line) throw new Error(`no line ${key}`);
  return line;
}

/** Two groups whose mentor is away for a while: someone stands in, with an end date. */
const withSubstitute = ['sluis-k3z', 'brand-g3m'];

const isMentor = (person: Staff): boolean => person.roles.some((one) => one.role === 'mentor');

function teachersFor(school: Key, profiel: string | null, mentor: Key, turn: number): Staff[] {
  const others = staff.filter((one) => one.roles[0]?.school === school && one.subject && one.key !== mentor);
  const own = others.filter((one) => one.subject === profiel).slice(0, 1);
  const rest = others.filter((one) => one.subject !== profiel);
  return [...own, ...[0, 1].map((step) => rest[(turn + step) % rest.length] as Staff)];
}

/** Each group of each line, this year and earlier, with who stood before it. */
export function makeGroups(today: Day, schoolYear: number): RegionGroup[] {
  return lines.flatMap((line) => {
    const turn = lines.filter((one) => one.school === line.school).indexOf(line);
    const mentors = staff.filter((one) => isMentor(one) && one.roles[0]?.school === line.school);
    return line.names.slice(0, Math.min(line.year, line.names.length)).map((name, index): RegionGroup => {
      const year = (index + 1) as Leerjaar;
      const own = schoolYearIn(line, year, schoolYear);
      const from = firstDay(own);
      const until = own === schoolYear ? null : lastDay(own);
      const assigned = (person: Staff): RegionAssignment => ({ person: person.key, from, until, substitute: false });
      // One mentor for years 1 and 2, another from year 3; nobody has two groups this year.
      const early = year <= 2 && line.year > 2;
      const mentor = mentors[(turn + (early ? 3 : 0)) % mentors.length] as Staff;
      const profiel = year >= 3 ? line.profiel : null;
      const teachers = teachersFor(line.school, profiel, mentor.key, turn * 2 + year);
      const substitute: RegionAssignment[] =
        own === schoolYear && withSubstitute.includes(line.key)
          ? [
              {
                person: (teachers[0] as Staff).key,
                from: latest(from, addDays(today, -10)),
                until: addDays(today, 30),
                substitute: true,
              },
            ]
          : [];
      return {
        key: groupKey(line, year, schoolYear),
        school: line.school,
        location: line.location,
        schoolYear: own,
        name,
        year,
        leerweg: line.leerweg,
        profiel,
        mentors: [assigned(mentor), ...substitute],
        teachers: teachers.map((person) => ({ ...assigned(person), subject: person.subject ?? '' })),
      };
    });
  });
}
