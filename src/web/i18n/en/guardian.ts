import type { guardian as nl } from '../nl/guardian.js';
import type { SameKeys } from '../message.types.js';

export const guardian: SameKeys<typeof nl> = {
  'guardian.title': 'My child',
};
