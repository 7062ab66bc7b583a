import type { SameKeys } from '../message.types.js';
import type { people as nl } from '../nl/people.js';

export const people: SameKeys<typeof nl> = {
  'people.added': '{name} has been added. Now send an invitation, or make a letter with a code.',
  'people.invited': 'The invitation is on its way.',
  'people.invitation-withdrawn': 'The invitation was withdrawn.',
  'people.contact-changed': 'The details are saved.',
  'invitation.joined': 'The invitation belongs to your account now. Choose where you go on.',
  'invitation.later': 'Your password is saved. You can sign in from the first day of your role.',
  'invitation.accepted': 'Welcome. Your password is saved.',
  'people.role-given': 'The role has been given.',
  'people.role-ended': 'The role has ended.',
  'people.disabled': '{name} can no longer sign in.',
  'people.enabled': '{name} can sign in again.',
};
