import { type Actor, hasRole, type Role } from '../platform/access/actor.js';
import { ageOn } from '../platform/calendar.js';
import type { FieldFault } from '../platform/errors/domain-error.js';
import { DECIDES_ALONE_AT } from '../pupils/pupils.types.js';
import type { PaperShare } from './paper.types.js';

export interface PaperFacts {
  schoolId: string;
  birthDate: string;
  leftOn: string | null;
  erased: boolean;
  /** The actor mentors this pupil today. */
  mentor: boolean;
}

/** In which role this actor may record what a guardian of the pupil signed; null: he may not. */
export function recordsAs(actor: Actor, facts: PaperFacts, today: string): Role | null {
  if (actor.kind !== 'staff' || actor.schoolId !== facts.schoolId) return null;
  if (facts.erased || (facts.leftOn !== null && facts.leftOn <= today)) return null;
  if (ageOn(facts.birthDate, today) >= DECIDES_ALONE_AT) return null;
  if (facts.mentor) return 'mentor';
  return (['decaan', 'school-administrator'] as const).find((role) => hasRole(actor, role)) ?? null;
}

export interface PaperAnswer {
  guardianId: string;
  secondId: string;
  signedOn: string;
}

/** What is wrong with an answer on paper: names that do not fit, or a signature from before the question or after today. */
export function paperFaults(
  { guardianId, secondId, signedOn }: PaperAnswer,
  share: Pick<PaperShare, 'guardians' | 'madeOn'>,
  staffIds: readonly string[],
  actorId: string,
  today: string,
): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!share.guardians.some(({ id }) => id === guardianId) || guardianId === actorId)
    faults.push({ field: 'guardianId', code: 'choose-guardian' });
  if (secondId === actorId || secondId === guardianId || !staffIds.includes(secondId))
    faults.push({ field: 'secondId', code: 'choose-second' });
  if (signedOn > today) faults.push({ field: 'signedOn', code: 'signed-in-future' });
  else if (signedOn < share.madeOn) faults.push({ field: 'signedOn', code: 'signed-too-early' });
  return faults;
}
