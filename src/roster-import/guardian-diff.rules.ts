import type {
  ChangedPerson,
  CurrentGuardian,
  CurrentPupil,
  FieldChange,
  NewGuardian,
  NewPerson,
  PersonTarget,
} from './diff.types.js';
import type { Faults } from './faults.rules.js';
import { fullName, fullNameKey, sameFamily, splitFullName } from './names.rules.js';
import type { RosterGuardian, RosterPupil } from './roster.types.js';

export interface GuardianDiff {
  newPersons: NewPerson[];
  newGuardians: NewGuardian[];
  changedPersons: ChangedPerson[];
  /** What changes around each pupil, by leerlingnummer. */
  changes: Map<string, FieldChange[]>;
}

interface Pair {
  pupil: RosterPupil;
  now: CurrentPupil | undefined;
}
interface Proposal {
  now: CurrentGuardian;
  names: Set<string>;
  emails: Set<string>;
  pupilNumbers: string[];
}

const readable = (name: string): string => fullName(splitFullName(name));

/**
 * Guardians are people of their own: brothers and sisters share them. They are found among those of the pupil by
 * address or name, then by address among those of the school, else they are new. Custody comes from the file only for a
 * new guardian, and a guardian who is not in the file stays: both are decided on another page, with a reason.
 */
export function diffGuardians(pairs: readonly Pair[], pupils: readonly CurrentPupil[], faults: Faults): GuardianDiff {
  const byEmail = new Map<string, PersonTarget>();
  for (const { personId, name, email } of pupils.flatMap((pupil) => pupil.guardians)) {
    if (email !== null) byEmail.set(email.toLowerCase(), { personId, key: personId, name });
  }
  const diff: GuardianDiff = { newPersons: [], newGuardians: [], changedPersons: [], changes: new Map() };
  const { proposals, unmatched } = matchOwn(pairs, faults);
  decide(proposals, byEmail, diff, faults);
  for (const { pupil, guardian } of unmatched) addGuardian(pupil, guardian, byEmail, diff, faults);
  return diff;
}

/** First the pupil's own guardians, for all pupils: a new address of one of them may be met again at a brother. */
function matchOwn(
  pairs: readonly Pair[],
  faults: Faults,
): { proposals: Map<string, Proposal>; unmatched: { pupil: RosterPupil; guardian: RosterGuardian }[] } {
  const proposals = new Map<string, Proposal>();
  const unmatched: { pupil: RosterPupil; guardian: RosterGuardian }[] = [];
  for (const { pupil, now } of pairs) {
    const left = new Set(now?.guardians ?? []);
    const rest: RosterGuardian[] = [];
    // Addresses first, over both guardians: else the name of one could take the row of the other.
    for (const guardian of pupil.guardians) {
      const same = [...left].find((one) => guardian.email !== null && one.email?.toLowerCase() === guardian.email);
      if (same) matched(pupil, guardian, same, left, proposals, faults);
      else rest.push(guardian);
    }
    for (const guardian of rest) {
      const same = [...left].find((one) => fullNameKey(one.name) === fullNameKey(guardian.name));
      if (same) matched(pupil, guardian, same, left, proposals, faults);
      else unmatched.push({ pupil, guardian });
    }
    for (const one of left) {
      const place = { file: pupil.file, line: pupil.line };
      faults.notice('guardian-stays', { pupil: pupil.pupilNumber, guardian: one.name }, place);
    }
  }
  return { proposals, unmatched };
}

