import type { ApplicationSummary, DossierResponse, SchoolYearResponse } from '../../dossier/dossier.dto.js';
import type { ActivityType } from '../../lob/lob.types.js';
import type { View } from '../kit/view.js';
import type { TagColour } from '../ui/blocks.js';

/** "vmbo kaderberoepsgericht, Zorg en Welzijn"; empty when neither is known. */
export function trackOf({ text }: View, year: Pick<SchoolYearResponse, 'leerweg' | 'profiel'> | undefined): string {
  const { leerweg, profiel } = year ?? {};
  const vmbo = leerweg && ['bb', 'kb', 'gl', 'tl'].includes(leerweg) ? 'vmbo ' : '';
  return [leerweg && vmbo + text(`leerweg.${leerweg}`), profiel && text(`profiel.${profiel}`)]
    .filter(Boolean)
    .join(', ');
}

/** "niveau 3, bol" */
export const levelOf = ({ niveau, leerweg }: Pick<ApplicationSummary, 'niveau' | 'leerweg'>): string =>
  `niveau ${niveau}, ${leerweg}`;

export const schoolYearText = (from: number): string => `${from}-${from + 1}`;

/** How the pages call the pupil: by the roepnaam where that is shared. */
export const calledName = ({ profile }: Pick<DossierResponse, 'profile'>): string =>
  profile?.givenName ?? 'de leerling';

/** One colour for what is close to one another: at an mbo, at work, in conversation, at school or home. */
const colours: Partial<Record<ActivityType, TagColour>> = {
  'open-day': 'blue',
  'trial-day': 'blue',
  'trial-lesson': 'blue',
  'mbo-module': 'blue',
  'information-evening': 'blue',
  'taster-placement': 'purple',
  'lightning-placement': 'purple',
  placement: 'purple',
  'company-visit': 'purple',
  'company-assignment': 'purple',
  'job-or-volunteering': 'purple',
  'career-conversation': 'orange',
  'professional-interview': 'orange',
  'meet-and-greet': 'orange',
};
export const colourOf = (type: ActivityType): TagColour => colours[type] ?? 'teal';

export const anchorOf = (activity: { id: string }): string => `activiteit-${activity.id}`;
export const reflectionAnchor = (reflectionId: string): string => `reflectie-${reflectionId}`;
