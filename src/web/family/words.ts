import { type AskReason, type ConsentState, type Section, sections as all } from '../../consent/consent.types.js';
import type { ActivityType, TimelineActivity } from '../../lob/lob.types.js';
import type { View } from '../kit/view.js';
import type { TagColour } from '../ui/blocks.js';

/** "gegevens en klas, LOB-activiteiten en reflecties" */
export function inWords({ t, locale }: View, sections: readonly Section[]): string {
  const list = new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale);
  return list.format(all.filter((section) => sections.includes(section)).map((section) => t(`what.${section}`)));
}

/** "2026–2027" */
export const schoolYearText = (year: number): string => `${year}–${year + 1}`;

/** Kinds that are alike have the same colour; the word is beside it. */
const colours: Partial<Record<ActivityType, TagColour>> = {
  'taster-placement': 'green',
  'lightning-placement': 'green',
  placement: 'green',
  'company-visit': 'green',
  'company-assignment': 'green',
  'job-or-volunteering': 'green',
  'career-conversation': 'purple',
  'professional-interview': 'purple',
  'meet-and-greet': 'purple',
  'interest-test': 'yellow',
  'home-assignment': 'yellow',
  'profielschets-studied': 'yellow',
};
export const colourOf = (type: ActivityType): TagColour => colours[type] ?? 'blue';

/** "De school zegt waarom: om het gesprek met jou korter te maken." */
export const whyAsked = ({ t }: View, reason: AskReason, reader: 'pupil' | 'other'): string =>
  t('consent.why-asked', { reason: t(`ask-reason.${reason}.${reader}`) });

export const stateColours: Record<ConsentState, TagColour> = {
  'in-force': 'green',
  asked: 'purple',
  'waiting-for-pupil': 'purple',
  'waiting-for-guardian': 'yellow',
  blocked: 'red',
  refused: 'grey',
  withdrawn: 'grey',
  expired: 'grey',
};

/** "Grafisch Lyceum, Utrecht · mediavormgever" */
export const where = ({ place, beroep, opleiding }: TimelineActivity): string =>
  [place, opleiding ?? beroep].filter(Boolean).join(' · ');

/** What the pupil wrote on the form of an activity, with the key of the question. */
export const ownWords = ({ result, evaluation, followUp }: TimelineActivity) =>
  (
    [
      ['words.result', result],
      ['words.evaluation', evaluation],
      ['words.follow-up', followUp],
    ] as const
  ).filter(([, text]) => text !== '');
