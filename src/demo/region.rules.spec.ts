import { addDays, ageOn } from '../platform/calendar.js';
import { firstDay } from './days.rules.js';
import { region } from './region.rules.js';
import type { ConsentState, Leerweg, Region, RegionConsent } from './region.types.js';
import type { RegionCase } from './showcase.types.js';

const today = '2026-11-22';
const made = region(today);
/** An ordinary day, the first and last of a school year, the end of the season, a leap day. */
const days = [today, '2026-08-01', '2027-07-31', '2027-03-15', '2028-02-29'];
const madeOn = new Map(days.map((day) => [day, region(day)]));
const regionOn = (day: string): Region => madeOn.get(day) ?? made;

const keys = (list: { key: string }[]): Set<string> => new Set(list.map((one) => one.key));
const pupilOf = (from: Region, key: string) => {
  const pupil = from.pupils.find((one) => one.key === key);
  if (!pupil) throw new Error(`no pupil ${key}`);
  return pupil;
};
const groupOf = (from: Region, key: string) => {
  const last = pupilOf(from, key).enrolments.at(-1);
  const group = from.groups.find((one) => one.key === last?.group);
  if (!group) throw new Error(`no group for ${key}`);
  return group;
};

/** The rules of consent once more, written apart from the makers. */
function stateOf(from: Region, consent: RegionConsent): ConsentState {
  if (consent.withdrawn) return 'withdrawn';
  if (consent.validUntil < from.today) return 'expired';
  const pupil = pupilOf(from, consent.pupil);
  const said = consent.answers.find((one) => one.guardian === null);
  if (said?.answer === 'no') return 'refused';
  if (consent.answers.length === 0) return 'asked';
  const holders = pupil.guardians.filter((one) => one.custody === 'yes').map((one) => one.guardian);
  const fromHolders = consent.answers.filter((one) => one.guardian !== null && holders.includes(one.guardian));
  const guardianYes = fromHolders.some((one) => one.answer === 'yes');
  if (ageOn(pupil.birthDate, from.today) >= 16) {
    if (!said) return 'waiting-for-pupil';
    return ageOn(pupil.birthDate, said.on) >= 16 || guardianYes ? 'in-force' : 'confirm-once';
  }
  if (fromHolders.some((one) => one.answer === 'no')) return 'blocked';
  if (!said) return 'waiting-for-pupil';
  return guardianYes ? 'in-force' : 'waiting-for-guardian';
}

describe('the size of the region', () => {
  it('has three vmbo schools, a praktijkschool, two mbo schools and 40 opleidingen', () => {
    const kinds = made.schools.map((one) => one.kind).sort();
    expect(kinds).toEqual(['mbo', 'mbo', 'pro', 'vmbo', 'vmbo', 'vmbo']);
    expect(made.opleidingen).toHaveLength(40);
    for (const { school } of made.opleidingen) {
      expect(made.schools.find((one) => one.key === school)?.kind).toBe('mbo');
    }
  });

  it.each(days)('has about 600 pupils on %s, in classes of the usual size', (day) => {
    const then = regionOn(day);
    expect(Math.abs(then.pupils.length - 600)).toBeLessThanOrEqual(40);
    for (const group of then.groups.filter((one) => one.schoolYear === then.schoolYear)) {
      const size = then.pupils.filter((one) => one.enrolments.at(-1)?.group === group.key).length;
      const [least, most] = group.leerweg === 'pro' ? [12, 16] : [20, 28];
      expect(size).toBeGreaterThanOrEqual(least);
      expect(size).toBeLessThanOrEqual(most);
    }
  });

  it('has numbers, addresses and codes that can exist nowhere', () => {
    for (const school of made.schools) expect(school.brin).toMatch(/^99[A-Z]{2}$/);
    const text = JSON.stringify(made);
    expect(text.match(/@[a-z.]+/g)?.every((one) => one.endsWith('.example'))).toBe(true);
    expect([...made.guardians, ...made.persons].every((one) => /^099 555 \d{4}$/.test(one.phone ?? ''))).toBe(true);
  });
});

