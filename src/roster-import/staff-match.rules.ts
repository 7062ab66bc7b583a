import type { NewPerson, PersonTarget, SchoolState } from './diff.types.js';
import type { FaultPlace, Faults } from './faults.rules.js';
import { fullName, fullNameKey, splitFullName } from './names.rules.js';
import type { RosterFormat, StaffRef } from './roster.types.js';

/** Finds the staff that a file names, and gathers those who are new. Each person is looked up once. */
export class StaffMatch {
  readonly new: NewPerson[] = [];
  readonly #byEmail = new Map<string, PersonTarget>();
  readonly #byName = new Map<string, { target: PersonTarget; hasEmail: boolean }[]>();

  constructor(
    staff: SchoolState['staff'],
    private readonly format: RosterFormat,
    private readonly faults: Faults,
  ) {
    for (const { personId, name, email } of staff) {
      const target = { personId, key: personId, name };
      if (email !== null) this.#byEmail.set(email.toLowerCase(), target);
      const key = fullNameKey(name);
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), { target, hasEmail: email !== null }]);
    }
  }

  /** null, with a fault, when it is not certain who is meant. */
  find(ref: StaffRef, place: FaultPlace): PersonTarget | null {
    const named = ref.name === null ? [] : (this.#byName.get(fullNameKey(ref.name)) ?? []);
    if (ref.email !== null) {
      const known = this.#byEmail.get(ref.email);
      if (known) return known;
      // The same name without an address is the same person, whose address we now know of.
      const [only, second] = named;
      if (only && !second && !only.hasEmail) return only.target;
      return this.#make(`email:${ref.email}`, ref.name ?? ref.email, ref.email);
    }
    const [only, second] = named;
    const found = { ...place, found: ref.name ?? '' };
    if (second) this.faults.add('mentor-ambiguous', found);
    else if (only) return only.target;
    // OneRoster gives the whole list of staff; in our own CSV a name can only point at someone who is there.
    else if (this.format === 'one-roster' && ref.name !== null)
      return this.#make(`name:${fullNameKey(ref.name)}`, ref.name, null);
    else this.faults.add('mentor-unknown', found);
    return null;
  }

  #make(key: string, written: string, email: string | null): PersonTarget {
    const name = written.includes('@') ? written : fullName(splitFullName(written));
    const target = { personId: null, key, name };
    this.new.push({ key, name, email });
    if (email !== null) this.#byEmail.set(email, target);
    else this.#byName.set(fullNameKey(name), [{ target, hasEmail: false }]);
    return target;
  }
}
