import type { CastConsent, CastGuardian } from './cast.types.js';
import type { Custody, RegionName, Section } from './region.types.js';

/** Call name, tussenvoegsel ('' for none), last name; given names when they differ from the call name. */
export const nameOf = (callName: string, infix: string, lastName: string, firstNames = callName): RegionName => ({
  firstNames,
  callName,
  infix: infix || null,
  lastName,
});

export const parent = (name: RegionName, custody: Custody = 'yes', noEmail = false): CastGuardian => ({
  name,
  relation: 'parent',
  custody,
  noEmail,
});

export const institution = (key: string): CastGuardian => ({
  name: nameOf('', '', ''),
  relation: 'institution',
  custody: 'yes',
  institution: key,
});

export const allSections: Section[] = ['profile', 'school-career', 'lob', 'reflections'];

type Answer = CastConsent['answers'][number];
export const says = (by: Answer['by'], answer: Answer['answer'], daysAgo: number): Answer => ({ by, answer, daysAgo });

/** A yes for intake that the family began, or that the mbo asked for (`asked`). */
export const consent = (
  school: string,
  requestedDaysAgo: number,
  state: CastConsent['state'],
  answers: Answer[],
  more: Partial<CastConsent> = {},
): CastConsent => ({ school, requestedDaysAgo, state, answers, sections: allSections, asked: false, ...more });
