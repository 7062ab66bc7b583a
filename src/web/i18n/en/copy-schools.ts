import type { SameKeys } from '../message.types.js';
import type { copySchools as nl } from '../nl/copy-schools.js';

export const copySchools: SameKeys<typeof nl> = {
  'copy.asked-reason': 'Why it was asked',
  'copy.later-until': 'Put off until',
  'copy.taken-by': 'By',
  'copy.offered': 'Offered to look at',
  'copy.told': 'Messages to schools',
  'copy.may-read': 'May read',
  'copy.lost': 'May no longer read',
  'copy.confirmed': 'Confirmed',
  'copy.outcome': 'What the school did with it',
  'copy.ground.statutory': 'the law',
  'copy.ground.guest': 'guest teacher of the class',
  'told.given': 'The school may read something',
  'told.widened': 'The school may read more',
  'told.narrowed': 'The school may read less',
  'told.changed': 'The school may read something else',
  'told.prolonged': 'Another end date',
  'told.withdrawn': 'Withdrawn',
  'told.ended': 'Ended',
  'told.erased': 'Erased',
};
