import { at } from './days.rules.js';
import { consentRows } from './region-consents.rules.js';
import type { Key, Region, RegionGroup, RegionGuardian, RegionLogin, RegionName } from './region.types.js';

type Row = Record<string, unknown>;
type Tables = Record<string, Row[]>;

/** The region as rows of the tables; ids are made per key, once. */
export class RegionRows {
  private readonly ids = new Map<string, string>();
  private readonly tables: Tables = {};

  constructor(
    private readonly region: Region,
    private readonly passwordHash: string,
    private readonly newId: () => string,
  ) {}

  all(): Tables {
    const { region } = this;
    this.organisations();
    this.people();
    this.pupils();
    region.groups.forEach((group) => this.group(group));
    this.lob();
    for (const one of region.applications)
      this.add('application', {
        id: this.id('application', one.key),
        ...this.ofPupil(one.pupil),
        to_school_id: this.id('school', one.school),
        opleiding_id: this.id('opleiding', one.opleiding),
        applied_on: one.appliedOn,
        planned_start: one.startsOn,
        recorded_by: this.id('pupil', one.pupil),
        withdrawn_at: at(one.withdrawnOn),
      });
    const made = consentRows(region, this.newId, (kind, key) => this.id(kind, key));
    for (const [table, rows] of Object.entries(made)) for (const row of rows) this.add(table, row);
    return this.tables;
  }

  private organisations(): void {
    const { samenwerkingsverband, schools, opleidingen } = this.region;
    const swv = this.id('samenwerkingsverband', samenwerkingsverband.key);
    this.add('samenwerkingsverband', { id: swv, name: samenwerkingsverband.name });
    for (const school of schools) {
      const id = this.id('school', school.key);
      this.add('school', {
        id,
        samenwerkingsverband_id: swv,
        name: school.name,
        kind: school.kind,
        brin: school.brin,
        phone: school.locations[0]?.phone ?? null,
      });
      for (const location of school.locations)
        this.add('location', {
          id: this.id('location', location.key),
          school_id: id,
          name: location.name,
          place: location.town,
        });
    }
    for (const one of opleidingen)
      this.add('opleiding', {
        id: this.id('opleiding', one.key),
        school_id: this.id('school', one.school),
        location_id: this.id('location', one.location),
        crebo: one.crebo,
        name: one.name,
        niveau: one.niveau,
        leerweg: one.leerweg,
        offered: true,
        version: 1,
      });
  }

  private people(): void {
    const since = `${this.region.schoolYear - 4}-08-01`;
    for (const person of this.region.persons) {
      this.person(person.key, person, person.email, person.phone, 'person');
      for (const { role, school } of person.roles.length > 0 ? person.roles : [])
        this.add('role_assignment', {
          id: this.newId(),
          person_id: this.id('person', person.key),
          school_id: this.id('school', school ?? this.region.schools[0]!.key),
          role: role === 'mentor' || role === 'teacher' ? 'staff' : role,
          valid_from: since,
          valid_until: null,
        });
    }
    for (const one of this.region.guardians) this.person(one.key, institutional(one), one.email, one.phone, 'guardian');
  }

  private person(
    key: Key,
    name: RegionName,
    email: string | null,
    phone: string | null,
    kind: 'person' | 'guardian',
  ): void {
    this.add('person', {
      id: this.id('person', key),
      account_id: this.account((login) => login[kind] === key),
      given_name: name.callName,
      infix: name.infix ?? '',
      family_name: name.lastName,
      email,
      phone,
    });
  }

  /** Only who is in the table of logins has an account; the others get a letter, as in real life. */
  private account(isHolder: (login: RegionLogin) => boolean): string | null {
    const login = this.region.logins.find(isHolder);
    if (!login) return null;
    const id = this.newId();
    const day = at(`${this.region.schoolYear}-09-01`);
    this.add('account', {
      id,
      login: login.username,
      password_hash: this.passwordHash,
      created_at: day,
      activated_at: day,
      disabled_at: null,
    });
    return id;
  }

