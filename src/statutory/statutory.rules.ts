import type { Relation } from '../pupils/pupils.types.js';
import type { StatutoryState } from './statutory.types.js';

export interface StatutoryFacts {
  /** Moments as ISO text. */
  offeredUntil: string;
  validUntil: string;
  inForceSince: string | null;
  endedAt: string | null;
  /** Region and school both use it. */
  on: boolean;
}

/** Where it stands at a moment. It counts by the answers, or when the days to look at it are over. */
export function statutoryState(facts: StatutoryFacts, now: Date): StatutoryState {
  const { offeredUntil, validUntil, inForceSince, endedAt, on } = facts;
  if (endedAt !== null) return 'ended';
  if (new Date(validUntil) <= now) return 'expired';
  if (!on) return 'off';
  return inForceSince !== null || new Date(offeredUntil) <= now ? 'in-force' : 'offered';
}

/** Mentor, decaan and LOB-coördinator. */
export const mayOffer = ({ kind }: Relation): boolean => kind === 'mentor' || kind === 'school';
