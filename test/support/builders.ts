import { randomUUID } from 'node:crypto';
import type { ActivityWishes, ConsentWishes, GivenPupil } from './builders.types.js';
import { GivenPeople } from './people-builders.js';

export { password } from './people-builders.js';
export type * from './builders.types.js';

/** Puts rows down as the owner of the tables. Everything has a sensible default; a test names only what it is about. */
export class Given extends GivenPeople {
  async anOpleiding({
    school,
    location,
    crebo = '25655',
    name = 'Mbo-verpleegkundige',
    niveau = 4,
    leerweg = 'bol',
  }: {
    school: string;
    location?: string;
    crebo?: string;
    name?: string;
    niveau?: number;
    leerweg?: string;
  }): Promise<string> {
    const id = randomUUID();
    const location_id = location ?? (await this.aLocation({ school }));
    await this.insert('opleiding', { id, school_id: school, location_id, crebo, name, niveau, leerweg, offered: true });
    return id;
  }

  /** Without an opleiding one is made. `recordedBy`: the pupil, unless said otherwise. */
  async anApplication({
    pupil,
    to,
    opleiding,
    on,
    start,
    recordedBy,
    withdrawnAt,
  }: {
    pupil: GivenPupil;
    to: string;
    opleiding?: string;
    on?: string;
    start?: string;
    recordedBy?: string;
    withdrawnAt?: string;
  }): Promise<string> {
    const id = randomUUID();
    await this.insert('application', {
      id,
      pupil_id: pupil.id,
      school_id: pupil.schoolId,
      to_school_id: to,
      opleiding_id: opleiding ?? (await this.anOpleiding({ school: to })),
      applied_on: on ?? this.clock.today(),
      planned_start: start ?? `${this.clock.schoolYear() + 1}-08-01`,
      recorded_by: recordedBy ?? pupil.id,
      withdrawn_at: withdrawnAt ?? null,
    });
    return id;
  }

  /** Admitted at a school, for an opleiding that is made where none is named. `slb`: a person, the SLB'er since `slbFrom`. */
  async aPlacement({
    pupil,
    to,
    opleiding,
    application,
    start,
    endedOn,
    slb,
    slbFrom,
    slbUntil,
  }: {
    pupil: GivenPupil;
    to: string;
    opleiding?: string;
    application?: string;
    start?: string;
    endedOn?: string;
    slb?: string;
    slbFrom?: string;
    slbUntil?: string;
  }): Promise<string> {
    const id = randomUUID();
    await this.insert('placement', {
      id,
      pupil_id: pupil.id,
      school_id: pupil.schoolId,
      to_school_id: to,
      opleiding_id: opleiding ?? (await this.anOpleiding({ school: to })),
      application_id: application ?? null,
      starts_on: start ?? `${this.clock.schoolYear() + 1}-08-01`,
      ended_on: endedOn ?? null,
      recorded_by: pupil.id,
      recorded_at: this.daysAgo(1),
    });
    if (slb) await this.anSlb({ placement: id, pupil, to, person: slb, from: slbFrom, until: slbUntil });
    return id;
  }

  /** Names the SLB'er of a placement; one at any time. */
  async anSlb(wishes: {
    placement: string;
    pupil: GivenPupil;
    to: string;
    person: string;
    from?: string;
    until?: string | null;
  }): Promise<string> {
    const { placement, pupil, to, person } = wishes;
    const id = randomUUID();
    await this.insert('slb_assignment', {
      id,
      placement_id: placement,
      pupil_id: pupil.id,
      school_id: pupil.schoolId,
      to_school_id: to,
      person_id: person,
      valid_from: wishes.from ?? this.daysAgo(1).slice(0, 10),
      valid_until: wishes.until ?? null,
      recorded_by: person,
    });
    return id;
  }

  /** Opened just now, acting at the home school, unless said otherwise. */
  async anEmergency(wishes: {
    pupil: GivenPupil;
    by: string;
    at?: string;
    role?: string;
    openedAt?: string;
    endedAt?: string;
  }): Promise<string> {
    const id = randomUUID();
    await this.insert('emergency_access', {
      id,
      pupil_id: wishes.pupil.id,
      school_id: wishes.pupil.schoolId,
      person_id: wishes.by,
      at_school_id: wishes.at ?? wishes.pupil.schoolId,
      role: wishes.role ?? 'staff',
      reason: 'Stuurde een bericht dat hij er een eind aan maakt',
      opened_at: wishes.openedAt ?? this.daysAgo(0),
      ended_at: wishes.endedAt ?? null,
    });
    return id;
  }