describe('who is in it', () => {
  it('gives each pupil a number and an address of their own', () => {
    expect(new Set(made.pupils.map((one) => one.leerlingnummer)).size).toBe(made.pupils.length);
    const emails = [...made.pupils, ...made.guardians, ...made.persons].map((one) => one.email).filter(Boolean);
    expect(new Set(emails).size).toBe(emails.length);
    expect(made.guardians.some((one) => one.email === null)).toBe(true);
  });

  it.each(days)('has ages on %s that fit the year', (day) => {
    const then = regionOn(day);
    const wrong = then.pupils.filter((pupil) => {
      const { year } = groupOf(then, pupil.key);
      const weeks = (Date.parse(firstDay(then.schoolYear)) - Date.parse(pupil.birthDate)) / 604_800_000;
      const age = weeks / 52.18;
      return age < year + 10.25 || age > year + 14;
    });
    expect(wrong.map((one) => `${one.key} ${one.birthDate}`)).toEqual([]);
  });

  it('has one enrolment per school year that ends in the present group', () => {
    for (const pupil of made.pupils) {
      const years = pupil.enrolments.map((one) => one.schoolYear);
      expect(years).toEqual(years.map((_, index) => made.schoolYear - years.length + 1 + index));
      expect(pupil.enrolments.at(-1)).toMatchObject({ school: pupil.school, until: null });
    }
    const moved = made.pupils.filter((one) => new Set(one.enrolments.map((step) => step.school)).size > 1);
    expect(moved.length).toBeGreaterThan(0);
  });

  it('has a mentor before each group, nobody before two, and a substitute with an end date', () => {
    const now = made.groups.filter((one) => one.schoolYear === made.schoolYear);
    const mentors = now.map((one) => one.mentors[0]?.person);
    expect(new Set(mentors).size).toBe(now.length);
    const substitutes = now.flatMap((one) => one.mentors.filter((mentor) => mentor.substitute));
    expect(substitutes.length).toBeGreaterThan(0);
    expect(substitutes.every((one) => (one.until ?? '') > today)).toBe(true);
  });
});

describe('what refers to something else', () => {
  it.each(days)('refers to what is there, on %s', (day) => {
    const then = regionOn(day);
    const [schools, groups, persons] = [keys(then.schools), keys(then.groups), keys(then.persons)];
    const [pupils, guardians, opleidingen] = [keys(then.pupils), keys(then.guardians), keys(then.opleidingen)];
    const activities = keys(then.activities);
    const locations = keys(then.schools.flatMap((one) => one.locations));
    const missing: string[] = [];
    const check = (known: Set<string>, ...wanted: (string | null | undefined)[]): void =>
      wanted.forEach((one) => {
        if (one !== null && !known.has(one ?? '')) missing.push(String(one));
      });
    for (const one of then.persons) check(schools, ...one.roles.map((role) => role.school));
    for (const one of then.opleidingen) check(locations, one.location);
    for (const one of then.groups) {
      check(locations, one.location);
      check(persons, ...[...one.mentors, ...one.teachers].map((assigned) => assigned.person));
    }
    for (const one of then.pupils) {
      check(groups, ...one.enrolments.map((step) => step.group));
      check(guardians, ...one.guardians.map((held) => held.guardian));
    }
    for (const one of then.activities) {
      check(groups, one.group);
      check(opleidingen, one.opleiding);
      check(pupils, ...one.present.map((present) => present.pupil), ...one.absent);
      if ('person' in one.loggedBy) check(persons, one.loggedBy.person);
      else check(pupils, one.loggedBy.pupil);
    }
    for (const one of then.reflections) {
      check(pupils, one.pupil);
      check(activities, one.activity);
    }
    for (const one of then.applications) check(opleidingen, one.opleiding);
    for (const one of then.consents) {
      check(persons, one.requestedBy, ...one.answers.flatMap((answer) => answer.onPaper ?? [null]));
      check(guardians, ...one.answers.map((answer) => answer.guardian), one.withdrawn?.guardian ?? null);
    }
    for (const one of then.showcases) check(pupils, one.pupil);
    for (const one of then.logins) {
      check(persons, one.person);
      check(pupils, one.pupil);
      check(guardians, one.guardian);
      if ([one.person, one.pupil, one.guardian].filter(Boolean).length !== 1) missing.push(one.username);
    }
    expect(missing).toEqual([]);
  });

  it('has a key once in each list', () => {
    const lists = [made.groups, made.pupils, made.guardians, made.persons, made.activities, made.reflections];
    for (const list of [...lists, made.applications, made.consents]) expect(keys(list).size).toBe(list.length);
    expect(new Set(made.logins.map((one) => one.username)).size).toBe(made.logins.length);
  });

  it.each(days)('knows nothing of the future, on %s', (day) => {
    const then = regionOn(day);
    const past = [
      ...then.activities.map((one) => one.until ?? one.from),
      ...then.reflections.flatMap((one) => [one.on, ...Object.values(one.opened)]),
      ...then.applications.flatMap((one) => [one.appliedOn, one.withdrawnOn]),
      ...then.consents.flatMap((one) => [one.requestedOn, ...one.answers.map((answer) => answer.on)]),
    ].filter((one) => one !== null);
    expect(past.filter((one) => one > day)).toEqual([]);
  });

  it('counts someone as there or not there, never both, and only who was in the group', () => {
    for (const one of made.activities.filter((activity) => activity.group !== null)) {
      const there = one.present.map((present) => present.pupil);
      const class_ = made.pupils.filter((pupil) => pupil.enrolments.some((step) => step.group === one.group));
      expect([...there, ...one.absent].sort()).toEqual(class_.map((pupil) => pupil.key).sort());
    }
  });
});