function matched(
  pupil: RosterPupil,
  guardian: RosterGuardian,
  now: CurrentGuardian,
  left: Set<CurrentGuardian>,
  proposals: Map<string, Proposal>,
  faults: Faults,
): void {
  left.delete(now);
  if (!sameFamily(now.name, guardian.name) && fullNameKey(now.name) !== fullNameKey(guardian.name)) {
    ofOther(pupil, guardian, now.name, faults);
    return;
  }
  if (guardian.custody !== null && guardian.custody !== now.custody) {
    const place = { file: pupil.file, line: pupil.line };
    faults.notice('custody-unchanged', { pupil: pupil.pupilNumber, guardian: now.name }, place);
  }
  const known = proposals.get(now.personId);
  const proposal = known ?? { now, names: new Set(), emails: new Set(), pupilNumbers: [] };
  proposal.names.add(readable(guardian.name));
  if (guardian.email !== null) proposal.emails.add(guardian.email);
  proposal.pupilNumbers.push(pupil.pupilNumber);
  proposals.set(now.personId, proposal);
}

function ofOther(pupil: RosterPupil, guardian: RosterGuardian, name: string, faults: Faults): void {
  const place = { file: pupil.file, line: pupil.line, found: `${guardian.name}: ${guardian.email ?? ''}` };
  faults.add('guardian-email-of-other', place, { name });
}

/** A person changes only when all rows about that person agree; else the same file would change it each time anew. */
function decide(
  proposals: Map<string, Proposal>,
  byEmail: Map<string, PersonTarget>,
  diff: GuardianDiff,
  faults: Faults,
): void {
  const wanted = new Map<string, number>();
  for (const { emails } of proposals.values())
    for (const email of emails) wanted.set(email, (wanted.get(email) ?? 0) + 1);
  for (const { now, names, emails, pupilNumbers } of proposals.values()) {
    if (names.size > 1 || emails.size > 1) faults.notice('guardian-spelled-twice', { guardian: now.name });
    const from = { name: now.name, email: now.email };
    const to = { ...from };
    const [name] = names;
    const [email] = emails;
    if (names.size === 1 && name !== undefined && name !== readable(now.name)) to.name = name;
    if (emails.size === 1 && email !== undefined && email !== now.email?.toLowerCase()) {
      const owner = byEmail.get(email);
      const free = (!owner || owner.personId === now.personId) && wanted.get(email) === 1;
      if (free) to.email = email;
      else faults.notice('guardian-email-taken', { pupil: pupilNumbers[0] ?? '', guardian: now.name });
    }
    if (to.name === from.name && to.email === from.email) continue;
    diff.changedPersons.push({ personId: now.personId, from, to });
    if (to.email !== null) byEmail.set(to.email, { personId: now.personId, key: now.personId, name: to.name });
    for (const pupilNumber of pupilNumbers) {
      if (to.name !== from.name) note(diff, pupilNumber, { field: 'guardian', from: from.name, to: to.name });
      if (to.email !== from.email) note(diff, pupilNumber, { field: 'guardianEmail', from: from.email, to: to.email });
    }
  }
}

function addGuardian(
  pupil: RosterPupil,
  guardian: RosterGuardian,
  byEmail: Map<string, PersonTarget>,
  diff: GuardianDiff,
  faults: Faults,
): void {
  const name = readable(guardian.name);
  let person = guardian.email === null ? undefined : byEmail.get(guardian.email);
  if (person && !sameFamily(person.name, name) && fullNameKey(person.name) !== fullNameKey(name)) {
    ofOther(pupil, guardian, person.name, faults);
    return;
  }
  if (!person) {
    // Without an address nobody can say that two people of one name are the same: they stay two.
    const key = guardian.email === null ? `of:${pupil.pupilNumber}:${fullNameKey(name)}` : `email:${guardian.email}`;
    person = { personId: null, key, name };
    diff.newPersons.push({ personId: null, key, name, email: guardian.email });
    if (guardian.email !== null) byEmail.set(guardian.email, person);
  }
  diff.newGuardians.push({ pupilNumber: pupil.pupilNumber, person, custody: guardian.custody });
  note(diff, pupil.pupilNumber, { field: 'guardian', from: null, to: person.name });
}

function note(diff: GuardianDiff, pupilNumber: string, change: FieldChange): void {
  diff.changes.set(pupilNumber, [...(diff.changes.get(pupilNumber) ?? []), change]);
}
