import { addDays } from '../platform/calendar.js';
import type { Leerjaar, ProgrammeItem, StoryStep } from './cast.types.js';
import { dayIn, daysBetween, schoolDay, schoolPeriod } from './days.rules.js';
import { ownActivityMoulds, type OwnActivityMould } from './own-activities.data.js';
import { programmeLower } from './programme-lower.data.js';
import { programmePro } from './programme-pro.data.js';
import { programmeUpper } from './programme-upper.data.js';
import { admissible, type Trait } from './pupils.rules.js';
import { remarks } from './remarks.data.js';
import type { ActivityType, Day, Key, RegionActivity, RegionGroup, RegionPresence } from './region.types.js';
import { schools } from './schools.data.js';
import { type Chance, chance } from './seed.rules.js';
import { staff } from './staff.data.js';
import { stories } from './stories.rules.js';

export const programme: ProgrammeItem[] = [...programmeLower, ...programmeUpper, ...programmePro];

/** An activity while the region is made: which programme item it came from, and which step of a story. */
export interface MadeActivity {
  activity: RegionActivity;
  programme: string | null;
  step: StoryStep | null;
}

/** Types that take a pupil out of the school. */
export const outside: ActivityType[] = [
  'open-day',
  'trial-day',
  'trial-lesson',
  'taster-placement',
  'lightning-placement',
  'placement',
  'company-visit',
  'careers-fair',
  'meet-and-greet',
  'professional-interview',
  'information-evening',
  'skills-lab',
  'company-assignment',
];

const silent = (pupil: Key): RegionPresence => ({
  pupil,
  remark: null,
  result: null,
  evaluation: null,
  followUp: null,
});

const stepsOf = (pupil: Key): StoryStep[] => stories.find((one) => one.pupil === pupil)?.steps ?? [];

const fits = (item: ProgrammeItem, group: RegionGroup): boolean =>
  item.year === group.year &&
  (item.kind === 'pro') === (group.leerweg === 'pro') &&
  (item.schools?.includes(group.school) ?? true) &&
  (item.leerwegen?.includes(group.leerweg) ?? true) &&
  (item.profielen === undefined || (group.profiel !== null && item.profielen.includes(group.profiel)));

/** Why someone was not there: bad luck, or the way the dossier has to be. */
function isAbsent(trait: Trait, item: ProgrammeItem, group: RegionGroup, luck: Chance): boolean {
  if (stepsOf(trait.pupil.key).some((step) => step.programme === item.id && step.year === group.year)) return false;
  switch (trait.cast?.dossier) {
    case 'stops-after-year-2':
      return group.year > 2;
    case 'never-outside':
      return outside.includes(item.type);
    case 'class-only':
      return false;
    case 'story':
      return luck.yes(0.1);
    case 'drawn':
    case undefined:
      return luck.yes(0.05);
  }
}

/** What each class did: the fixed items, those in a story, and two in three of the rest, up to today. */
export function classActivities(groups: RegionGroup[], traits: Trait[], today: Day): MadeActivity[] {
  return groups.flatMap((group) => {
    const pupils = traits.filter((one) => one.pupil.enrolments.some((enrolment) => enrolment.group === group.key));
    const inStory = new Set(
      pupils.flatMap((one) =>
        stepsOf(one.pupil.key)
          .filter((step) => step.year === group.year)
          .map((step) => step.programme),
      ),
    );
    return programme
      .filter((item) => pupils.length > 0 && fits(item, group))
      .flatMap((item): MadeActivity[] => {
        // Seeded without the year, so that the same class did the same, whatever today is.
        const luck = chance(`${pupils[0]?.line.key} ${group.name} ${item.id}`);
        const chosen = luck.yes(0.66);
        if (!item.always && !inStory.has(item.id) && !chosen) return [];
        const { from, until } = schoolPeriod(addDays(dayIn(group.schoolYear, item.on), luck.int(3)), item.days ?? 1);
        if ((until ?? from) > today) return [];
        const absent = pupils.filter((one) => isAbsent(one, item, group, luck)).map((one) => one.pupil.key);
        const present = pupils.map((one) => one.pupil.key).filter((key) => !absent.includes(key));
        if (present.length === 0) return [];
        const coordinators = staff.filter(
          (one) => one.roles[0]?.school === group.school && ['decaan', 'lob-coordinator'].includes(one.roles[0].role),
        );
        const person = luck.yes(0.6) ? (group.mentors[0]?.person ?? '') : luck.pick(coordinators).key;
        const activity: RegionActivity = {
          key: `${group.key}-${item.id}`,
          school: group.school,
          schoolYear: group.schoolYear,
          group: group.key,
          loggedBy: { person },
          type: item.type,
          title: item.title,
          from,
          until,
          place: item.place,
          beroep: item.beroep ?? null,
          opleiding: item.opleiding ?? null,
          goal: item.goal,
          competences: item.competences,
          present: present.map((pupil) => ({
            ...silent(pupil),
            remark: luck.yes(0.025) ? luck.pick(remarks) : null,
          })),
          absent,
        };
        return [{ activity, programme: item.id, step: null }];
      });
  });
}

