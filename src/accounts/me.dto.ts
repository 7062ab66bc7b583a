import type { Factor, Role } from '../platform/access/actor.js';

/** A school where the person has a role now. */
export class PlaceResponse {
  schoolId: string;
  name: string;
}

export class MeResponse {
  /** A person, or a pupil. */
  id: string;
  kind: 'staff' | 'pupil' | 'guardian';
  name: string;
  /** Where the person acts now; null for a guardian. */
  schoolId: string | null;
  schoolName: string | null;
  roles: Role[];
  /** Whether the second step of signing in was given; with `needed` there are no roles until it is. */
  factor: Factor;
  /** The schools where the person can act. */
  places: PlaceResponse[];
  /** Whether the person can act as a guardian. */
  guardian: boolean;
}

export class SessionResponse {
  /** For `Authorization: Bearer`. Shown once. */
  token: string;
  /** The latest end, as an ISO moment; half an hour without a request ends it earlier. */
  expiresAt: string;
  me: MeResponse;
}
