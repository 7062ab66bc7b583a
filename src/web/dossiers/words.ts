import type { ApplicationSummary, DossierResponse, SchoolYearResponse } from '../../dossier/dossier.dto.js';
import type { ActivityType } from '../../lob/lob.types.js';
import type { Leerweg, Profiel } from '../../pupils/pupils.types.js';
import type { TagColour } from '../ui/blocks.js';

const leerwegen: Record<Leerweg, string> = {
  bb: 'vmbo basisberoepsgericht',
  kb: 'vmbo kaderberoepsgericht',
  gl: 'vmbo gemengd',
  tl: 'vmbo theoretisch',
  pro: 'praktijkonderwijs',
  vso: 'vso',
};
const profielen: Record<Profiel, string> = {
  BWI: 'Bouwen, wonen en interieur',
  PIE: 'Produceren, installeren en energie',
  MET: 'Mobiliteit en transport',
  MVI: 'Media, vormgeving en ICT',
  MAT: 'Maritiem en techniek',
  ZW: 'Zorg en welzijn',
  EO: 'Economie en ondernemen',
  HBR: 'Horeca, bakkerij en recreatie',
  GROEN: 'Groen',
  DP: 'Dienstverlening en producten',
  techniek: 'Techniek',
  'zorg-en-welzijn': 'Zorg en welzijn',
  economie: 'Economie',
  landbouw: 'Landbouw',
};
const known = <K extends string>(names: Record<K, string>, code: string | null): string | undefined =>
  code === null ? undefined : (names as Record<string, string | undefined>)[code];

/** "vmbo kaderberoepsgericht, Zorg en welzijn"; empty when neither is known. */
export const trackOf = (year: Pick<SchoolYearResponse, 'leerweg' | 'profiel'> | undefined): string =>
  [known(leerwegen, year?.leerweg ?? null), known(profielen, year?.profiel ?? null)].filter(Boolean).join(', ');

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
