import { addDays } from '../platform/calendar.js';
import { castCases } from './cast-cases.data.js';
import { castStories } from './cast-stories.data.js';
import type { CastPupil, Interest, Line } from './cast.types.js';
import { bornAgo, firstDay, lastDay } from './days.rules.js';
import { groupKey, lineOf, schoolYearIn } from './groups.rules.js';
import { castGuardians, drawGuardians, type GuardianBook } from './guardians.rules.js';
import { interests } from './interests.data.js';
import { lines } from './lines.data.js';
import { drawName } from './names.rules.js';
import { opleidingen } from './opleidingen.data.js';
import type { Day, Key, Leerweg, RegionEnrolment, RegionName, RegionOpleiding, RegionPupil } from './region.types.js';
import { schools } from './schools.data.js';
import { type Chance, chance } from './seed.rules.js';

export const cast: CastPupil[] = [...castStories, ...castCases];

/** What the makers of the other parts need to know of a pupil. */
export interface Trait {
  pupil: RegionPupil;
  line: Line;
  interest: Interest;
  cast: CastPupil | null;
}

const levels: Record<Leerweg, RegionOpleiding['niveau'][]> = {
  pro: [1, 2],
  vso: [1, 2],
  bb: [2],
  kb: [3, 4],
  gl: [3, 4],
  tl: [3, 4],
};

/** Opleidingen that a leerweg gives entrance to. */
export const admissible = (leerweg: Leerweg): RegionOpleiding[] =>
  opleidingen.filter((one) => levels[leerweg].includes(one.niveau));

function interestsFor(line: Line): Interest[] {
  const open = new Set(admissible(line.leerweg).map((one) => one.key));
  const fits = interests.filter((one) => one.opleidingen.some((key) => open.has(key)));
  const profiel = line.profiel ?? (line.school === 'meent' ? 'GROEN' : null);
  const within = fits.filter((one) => profiel !== null && one.profielen.includes(profiel));
  return within.length > 0 ? within : fits;
}

/** One enrolment per school year, oldest first. */
function enrolmentsOf(line: Line, schoolYear: number, pupil: Pick<CastPupil, 'before' | 'repeats'>): RegionEnrolment[] {
  const steps: { line: Line; year: number }[] = [];
  const earlier = pupil.repeats ? lineOf(pupil.repeats) : line;
  for (let year = 1; year <= (pupil.repeats ? line.year : line.year - 1); year++) {
    const other = pupil.before?.[year as 1];
    if (other !== null) steps.push({ line: other === undefined ? earlier : lineOf(other), year });
  }
  steps.push({ line, year: line.year });
  return steps.map((step, index) => {
    const own = schoolYearIn(step.line, step.year, schoolYear);
    const last = index === steps.length - 1;
    return {
      group: groupKey(step.line, step.year, schoolYear),
      school: step.line.school,
      schoolYear: own,
      from: firstDay(own),
      until: last ? null : lastDay(own),
    };
  });
}

/** Some moved: another leerweg or school in the first years, a year twice, or in from elsewhere. */
function drawPath(line: Line, luck: Chance): Pick<CastPupil, 'before' | 'repeats'> {
  if (line.year < 2 || !luck.yes(0.1)) return {};
  const older = lines.find(
    (one) => one.school === line.school && one.leerweg === line.leerweg && one.year === line.year + 1,
  );
  const beside = lines.filter(
    (one) => one !== line && one.year === line.year && one.leerweg !== line.leerweg && one.leerweg !== 'pro',
  );
  const turn = luck.int(3);
  if (turn === 0 && older && line.leerweg !== 'pro') return { repeats: older.key };
  if (turn === 1 && line.year > 2) return { before: { 1: null } };
  if (line.leerweg === 'pro' || beside.length === 0) return {};
  const from = luck.pick(beside).key;
  return { before: line.year > 2 ? { 1: from, 2: from } : { 1: from } };
}

const older: Record<Leerweg, number> = { pro: 0.3, vso: 0.3, bb: 0.28, kb: 0.18, gl: 0.1, tl: 0.12 };

/** Twelve in the first year, for most; a year older for who went slower. */
function drawBirthDate(line: Line, schoolYear: number, repeats: boolean, luck: Chance): Day {
  const slower = (luck.yes(older[line.leerweg]) ? 1 : 0) + (repeats ? 1 : 0);
  return addDays(`${schoolYear - 12 - line.year - slower}-10-01`, luck.int(365));
}

const numberOf = (school: Key, entry: number, place: number): string =>
  `${String(entry).slice(2)}${schools.findIndex((one) => one.key === school) + 1}${String(place).padStart(3, '0')}`;

/** All pupils, with what the other makers need to know of them. */
export function makePupils(today: Day, schoolYear: number, book: GuardianBook): Trait[] {
  const taken = new Set(cast.map((one) => `${one.name.callName} ${one.name.lastName}`));
  const places = new Map<string, number>();
  const traits: Trait[] = [];
  for (const line of lines) {
    const known = cast.filter((one) => one.line === line.key);
    const inGroup = new Set(known.map((one) => one.name.callName));
    for (let seat = 0; seat < line.size; seat++) {
      const luck = chance(`${line.key} seat ${seat}`);
      const own = known[seat] ?? null;
      const path = own ?? drawPath(line, luck);
      const enrolments = enrolmentsOf(line, schoolYear, path);
      const slot = `${line.school} ${enrolments[0]?.schoolYear}`;
      const place = (places.get(slot) ?? 0) + 1;
      places.set(slot, place);
      const leerlingnummer = numberOf(line.school, enrolments[0]?.schoolYear ?? schoolYear, place);
      const sibling = own ? null : siblingFor(line, traits, luck);
      const name: RegionName = own?.name ?? drawName(line.school, luck, taken, inGroup, sibling?.pupil ?? null);
      taken.add(`${name.callName} ${name.lastName}`);
      inGroup.add(name.callName);
      const pupil: RegionPupil = {
        ...name,
        key: own?.key ?? `${line.key}-${seat + 1}`,
        school: line.school,
        leerlingnummer,
        birthDate: own
          ? bornAgo(today, own.age.years, own.age.days)
          : drawBirthDate(line, schoolYear, path.repeats !== undefined, luck),
        email: `${leerlingnummer}@leerling.${schools.find((one) => one.key === line.school)?.domain}`,
        enrolments,
        guardians: own ? castGuardians(own, book) : (sibling?.pupil.guardians ?? drawGuardians(name, luck, book)),
      };
      traits.push({ pupil, line, interest: luck.pick(interestsFor(line)), cast: own });
    }
  }
  return traits;
}

/** Now and then a brother or sister in another year of the same school: same family name, same guardians. */
function siblingFor(line: Line, traits: Trait[], luck: Chance): Trait | null {
  const able = traits.filter((one) => !one.cast && one.line.school === line.school && one.line.year > line.year);
  return able.length > 0 && luck.yes(0.03) ? luck.pick(able) : null;
}
