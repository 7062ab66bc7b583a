import type { SameKeys } from '../message.types.js';
import type { staff as nl } from '../nl/staff.js';

export const staff: SameKeys<typeof nl> = {
  'groups.logged': {
    one: 'The activity is in the dossier of 1 pupil.',
    other: 'The activity is in the dossiers of {count} pupils.',
  },
  'groups.log-corrected': {
    one: 'Corrected in the dossier of 1 pupil.',
    other: 'Corrected in the dossiers of {count} pupils.',
  },
  'groups.log-removed': {
    one: 'Removed from the dossier of 1 pupil.',
    other: 'Removed from the dossiers of {count} pupils.',
  },
  'unusual.reviewed': 'What you found is noted.',
  'pupils.logged': 'The activity is in the dossier.',
  'pupils.activity-corrected': 'The activity was corrected.',
  'pupils.activity-removed': 'The activity was removed from the dossier.',
  'pupils.applied': 'The application for {opleiding} was recorded.',
  'pupils.application-withdrawn': 'The application was withdrawn.',
  'remark-of-absent': 'This pupil was absent. Tick the pupil or remove the remark',
  'statutory.offered': 'The pupil now sees what you want to pass on.',
  'statutory.stopped': 'Stopped. The other school no longer reads this.',
  'statutory.on': 'Switched on.',
  'statutory.off': 'Switched off. It works at once.',
  'consent-texts.added': 'The text has been saved.',
  'notices.confirmed': 'Confirmed. The pupil can see it.',
  'paper.recorded': 'The answer on paper has been recorded.',
  'dossiers.asked': 'Your request is with the pupil. As soon as the dossier is shared, you can read it here.',
};
