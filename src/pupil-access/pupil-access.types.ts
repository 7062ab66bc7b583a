import type { Role } from '../platform/access/actor.js';
import type { Purpose, Section } from '../consent/consent.types.js';

export type Action = 'read' | 'write';

/** What is true between the actor and one pupil now; the rules decide on nothing else. */
export interface PupilFacts {
  pupilId: string;
  /** Home school. */
  schoolId: string;
  birthDate: string;
  guardianSections: string[];
  guardianSectionsOn: string | null;
  mentor: boolean;
  teacher: boolean;
  /** null: not a guardian, or custody not said by the school. */
  custody: boolean | null;
  /** Some reflection is opened to guardians, in a way that still counts at the pupil's age. */
  reflectionsOpened: boolean;
  /** A live application at the actor's school. */
  applied: boolean;
  /** Shares with the actor's school that are in force now. */
  shares: { shareId: string; basis: 'consent'; sections: string[]; purpose: Purpose; until: string }[];
}

/**
 * How much of a section: everything, what he logged himself, name and group only, roster fields only, or only what the
 * pupil opened to this reader.
 */
export type Extent = 'whole' | 'own' | 'name-and-group' | 'roster' | 'opened';

/** Why it is allowed; kept in the audit and told to the pupil. */
export type Basis = 'own' | 'custody' | 'opened' | 'mentor' | 'school-role' | 'teaching' | 'consent';

export interface Permission {
  role: Role;
  basis: Basis;
  extent: Extent;
  /** The share that lets it through. */
  shareId?: string;
  purpose?: Purpose;
  /** Until when, for a share (ISO). */
  until?: string;
}

export type Permissions = Partial<Record<Section, Permission>>;
