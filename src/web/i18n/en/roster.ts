import type { SameKeys } from '../message.types.js';
import type { roster as nl } from '../nl/roster.js';

export const roster: SameKeys<typeof nl> = {
  'roster.completed': {
    one: 'The details of 1 pupil have been saved.',
    other: 'The details of {count} pupils have been saved.',
  },
  'roster.custody-saved': {
    one: 'The custody of 1 parent or guardian has been recorded.',
    other: 'The custody of {count} parents and guardians has been recorded.',
  },
  'roster.mentor-assigned': {
    one: 'The mentor has been changed for 1 pupil.',
    other: 'The mentor has been changed for {count} pupils.',
  },
  'roster.mentor-ended': {
    one: 'Mentoring ends earlier for 1 pupil.',
    other: 'Mentoring ends earlier for {count} pupils.',
  },
  'roster.teacher-added': '{name} now teaches this class.',
  'roster.teacher-ended': 'The last day of the teacher has been recorded.',
  'purpose.custody-register': 'custody according to the custody register',
  'purpose.court-decision': 'custody according to a decision of the court',
  'purpose.enrolment-form': 'custody according to the enrolment form',
  'purpose.correction': 'correction of a mistake',
};