  /** In force since yesterday, unless said otherwise. */
  async aConsent(wishes: ConsentWishes): Promise<string> {
    const { pupil, to, purpose = 'intake', sections = ['profile', 'lob'] } = wishes;
    const id = randomUUID();
    const own = { pupil_id: pupil.id, school_id: pupil.schoolId };
    await this.insert('consent', {
      id,
      ...own,
      to_school_id: to,
      sections,
      purpose,
      text_version: '2026-11',
      created_at: this.daysAgo(2),
      valid_until: wishes.validUntil ?? this.daysAgo(-200),
      asked_by: wishes.askedBy ?? null,
      asked_at: wishes.askedBy ? this.daysAgo(2) : null,
      in_force_since: wishes.inForceSince === undefined ? this.daysAgo(1) : wishes.inForceSince,
      withdrawn_at: wishes.withdrawnAt ?? null,
      withdrawn_by: wishes.withdrawnAt ? pupil.id : null,
    });
    const answers = wishes.answers ?? [{ by: pupil.id, role: 'pupil' as const, agreed: true }];
    await this.insert(
      'consent_answer',
      ...answers.map(({ by, role, agreed }) => ({
        id: randomUUID(),
        consent_id: id,
        ...own,
        by_role: role,
        by_id: by,
        agreed,
        at: this.daysAgo(1),
      })),
    );
    return id;
  }

  /** One activity, for one pupil or for several with one log id. Answers the ids, in the order of the pupils. */
  async activities(pupils: GivenPupil[], wishes: ActivityWishes = {}): Promise<string[]> {
    const log_id = wishes.log ?? randomUUID();
    const rows = pupils.map((pupil) => ({
      id: randomUUID(),
      log_id,
      pupil_id: pupil.id,
      school_id: pupil.schoolId,
      group_id: wishes.group ?? null,
      type: wishes.type ?? 'open-day',
      title: wishes.title ?? 'Open dag bij het mbo',
      place: wishes.place ?? 'Vaarstad',
      starts_on: wishes.on ?? this.daysAgo(7).slice(0, 10),
      ends_on: wishes.until ?? null,
      beroep: wishes.beroep ?? '',
      opleiding_id: wishes.opleiding ?? null,
      goal: wishes.goal ?? '',
      competences: wishes.competences ?? ['werkexploratie'],
      remark: wishes.remark ?? '',
      result: wishes.result ?? '',
      evaluation: wishes.evaluation ?? '',
      follow_up: wishes.followUp ?? '',
      logged_by: wishes.by ?? pupil.id,
      logged_at: this.daysAgo(6),
      removed_at: wishes.removedAt ?? null,
      removed_reason: wishes.removedAt ? 'dubbel' : null,
    }));
    await this.insert('activity', ...rows);
    return rows.map(({ id }) => id);
  }

  async anActivity({ pupil, ...wishes }: ActivityWishes & { pupil: GivenPupil }): Promise<string> {
    const [id] = await this.activities([pupil], wishes);
    return id!;
  }

  /** Private, unless opened. Without an activity one is made. */
  async aReflection({
    pupil,
    activity,
    text = 'Ik vond het leuk om te zien.',
    openedTo = [],
  }: {
    pupil: GivenPupil;
    activity?: string;
    text?: string;
    openedTo?: ('school' | 'guardian' | 'mbo')[];
  }): Promise<string> {
    const id = randomUUID();
    const opened = (to: 'school' | 'guardian' | 'mbo'): string | null =>
      openedTo.includes(to) ? this.daysAgo(1) : null;
    await this.insert('reflection', {
      id,
      activity_id: activity ?? (await this.anActivity({ pupil })),
      pupil_id: pupil.id,
      school_id: pupil.schoolId,
      text,
      opened_to_school_at: opened('school'),
      opened_to_guardian_at: opened('guardian'),
      opened_to_mbo_at: opened('mbo'),
      written_at: this.daysAgo(5),
    });
    return id;
  }
}
