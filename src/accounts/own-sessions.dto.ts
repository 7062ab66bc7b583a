export class OwnSessionResponse {
  id: string;
  /** A browser and a system, such as `firefox windows`; `program`, or empty when unknown. */
  device: string;
  /** The school where it acts; null for a guardian. */
  place: string | null;
  startedAt: string;
  /** Up to five minutes behind. */
  lastSeenAt: string;
  /** Whether it is the session that asks. */
  current: boolean;
}

export class OwnSessionsResponse {
  items: OwnSessionResponse[];
}

export class EndedSessionsResponse {
  /** How many sessions were ended. */
  ended: number;
}
