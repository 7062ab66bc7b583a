import type { consent as nl } from '../nl/consent.js';
import type { SameKeys } from '../message.types.js';

export const consent: SameKeys<typeof nl> = {
  'consent.title': 'Who may read',
  'consent.heading': 'Who may read your file?',
  'consent.lead': 'You decide. You can always withdraw your consent, without giving a reason.',
  'consent.under-16': 'You are under 16. That is why a parent or guardian with custody has to say yes too.',
  'consent.from-16': 'You are 16 or older. You decide on your own.',
  'consent.empty': 'No mbo school yet',
  'consent.empty-text':
    'An mbo school can only read something if you apply there and say yes. Have you applied? Add it, and choose here what that school sees.',
  'consent.see-who': 'Curious who has really read it?',

  'consent.state.none': 'Not shared',
  'consent.state.asked': 'Asks to read',
  'consent.state.waiting-for-pupil': 'Waiting for pupil',
  'consent.state.waiting-for-guardian': 'Waiting for parent',
  'consent.state.blocked': 'Someone at home said no',
  'consent.state.in-force': 'Consent given',
  'consent.state.refused': 'Not shared',
  'consent.state.withdrawn': 'Withdrawn',
  'consent.state.expired': 'Ended',

  'consent.you': 'You',
  'consent.not-yet': 'not yet',
  'consent.yes-on': 'yes, on {date}',
  'consent.no-on': 'no, on {date}',
  'consent.sees': 'This school sees',
  'consent.sees-now': 'This school sees now',
  'consent.wants': 'This is what the school would like to see',
  'consent.would-see': 'This school will see this once everyone says yes',
  'consent.sees-not': 'This school does not see',
  'consent.no-application': 'The application was withdrawn. That is why the school sees nothing.',
  'consent.from-application': 'Name, date of birth and programme (because of the application)',
  'consent.section.profile': 'Details and class: school, class, and who the school can call',
  'consent.section.school-career': 'School career: earlier classes, track and profile',
  'consent.section.lob': 'Careers activities (LOB): what was done, with remarks and answers',
  'consent.section.reflections': 'Reflections: only those opened to the mbo',
  'consent.reflections-opened': {
    one: 'Reflections: 1 that you opened to the mbo',
    other: 'Reflections: {count} that you opened to the mbo',
  },
  'consent.reflections-none': 'Reflections: you have not opened any to the mbo yet',
  'consent.reflections-closed': { one: '1 other reflection', other: '{count} other reflections' },
  'consent.until': 'This ends by itself on {date}.',
  'consent.would-end': 'Even with a yes this ends by itself on {date}.',

  'consent.give': 'Choose what this school may read',
  'consent.give-again': 'Give consent again',
  'consent.undo': 'Not what you meant? Give it again: {sections}.',
  'consent.asks': '{school} asks whether they may read this: {sections}.',
  'consent.yes': 'Yes, they may',
  'consent.no': 'No',
  'consent.choose-self': 'I choose what they read',
  'consent.confirm': 'Yes, keep it this way',
  'consent.confirm-text':
    'You already said yes to {school}. Now that you are 16, you decide on your own. Confirm it once.',
  'consent.change': 'Change what they read',
  'consent.waiting-text':
    'You said yes. Now a parent or guardian with custody has to say yes too. They can do that on their own page, after signing in.',
  'consent.no-guardian': 'Your school has not yet noted who has custody. Ask your mentor.',
  'consent.blocked-text':
    'A parent or guardian with custody said no. That is why the school sees nothing. Talk about it at home. Your mentor can help.',
  'consent.withdraw': 'Withdraw consent',
  'consent.withdraw-for': 'for {school}',
  'consent.withdraw-note': 'Works at once. Your application stays.',
  'consent.withdraw-note-16':
    'Works at once. Your application stays. If you want to share again later, your parent has to say yes again too.',
  'consent.history': { one: 'Shared before (1)', other: 'Shared before ({count})' },
  'consent.was-shared': 'shared {period}',
  'consent.never-shared': 'never shared',

  'consent.withdrawn': 'Withdrawn. From now on {school} sees nothing of your file.',
  'consent.done.in-force': 'Saved. {school} can read this from now on.',
  'consent.done.waiting-for-guardian': 'Your yes for {school} has been saved. One more yes from home is needed.',
  'consent.done.waiting-for-pupil': 'Saved for {school}.',
  'consent.done.blocked':
    'Your yes for {school} has been saved. Someone at home said no, so the school sees nothing yet.',
  'consent.done.refused': 'Saved. {school} sees nothing of your file.',
  'consent.done.asked': 'Saved for {school}.',
  'consent.done.withdrawn': 'Withdrawn for {school}.',
  'consent.done.expired': 'Ended for {school}.',

  'consent.text': 'What do we agree on?',
  'consent.text.version': 'Text of version {version}.',
  'consent.text.older': 'This consent was given with an older text. Your school can show it to you.',
  'consent.text.what': '{school} only reads the parts that are ticked, and only for the intake.',
  'consent.text.who': 'Only staff who do the intake can read it. They may not pass it on.',
  'consent.text.until':
    'It ends by itself on 1 October after the programme starts, or earlier if the application or the consent is withdrawn.',
  'consent.text.withdraw':
    'Withdrawing is always possible and works at once. What the school had already saved or printed cannot be taken back.',
  'consent.text.free': 'Saying no is fine. The application simply goes on.',

  'choose-sections.title': 'What may {school} read?',
  'choose-sections.lead': 'Choose for yourself, part by part. You can always change this later.',
  'choose-sections.lead-asked': 'This is what the school asked for. Choose what you agree to.',
  'choose-sections.label': 'The school may read this',
  'choose-sections.hint': 'What you do not tick stays closed.',
  'choose-sections.reflections': {
    one: 'You have opened 1 reflection to the mbo. The rest stays closed, even if you tick Reflections.',
    other: 'You have opened {count} reflections to the mbo. The rest stays closed, even if you tick Reflections.',
  },
  'choose-sections.save': 'Give consent',

  'read-along.title': 'May your parent read along?',
  'read-along.intro': 'From 16 your parents or guardians only see what you open to them.',
  'read-along.which': 'My parents with custody may read this',
  'read-along.reflections': 'A reflection is opened on its own, with the activity itself.',
  'read-along.save': 'Save',
  'read-along.saved': 'Saved. From now on your parents only see what you ticked.',
};
