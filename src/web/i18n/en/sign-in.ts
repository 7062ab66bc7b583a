import type { SameKeys } from '../message.types.js';
import type { signIn as nl } from '../nl/sign-in.js';

export const signIn: SameKeys<typeof nl> = {
  busy: 'It is very busy right now. Wait a few seconds and try again.',
  'sign-in.title': 'Sign in',
  'sign-in.username': 'User name',
  'sign-in.username-hint': 'Pupils and parents: it is in your letter. Staff: often it is your e-mail address.',
  'sign-in.password': 'Password',
  'sign-in.submit': 'Sign in',
  'sign-in.first-time': 'Your first time here?',
  'sign-in.first-time-text': 'With the code in your letter you choose a password yourself.',
  'sign-in.have-code': 'I have a letter with a code',
  'sign-in.no-letter': 'No letter? Pupils and parents ask the mentor, staff ask the administrator of their school.',
  'sign-in.signed-out': 'You have signed out.',
  'sign-in.wait-seconds': {
    one: 'Too many attempts. Wait 1 second and try again.',
    other: 'Too many attempts. Wait {count} seconds and try again.',
  },
  'sign-in.wait-minutes': {
    one: 'Too many attempts. Wait 1 minute and try again.',
    other: 'Too many attempts. Wait {count} minutes and try again.',
  },
  'activate.title': 'Choose your password',
  'activate.lead': 'Have your letter at hand. The code in the letter works once.',
  'activate.code': 'Code in the letter',
  'activate.code-hint': 'Twelve letters and digits, like ABCD 2345 WXYZ. Spaces and capitals do not matter.',
  'activate.password': 'New password',
  'activate.password-hint':
    'At least 10 characters. Four separate words make a good password that is easy to remember.',
  'activate.submit': 'Save and sign in',
  'activate.back': 'Back to signing in',
  'switch.title': 'Where do you work now?',
  'switch.lead': 'You can sign in at more than one place. Choose where to go on.',
  'switch.guardian': 'As a parent or guardian',
  'switch.link': 'Switch',
  'switch.here': 'You are here now',
  'switch.go': 'Go on at {place}',
  'switch.go-guardian': 'Go on as a parent',
  'switch.only-one': 'You have one place only. There is nothing to choose.',
};
