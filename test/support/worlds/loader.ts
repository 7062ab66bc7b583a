import { createHash } from 'node:crypto';
import type pg from 'pg';
import { dayOf, minutes, plus } from '../model/time.js';
import type { Id, Person, Pupil, Session, Share, World } from '../model/world.js';
import { Bulk, type ColumnTypes, columnTypes } from './bulk.js';

/** A world in the database: under which ids and tokens its facts went. */
export interface Loaded {
  world: World;
  uuid(id: Id): string;
  /** What has the id that ends like this. */
  ending(tail: string): Id;
  token(session: Id): string;
}

/** Ids that can be read back: number of the world, number within the world. */
const uuidOf = (world: number, n: number): string =>
  `${world.toString(16).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** What something says, so that it is recognised wherever it turns up. */
export const wordsOf = (id: Id): string => `«${id}»`;

const whenMade = '2020-01-01T00:00:00.000Z';
const schoolYear = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);

/** Puts worlds into the database, each with everything of its own. */
export class WorldLoader {
  private constructor(
    private readonly client: pg.Client,
    private readonly types: ColumnTypes,
  ) {}
  private count = 0;
  get worlds(): number {
    return this.count;
  }

  /** `client` may write everything. */
  static async on(client: pg.Client): Promise<WorldLoader> {
    return new WorldLoader(client, await columnTypes(client));
  }

  /** `more`: what stands beside a world. */
  async load(worlds: readonly World[], more?: (loaded: Loaded, bulk: Bulk) => void): Promise<Loaded[]> {
    const bulk = new Bulk();
    const loaded = worlds.map((world) => new WorldRows(world, this.count++, bulk).add());
    if (more) for (const one of loaded) more(one, bulk);
    await this.client.query('begin');
    await bulk.write(this.client, this.types);
    await this.client.query('commit');
    return loaded;
  }

  /** Takes all worlds out again, and whatever was made of them. */
  async clear(): Promise<void> {
    const tables = [...new Set([...this.types.keys()].map((name) => name.split('.')[0]!))].filter(
      (name) => !['migrations', 'replaced', 'test_clock', 'typeorm_metadata'].includes(name),
    );
    await this.client.query(`truncate ${tables.join(', ')} cascade`);
    this.count = 0;
  }
}

class WorldRows implements Loaded {
  private readonly ids = new Map<Id, string>();

  constructor(
    readonly world: World,
    private readonly number: number,
    private readonly bulk: Bulk,
  ) {}

  uuid(id: Id): string {
    let uuid = this.ids.get(id);
    if (!uuid) this.ids.set(id, (uuid = uuidOf(this.number, this.ids.size)));
    return uuid;
  }
  ending(tail: string): Id {
    return [...this.ids].find(([, uuid]) => uuid.endsWith(tail))?.[0] ?? tail;
  }
  token(session: Id): string {
    return `world-${this.uuid(session)}`;
  }
  /** Under this name, unless something has it: two of the same. */
  private named(name: Id): string {
    return this.ids.has(name) ? this.fresh() : this.uuid(name);
  }
  private fresh(): string {
    return this.uuid(`#${this.ids.size}`);
  }

  add(): this {
    const { regions, schools, groups, people, pupils, sessions } = this.world;
    for (const { id } of regions) this.bulk.add('samenwerkingsverband', { id: this.uuid(id), name: id });
    schools.forEach(({ id, region, kind }, n) => {
      this.bulk.add('school', {
        id: this.uuid(id),
        samenwerkingsverband_id: this.uuid(region),
        name: id,
        kind,
        brin: `${this.number}.${n}`,
      });
      if (kind === 'mbo') this.addOpleiding(id);
    });
    for (const { id, statutory } of regions) if (statutory) this.addSwitch(this.uuid(id), null);
    for (const { id, statutory } of schools) if (statutory) this.addSwitch(null, this.uuid(id));
    for (const { id, school } of groups)
      this.bulk.add('pupil_group', {
        id: this.uuid(id),
        school_id: this.uuid(school),
        school_year: schoolYear(dayOf(this.world.now)),
        name: id,
      });
    for (const person of people) this.addPerson(person);
    for (const pupil of pupils) this.addPupil(pupil);
    for (const session of sessions) this.addSession(session);
    return this;
  }

  private addOpleiding(school: Id): void {
    const location_id = this.fresh();
    this.bulk.add('location', { id: location_id, school_id: this.uuid(school), name: 'Hoofd', place: 'Vaarstad' });
    for (const n of [0, 1, 2])
      this.bulk.add('opleiding', {
        id: this.uuid(`opleiding ${n} of ${school}`),
        school_id: this.uuid(school),
        location_id,
        crebo: `2500${n}`,
        name: 'Verpleegkundige',
        niveau: 4,
        leerweg: 'bol',
      });
  }

  private addAccount(id: Id, disabled: boolean): string {
    const account = this.uuid(`account of ${id}`);
    this.bulk.add('account', {
      id: account,
      login: account,
      created_at: whenMade,
      activated_at: whenMade,
      disabled_at: disabled ? whenMade : null,
    });
    return account;
  }

  private addPerson({ id, disabled, roles, teaches, guests }: Person): void {
    const person_id = this.uuid(id);
    const account_id = this.addAccount(id, disabled);
    this.bulk.add('person', { id: person_id, account_id, given_name: id, family_name: `Van ${this.number}` });
    for (const { role, school, from, until } of roles)
      this.bulk.add('role_assignment', {
        id: this.named(`${role} of ${id} at ${school}`),
        person_id,
        school_id: this.uuid(school),
        role,
        valid_from: from,
        valid_until: until,
      });
    for (const { group, from, until } of teaches)
      this.bulk.add('teaching_assignment', {
        id: this.named(`${id} teaching ${group}`),
        group_id: this.uuid(group),
        school_id: this.uuid(this.world.groups.find((each) => each.id === group)!.school),
        person_id,
        subject: 'Nederlands',
        valid_from: from,
        valid_until: until,
      });
    for (const guest of guests) this.addGuest(id, guest);
  }

  private addGuest(id: Id, { group, school, from, until }: Person['guests'][number]): void {
    const person_id = this.uuid(id);
    this.bulk.add('guest_assignment', {
      id: this.named(`${id} as a guest in ${group}`),
      group_id: this.uuid(group),
      school_id: this.uuid(this.world.groups.find((each) => each.id === group)!.school),
      person_id,
      guest_school_id: this.uuid(school),
      valid_from: from,
      valid_until: until ?? '2099-07-31',
      recorded_by: person_id,
      recorded_at: whenMade,
    });
  }

  private addPlacement(own: { pupil_id: string; school_id: string }, placement: Pupil['placements'][number]): void {
    const { id, to, plannedStart, endedOn, slbs } = placement;
    this.bulk.add('placement', {
      id: this.uuid(id),
      ...own,
      to_school_id: this.uuid(to),
      opleiding_id: this.uuid(`opleiding 0 of ${to}`),
      starts_on: plannedStart,
      ended_on: endedOn,
      recorded_by: own.pupil_id,
      recorded_at: whenMade,
    });
    for (const { person, from, until } of slbs)
      this.bulk.add('slb_assignment', {
        id: this.fresh(),
        placement_id: this.uuid(id),
        ...own,
        to_school_id: this.uuid(to),
        person_id: this.uuid(person),
        valid_from: from,
        valid_until: until,
        recorded_by: own.pupil_id,
      });
  }

  private addPupil(pupil: Pupil): void {
    const own = { pupil_id: this.uuid(pupil.id), school_id: this.uuid(pupil.home) };
    this.bulk.add('pupil', {
      id: own.pupil_id,
      school_id: own.school_id,
      pupil_number: this.uuid(pupil.id),
      account_id: this.addAccount(pupil.id, pupil.disabled),
      given_name: `Voornaam van ${pupil.id}`,
      family_name: `Van ${this.number}`,
      birth_date: pupil.bornOn,
      guardian_sections: pupil.opened?.sections ?? [],
      guardian_sections_at: pupil.opened?.at ?? null,
      left_on: pupil.leftOn,
      erased_at: pupil.erasedAt,
    });
    this.bulk.add('activation_code', {
      id: this.fresh(),
      account_id: this.uuid(`account of ${pupil.id}`),
      code_hash: tokenHash(`code of ${own.pupil_id}`),
      issued_at: whenMade,
      expires_at: whenMade,
    });
    pupil.enrolments.forEach(({ group, from, until }, n) =>
      this.bulk.add('enrolment', {
        id: this.fresh(),
        ...own,
        school_year: schoolYear(dayOf(this.world.now)) - n,
        group_id: group === null ? null : this.uuid(group),
        leerweg: 'kb',
        valid_from: from,
        valid_until: until,
      }),
    );
    for (const { person, from, until } of pupil.mentors)
      this.bulk.add('mentor_assignment', {
        id: this.fresh(),
        ...own,
        person_id: this.uuid(person),
        valid_from: from,
        valid_until: until,
      });
    for (const { person, custody } of pupil.guardians)
      this.bulk.add('guardian', {
        id: this.uuid(`${person} as guardian of ${pupil.id}`),
        ...own,
        person_id: this.uuid(person),
        custody,
      });
    this.addContent(pupil, own);
    this.addTies(pupil, own);
    pupil.emergencies.forEach(({ person, school, openedAt, endedAt }, n) =>
      this.bulk.add('emergency_access', {
        id: this.named(n === 0 ? `emergency of ${pupil.id}` : `emergency ${n} of ${pupil.id}`),
        ...own,
        person_id: this.uuid(person),
        at_school_id: this.uuid(school),
        role: 'staff',
        reason: 'Belde dat hij iets gevaarlijks gaat doen',
        opened_at: openedAt,
        ended_at: endedAt,
      }),
    );
  }

  private addContent({ activities, reflections }: Pupil, own: { pupil_id: string; school_id: string }): void {
    for (const { id, by, removed, group } of activities)
      this.bulk.add('activity', {
        id: this.uuid(id),
        log_id: this.uuid(`log of ${id}`),
        ...own,
        group_id: group === undefined ? null : this.uuid(group),
        type: 'open-day',
        title: wordsOf(id),
        starts_on: this.world.now.slice(0, 10),
        logged_by: this.uuid(by),
        logged_at: whenMade,
        removed_at: removed ? whenMade : null,
        removed_reason: removed ? 'dubbel' : null,
      });
    for (const { id, activity, toSchool, toGuardian, toMbo } of reflections)
      this.bulk.add('reflection', {
        id: this.uuid(id),
        activity_id: this.uuid(activity),
        ...own,
        text: wordsOf(id),
        opened_to_school_at: toSchool,
        opened_to_guardian_at: toGuardian,
        opened_to_mbo_at: toMbo,
        written_at: whenMade,
      });
  }

  private addTies(
    { id: pupil, applications, placements, shares }: Pupil,
    own: { pupil_id: string; school_id: string },
  ): void {
    applications.forEach(({ id, to, plannedStart, withdrawnAt }, n) =>
      this.bulk.add('application', {
        id: this.uuid(id),
        ...own,
        to_school_id: this.uuid(to),
        opleiding_id: this.uuid(`opleiding ${n % 3} of ${to}`),
        applied_on: '2026-01-15',
        planned_start: plannedStart,
        recorded_by: own.pupil_id,
        withdrawn_at: withdrawnAt,
      }),
    );
    for (const placement of placements) this.addPlacement(own, placement);
    for (const share of shares) {
      const id = this.uuid(share.id);
      if (share.basis === 'statutory') {
        this.addStatutory(id, pupil, own, share);
        continue;
      }
      this.bulk.add('consent', {
        id,
        ...own,
        to_school_id: this.uuid(share.to),
        sections: share.sections,
        purpose: share.purpose,
        text_version: '2026-11',
        created_at: whenMade,
        valid_until: share.until,
        asked_by: share.askedBy && this.uuid(share.askedBy),
        asked_at: share.askedAt,
        in_force_since: share.since,
        withdrawn_at: share.endedAt,
        withdrawn_by: share.endedAt && this.uuid(share.endedBy ?? pupil),
      });
      for (const { by, agreed, at } of share.answers) {
        const answer = { consent_id: id, ...own, by_role: by === pupil ? 'pupil' : 'guardian', by_id: this.uuid(by) };
        this.bulk.add('consent_answer', { id: this.fresh(), ...answer, agreed, at });
        // And what was answered before that.
        this.bulk.add('consent_answer_past', { id: this.fresh(), ...answer, agreed: !agreed, at, replaced_at: at });
      }
    }
  }

  private addStatutory(id: string, pupil: Id, own: { pupil_id: string; school_id: string }, share: Share): void {
    this.bulk.add('statutory_share', {
      id,
      ...own,
      to_school_id: this.uuid(share.to),
      sections: share.sections,
      purpose: share.purpose,
      offered_at: share.askedAt ?? whenMade,
      offered_by: share.askedBy ? this.uuid(share.askedBy) : own.pupil_id,
      valid_until: share.until,
      in_force_since: share.since,
      ended_at: share.endedAt,
      ended_by: share.endedAt && own.pupil_id,
    });
    for (const { by, agreed, at } of share.answers)
      this.bulk.add('statutory_answer', {
        id: this.fresh(),
        share_id: id,
        ...own,
        by_role: by === pupil ? 'pupil' : 'guardian',
        by_id: this.uuid(by),
        agreed,
        at,
      });
  }

  /** Region or school hands over on the ground of the law. */
  private addSwitch(region: string | null, school: string | null): void {
    const of = { samenwerkingsverband_id: region, school_id: school };
    this.bulk.add('statutory_switch', { id: this.fresh(), ...of, on_at: whenMade, on_by: this.fresh() });
  }

  private addSession({ id, who, at, startedAt, lastSeenAt, endedAt, factor }: Session): void {
    this.bulk.add('session', {
      id: this.uuid(id),
      token_hash: tokenHash(this.token(id)),
      account_id: this.uuid(`account of ${who}`),
      school_id: at === null ? null : this.uuid(at),
      created_at: startedAt,
      last_seen_at: lastSeenAt,
      factor_at: factor ? plus(this.world.now, -minutes) : null,
      ended_at: endedAt,
    });
  }
}
