import { addDays } from '../platform/calendar.js';
import { type MadeActivity, stepFor } from './activities.rules.js';
import type { Opened } from './cast.types.js';
import { earliest } from './days.rules.js';
import type { Trait } from './pupils.rules.js';
import type { Day, Key, RegionActivity, RegionGroup, RegionPresence, RegionReflection } from './region.types.js';
import { type Chance, chance } from './seed.rules.js';
import { WordBook } from './words.rules.js';

export interface Voices {
  activities: RegionActivity[];
  reflections: RegionReflection[];
}

/** How much a pupil writes: most write nothing. */
function diligence(trait: Trait, luck: Chance): number {
  if (trait.cast && trait.cast.dossier !== 'drawn') return 0;
  const dice = luck.next();
  return dice < 0.56 ? 0 : dice < 0.82 ? 0.22 : 0.5;
}

const openings: Opened[] = ['', '', '', 's', 's', 'sg', 'sm', 'sgm', 'm', 'g'];

const openedTo = (opened: Opened, on: Day) => ({
  school: opened.includes('s') ? on : null,
  guardian: opened.includes('g') ? on : null,
  mbo: opened.includes('m') ? on : null,
});

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Puts the pupils' own words on what they did, and their reflections beside it. */
export function giveVoices(made: MadeActivity[], traits: Trait[], groups: Map<Key, RegionGroup>, today: Day): Voices {
  const known = new Map(traits.map((one) => [one.pupil.key, one]));
  const writing = new Map(
    traits.map((one) => {
      const luck = chance(`writes ${one.pupil.key}`);
      return [one.pupil.key, { luck, share: diligence(one, luck) }];
    }),
  );
  const book = new WordBook();
  const reflections: RegionReflection[] = [];
  const reflect = (
    presence: RegionPresence,
    activity: RegionActivity,
    luck: Chance,
    text: Pick<RegionReflection, 'competence' | 'text'>,
    opened: Opened,
  ): void => {
    const on = earliest(today, addDays(activity.until ?? activity.from, 1 + luck.int(6)));
    reflections.push({
      key: `${presence.pupil}-reflection-${reflections.length + 1}`,
      pupil: presence.pupil,
      activity: activity.key,
      on,
      ...text,
      opened: openedTo(opened, earliest(today, addDays(on, luck.int(20)))),
    });
  };

  const activities = made.map((one): RegionActivity => {
    const { activity } = one;
    const year = activity.group === null ? undefined : groups.get(activity.group)?.year;
    const present = activity.present.map((presence): RegionPresence => {
      const { luck, share } = writing.get(presence.pupil) ?? { luck: chance(presence.pupil), share: 0 };
      const step = stepFor(presence.pupil, one, year);
      if (step) {
        for (const { opened, ...text } of step.reflections ?? []) reflect(presence, activity, luck, text, opened);
        const { result, evaluation, followUp, remark } = step;
        return { ...presence, result, evaluation, followUp, remark: remark ?? presence.remark };
      }
      // Pupils write about their own activities sooner than about those of the class.
      if (!luck.yes(activity.group === null && share > 0 ? 0.8 : share)) return presence;
      const words = book.wordsFor(
        activity,
        one.programme,
        (known.get(presence.pupil)?.pupil.enrolments ?? []).map((enrolment) => enrolment.group),
        luck,
      );
      if (!words) return presence;
      const beroep = activity.beroep ?? known.get(presence.pupil)?.interest.beroepen[0] ?? '';
      const fill = (text: string): string | null => orNull(text.replace('{beroep}', beroep));
      if (luck.yes(0.4)) {
        const thought = book.thoughtFor(activity.competences, activity.school, luck);
        if (thought) reflect(presence, activity, luck, thought, luck.pick(openings));
      }
      return {
        ...presence,
        result: fill(words.result),
        evaluation: fill(words.evaluation),
        followUp: luck.yes(0.75) ? fill(words.followUp) : null,
      };
    });
    return { ...activity, present };
  });
  return { activities, reflections };
}
