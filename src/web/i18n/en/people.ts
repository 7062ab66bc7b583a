import type { SameKeys } from '../message.types.js';
import type { people as nl } from '../nl/people.js';

export const people: SameKeys<typeof nl> = {
  'people.added': '{name} has been added. Now make the letter with the code.',
  'people.role-given': 'The role has been given.',
  'people.role-ended': 'The role has ended.',
  'people.disabled': '{name} can no longer sign in.',
  'people.enabled': '{name} can sign in again.',
};
