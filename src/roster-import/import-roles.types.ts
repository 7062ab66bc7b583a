import { type Actor, hasRole, type Role } from '../platform/access/actor.js';

/** In which role someone brings files in, for the record. */
export const keeperRole = (actor: Actor): Role =>
  hasRole(actor, 'school-administrator') ? 'school-administrator' : 'decaan';

/** Nobody at school sees who left, so only the administrator may bring somebody back. */
export const bringsBack = (actor: Actor): boolean => hasRole(actor, 'school-administrator');
