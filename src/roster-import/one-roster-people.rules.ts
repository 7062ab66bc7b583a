import type { ColumnOf, OneRosterTables } from './one-roster-tables.rules.js';
import type { RowReader } from './row-reader.rules.js';
import type { RosterGuardian } from './roster.types.js';

export type UserRow = RowReader<ColumnOf<'users'>>;

/** An empty day is open; a day that is no day counts as open too, so that nobody disappears by a slip. */
export function inForce(row: { raw(key: 'beginDate' | 'endDate'): string }, today: string): boolean {
  const begin = row.raw('beginDate').trim().slice(0, 10);
  const end = row.raw('endDate').trim().slice(0, 10);
  return !(/^\d{4}-/.test(begin) && begin > today) && !(/^\d{4}-/.test(end) && end < today);
}

/** The users of an export with their roles: version 1.1 has the role with the user, 1.2 in a file with an end date. */
export class OneRosterPeople {
  readonly #users = new Map<string, { row: UserRow; roles: Set<string> }>();
  readonly #read = new Map<string, { name: string; email: string | null }>();

  constructor(
    private readonly tables: OneRosterTables,
    today: string,
  ) {
    for (const row of tables.users.rows) {
      const own = row.raw('role').trim().toLowerCase();
      this.#users.set(row.raw('sourcedId').trim(), { row, roles: new Set(own ? [own] : []) });
    }
    for (const row of tables.roles?.rows ?? []) {
      const user = inForce(row, today) ? this.#users.get(row.raw('userSourcedId').trim()) : undefined;
      user?.roles.add(row.raw('role').trim().toLowerCase());
    }
  }

  has(id: string): boolean {
    return this.#users.has(id);
  }

  isDeleted(id: string): boolean {
    return this.tables.users.deleted.has(id);
  }

  students(): [string, UserRow][] {
    return [...this.#users].filter(([, user]) => user.roles.has('student')).map(([id, user]) => [id, user.row]);
  }

  /** Name and address of a grown-up. Read once, so that a fault in them is told once. */
  person(id: string): { name: string; email: string | null } | null {
    const user = this.#users.get(id);
    const known = this.#read.get(id);
    if (!user || known) return known ?? null;
    const names = [user.row.text('givenName'), user.row.name('familyName', { required: 'een achternaam' })];
    const person = { name: names.filter((part) => part !== '').join(' '), email: user.row.email('email') };
    this.#read.set(id, person);
    return person;
  }

  /** The parents and guardians among a pupil's agents. OneRoster does not know who has custody. */
  guardiansOf(pupil: UserRow): RosterGuardian[] {
    const ids = new Set(
      pupil
        .raw('agentSourcedIds')
        .split(',')
        .map((id) => id.trim()),
    );
    const guardians: RosterGuardian[] = [];
    for (const id of ids) {
      if (id === '' || this.isDeleted(id)) continue;
      const roles = this.#users.get(id)?.roles;
      if (!roles) pupil.fault('agentSourcedIds', 'one-roster-reference', { file: this.tables.users.file }, id);
      const person = roles?.has('parent') || roles?.has('guardian') ? this.person(id) : null;
      if (person) guardians.push({ ...person, custody: null });
    }
    return guardians;
  }
}
