import type { ClassLog, TimelineActivity } from '../../lob/lob.types.js';
import type { View } from '../kit/view.js';

type Facts = Pick<
  ClassLog & TimelineActivity,
  'type' | 'title' | 'place' | 'startsOn' | 'endsOn' | 'beroep' | 'opleidingId' | 'goal' | 'competences'
>;

/** The facts of an activity as a form shows them. */
export const factsOf = (facts: Facts): object => ({
  type: facts.type,
  title: facts.title,
  place: facts.place,
  startsOn: facts.startsOn,
  endsOn: facts.endsOn ?? '',
  beroep: facts.beroep,
  opleidingId: facts.opleidingId ?? '',
  goal: facts.goal,
  competences: facts.competences,
});

/** The facts of an activity in words, label by label, without what is empty. */
export function factRows(
  { t, words }: Pick<View, 't' | 'words'>,
  facts: Omit<Facts, 'opleidingId'> & { opleiding?: string | null; remark?: string },
): [string, string][] {
  const rows: [string, string][] = [
    ['Soort', t(`activity-type.${facts.type}`)],
    ['Wat', facts.title],
    ['Wanneer', words.period(facts.startsOn, facts.endsOn)],
    ['Waar', facts.place],
    ['Waarvoor', facts.goal],
    ['Competenties', facts.competences.map((competence) => t(`competence.${competence}`)).join(', ')],
    ['Beroep', facts.beroep],
    ['Opleiding', facts.opleiding ?? ''],
    ['Opmerking', facts.remark ?? ''],
  ];
  return rows.filter(([, value]) => value !== '');
}
