import type { forgotten as nl } from '../nl/forgotten.js';
import type { SameKeys } from '../message.types.js';

export const forgotten: SameKeys<typeof nl> = {
  'forgotten.title': 'Forgot your password',
  'forgotten.lead': 'Parents, guardians and staff get a message with a link. With it you choose a new password.',
  'forgotten.username': 'E-mail address or user name',
  'forgotten.submit': 'Send me a link',
  'forgotten.pupil': 'Are you a pupil?',
  'forgotten.pupil-text': 'Ask your mentor for a new code. It takes a minute.',
  'forgotten.no-mail': 'This school sends no mail',
  'forgotten.no-mail-text':
    'Parents and guardians ask the mentor for a letter with a new code, staff ask the administrator of their school.',
  'forgotten.asked-title': 'Look in your mail',
  'forgotten.asked':
    'Do we know this address or name? Then a message with a link is on its way. The link works for an hour.',
  'forgotten.nothing': 'Nothing comes?',
  'forgotten.nothing-text':
    'Look among the unwanted mail as well. Perhaps the school knows another address of yours, or none yet. Then ask for a letter with a code: parents and pupils ask the mentor, staff the administrator.',
  'forgotten.link': 'Forgot your password?',
  'reset.title': 'Choose a new password',
  'reset.lead':
    'The link from the message works once. Wherever you were still signed in, you are signed out afterwards.',
  'reset.code': 'Code from the message',
  'reset.code-hint': 'Nothing here yet? Paste the code or the whole link from the message.',
  'reset.done': 'Your new password is saved.',
};
