import { randomUUID } from 'node:crypto';
import { hashSync } from '@node-rs/argon2';
import type pg from 'pg';
import type { Clock } from '../../src/platform/clock.js';
import type {
  GivenPerson,
  GivenPupil,
  GivenRole,
  GuardianWishes,
  PersonWishes,
  PupilWishes,
} from './builders.types.js';
import { insertRows, type Row } from './insert-rows.js';

/** The password of everyone who was built here. */
export const password = 'fietsbel-onder-water';
let hash: string | undefined;
/** Cheap and made once: it is not what is tested. */
const passwordHash = (): string => (hash ??= hashSync(password, { memoryCost: 64, timeCost: 1, parallelism: 1 }));

/** Schools and people; see `Given` for what is in a dossier. */
export class GivenPeople {
  private samenwerkingsverband?: string;
  private count = 0;

  constructor(
    private readonly owner: pg.Client,
    protected readonly clock: Clock,
  ) {}

  protected insert = (table: string, ...rows: Row[]): Promise<void> => insertRows(this.owner, table, rows);
  private get yearStart(): string {
    return `${this.clock.schoolYear()}-08-01`;
  }
  private get yearEnd(): string {
    return `${this.clock.schoolYear() + 1}-07-31`;
  }
  protected daysAgo(days: number): string {
    return new Date(this.clock.now().getTime() - days * 86_400_000).toISOString();
  }

  async aSchool({
    kind = 'vmbo',
    name,
    phone = '099 555 1000',
  }: { kind?: string; name?: string; phone?: string } = {}) {
    if (!this.samenwerkingsverband) {
      this.samenwerkingsverband = randomUUID();
      await this.insert('samenwerkingsverband', { id: this.samenwerkingsverband, name: 'Vaarlanden' });
    }
    const n = ++this.count;
    const id = randomUUID();
    await this.insert('school', {
      id,
      samenwerkingsverband_id: this.samenwerkingsverband,
      name: name ?? `${kind} school ${n}`,
      kind,
      brin: `99${String(n).padStart(3, '0')}`,
      phone,
    });
    return id;
  }

  async aLocation({
    school,
    name = 'Hoofdvestiging',
    place = 'Vaarstad',
  }: {
    school: string;
    name?: string;
    place?: string;
  }) {
    const id = randomUUID();
    await this.insert('location', { id, school_id: school, name, place });
    return id;
  }

  /** Someone who works at a school, or a guardian (without roles). Has an account, with the password above. */
  async aPerson(wishes: PersonWishes = {}): Promise<GivenPerson> {
    const { school, roles = [], givenName = 'Robin', infix = '', phone = null } = wishes;
    const n = ++this.count;
    const familyName = wishes.familyName ?? `Persoon${n}`;
    const login = wishes.login ?? `persoon${n}`;
    const person = { id: randomUUID(), accountId: randomUUID(), login, name: fullName(givenName, infix, familyName) };
    await this.insert('account', this.account(person));
    const email = wishes.email === undefined ? `${login}@school.example` : wishes.email;
    await this.insert('person', {
      id: person.id,
      account_id: person.accountId,
      given_name: givenName,
      infix,
      family_name: familyName,
      email,
      phone,
    });
    const given = roles.map((role): GivenRole => (typeof role === 'string' ? { role } : role));
    for (const { role, school: where = school, from = '2020-08-01', until = null } of given) {
      if (!where) throw new Error('a role is at a school: aPerson({ school, roles })');
      const row = {
        id: randomUUID(),
        person_id: person.id,
        school_id: where,
        role,
        valid_from: from,
        valid_until: until,
      };
      await this.insert('role_assignment', row);
    }
    return person;
  }

  private account({ accountId, login }: { accountId: string; login: string }): Row {
    const at = this.daysAgo(100);
    return { id: accountId, login, password_hash: passwordHash(), created_at: at, activated_at: at, disabled_at: null };
  }

  async aGroup({
    school,
    name,
    year = 3,
    schoolYear = this.clock.schoolYear(),
  }: {
    school: string;
    name?: string;
    year?: number | null;
    schoolYear?: number;
  }): Promise<string> {
    const id = randomUUID();
    const group = { id, school_id: school, school_year: schoolYear, name: name ?? `3K${++this.count}`, year };
    await this.insert('pupil_group', group);
    return id;
  }

  async aPupil(wishes: PupilWishes): Promise<GivenPupil> {
    const [pupil] = await this.pupils(1, wishes);
    return pupil!;
  }

