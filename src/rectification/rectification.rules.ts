import type { Section } from '../consent/consent.types.js';
import type { About, Facts } from './rectification.types.js';

const sections: Record<About, Section> = {
  activity: 'lob',
  remark: 'lob',
  profile: 'profile',
  enrolment: 'school-career',
};
/** The section whose readers see the item, and so the zienswijze. */
export const sectionOf = (about: About): Section => sections[about];

/** Whether something was put right: the database gives the fields of both in the same order. */
export const differs = (was: Facts, now: Facts | null): boolean => JSON.stringify(was) !== JSON.stringify(now);