  private pupils(): void {
    for (const pupil of this.region.pupils) {
      const own = { pupil_id: this.id('pupil', pupil.key), school_id: this.id('school', pupil.school) };
      this.add('pupil', {
        id: own.pupil_id,
        school_id: own.school_id,
        pupil_number: pupil.leerlingnummer,
        account_id: this.account((login) => login.pupil === pupil.key),
        given_name: pupil.callName,
        register_name: pupil.firstNames === pupil.callName ? null : pupil.firstNames,
        infix: pupil.infix ?? '',
        family_name: pupil.lastName,
        birth_date: pupil.birthDate,
        email: pupil.email,
        guardian_sections: [],
        guardian_sections_at: null,
        left_on: null,
        version: 1,
      });
      for (const enrolment of pupil.enrolments) {
        const group = this.groupOf(enrolment.group);
        this.add('enrolment', {
          id: this.newId(),
          ...own,
          school_year: enrolment.schoolYear,
          group_id: this.id('group', enrolment.group),
          year: group.year,
          leerweg: group.leerweg,
          profiel: group.profiel,
          valid_from: enrolment.from,
          valid_until: enrolment.until,
        });
        for (const mentor of group.mentors)
          this.add('mentor_assignment', {
            id: this.newId(),
            ...own,
            person_id: this.id('person', mentor.person),
            substitute: mentor.substitute,
            valid_from: mentor.from,
            valid_until: mentor.until ?? `${enrolment.schoolYear + 1}-07-31`,
          });
      }
      for (const { guardian, custody } of pupil.guardians)
        this.add('guardian', {
          id: this.newId(),
          ...own,
          person_id: this.id('person', guardian),
          custody: custody === 'unknown' ? null : custody === 'yes',
          version: 1,
        });
    }
  }

  private group(group: RegionGroup): void {
    const school_id = this.id('school', group.school);
    const id = this.id('group', group.key);
    this.add('pupil_group', { id, school_id, school_year: group.schoolYear, name: group.name, year: group.year });
    for (const teacher of group.teachers)
      this.add('teaching_assignment', {
        id: this.newId(),
        group_id: id,
        school_id,
        person_id: this.id('person', teacher.person),
        subject: teacher.subject,
        valid_from: teacher.from,
        valid_until: teacher.until ?? `${group.schoolYear + 1}-07-31`,
      });
  }

  private lob(): void {
    for (const one of this.region.activities)
      for (const present of one.present)
        this.add('activity', {
          id: this.id('activity', `${one.key} ${present.pupil}`),
          log_id: this.id('log', one.key),
          ...this.ofPupil(present.pupil),
          group_id: one.group && this.id('group', one.group),
          type: one.type,
          title: one.title,
          place: one.place ?? '',
          starts_on: one.from,
          ends_on: one.until,
          beroep: one.beroep ?? '',
          opleiding_id: one.opleiding && this.id('opleiding', one.opleiding),
          goal: one.goal ?? '',
          competences: one.competences,
          remark: present.remark ?? '',
          result: present.result ?? '',
          evaluation: present.evaluation ?? '',
          follow_up: present.followUp ?? '',
          logged_by:
            'person' in one.loggedBy ? this.id('person', one.loggedBy.person) : this.id('pupil', one.loggedBy.pupil),
          logged_at: at(one.until ?? one.from, '16:00'),
          removed_at: null,
          removed_reason: null,
          version: 1,
        });
    const written = new Set<string>();
    for (const one of this.region.reflections) {
      const activity = `${one.activity} ${one.pupil}`;
      if (!one.activity || !this.ids.has(`activity ${activity}`) || written.has(activity)) continue;
      written.add(activity);
      this.add('reflection', {
        id: this.newId(),
        activity_id: this.id('activity', activity),
        ...this.ofPupil(one.pupil),
        text: one.text,
        opened_to_school_at: at(one.opened.school),
        opened_to_guardian_at: at(one.opened.guardian),
        opened_to_mbo_at: at(one.opened.mbo),
        written_at: at(one.on, '19:15'),
        version: 1,
      });
    }
  }

  private ofPupil(pupil: Key): { pupil_id: string; school_id: string } {
    const school = this.schoolOf.get(pupil);
    if (!school) throw new Error(`the region names an unknown pupil: ${pupil}`);
    return { pupil_id: this.id('pupil', pupil), school_id: this.id('school', school) };
  }
  private get schoolOf(): Map<Key, Key> {
    return (this.schools ??= new Map(this.region.pupils.map(({ key, school }) => [key, school])));
  }
  private schools?: Map<Key, Key>;

  private groupOf(key: Key): RegionGroup {
    this.groups ??= new Map(this.region.groups.map((group) => [group.key, group]));
    const group = this.groups.get(key);
    if (!group) throw new Error(`the region names an unknown group: ${key}`);
    return group;
  }
  private groups?: Map<Key, RegionGroup>;

  private id(kind: string, key: Key): string {
    const name = `${kind} ${key}`;
    let id = this.ids.get(name);
    if (!id) this.ids.set(name, (id = this.newId()));
    return id;
  }

  private add(table: string, row: Row): void {
    (this.tables[table] ??= []).push(row);
  }
}

/** An institution stands under its own name. */
const institutional = (guardian: RegionGuardian): RegionName =>
  guardian.institution ? { firstNames: '', callName: '', infix: null, lastName: guardian.institution } : guardian;
