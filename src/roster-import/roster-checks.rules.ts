import type { Faults } from './faults.rules.js';
import { fullNameKey, groupKey, sameFamily } from './names.rules.js';
import type { RosterPupil } from './roster.types.js';
import { areBsns } from './values.rules.js';

/** Header of a column as the file spells it, for the place of a fault. */
type ColumnName = (column: 'pupilNumber' | 'email' | 'year' | 'guardian') => string;

/** What can only be wrong between the rows of a file: the same in both formats. */
export function checkTogether(pupils: readonly RosterPupil[], faults: Faults, column: ColumnName): void {
  const numbers = new Map<string, number>();
  const emails = new Map<string, number>();
  const groups = new Map<string, { year: number; line: number; name: string }>();
  for (const pupil of pupils) {
    const { file, line } = pupil;
    const twice = numbers.get(pupil.pupilNumber);
    if (twice === undefined) numbers.set(pupil.pupilNumber, line);
    else {
      const place = { file, line, column: column('pupilNumber'), found: pupil.pupilNumber };
      faults.add('pupil-number-twice', place, { line: twice });
      continue;
    }
    const sharer = pupil.email === null ? undefined : emails.get(pupil.email);
    if (sharer !== undefined) {
      faults.add('email-twice', { file, line, column: column('email'), found: pupil.email ?? '' }, { line: sharer });
    } else if (pupil.email !== null) emails.set(pupil.email, line);
    const group = groups.get(groupKey(pupil.group));
    if (!group) groups.set(groupKey(pupil.group), { year: pupil.year, line, name: pupil.group });
    else if (group.year !== pupil.year) {
      const place = { file, line, column: column('year'), found: String(pupil.year) };
      faults.add('group-two-years', place, { year: group.year, group: group.name, line: group.line });
    }
  }
  checkGuardians(pupils, faults, column('guardian'));
  if (areBsns(pupils.map((pupil) => pupil.pupilNumber))) {
    // Not even a shortened one is shown: the fault is kept with the import.
    faults.add('pupil-number-is-bsn', { file: pupils[0]?.file ?? '', column: column('pupilNumber') });
  }
}

/**
 * Two guardians of one pupil are two people with an address each. One address for two families would give the one
 * sight of the other's child, so it is refused.
 */
function checkGuardians(pupils: readonly RosterPupil[], faults: Faults, column: string): void {
  const owners = new Map<string, string>();
  for (const { file, line, guardians } of pupils) {
    const [first, second] = guardians;
    if (first && second) {
      const place = { file, line, column, found: second.name };
      if (fullNameKey(first.name) === fullNameKey(second.name)) faults.add('guardian-twice', place);
      else if (first.email !== null && first.email === second.email) {
        faults.add('guardian-email-shared', { ...place, found: second.email });
        continue;
      }
    }
    for (const { name, email } of guardians) {
      if (email === null) continue;
      const owner = owners.get(email);
      if (owner === undefined) owners.set(email, name);
      else if (!sameFamily(owner, name)) {
        faults.add('guardian-email-of-other', { file, line, column, found: `${name}: ${email}` }, { name: owner });
      }
    }
  }
}