  /** As many pupils alike, in a few statements whatever their number. */
  async pupils(number: number, wishes: PupilWishes): Promise<GivenPupil[]> {
    const { school, infix = '', givenName = 'Noor', birthDate = '2012-03-09' } = wishes;
    const made = Array.from({ length: number }, () => {
      const n = ++this.count;
      const familyName = wishes.familyName ?? `Leerling${n}`;
      const login = wishes.login ?? `leerling${n}`;
      const pupil: GivenPupil = {
        id: randomUUID(),
        accountId: randomUUID(),
        schoolId: school,
        login,
        name: fullName(givenName, infix, familyName),
        guardians: [],
      };
      return { pupil, familyName, number: wishes.number ?? String(100_000 + n) };
    });
    await this.insert('account', ...made.map(({ pupil }) => this.account(pupil)));
    await this.insert(
      'pupil',
      ...made.map(({ pupil, familyName, number: pupilNumber }) => ({
        id: pupil.id,
        school_id: school,
        pupil_number: pupilNumber,
        account_id: pupil.accountId,
        given_name: givenName,
        infix,
        family_name: familyName,
        birth_date: birthDate,
        guardian_sections: wishes.guardianSections ?? [],
        guardian_sections_at: wishes.guardianSectionsAt ?? (wishes.guardianSections ? this.daysAgo(1) : null),
        left_on: wishes.leftOn ?? null,
        erased_at: wishes.erasedAt ?? null,
      })),
    );
    const pupils = made.map(({ pupil }) => pupil);
    if (wishes.group) await this.enrol(pupils, wishes.group, wishes);
    if (wishes.mentor) await this.aMentor(pupils, wishes.mentor);
    for (const pupil of pupils)
      for (const guardian of wishes.guardians ?? []) pupil.guardians.push(await this.aGuardian(pupil, guardian));
    return pupils;
  }

  /** In a group from the start of its school year. */
  async enrol(
    pupils: GivenPupil | GivenPupil[],
    group: string,
    wishes: Pick<PupilWishes, 'year' | 'leerweg' | 'profiel'> & {
      from?: string;
      until?: string | null;
      schoolYear?: number;
    } = {},
  ): Promise<void> {
    const schoolYear = wishes.schoolYear ?? this.clock.schoolYear();
    await this.insert(
      'enrolment',
      ...list(pupils).map(({ id, schoolId }) => ({
        id: randomUUID(),
        pupil_id: id,
        school_id: schoolId,
        school_year: schoolYear,
        group_id: group,
        year: wishes.year === undefined ? 3 : wishes.year,
        leerweg: wishes.leerweg === undefined ? 'kb' : wishes.leerweg,
        profiel: wishes.profiel === undefined ? 'ZW' : wishes.profiel,
        valid_from: wishes.from ?? `${schoolYear}-08-01`,
        valid_until: wishes.until ?? null,
      })),
    );
  }

  /** `until` is the last day of sight. */
  async aMentor(
    pupils: GivenPupil | GivenPupil[],
    person: string,
    {
      from = this.yearStart,
      until = this.yearEnd,
      substitute = false,
    }: { from?: string; until?: string; substitute?: boolean } = {},
  ): Promise<void> {
    const term = { person_id: person, substitute, valid_from: from, valid_until: until };
    await this.insert(
      'mentor_assignment',
      ...list(pupils).map(({ id, schoolId }) => ({ id: randomUUID(), pupil_id: id, school_id: schoolId, ...term })),
    );
  }

  async aTeacher({
    group,
    school,
    person,
    subject = 'Nederlands',
    from = this.yearStart,
    until = this.yearEnd,
  }: {
    group: string;
    school: string;
    person: string;
    subject?: string;
    from?: string;
    until?: string;
  }): Promise<void> {
    const term = { valid_from: from, valid_until: until };
    const row = { id: randomUUID(), group_id: group, school_id: school, person_id: person, subject, ...term };
    await this.insert('teaching_assignment', row);
  }

  /** Someone who works at an mbo, between two days in a group of another school. */
  async aGuest({
    group,
    school,
    person,
    at,
    from = this.yearStart,
    until = this.yearEnd,
  }: {
    group: string;
    /** Of the group. */
    school: string;
    person: string;
    /** Where the guest works. */
    at: string;
    from?: string;
    until?: string;
  }): Promise<string> {
    const id = randomUUID();
    await this.insert('guest_assignment', {
      id,
      group_id: group,
      school_id: school,
      person_id: person,
      guest_school_id: at,
      valid_from: from,
      valid_until: until,
      recorded_by: person,
      recorded_at: this.daysAgo(1),
    });
    return id;
  }

  async aGuardian(pupil: GivenPupil, { custody = true, person, ...wishes }: GuardianWishes = {}): Promise<GivenPerson> {
    const guardian = person
      ? { id: person, name: '', accountId: '', login: '' }
      : await this.aPerson({ givenName: 'Sanne', ...wishes });
    const row = { id: randomUUID(), pupil_id: pupil.id, school_id: pupil.schoolId, person_id: guardian.id, custody };
    await this.insert('guardian', row);
    return guardian;
  }
}

const list = <T>(one: T | T[]): T[] => (Array.isArray(one) ? one : [one]);
const fullName = (...parts: string[]): string => parts.filter(Boolean).join(' ');
