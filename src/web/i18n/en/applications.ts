import type { applications as nl } from '../nl/applications.js';
import type { SameKeys } from '../message.types.js';

export const applications: SameKeys<typeof nl> = {
  'applications.title': 'Where I applied',
  'applications.lead': 'Add where you have applied. More than one is fine.',
  'applications.not-here':
    'You apply on the website of the mbo itself, before 1 April. Here you add it to your file, so that your mentor knows and you can share. Your application never waits for your file.',
  'applications.add': 'Add an application',
  'applications.added': 'Your application to {school} has been added. You can now choose what that school may read.',
  'applications.none': 'No application yet',
  'applications.none-text': 'Have you applied to an mbo school? Add it here.',
  'applications.level': 'Level',
  'applications.level-of': 'level {niveau} · {leerweg}',
  'applications.on': 'Added on',
  'applications.start': 'Start',
  'applications.sees': 'This lets the school see',
  'applications.sees-text': 'your name, date of birth and programme. Nothing more.',
  'applications.to-consent': 'What else may this school read?',
  'applications.withdraw': 'Withdraw this application…',
  'applications.withdraw-question':
    'Are you sure? {school} will see nothing of you any more, at once. Also tell the school on its website.',
  'applications.withdraw-button': 'Yes, withdraw',
  'applications.withdrawn': 'Withdrawn. From now on the school sees nothing of you.',
  'applications.before': { one: '1 withdrawn application', other: '{count} withdrawn applications' },
  'applications.withdrawn-on': 'withdrawn on {date}',

  'choose.school': 'At which school?',
  'choose.step': 'Step {step} of 2',
  'choose.no-schools': 'There are no mbo schools here yet',
  'choose.no-schools-text': 'Ask your mentor or the careers counsellor.',
  'choose.opleiding': 'Which programme at {school}?',
  'choose.other-school': 'Choose another school',
  'choose.search': 'Find a programme',
  'choose.search-hint': 'One word is enough. The names are in Dutch, for example: zorg or kok.',
  'choose.search-button': 'Search',
  'choose.all': 'Show everything again',
  'choose.which': 'Choose your programme',
  'choose.none': 'Nothing found',
  'choose.none-text': 'Try another word, or part of it. Is your programme not there? Ask the careers counsellor.',
  'choose.save': 'Add',
};