describe('applying and sharing', () => {
  const levels: Record<Leerweg, number[]> = { pro: [1, 2], vso: [1, 2], bb: [2], kb: [3, 4], gl: [3, 4], tl: [3, 4] };

  it('has applications that the leerweg gives entrance to, in the last year only', () => {
    for (const one of made.applications) {
      const group = groupOf(made, one.pupil);
      expect(group.year).toBe(group.leerweg === 'pro' ? 5 : 4);
      expect(levels[group.leerweg]).toContain(made.opleidingen.find((other) => other.key === one.opleiding)?.niveau);
    }
    const leaving = made.pupils.filter((one) => {
      const group = groupOf(made, one.key);
      return group.year === (group.leerweg === 'pro' ? 5 : 4);
    });
    const applied = leaving.filter((one) => made.applications.some((other) => other.pupil === one.key));
    expect(applied.length / leaving.length).toBeGreaterThan(0.58);
    expect(applied.length / leaving.length).toBeLessThan(0.75);
    expect(made.applications.length).toBeGreaterThan(applied.length);
  });

  it.each(days)('has consents on %s whose facts give the state that they claim', (day) => {
    const then = regionOn(day);
    const wrong = then.consents.filter((one) => stateOf(then, one) !== one.state);
    expect(wrong.map((one) => `${one.key}: ${one.state}, not ${stateOf(then, one)}`)).toEqual([]);
  });

  it('asks and answers only where there is an application at that school, and once per school', () => {
    for (const one of made.consents.filter((other) => other.state !== 'expired')) {
      const applied = made.applications.filter((other) => other.pupil === one.pupil && other.school === one.school);
      expect(applied.length).toBeGreaterThan(0);
    }
    expect(new Set(made.consents.map((one) => `${one.pupil} ${one.school}`)).size).toBe(made.consents.length);
  });

  const consentOf = (from: Region, key: string): ConsentState | undefined =>
    from.consents.find((one) => one.pupil === key)?.state;
  const isTrue: Record<RegionCase, (from: Region, key: string) => boolean> = {
    'under-16-in-force': (from, key) => consentOf(from, key) === 'in-force' && age(from, key) < 16,
    'under-16-waiting-for-guardian': (from, key) => consentOf(from, key) === 'waiting-for-guardian',
    'under-16-waiting-for-pupil': (from, key) => consentOf(from, key) === 'waiting-for-pupil' && age(from, key) < 16,
    'under-16-blocked-by-guardian': (from, key) => consentOf(from, key) === 'blocked',
    'guardian-without-custody': (from, key) => pupilOf(from, key).guardians.some((one) => one.custody === 'no'),
    'custody-unknown': (from, key) => pupilOf(from, key).guardians.some((one) => one.custody === 'unknown'),
    'institution-as-guardian': (from, key) =>
      pupilOf(from, key).guardians.some((one) => one.relation === 'institution') && consentOf(from, key) === 'in-force',
    '16-alone-in-force': (from, key) => {
      const answers = from.consents.find((one) => one.pupil === key)?.answers ?? [];
      return age(from, key) >= 16 && answers.length === 1 && answers[0]?.guardian === null;
    },
    '16-must-confirm-once': (from, key) => consentOf(from, key) === 'confirm-once',
    withdrawn: (from, key) => consentOf(from, key) === 'withdrawn',
    expired: (from, key) => consentOf(from, key) === 'expired',
    'asked-not-answered': (from, key) => consentOf(from, key) === 'asked',
    refused: (from, key) => consentOf(from, key) === 'refused',
    'no-request': (from, key) => consentOf(from, key) === undefined && applied(from, key).length === 0,
    'application-without-consent': (from, key) =>
      consentOf(from, key) === undefined && applied(from, key).some((one) => one.withdrawnOn === null),
    'two-applications-two-schools': (from, key) => {
      const shared = from.consents.filter((one) => one.pupil === key).map((one) => one.sections.join());
      return new Set(applied(from, key).map((one) => one.school)).size === 2 && new Set(shared).size === 2;
    },
    '18-or-older': (from, key) => age(from, key) >= 18,
    story: (from, key) => ownWords(from, key) >= 10,
    'poor-dossier': (from, key) => from.pupils.some((one) => one.key === key),
  };
  const age = (from: Region, key: string): number => ageOn(pupilOf(from, key).birthDate, from.today);
  const applied = (from: Region, key: string) => from.applications.filter((one) => one.pupil === key);
  const ownWords = (from: Region, key: string): number =>
    from.activities.filter((one) => one.present.some((present) => present.pupil === key && present.result)).length;

  it.each(days)('shows each case on %s, and each is true', (day) => {
    const then = regionOn(day);
    const cases = Object.keys(isTrue) as RegionCase[];
    expect(cases.filter((name) => !then.showcases.some((one) => one.case === name))).toEqual([]);
    const untrue = then.showcases.filter((one) => !isTrue[one.case](then, one.pupil));
    expect(untrue.map((one) => `${one.pupil} ${one.case}`)).toEqual([]);
  });
});

it('is the same region for the same day, and another for another', () => {
  expect(region(today)).toEqual(made);
  expect(region(addDays(today, 1))).not.toEqual(made);
});
