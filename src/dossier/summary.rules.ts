import { schoolYearOf } from '../platform/calendar.js';
import { competences, type TimelineActivity, type TimelineReflection } from '../lob/lob.types.js';
import type { DossierResponse } from './dossier.dto.js';
import type { DossierSummary, Interest, LobSummary, LobYear, Words } from './summary.types.js';

/** What fits on one screen. */
const MOST_INTERESTS = 6;
const MOST_WORDS = 2;
const BREATH = 220;

/** A dossier "in het kort": counts of what is there and the pupil's own words; nothing is weighed and nothing scored. */
export function summarise(dossier: Pick<DossierResponse, 'lob' | 'reflections'>, today: string): DossierSummary {
  const activities = new Map((dossier.lob ?? []).map((activity) => [activity.id, activity]));
  const reflections = [...(dossier.reflections ?? [])].sort((a, b) => compare(b.writtenOn, a.writtenOn));
  return {
    lob: dossier.lob ? summariseLob(dossier.lob, today) : null,
    words: dossier.reflections
      ? reflections.slice(0, MOST_WORDS).map((one) => wordsOf(one, activities.get(one.activityId) ?? null))
      : null,
    byActivity: new Map(
      reflections.filter((one) => activities.has(one.activityId)).map((one) => [one.activityId, one]),
    ),
    loose: reflections.filter((one) => !activities.has(one.activityId)),
  };
}

function summariseLob(lob: readonly TimelineActivity[], today: string): LobSummary {
  const newestFirst = [...lob].sort((a, b) => compare(b.startsOn, a.startsOn));
  const done = newestFirst.filter((activity) => activity.startsOn <= today);
  const kinds = [...countBy(done, (activity) => [activity.type])].map(([type, { times }]) => ({ type, count: times }));
  return {
    done: done.length,
    planned: newestFirst.length - done.length,
    kinds: kinds.sort((a, b) => b.count - a.count),
    competences: competences.map((competence) => ({
      competence,
      latest: done.find((activity) => activity.competences.includes(competence)) ?? null,
    })),
    interests: interestsOf(done),
    last: done[0] ?? null,
    years: yearsOf(newestFirst),
  };
}

function yearsOf(newestFirst: readonly TimelineActivity[]): LobYear[] {
  const years = new Map<number, TimelineActivity[]>();
  for (const activity of newestFirst) {
    const year = schoolYearOf(activity.startsOn);
    years.set(year, [...(years.get(year) ?? []), activity]);
  }
  return [...years].map(([schoolYear, activities]) => ({ schoolYear, activities }));
}

/** The same name in other capitals is the same; what came up as often goes by what came up last. */
function interestsOf(newestFirst: readonly TimelineActivity[]): Interest[] {
  const names = (activity: TimelineActivity): string[] => {
    const both = [activity.beroep, activity.opleiding ?? ''].map((name) => name.trim()).filter((name) => name !== '');
    return both.filter((name, i) => both.findIndex((other) => fold(other) === fold(name)) === i);
  };
  const counted = countBy(newestFirst, (activity) => names(activity), fold);
  return [...counted.values()]
    .map(({ first, times }) => ({ name: first, times }))
    .sort((a, b) => b.times - a.times)
    .slice(0, MOST_INTERESTS);
}

function wordsOf(reflection: TimelineReflection, about: TimelineActivity | null): Words {
  const { id, text, writtenOn } = reflection;
  const short = inOneBreath(text);
  return { reflectionId: id, text: short, whole: short === text.trim(), writtenOn, about };
}

/** As many whole sentences as fit; of a sentence that is too long by itself, as many words as fit. */
export function inOneBreath(text: string, most = BREATH): string {
  const all = text.trim();
  if (all.length <= most) return all;
  const head = all.slice(0, most);
  const sentences = /^[\s\S]{40,}[.!?](?=\s)/.exec(head)?.[0];
  if (sentences) return `${sentences} …`;
  const lastSpace = head.search(/\s\S*$/);
  return `${lastSpace < 0 ? head : head.slice(0, lastSpace).trimEnd()} …`;
}

function countBy<T, K extends string>(
  items: readonly T[],
  keysOf: (item: T) => readonly K[],
  same: (key: K) => string = (key) => key,
): Map<K, { first: K; times: number }> {
  const counts = new Map<K, { first: K; times: number }>();
  for (const key of items.flatMap((item) => keysOf(item))) {
    const one = same(key) as K;
    const found = counts.get(one);
    if (found) found.times++;
    else counts.set(one, { first: key, times: 1 });
  }
  return counts;
}

const fold = (name: string): string => name.toLocaleLowerCase('nl');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
