import { type Actor, hasRole, type Role } from '../platform/access/actor.js';

export const leerwegen = ['bb', 'kb', 'gl', 'tl', 'pro', 'vso'] as const;
export type Leerweg = (typeof leerwegen)[number];

/** The ten profielen of the vmbo, and the four of the tl that are named after a sector. */
export const profielen = [
  'BWI',
  'PIE',
  'MET',
  'MVI',
  'MAT',
  'ZW',
  'EO',
  'HBR',
  'GROEN',
  'DP',
  'techniek',
  'zorg-en-welzijn',
  'economie',
  'landbouw',
] as const;
export type Profiel = (typeof profielen)[number];

/**
 * How someone stands to a pupil for what is decided by relation and not by section (consent, application): the pupil,
 * a guardian with custody, the mentor now, or decaan and LOB-coördinator of the home school.
 */
export interface Relation {
  kind: 'self' | 'guardian' | 'mentor' | 'school';
  pupilId: string;
  schoolId: string;
  birthDate: string;
  /** Age today in whole years. */
  age: number;
}

/** In which role somebody acts by his relation, and on which ground, for the audit. */
export function actsAs(actor: Actor, { kind }: Relation): { role: Role; basis: string } {
  switch (kind) {
    case 'self':
      return { role: 'pupil', basis: 'own' };
    case 'guardian':
      return { role: 'guardian', basis: 'custody' };
    case 'mentor':
      return { role: 'mentor', basis: 'mentor' };
    case 'school':
      return { role: hasRole(actor, 'decaan') ? 'decaan' : 'lob-coordinator', basis: 'school-role' };
  }
}

/** In which role someone keeps the school's administration, for the record. */
export const keeperRole = (actor: Actor): Role =>
  hasRole(actor, 'school-administrator') ? 'school-administrator' : 'decaan';

/** In SQL, of `pupil p`: neither left nor erased. Who left is out of sight and out of every list of the school. */
export const stillThere = '(p.erased_at is null and (p.left_on is null or p.left_on > app_today()))';

/** From this age the pupil decides alone (UAVG art. 5). */
export const DECIDES_ALONE_AT = 16;
/** Who speaks for the family: the pupil, and under 16 a guardian with custody. */
export const speaksForFamily = ({ kind, age }: Relation): boolean =>
  kind === 'self' || (kind === 'guardian' && age < DECIDES_ALONE_AT);

/** From this age a guardian reads only what was opened anew. */
export const OF_AGE = 18;

/** A guardian's custody is on the school's word: where the school has it from. */
export const custodyGrounds = ['custody-register', 'court-decision', 'enrolment-form', 'correction'] as const;
export type CustodyGround = (typeof custodyGrounds)[number];

/** What a pupil of 16 and older opens to the guardians as a whole. Each reflection has an opening of its own. */
export const sectionsForGuardians = ['profile', 'school-career', 'lob'] as const;
export type SectionForGuardians = (typeof sectionsForGuardians)[number];
