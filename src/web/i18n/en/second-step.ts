import type { SameKeys } from '../message.types.js';
import type { secondStep as source } from '../nl/second-step.js';

export const secondStep: SameKeys<typeof source> = {
  'second-factor-required': 'First give the second step of signing in.',
  'step-up-required': 'First prove once more that it is you.',
  'code-wrong': 'This code is not right, or was used already. Wait for the next code in your app.',
  'first-code-wrong':
    'This code is not right. Check that you copy the code of Doorstroomdossier, and that the clock of your phone is right.',
  'enrolment-gone': 'This page was open for too long. Open it again: you get a new QR code.',
  'own-second-factor': 'You change your own second step under My account, not here.',
  'again.title': 'Sign in again',
  'again.lead': 'You signed in more than a quarter of an hour ago. For this step we want to be sure that it is you.',
  'second-step.removed': 'Your second step was removed. You are signed out on other devices.',
  'second-step.reset': '{name} sets up a new second step at the next sign-in.',
};
