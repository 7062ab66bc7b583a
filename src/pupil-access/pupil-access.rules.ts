import type { Section } from '../consent/consent.types.js';
import { type Actor, hasRole, type Role } from '../platform/access/actor.js';
import { ageOn } from '../platform/calendar.js';
import { DECIDES_ALONE_AT, OF_AGE } from '../pupils/pupils.types.js';
import type { Action, Basis, Extent, Permission, PupilFacts } from './pupil-access.types.js';

type Cell = { read?: Extent; write?: Extent };
type Row = Partial<Record<Section, Cell>>;

const guide: Row = {
  profile: { read: 'whole' },
  'school-career': { read: 'whole' },
  lob: { read: 'whole', write: 'whole' },
  reflections: { read: 'opened' },
};

/** The table who-sees-what of the design, at home. What is not written here is not allowed. */
const atHome: Partial<Record<Role, Row>> = {
  decaan: guide,
  'lob-coordinator': guide,
  mentor: guide,
  'care-coordinator': { profile: { read: 'whole' }, 'school-career': { read: 'whole' }, lob: { read: 'whole' } },
  teacher: { profile: { read: 'name-and-group' }, lob: { read: 'own', write: 'own' } },
  'school-administrator': { profile: { read: 'roster', write: 'roster' } },
};
/** From most to least sight: the first that fits is the role in which someone acts. */
const homeRoles: [Role, Basis][] = [
  ['mentor', 'mentor'],
  ['decaan', 'school-role'],
  ['lob-coordinator', 'school-role'],
  ['care-coordinator', 'school-role'],
  ['teacher', 'teaching'],
  ['school-administrator', 'school-role'],
];
const widest: Extent[] = ['whole', 'opened', 'roster', 'own', 'name-and-group'];

/** The one answer: may this actor read or write this section of this pupil today, why, and how much of it? */
export function decide(
  actor: Actor,
  facts: PupilFacts,
  section: Section,
  action: Action,
  today: string,
): Permission | null {
  switch (actor.kind) {
    case 'pupil':
      return decideForPupil(actor, facts, section, action);
    case 'guardian':
      return action === 'read' ? decideForGuardian(facts, section, today) : null;
    case 'staff':
      return actor.schoolId === facts.schoolId
        ? decideAtHome(actor, facts, section, action)
        : decideAway(actor, facts, section, action);
  }
}

function decideForPupil(actor: Actor, facts: PupilFacts, section: Section, action: Action): Permission | null {
  if (facts.pupilId !== actor.id) return null;
  if (action === 'write' && section !== 'lob' && section !== 'reflections') return null;
  return { role: 'pupil', basis: 'own', extent: 'whole' };
}

/** Under 16 a guardian with custody reads along; from 16 only what the pupil opened, and from 18 only if opened anew. */
function decideForGuardian(facts: PupilFacts, section: Section, today: string): Permission | null {
  if (facts.custody !== true) return null;
  const age = ageOn(facts.birthDate, today);
  // Each reflection has its own opening, also under 16; which of them still counts is decided per reflection.
  if (age < DECIDES_ALONE_AT)
    return { role: 'guardian', basis: 'custody', extent: section === 'reflections' ? 'opened' : 'whole' };
  if (section === 'reflections')
    return facts.reflectionsOpened ? { role: 'guardian', basis: 'opened', extent: 'opened' } : null;
  const openedAt = facts.guardianSectionsOn ? ageOn(facts.birthDate, facts.guardianSectionsOn) : 0;
  const counts = openedAt >= (age >= OF_AGE ? OF_AGE : DECIDES_ALONE_AT);
  return counts && facts.guardianSections.includes(section)
    ? { role: 'guardian', basis: 'opened', extent: 'whole' }
    : null;
}

function decideAtHome(actor: Actor, facts: PupilFacts, section: Section, action: Action): Permission | null {
  let best: Permission | null = null;
  for (const [role, basis] of homeRoles) {
    const holds = role === 'mentor' ? facts.mentor : role === 'teacher' ? facts.teacher : hasRole(actor, role);
    const extent = holds ? atHome[role]?.[section]?.[action] : undefined;
    if (extent && (!best || widest.indexOf(extent) < widest.indexOf(best.extent))) best = { role, basis, extent };
  }
  return best;
}

/** A receiving school reads with (a) a role that needs it, (b) a live application and (c) a share in force for that purpose. */
function decideAway(actor: Actor, facts: PupilFacts, section: Section, action: Action): Permission | null {
  if (action === 'write' || !hasRole(actor, 'intaker') || !facts.applied) return null;
  const share = facts.shares.find((s) => s.purpose === 'intake' && s.sections.includes(section));
  if (!share) return null;
  return {
    role: 'intaker',
    basis: share.basis,
    extent: section === 'reflections' ? 'opened' : 'whole',
    shareId: share.shareId,
    purpose: share.purpose,
    until: share.until,
  };
}
