import type { pupil as nl } from '../nl/pupil.js';
import type { SameKeys } from '../message.types.js';

export const pupil: SameKeys<typeof nl> = {
  'pupil.title': 'My file',
  'pupil.looked': 'Who looked',
};
