import type { Permission } from '../pupil-access/pupil-access.types.js';

/**
 * Applications go by relation, not by section: the pupil, a guardian under 16, whoever guides the pupil, and the
 * receiving school those at that school.
 */
export function knowsApplications({ role, basis }: Permission): boolean {
  if (basis === 'emergency') return false;
  if (role === 'guardian') return basis === 'custody';
  return role === 'pupil' || role === 'mentor' || role === 'decaan' || role === 'lob-coordinator' || role === 'intaker';
}
