import type { MonthDay } from './cast.types.js';
import type { ActivityType, Competence } from './region.types.js';

/** What pupils do of their own accord; `{beroep}`, `{place}` and `{opleiding}` are filled in. */
export interface OwnActivityMould {
  type: ActivityType;
  years: number[];
  titles: string[];
  goals: string[];
  /** Between these days. */
  from: MonthDay;
  until: MonthDay;
  days: number[];
  at: 'place' | 'mbo' | 'nowhere';
  competences: Competence[];
}

export const ownActivityMoulds: OwnActivityMould[] = [
  {
    type: 'job-or-volunteering',
    years: [2, 3, 4, 5],
    titles: ['Bijbaan', 'Vrijwilligerswerk', 'Zaterdagbaan', 'Klussen in de buurt'],
    goals: ['Geld verdienen en kijken wat ik kan.', 'Ervaring opdoen buiten school.', 'Iets doen voor een ander.'],
    from: '09-01',
    until: '04-15',
    days: [40, 60, 75],
    at: 'nowhere',
    competences: ['kwaliteitenreflectie', 'motievenreflectie'],
  },
  {
    type: 'taster-placement',
    years: [2, 3, 4],
    titles: ['Dagje meekijken: {beroep}', 'Een middag mee op het werk', 'Zelf geregelde snuffelstage'],
    goals: [
      'Kijken of het werk is zoals ik denk.',
      'Weten wat een {beroep} de hele dag doet.',
      'Drie vragen stellen die ik vooraf bedacht.',
    ],
    from: '10-01',
    until: '06-20',
    days: [1],
    at: 'place',
    competences: ['werkexploratie', 'netwerken'],
  },
  {
    type: 'professional-interview',
    years: [2, 3, 4],
    titles: ['Vragen gesteld aan een {beroep}', 'Gesprek met iemand die het werk doet'],
    goals: ['Horen hoe je erin komt.', 'Weten wat er lastig aan is.'],
    from: '09-10',
    until: '06-10',
    days: [1],
    at: 'nowhere',
    competences: ['netwerken', 'werkexploratie'],
  },
  {
    type: 'trial-day',
    years: [3, 4, 5],
    titles: ['Meeloopdag {opleiding}', 'Proefstuderen: {opleiding}'],
    goals: ['Zien hoe ze daar lesgeven.', 'Weten of ik mij daar thuis voel.', 'Vergelijken met wat ik op school doe.'],
    from: '10-12',
    until: '04-20',
    days: [1],
    at: 'mbo',
    competences: ['werkexploratie', 'loopbaansturing'],
  },
  {
    type: 'open-day',
    years: [3, 4, 5],
    titles: ['Open dag, met thuis', 'Open avond {opleiding}'],
    goals: ['Vragen wat niet in de folder staat.', 'Samen met thuis kijken.'],
    from: '11-04',
    until: '03-10',
    days: [1],
    at: 'mbo',
    competences: ['werkexploratie', 'loopbaansturing'],
  },
];
