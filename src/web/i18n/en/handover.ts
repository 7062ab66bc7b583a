import type { SameKeys } from '../message.types.js';
import type { handover as nl } from '../nl/handover.js';

export const handover: SameKeys<typeof nl> = {
  'handover.title': 'What the school passes on',
  'handover.title-child': 'What the school passes on of {name}',
  'handover.lead.pupil':
    'The law lets your school pass on some data to the mbo, also without your yes. But you see it first, and you may say what you think.',
  'handover.lead.guardian':
    'The law lets the school pass on some data to the mbo, also without a yes. But you see it first, and you may say what you think.',
  'handover.empty': 'The school passes on nothing',
  'handover.empty-text': 'If the school wants to, you see it here first.',
  'handover.waits': 'Your school wants to pass something on to {school}',
  'handover.waits-text': 'See whether it is right, and say what you think.',
  'handover.look': 'Look at it',
  'handover.for': 'For the {purpose}. {by} prepared it on {date}.',
  'handover.state.offered': 'Have a look',
  'handover.state.in-force': 'The school reads this',
  'handover.state.off': 'Switched off',
  'handover.state.ended': 'Stopped',
  'handover.state.expired': 'Ended',
  'handover.counts-on': 'Without an answer this goes along from {date}. With your answer it may be earlier.',
  'handover.until': 'The school can read this until {date}.',
  'handover.off-text': 'Your school or region switched this off. Nobody reads it now.',
  'handover.exactly': 'This is what the other school reads',
  'handover.contacts': 'Whom the school can call',
  'handover.question': 'Do you agree that the school passes this on?',
  'handover.yes': 'Yes, this is right',
  'handover.no': 'No',
  'handover.goes-anyway': 'With a no it still goes. Then your view goes along, and the mbo reads it.',
  'handover.view': 'Your view (zienswijze)',
  'handover.view-hint': 'Is something not right, or do you want to explain something? The other school reads this too.',
  'handover.send': 'Send',
  'handover.sent': 'Your answer is kept. It goes along to {school}.',
  'handover.said-yes': '{name}: yes, on {date}',
  'handover.said-no': '{name}: no, on {date}',
  'handover.change': 'Change your answer',
  'handover.not-right': 'Is something in your data not right? Then ask to have it corrected.',
};
