import { addDays, ageOn } from '../platform/calendar.js';
import type { CastConsent } from './cast.types.js';
import { allSections, says } from './cast-makers.rules.js';
import { dayIn, daysBetween, firstDay, latest } from './days.rules.js';
import { opleidingen } from './opleidingen.data.js';
import { admissible, type Trait } from './pupils.rules.js';
import type { Day, Key, RegionApplication, RegionConsent, Section } from './region.types.js';
import { type Chance, chance } from './seed.rules.js';
import { staff } from './staff.data.js';

const schoolOf = (opleiding: Key): Key => opleidingen.find((one) => one.key === opleiding)?.school ?? '';

/** Who is in the last year: year 4 of the vmbo, year 5 of the praktijkschool. */
export const leavesThisYear = (trait: Trait): boolean => trait.line.year === (trait.line.leerweg === 'pro' ? 5 : 4);

/** Two in three applied since 1 October, some for two opleidingen; each opleiding is one that the leerweg gives entrance to. */
export function makeApplications(traits: Trait[], today: Day, schoolYear: number): RegionApplication[] {
  const opens = dayIn(schoolYear, '10-01');
  const first = opens <= today ? opens : firstDay(schoolYear);
  const startsOn = firstDay(schoolYear + 1);
  const made = (pupil: Key, opleiding: Key, appliedOn: Day, withdrawnOn: Day | null): RegionApplication => ({
    key: `${pupil}-${opleiding}`,
    pupil,
    opleiding,
    school: schoolOf(opleiding),
    appliedOn,
    startsOn,
    withdrawnOn,
  });
  return traits.flatMap((trait): RegionApplication[] => {
    const key = trait.pupil.key;
    if (trait.cast) {
      return trait.cast.applications.map((one) =>
        made(key, one.opleiding, latest(firstDay(schoolYear), addDays(today, -one.daysAgo)), null),
      );
    }
    const luck = chance(`applies ${key}`);
    if (!leavesThisYear(trait) || !luck.yes(0.58)) return [];
    const open = admissible(trait.line.leerweg);
    const liked = open.filter((one) => trait.interest.opleidingen.includes(one.key));
    const choice = luck.pick(liked.length > 0 ? liked : open);
    const other = luck.pick(open.filter((one) => one.key !== choice.key));
    const appliedOn = addDays(first, luck.int(daysBetween(first, today) + 1));
    const twice = luck.yes(0.15);
    const withdrawnOn = twice && luck.yes(0.3) ? addDays(appliedOn, luck.int(daysBetween(appliedOn, today) + 1)) : null;
    return [
      made(key, choice.key, appliedOn, withdrawnOn),
      ...(twice ? [made(key, other.key, addDays(appliedOn, luck.int(daysBetween(appliedOn, today) + 1)), null)] : []),
    ];
  });
}

const sectionChoices: Section[][] = [
  allSections,
  allSections,
  ['profile', 'school-career', 'lob'],
  ['profile', 'lob', 'reflections'],
  ['profile', 'lob'],
];

/** What a pupil who is not in the cast did about sharing; null: nothing yet. */
function drawConsent(trait: Trait, application: RegionApplication, today: Day, luck: Chance): CastConsent | null {
  const since = Math.min(60, daysBetween(application.appliedOn, today));
  const { birthDate, guardians } = trait.pupil;
  const young = ageOn(birthDate, today) < 16;
  // Who turned 16 in the meantime is in the cast, with each state on purpose.
  if (!young && ageOn(birthDate, addDays(today, -61)) < 16) return null;
  const asked = luck.int(since + 1);
  const answered = luck.int(asked + 1);
  const holder = guardians.findIndex((one) => one.custody === 'yes');
  const base = { school: application.school, sections: luck.pick(sectionChoices), requestedDaysAgo: asked };
  const pupilYes = says('pupil', 'yes', answered);
  const dice = luck.next();
  if (dice < 0.46) {
    if (!young) return { ...base, asked: luck.yes(0.4), answers: [pupilYes], state: 'in-force' };
    if (holder < 0) return { ...base, asked: false, answers: [pupilYes], state: 'waiting-for-guardian' };
    const answers = [pupilYes, says(holder, 'yes', luck.int(answered + 1))];
    return { ...base, asked: luck.yes(0.4), answers, state: 'in-force' };
  }
  if (dice < 0.56 && young) return { ...base, asked: false, answers: [pupilYes], state: 'waiting-for-guardian' };
  if (dice < 0.64) return { ...base, asked: true, answers: [], state: 'asked' };
  if (dice < 0.68) return { ...base, asked: true, answers: [says('pupil', 'no', answered)], state: 'refused' };
  return null;
}

/** Facts of a consent: days, people and terms. For intake, until 1 October after the planned start. */
function toConsent(trait: Trait, consent: CastConsent, index: number, today: Day, schoolYear: number): RegionConsent {
  const ago = (days: number): Day => addDays(today, -days);
  const guardianOf = (by: 'pupil' | number): Key | null =>
    by === 'pupil' ? null : (trait.pupil.guardians[by]?.guardian ?? null);
  const at = (school: Key, role: string): Key =>
    staff.find((one) => one.roles.some((held) => held.school === school && held.role === role))?.key ?? '';
  return {
    key: `${trait.pupil.key}-consent-${index + 1}`,
    pupil: trait.pupil.key,
    school: consent.school,
    purpose: 'intake',
    sections: consent.sections,
    requestedBy: consent.asked ? at(consent.school, 'intaker') : null,
    requestedOn: ago(consent.requestedDaysAgo),
    validFrom: ago(consent.requestedDaysAgo),
    validUntil: consent.validUntilDaysAgo ? ago(consent.validUntilDaysAgo) : dayIn(schoolYear + 1, '10-01'),
    answers: consent.answers.map((one) => ({
      guardian: guardianOf(one.by),
      answer: one.answer,
      on: ago(one.daysAgo),
      onPaper: one.onPaper ? [at(trait.pupil.school, 'decaan'), at(trait.pupil.school, 'mentor')] : null,
    })),
    withdrawn: consent.withdrawn
      ? { guardian: guardianOf(consent.withdrawn.by), on: ago(consent.withdrawn.daysAgo) }
      : null,
    state: consent.state,
  };
}

/** One consent per pupil and receiving school at most. */
export function makeConsents(
  traits: Trait[],
  applications: RegionApplication[],
  today: Day,
  schoolYear: number,
): RegionConsent[] {
  return traits.flatMap((trait) => {
    if (trait.cast) return trait.cast.consents.map((one, index) => toConsent(trait, one, index, today, schoolYear));
    const luck = chance(`shares ${trait.pupil.key}`);
    const live = applications.filter((one) => one.pupil === trait.pupil.key && one.withdrawnOn === null);
    const perSchool = live.filter((one, index) => live.findIndex((other) => other.school === one.school) === index);
    return perSchool
      .map((one) => drawConsent(trait, one, today, luck))
      .filter((one) => one !== null)
      .map((one, index) => toConsent(trait, one, index, today, schoolYear));
  });
}
