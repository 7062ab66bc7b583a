import { type GivenRole, givenRoles, type Id, type Purpose } from '../model/world.js';

/**
 * What the one is who asks most of the questions in a world. Each of the conditions of a right holds nearly always in the
 * worlds made for it, so that yes and no are both common and a no hangs on one condition alone.
 */
export interface Part {
  at: readonly (Id | null)[];
  roles: readonly GivenRole[];
  /** How often, of a hundred. */
  mentors?: number;
  teaches?: number;
  guest?: number;
  custody?: number;
  applied?: number;
  placed?: number;
  slb?: number;
  shared?: number;
  emergency?: number;
  purpose?: Purpose;
}
/** Of a pupil whom the home school guides there is often something to see around the dossier. */
const around = { applied: 50, placed: 50, slb: 60, shared: 50, custody: 30 } as const;

export const parts: Record<string, { weight: number; part: Part }> = {
  mentor: { weight: 10, part: { at: ['home'], roles: ['staff'], mentors: 92, ...around } },
  guide: { weight: 12, part: { at: ['home'], roles: ['decaan', 'lob-coordinator', 'care-coordinator'], ...around } },
  administrator: { weight: 4, part: { at: ['home'], roles: ['school-administrator'], ...around } },
  teacher: { weight: 10, part: { at: ['home'], roles: ['staff'], teaches: 92 } },
  intaker: {
    weight: 16,
    part: { at: ['mbo'], roles: ['intaker'], applied: 85, placed: 15, shared: 85, purpose: 'intake', mentors: 40 },
  },
  slb: {
    weight: 14,
    part: { at: ['mbo'], roles: ['slb'], placed: 92, slb: 92, shared: 85, purpose: 'handover', mentors: 40 },
  },
  care: { weight: 6, part: { at: ['mbo'], roles: ['mbo-care'], placed: 92, shared: 85, purpose: 'handover' } },
  guest: { weight: 8, part: { at: ['mbo', 'vmbo2'], roles: ['staff'], guest: 92 } },
  guardian: { weight: 14, part: { at: [null], roles: [], custody: 92 } },
  rescuer: { weight: 6, part: { at: ['home', 'mbo'], roles: ['staff'], emergency: 85, placed: 70 } },
  anyone: { weight: 8, part: { at: ['home', 'mbo', 'vmbo2', 'mbo2', null], roles: [...givenRoles] } },
};
/** How often something is there that nobody asked for. */
export const noise = 6;
