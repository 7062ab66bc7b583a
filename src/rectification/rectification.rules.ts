import type { Section } from '../consent/consent.types.js';
import type { About } from './rectification.types.js';

const sections: Record<About, Section> = {
  activity: 'lob',
  remark: 'lob',
  profile: 'profile',
  enrolment: 'school-career',
};
/** The section whose readers see the item, and so the zienswijze. */
export const sectionOf = (about: About): Section => sections[about];
