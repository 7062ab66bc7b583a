import type { consent as nl } from '../nl/consent.js';
import type { SameKeys } from '../message.types.js';

export const consent: SameKeys<typeof nl> = {
  'consent.title': 'Who may read',
};
