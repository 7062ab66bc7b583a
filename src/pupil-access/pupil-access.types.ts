import type { Role } from '../platform/access/actor.js';
import type { Purpose } from '../consent/consent.types.js';

export type Action = 'read' | 'write';

/** What is true between the actor and one pupil now; the rules decide on nothing else. */
export interface PupilFacts {
  pupilId: string;
  /** Home school. */
  schoolId: string;
  birthDate: string;
  /** Since this day the home school sees nothing; null: still there. */
  leftOn: string | null;
  /** Nobody sees anything any more. */
  erased: boolean;
  guardianSections: string[];
  guardianSectionsOn: string | null;
  mentor: boolean;
  teacher: boolean;
  /** Guest today, from the actor's school, in a group in which the pupil is today. */
  guest: boolean;
  /** null: not a guardian, or custody not said by the school. */
  custody: boolean | null;
  /** Some reflection is opened to guardians, in a way that still counts at the pupil's age. */
  reflectionsOpened: boolean;
  /** A live application at the actor's school. */
  applied: boolean;
  /** A live placement at the actor's school. */
  placed: boolean;
  /** The actor is the SLB'er of that placement today, by name. */
  slb: boolean;
  /** Opened by the actor in an emergency, where he acts, and not over yet. */
  emergency: { id: string; until: string } | null;
  /** Shares with the actor's school that are in force now. */
  shares: { shareId: string; basis: 'consent' | 'statutory'; sections: string[]; purpose: Purpose; until: string }[];
}

/**
 * How much of a section: everything, what he logged himself, name and group only, roster fields only, or only what the
 * pupil opened to this reader.
 */
export type Extent = 'whole' | 'own' | 'name-and-group' | 'roster' | 'opened';

/** Why it is allowed; kept in the audit and told to the pupil. */
export type Basis =
  | 'own'
  | 'custody'
  | 'opened'
  | 'mentor'
  | 'school-role'
  | 'teaching'
  | 'guest'
  | 'consent'
  | 'statutory'
  | 'emergency';

export interface Permission {
  role: Role;
  basis: Basis;
  extent: Extent;
  /** The share that lets it through. */
  shareId?: string;
  /** The emergency access that lets it through. */
  emergencyId?: string;
  purpose?: Purpose;
  /** Until when, for a share or an emergency access (ISO). */
  until?: string;
}
