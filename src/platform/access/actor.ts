/** What a person may be at a school. `mentor`, `teacher` and `guest-teacher` follow from current assignments, the rest from a role. */
export const roles = [
  'pupil',
  'guardian',
  'mentor',
  'teacher',
  'guest-teacher',
  'decaan',
  'lob-coordinator',
  'care-coordinator',
  'school-administrator',
  'staff',
  'intaker',
  'slb',
  'mbo-care',
  'coordinator',
  'privacy-officer',
] as const;
export type Role = (typeof roles)[number];

/** `none`: no role here needs a second step, and none was set up. */
export type Factor = 'none' | 'needed' | 'given';

/** Who asks. Made from the session at the start of each request and passed first to every use case; never global. */
export interface Actor {
  readonly kind: 'staff' | 'pupil' | 'guardian';
  /** person.id for staff and guardians, pupil.id for a pupil. */
  readonly id: string;
  readonly name: string;
  /** The school where the person is acting; for a pupil the home school; null for a guardian and a regional coordinator. */
  readonly schoolId: string | null;
  readonly schoolName: string | null;
  readonly roles: readonly Role[];
  readonly sessionId: string;
  /** The second step of signing in; with `needed` there are no roles, and the database shows nothing. */
  readonly factor: Factor;
  /** When this person last proved who he is: by the second step, else by signing in, here or at a provider. */
  readonly provenAt: Date;
  /** How he proves it again: with the code of his own second step, or by signing in anew. */
  readonly provesBy: 'code' | 'sign-in';
  /** Whether this person can act at another school too, or as a guardian. */
  readonly elsewhere: boolean;
}

export const hasRole = (actor: Pick<Actor, 'roles'>, ...wanted: Role[]): boolean =>
  wanted.some((role) => actor.roles.includes(role));
