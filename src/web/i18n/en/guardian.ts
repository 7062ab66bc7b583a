import type { guardian as nl } from '../nl/guardian.js';
import type { SameKeys } from '../message.types.js';

export const guardian: SameKeys<typeof nl> = {
  'guardian.title': 'My child',
  'guardian.children': 'My children',
  'guardian.children-lead': 'Choose with whom you want to read along.',
  'guardian.age': { one: '{count} year old', other: '{count} years old' },
  'guardian.none': 'No child found',
  'guardian.none-text': 'No pupil is linked to your account. Ask the mentor or the school.',
  'guardian.custody-unsaid': 'The school still has to note who has custody',
  'guardian.custody-unsaid-text':
    'Until that is done, we cannot show anything. Ask the school or the mentor to put it in order.',
  'guardian.no-custody': 'You do not see everything here',
  'guardian.no-custody-text':
    'According to the school you do not have custody of a child. That is why we show nothing of that child. Is that wrong? Contact the school. You can always ask the mentor how things are going.',

  'guardian.views': 'About {name}',
  'guardian.dossier': 'File',
  'guardian.school': 'School',
  'guardian.under-16':
    'You read along with what {name} does to choose a programme. You only see a reflection if {name} opens it to you.',
  'guardian.from-16': '{name} is 16 or older and decides what you see here.',
  'guardian.waits': '{school} is waiting for your yes or no',
  'guardian.waits-text': '{school} can only read the file of {name} if {name} and a parent with custody say yes.',
  'guardian.to-answer': 'See it and answer',
  'guardian.no-activities': 'No activities yet',
  'guardian.no-activities-text': 'As soon as the school or {name} adds something, you will see it here.',
  'guardian.nothing-opened': '{name} has not opened anything to you',
  'guardian.nothing-opened-text':
    'From 16 a pupil chooses what parents read. Would you like to read along? Ask {name}. Looking at one screen together is fine too, of course.',

  'guardian.consent': 'Who may read the file of {name}?',
  'guardian.consent-under-16':
    '{name} is under 16. An mbo school can only read something if {name} and a parent or guardian with custody say yes. You can always withdraw a yes.',
  'guardian.consent-from-16':
    '{name} is 16 or older and decides which school may read. You do not have to do anything here.',
  'guardian.consent-empty': 'No mbo school yet',
  'guardian.consent-empty-text': 'As soon as {name} applies and wants to share, you will see it here.',
  'guardian.not-shared': '{name} shares nothing with {school} now. Only {name} can start that.',
  'guardian.question': 'Do you agree that {school} reads this about {name}?',
  'guardian.yes': 'Yes, I agree',
  'guardian.no': 'No, I would rather not',
  'guardian.lift': 'Yes after all',
  'guardian.lift-text': 'You said no. That is why {school} sees nothing. Have you changed your mind?',
  'guardian.blocked': 'Not everyone agrees',
  'guardian.blocked-text':
    'Another parent or guardian with custody does not want this now. That is allowed. {school} sees nothing as long as that is so. Talk about it together. The mentor is happy to help.',
  'guardian.waits-for-pupil': 'Your yes is there. {name} still has to say yes too.',
  'guardian.refused': '{name} said no. The school sees nothing, and you do not have to do anything.',
  'guardian.withdraw-note': 'Works at once. The application of {name} stays.',
  'guardian.done.in-force': 'Saved. {school} can read this from now on.',
  'guardian.done.waiting-for-pupil': 'Your yes for {school} has been saved. Your child still has to say yes too.',
  'guardian.done.waiting-for-guardian': 'Saved for {school}.',
  'guardian.done.blocked': 'Saved. {school} sees nothing as long as a parent with custody says no.',
  'guardian.done.refused': 'Saved. {school} sees nothing.',
  'guardian.done.asked': 'Saved for {school}.',
  'guardian.done.withdrawn': 'Withdrawn. From now on {school} sees nothing of the file.',
  'guardian.done.expired': 'Ended for {school}.',

  'guardian.looked': 'Who looked in the file of {name}?',
  'guardian.looked-lead':
    'Every time somebody looks at the file or changes it, it is noted here. Nobody can erase that.',
  'guardian.looked-strange':
    'Ask the mentor. Or the privacy officer (FG) of the school, who can check whether it was right.',
};
