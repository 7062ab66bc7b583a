import type { Purpose, Section } from '../consent/consent.types.js';
import { type Actor, hasRole, type Role } from '../platform/access/actor.js';
import { ageOn } from '../platform/calendar.js';
import { DECIDES_ALONE_AT, OF_AGE } from '../pupils/pupils.types.js';
import type { Action, Basis, Extent, Permission, PupilFacts } from './pupil-access.types.js';

/** What the rules know of whoever asks. */
export type Asker = Pick<Actor, 'kind' | 'id' | 'schoolId' | 'roles'>;

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

/**
 * The table who-sees-what away from home: which role reads which sections, with which tie, and for which purpose somebody
 * has to have shared them. From the first that reads to the last; nobody away writes.
 */
interface AwayRow {
  role: Role;
  holds: (facts: PupilFacts) => boolean;
  purpose: Purpose | null;
  sections: Partial<Record<Section, Extent>>;
}
const receives: AwayRow['sections'] = {
  profile: 'whole',
  'school-career': 'whole',
  lob: 'whole',
  reflections: 'opened',
};
const away: readonly AwayRow[] = [
  { role: 'intaker', holds: ({ applied, placed }) => applied || placed, purpose: 'intake', sections: receives },
  { role: 'slb', holds: ({ placed, slb }) => placed && slb, purpose: 'handover', sections: receives },
  { role: 'mbo-care', holds: ({ placed }) => placed, purpose: 'handover', sections: { profile: 'whole' } },
  { role: 'guest-teacher', holds: ({ guest }) => guest, purpose: null, sections: { profile: 'name-and-group' } },
];

/** The one answer: may this actor read or write this section of this pupil today, why, and how much of it? */
export function decide(
  actor: Asker,
  facts: PupilFacts,
  section: Section,
  action: Action,
  today: string,
): Permission | null {
  if (facts.erased) return null;
  const left = facts.leftOn !== null && facts.leftOn <= today;
  switch (actor.kind) {
    case 'pupil':
      return decideForPupil(actor, facts, section, action);
    case 'guardian':
      return action === 'read' ? decideForGuardian(facts, section, today) : null;
    case 'staff':
      return decideForStaff(actor, facts, section, action, left);
  }
}

function decideForStaff(
  actor: Asker,
  facts: PupilFacts,
  section: Section,
  action: Action,
  left: boolean,
): Permission | null {
  const home = actor.schoolId === facts.schoolId;
  const ordinary = home
    ? decideAtHome(actor, facts, section, action, left)
    : decideAway(actor, facts, section, action, left);
  // In an emergency the profile and nothing else, and only where nothing ordinary gives as much.
  const { emergency } = facts;
  if (!emergency || section !== 'profile' || action !== 'read' || ordinary?.extent === 'whole') return ordinary;
  if (home ? left : !facts.placed) return ordinary;
  const role = actor.roles[0]!; // whoever works at a school is something there
  return { role, basis: 'emergency', extent: 'whole', emergencyId: emergency.id, until: emergency.until };
}

function decideForPupil(actor: Asker, facts: PupilFacts, section: Section, action: Action): Permission | null {
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

function decideAtHome(
  actor: Asker,
  facts: PupilFacts,
  section: Section,
  action: Action,
  left: boolean,
): Permission | null {
  if (left) return null;
  let best: Permission | null = null;
  for (const [role, basis] of homeRoles) {
    const related = role === 'mentor' ? facts.mentor : role === 'teacher' ? facts.teacher : true;
    const extent = related && hasRole(actor, role) ? atHome[role]?.[section]?.[action] : undefined;
    if (extent && (!best || wider(extent, best.extent))) best = { role, basis, extent };
  }
  return best;
}

/** A receiving school reads with a role that needs it, a tie, and a share in force for the purpose of that role. */
function decideAway(
  actor: Asker,
  facts: PupilFacts,
  section: Section,
  action: Action,
  left: boolean,
): Permission | null {
  if (action !== 'read') return null;
  let best: Permission | null = null;
  for (const { role, holds, purpose, sections } of away) {
    const extent = sections[section];
    if (!extent || !hasRole(actor, role) || !holds(facts) || (best && !wider(extent, best.extent))) continue;
    if (purpose === null) {
      if (!left) best = { role, basis: 'guest', extent };
      continue;
    }
    const share = facts.shares.find((s) => s.purpose === purpose && s.sections.includes(section));
    if (share) best = { role, basis: share.basis, extent, shareId: share.shareId, purpose, until: share.until };
  }
  return best;
}

/**
 * In which role somebody away has the pupil in a list by application or placement alone: name, birth date and opleiding,
 * and nothing of the dossier.
 */
export function isListed(actor: Asker, facts: PupilFacts): Role | null {
  if (actor.kind !== 'staff' || actor.schoolId === facts.schoolId || facts.erased) return null;
  if (hasRole(actor, 'intaker') && (facts.applied || facts.placed)) return 'intaker';
  return hasRole(actor, 'slb') && facts.placed && facts.slb ? 'slb' : null;
}

const wider = (extent: Extent, than: Extent): boolean => widest.indexOf(extent) < widest.indexOf(than);
