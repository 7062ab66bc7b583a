import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { ageOn } from '../platform/calendar.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound, staleVersion } from '../platform/errors/domain-error.js';
import { guardiansReadAlong, guardianTwice, pupilTwice } from './pupils.errors.js';
import { type CustodyGround, DECIDES_ALONE_AT, keeperRole, stillThere } from './pupils.types.js';
import type {
  CompletedResponse,
  CompleteEnrolmentsRequest,
  CustodyRequest,
  CustodyResponse,
  CustodyRowsRequest,
  GuardianSectionsRequest,
  GuardianSectionsResponse,
} from './roster.dto.js';
import { RosterReader } from './roster.reader.js';
import { type EnrolmentFacts } from './roster.rules.js';

interface EnrolmentNow extends EnrolmentFacts {
  pupilId: string;
  enrolmentId: string;
  version: number;
}
interface GuardianNow {
  id: string;
  pupilId: string;
  custody: boolean | null;
  version: number;
}

/** What the school says of its pupils and guardians, and what a pupil opens to the guardians. */
@Injectable()
export class RosterService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reader: RosterReader,
    private readonly audit: AuditService,
  ) {}

  /**
   * Says leerjaar, leerweg and profiel of one pupil or of many; all or nothing. A row that says what is known already
   * changes nothing, so that a form of a whole group does not collide with someone else's work on another row.
   */
  async completeEnrolments(actor: Actor, request: CompleteEnrolmentsRequest): Promise<CompletedResponse> {
    const { rows, schoolYear = this.clock.schoolYear() } = request;
    const wanted = new Map(rows.map((row) => [row.pupilId, row]));
    if (wanted.size !== rows.length) throw pupilTwice();
    const now = await this.lockEnrolments(actor, [...wanted.keys()], schoolYear);
    if (now.length !== rows.length) throw notFound();
    const changes = now.flatMap((enrolment) => {
      const { year, leerweg, profiel, version } = wanted.get(enrolment.pupilId)!;
      const same = enrolment.year === year && enrolment.leerweg === leerweg && enrolment.profiel === profiel;
      if (!same && enrolment.version !== version) throw staleVersion(); // before anything is written
      return same ? [] : [{ ...enrolment, year, leerweg, profiel }];
    });
    await this.db.change(
      `with row as (select * from jsonb_to_recordset($1::jsonb)
                      as r("pupilId" uuid, "enrolmentId" uuid, year int, leerweg text, profiel text)),
       bumped as (update pupil p set version = p.version + 1 from row r where p.id = r."pupilId")
       update enrolment e set year = r.year, leerweg = r.leerweg, profiel = r.profiel from row r where e.id = r."enrolmentId"`,
      [JSON.stringify(changes)],
    );
    await this.audit.record(
      ...changes.map(({ pupilId, enrolmentId }) => ({
        chain: 'pupil' as const,
        chainId: pupilId,
        action: 'pupil.changed' as const,
        role: keeperRole(actor),
        sections: ['profile'],
        basis: 'school-role',
        subjectIds: [enrolmentId],
      })),
    );
    return { changed: changes.length };
  }

  /** First the lock and then the reading, so that what is compared is what stands there. */
  private async lockEnrolments(actor: Actor, pupilIds: string[], schoolYear: number): Promise<EnrolmentNow[]> {
    await this.db.query(
      `select p.id from pupil p where p.id = any($1::uuid[]) and p.school_id = $2 and ${stillThere} order by p.id for update`,
      [pupilIds, actor.schoolId],
    );
    return this.db.query<EnrolmentNow & Record<string, unknown>>(
      `select p.id as "pupilId", e.id as "enrolmentId", p.version, e.year, e.leerweg, e.profiel
         from pupil p join enrolment e on e.pupil_id = p.id and e.school_year = $3
        where p.id = any($1::uuid[]) and p.school_id = $2 and ${stillThere}`,
      [pupilIds, actor.schoolId, schoolYear],
    );
  }

  /** Says of one guardian whether he has custody. */
  async setCustody(
    actor: Actor,
    guardianId: string,
    { custody, reason }: CustodyRequest,
    version: number,
  ): Promise<CustodyResponse> {
    const [guardian] = await this.writeCustody(actor, [{ guardianId, custody, version }], reason);
    return guardian!;
  }

  /** Says it of many at once: all or nothing. */
  async setCustodies(actor: Actor, { rows, reason }: CustodyRowsRequest): Promise<CompletedResponse> {
    const said = rows.flatMap((row) => (row.custody === undefined ? [] : [{ ...row, custody: row.custody }]));
    const before = new Map(said.map(({ guardianId, version }) => [guardianId, version]));
    if (before.size !== said.length) throw guardianTwice();
    const now = await this.writeCustody(actor, said, reason);
    return { changed: now.filter(({ id, version }) => version !== before.get(id)).length };
  }

  /**
   * The only way in which custody changes. It works on the guardian's next request. Who says what is known already
   * changes nothing.
   */
  private async writeCustody(
    actor: Actor,
    rows: { guardianId: string; custody: boolean; version: number }[],
    reason?: CustodyGround,
  ): Promise<CustodyResponse[]> {
    const now = await this.db.query<GuardianNow & Record<string, unknown>>(
      `select g.id, g.pupil_id as "pupilId", g.custody, g.version from guardian g join pupil p on p.id = g.pupil_id
        where g.id = any($1::uuid[]) and g.school_id = $2 and ${stillThere} order by g.id for update of g`,
      [rows.map(({ guardianId }) => guardianId), actor.schoolId],
    );
    if (now.length !== rows.length) throw notFound();
    const wanted = new Map(rows.map((row) => [row.guardianId, row]));
    const changes = now.flatMap(({ id, pupilId, custody, version }) => {
      const row = wanted.get(id)!;
      if (custody === row.custody) return [];
      if (version !== row.version) throw staleVersion(); // before anything is written
      return [{ id, pupilId, custody: row.custody }];
    });
    await this.db.change(
      `update guardian g set custody = r.custody, version = g.version + 1
         from jsonb_to_recordset($1::jsonb) as r(id uuid, custody boolean) where g.id = r.id`,
      [JSON.stringify(changes)],
    );
    await this.audit.record(
      ...changes.map(({ id, pupilId }) => ({
        chain: 'pupil' as const,
        chainId: pupilId,
        action: 'guardian.changed' as const,
        role: keeperRole(actor),
        sections: ['profile'],
        basis: 'school-role',
        purpose: reason,
        subjectIds: [id],
      })),
    );
    const changed = new Set(changes.map(({ id }) => id));
    return now.map(({ id, version }) => ({
      id,
      custody: wanted.get(id)!.custody,
      version: changed.has(id) ? version + 1 : version,
    }));
  }

  /**
   * From 16 the pupil says which sections the guardians with custody may read; what he does not name is closed at once.
   * What was opened before the 18th birthday ends there, so the moment is kept.
   */
  async openToGuardians(
    actor: Actor,
    pupilId: string,
    { sections }: GuardianSectionsRequest,
    version: number,
  ): Promise<GuardianSectionsResponse> {
    const pupil = await this.db.one<{ birthDate: string }>(
      'select birth_date::text as "birthDate" from pupil where id = $1 and id = $2',
      [pupilId, actor.id],
    );
    if (!pupil) throw notFound();
    if (ageOn(pupil.birthDate, this.clock.today()) < DECIDES_ALONE_AT) throw guardiansReadAlong();
    const changed = await this.db.change(
      `update pupil set guardian_sections = $3, guardian_sections_at = $4, version = version + 1
        where id = $1 and version = $2`,
      [pupilId, version, sections, this.clock.now()],
    );
    if (changed === 0) throw staleVersion();
    await this.audit.record({
      chain: 'pupil',
      chainId: pupilId,
      action: 'guardian-sections.changed',
      role: 'pupil',
      sections,
      basis: 'own',
    });
    return this.reader.guardianSections(actor, pupilId);
  }
}
