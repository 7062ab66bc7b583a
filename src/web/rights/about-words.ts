import type { About, Correctable, Facts } from '../../rectification/rectification.types.js';
import { schoolYearText } from '../family/words.js';
import type { View } from '../kit/view.js';

/** What a request is about, as it stands in an address. */
const slugs: Record<About, string> = {
  activity: 'activiteit',
  remark: 'opmerking',
  profile: 'gegevens',
  enrolment: 'schooljaar',
};
export const slugOf = (about: About): string => slugs[about];
export const aboutOf = (slug: string): About | undefined =>
  (Object.keys(slugs) as About[]).find((about) => slugs[about] === slug);

/** "Open dag bij het mbo", "Opmerking bij Open dag bij het mbo", "Schooljaar 2026–2027" */
export function aboutTitle(
  { t }: Pick<View, 't'>,
  item: Pick<Correctable, 'about' | 'title'> & { facts: Facts | null },
): string {
  switch (item.about) {
    case 'activity':
      return item.title ?? t('about.activity');
    case 'remark':
      return t('about.remark', { title: item.title ?? '' });
    case 'profile':
      return t('about.profile');
    case 'enrolment': {
      const year = Number(item.facts?.schoolYear);
      return year ? t('about.enrolment', { year: schoolYearText(year) }) : t('about.school-year');
    }
  }
}

/** The fields of an item in words, label by label, without what is empty. */
export function factRowsOf({ t, text, words }: View, facts: Facts): [string, string][] {
  const say = (field: string, value: Facts[keyof Facts]): string => {
    if (value === undefined || value === null || value === '') return '';
    if (field === 'removed') return value ? t('fact.yes') : '';
    if (Array.isArray(value)) return value.map((one) => text(`competence.${String(one)}`)).join(', ');
    if (field === 'schoolYear') return schoolYearText(Number(value));
    if (field === 'type') return text(`activity-type.${String(value)}`);
    if (field === 'leerweg' || field === 'profiel') return text(`${field}.${String(value)}`);
    if (/On$|Date$/.test(field)) return words.date(String(value));
    return String(value);
  };
  const fields = Object.entries(facts) as [string, Facts[keyof Facts]][];
  return fields.flatMap(([field, value]): [string, string][] => {
    const said = say(field, value);
    return said === '' ? [] : [[text(`fact.${field}`), said]];
  });
}
