import type { Role } from '../platform/access/actor.js';

/** The roles that a school gives itself. `mentor` and `teacher` follow from groups; a region appoints its coordinator. */
export const staffRoles = [
  'decaan',
  'lob-coordinator',
  'care-coordinator',
  'intaker',
  'slb',
  'mbo-care',
  'school-administrator',
  'privacy-officer',
  'staff',
] as const satisfies readonly Role[];
export type StaffRole = (typeof staffRoles)[number];

const everywhere: readonly StaffRole[] = ['school-administrator', 'privacy-officer', 'staff'];
const supplying: readonly StaffRole[] = ['decaan', 'lob-coordinator', 'care-coordinator', ...everywhere];
const receiving: readonly StaffRole[] = ['intaker', 'slb', 'mbo-care', ...everywhere];

/** What someone can be at a school of this kind. */
export const rolesAt = (kind: string): readonly StaffRole[] => (kind === 'mbo' ? receiving : supplying);
