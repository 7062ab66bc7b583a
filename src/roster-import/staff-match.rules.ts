import type { NewPerson, PersonTarget, SchoolState } from './diff.types.js';
import type { FaultPlace, Faults } from './faults.rules.js';
import { fullName, fullNameKey, splitFullName } from './names.rules.js';
import type { RosterFormat, StaffRef } from './roster.types.js';

/** Finds the staff that a file names, and gathers those who are new. Each person is looked up once. */
interface Known {
  target: PersonTarget;
  email: string | null;
  active: boolean;
}

export class StaffMatch {
  /** Who gets a place at this school: people who are new, or worked here before. */
  readonly new: NewPerson[] = [];
  readonly #byEmail = new Map<string, Known>();
  readonly #byName = new Map<string, Known[]>();

  constructor(
    staff: SchoolState['staff'],
    private readonly format: RosterFormat,
    private readonly faults: Faults,
  ) {
    for (const { personId, name, email, active } of staff) {
      const known = { target: { personId, key: personId, name }, email, active };
      // One address at two people: whoever works here is meant.
      if (email !== null && !this.#byEmail.get(email.toLowerCase())?.active)
        this.#byEmail.set(email.toLowerCase(), known);
      const key = fullNameKey(name);
      // A name points at colleagues only, an address also at who worked here before.
      if (active) this.#byName.set(key, [...(this.#byName.get(key) ?? []), known]);
    }
  }

  /** null, with a fault, when it is not certain who is meant. */
  find(ref: StaffRef, place: FaultPlace): PersonTarget | null {
    const named = ref.name === null ? [] : (this.#byName.get(fullNameKey(ref.name)) ?? []);
    const [only, second] = named;
    if (ref.email !== null) {
      const known = this.#byEmail.get(ref.email);
      if (known) return this.#welcome(known);
      // The same name without an address is the same person.
      if (only && !second && only.email === null) return only.target;
      return this.#make(`email:${ref.email}`, ref.name ?? ref.email, ref.email);
    }
    const found = { ...place, found: ref.name ?? '' };
    if (second) this.faults.add('mentor-ambiguous', found);
    else if (only) return only.target;
    // OneRoster gives the whole list of staff; in our own CSV a name can only point at someone who is there.
    else if (this.format === 'one-roster' && ref.name !== null) {
      return this.#make(`name:${fullNameKey(ref.name)}`, ref.name, null);
    } else this.faults.add('mentor-unknown', found);
    return null;
  }

  #welcome(known: Known): PersonTarget {
    if (!known.active) {
      known.active = true;
      this.new.push({ ...known.target, email: known.email });
    }
    return known.target;
  }

  #make(key: string, written: string, email: string | null): PersonTarget {
    const name = written.includes('@') ? written : fullName(splitFullName(written));
    const known = { target: { personId: null, key, name }, email, active: true };
    this.new.push({ ...known.target, email });
    if (email !== null) this.#byEmail.set(email, known);
    else this.#byName.set(fullNameKey(name), [known]);
    return known.target;
  }
}
