import type { ActivityType, Competence } from '../lob/lob.types.js';

/** How a school writes the kinds of activity in a file. A kind without its word does not compile. */
export const activityWords = {
  'open-day': 'open dag',
  'trial-day': 'meeloopdag',
  'trial-lesson': 'proefles',
  'taster-placement': 'snuffelstage',
  'lightning-placement': 'bliksemstage',
  placement: 'stage',
  'company-visit': 'bedrijfsbezoek',
  'guest-lesson': 'gastles',
  'careers-fair': 'beroepenmarkt',
  'meet-and-greet': 'meet & greet',
  'professional-interview': 'interview',
  'information-evening': 'informatieavond',
  'career-conversation': 'loopbaangesprek',
  'interest-test': 'interessetest',
  'ppo-lesson': 'PPO-les',
  'company-assignment': 'bedrijfsopdracht',
  'mbo-module': 'mbo-module',
  'skills-lab': 'SkillsLab',
  'job-or-volunteering': 'bijbaan of vrijwilligerswerk',
  'home-assignment': 'LOB-opdracht thuis',
  'profielschets-studied': 'profielschets bestudeerd',
} as const satisfies Record<ActivityType, string>;

/** Other words for the same. */
const otherWords: Readonly<Record<string, ActivityType>> = {
  proefstuderen: 'trial-day',
  'beroepsoriënterende stage': 'placement',
  'interne stage': 'placement',
  'externe stage': 'placement',
  gastcollege: 'guest-lesson',
  opleidingenbeurs: 'careers-fair',
  opleidingenmarkt: 'careers-fair',
  'interview met beroepsbeoefenaar': 'professional-interview',
  geschiktheidstest: 'interest-test',
  beroepskeuzetest: 'interest-test',
  'pgp-opdracht': 'company-assignment',
  'mbo-keuzedeel': 'mbo-module',
  bijbaan: 'job-or-volunteering',
  vrijwilligerswerk: 'job-or-volunteering',
  'LOB-opdracht met ouders thuis': 'home-assignment',
};

export const competenceWords = {
  kwaliteitenreflectie: 'kwaliteitenreflectie',
  motievenreflectie: 'motievenreflectie',
  werkexploratie: 'werkexploratie',
  loopbaansturing: 'loopbaansturing',
  netwerken: 'netwerken',
} as const satisfies Record<Competence, string>;

const turned = (words: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([code, word]) => [word, code]));

/** Word to code. */
export const knownTypes: Readonly<Record<string, string>> = turned(activityWords);
export const moreTypes: Readonly<Record<string, string>> = otherWords;
export const knownCompetences: Readonly<Record<string, string>> = turned(competenceWords);
