import { schoolYearOf } from '../platform/calendar.js';
import { classActivities, ownActivities, storyActivities } from './activities.rules.js';
import { makeApplications, makeConsents } from './applications.rules.js';
import { makeGroups } from './groups.rules.js';
import { GuardianBook } from './guardians.rules.js';
import { type LoginMould, loginMoulds } from './logins.data.js';
import { opleidingen } from './opleidingen.data.js';
import { cast, makePupils } from './pupils.rules.js';
import type { Day, Region, RegionGroup, RegionLogin, RegionPupil } from './region.types.js';
import { samenwerkingsverband, schools } from './schools.data.js';
import { staff } from './staff.data.js';
import { giveVoices } from './voices.rules.js';

function toLogin(mould: LoginMould, pupils: RegionPupil[], groups: RegionGroup[]): RegionLogin {
  const { username, role, school } = mould;
  const pupil = (key: string): RegionPupil | undefined => pupils.find((one) => one.key === key);
  const group = groups.find((one) => one.key === pupil(mould.mentorOf ?? '')?.enrolments.at(-1)?.group);
  const holder = staff.find((one) => one.roles[0]?.role === mould.person && one.roles[0]?.school === school);
  const [child, place] = mould.guardianOf ?? ['', 0];
  return {
    username,
    role,
    school,
    person: (mould.mentorOf ? group?.mentors[0]?.person : mould.person && holder?.key) ?? null,
    pupil: mould.pupil ?? null,
    guardian: mould.guardianOf ? (pupil(child)?.guardians[place]?.guardian ?? null) : null,
  };
}

/** The invented region as it is on a day: the same day gives the same region. */
export function region(today: Day): Region {
  const schoolYear = schoolYearOf(today);
  const groups = makeGroups(today, schoolYear);
  const groupByKey = new Map(groups.map((one) => [one.key, one]));
  const book = new GuardianBook();
  const traits = makePupils(today, schoolYear, book);
  const made = [
    ...classActivities(groups, traits, today),
    ...storyActivities(traits, groupByKey, today),
    ...ownActivities(traits, groupByKey, today),
  ];
  const { activities, reflections } = giveVoices(made, traits, groupByKey, today);
  const applications = makeApplications(traits, today, schoolYear);
  const pupils = traits.map((one) => one.pupil);
  const inUse = new Set(pupils.flatMap((one) => one.enrolments.map((enrolment) => enrolment.group)));
  return {
    today,
    schoolYear,
    samenwerkingsverband,
    schools,
    persons: staff.map(({ subject: _subject, ...person }) => person),
    opleidingen,
    groups: groups.filter((one) => inUse.has(one.key)),
    guardians: book.all,
    pupils,
    activities,
    reflections,
    applications,
    consents: makeConsents(traits, applications, today, schoolYear),
    showcases: cast.flatMap((one) => one.cases.map((shown) => ({ ...shown, pupil: one.key }))),
    logins: loginMoulds.map((one) => toLogin(one, pupils, groups)),
  };
}