/** The enrolment of a pupil in a year; the last one for who did it twice. */
const enrolmentIn = (trait: Trait, year: number, groups: Map<Key, RegionGroup>) =>
  trait.pupil.enrolments.findLast((one) => groups.get(one.group)?.year === year);

/** What the pupils of the stories did on their own. */
export function storyActivities(traits: Trait[], groups: Map<Key, RegionGroup>, today: Day): MadeActivity[] {
  return traits.flatMap((trait) =>
    stepsOf(trait.pupil.key).flatMap((step, index): MadeActivity[] => {
      const enrolment = enrolmentIn(trait, step.year, groups);
      if (!step.own || !step.on || !enrolment) return [];
      const { days, beroep, opleiding, ...own } = step.own;
      const from = dayIn(enrolment.schoolYear, step.on);
      const until = days ? addDays(from, days - 1) : null;
      if ((until ?? from) > today) return [];
      const activity: RegionActivity = {
        ...own,
        key: `${trait.pupil.key}-own-${index + 1}`,
        school: enrolment.school,
        schoolYear: enrolment.schoolYear,
        group: null,
        loggedBy: { pupil: trait.pupil.key },
        from,
        until,
        beroep: beroep ?? null,
        opleiding: opleiding ?? null,
        present: [silent(trait.pupil.key)],
        absent: [],
      };
      return [{ activity, programme: null, step }];
    }),
  );
}

/** About a third of the others did something on their own too. */
export function ownActivities(traits: Trait[], groups: Map<Key, RegionGroup>, today: Day): MadeActivity[] {
  return traits
    .filter((one) => one.cast === null || one.cast.dossier === 'drawn')
    .flatMap((trait) => {
      const luck = chance(`own ${trait.pupil.key}`);
      const count = trait.line.year < 2 || luck.yes(0.65) ? 0 : 1 + luck.int(2);
      const moulds = luck.shuffled(ownActivityMoulds).slice(0, count);
      return moulds.flatMap((mould, index) => {
        const years = mould.years.filter((year) => year <= trait.line.year);
        if (years.length === 0) return [];
        const enrolment = enrolmentIn(trait, luck.pick(years), groups);
        if (!enrolment) return [];
        const activity = cast(mould, trait, enrolment.schoolYear, luck);
        if ((activity.until ?? activity.from) > today) return [];
        const key = `${trait.pupil.key}-own-${index + 1}`;
        return [{ activity: { ...activity, key, school: enrolment.school }, programme: null, step: null }];
      });
    });
}

function cast(mould: OwnActivityMould, trait: Trait, schoolYear: number, luck: Chance): RegionActivity {
  const beroep = luck.pick(trait.interest.beroepen);
  const open = admissible(trait.line.leerweg).filter((one) => trait.interest.opleidingen.includes(one.key));
  const opleiding = luck.pick(open.length > 0 ? open : admissible(trait.line.leerweg));
  const fill = (text: string): string => text.replace('{beroep}', beroep).replace('{opleiding}', opleiding.name);
  const first = dayIn(schoolYear, mould.from);
  const from = schoolDay(addDays(first, luck.int(daysBetween(first, dayIn(schoolYear, mould.until)) + 1)));
  const days = luck.pick(mould.days);
  const campus = schools.flatMap((one) => one.locations).find((one) => one.key === opleiding.location);
  const place = { place: luck.pick(trait.interest.places), mbo: campus?.name ?? null, nowhere: null }[mould.at];
  return {
    key: '',
    school: trait.pupil.school,
    schoolYear,
    group: null,
    loggedBy: { pupil: trait.pupil.key },
    type: mould.type,
    title: fill(luck.pick(mould.titles)),
    from,
    until: days > 1 ? addDays(from, days - 1) : null,
    place,
    beroep: mould.type === 'job-or-volunteering' || mould.at === 'mbo' ? null : beroep,
    opleiding: mould.at === 'mbo' ? opleiding.key : null,
    goal: fill(luck.pick(mould.goals)),
    competences: mould.competences,
    present: [silent(trait.pupil.key)],
    absent: [],
  };
}

/** The step of a story that tells of this activity in this year. */
export const stepFor = (pupil: Key, made: MadeActivity, year: Leerjaar | undefined): StoryStep | null =>
  made.step ??
  (made.programme === null
    ? null
    : (stepsOf(pupil).find((step) => step.programme === made.programme && step.year === year) ?? null));
