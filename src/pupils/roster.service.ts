import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { ageOn } from '../platform/calendar.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound, staleVersion } from '../platform/errors/domain-error.js';
import { guardiansReadAlong, pupilTwice } from './pupils.errors.js';
import { DECIDES_ALONE_AT } from './pupils.types.js';
import type {
  CompletedResponse,
  CompleteEnrolmentsRequest,
  CustodyRequest,
  CustodyResponse,
  GuardianSectionsRequest,
  GuardianSectionsResponse,
} from './roster.dto.js';
import { RosterReader } from './roster.reader.js';
import { keeperRole } from './roster.rules.js';

interface Completed {
  found: number;
  wanted: number;
  changed: { pupilId: string; enrolmentId: string }[];
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
    if (new Set(rows.map(({ pupilId }) => pupilId)).size !== rows.length) throw pupilTwice();
    const done = await this.db.one<Completed & Record<string, unknown>>(
      `with row as (
         select * from jsonb_to_recordset($1::jsonb) as r("pupilId" uuid, version int, year int, leerweg text, profiel text)),
       found as (
         select e.id, p.id as pupil_id, r.version, r.year, r.leerweg, r.profiel,
                (e.year, e.leerweg, e.profiel) is distinct from (r.year, r.leerweg, r.profiel) as differs
           from row r join pupil p on p.id = r."pupilId" and p.school_id = $2 and p.left_on is null
           join enrolment e on e.pupil_id = p.id and e.school_year = $3),
       bumped as (
         update pupil p set version = p.version + 1 from found f
          where f.differs and p.id = f.pupil_id and p.version = f.version returning p.id),
       changed as (
         update enrolment e set year = f.year, leerweg = f.leerweg, profiel = f.profiel
           from found f join bumped b on b.id = f.pupil_id where e.id = f.id
         returning e.pupil_id, e.id)
       select (select count(*)::int from found) as found,
              (select count(*)::int from found where differs) as wanted,
              (select coalesce(jsonb_agg(jsonb_build_object('pupilId', pupil_id, 'enrolmentId', id)), '[]') from changed)
                as changed`,
      [JSON.stringify(rows), actor.schoolId, schoolYear],
    );
    if (!done || done.found !== rows.length) throw notFound();
    if (done.changed.length !== done.wanted) throw staleVersion();
    await this.audit.record(
      ...done.changed.map(({ pupilId, enrolmentId }) => ({
        chain: 'pupil' as const,
        chainId: pupilId,
        action: 'pupil.changed' as const,
        role: keeperRole(actor),
        sections: ['profile'],
        basis: 'school-role',
        subjectIds: [enrolmentId],
      })),
    );
    return { changed: done.changed.length };
  }

  /** The only way in which custody changes. It works on the guardian's next request. */
  async setCustody(
    actor: Actor,
    guardianId: string,
    { custody, reason }: CustodyRequest,
    version: number,
  ): Promise<CustodyResponse> {
    const guardian = await this.db.one<{ pupilId: string }>(
      'select pupil_id as "pupilId" from guardian where id = $1 and school_id = $2',
      [guardianId, actor.schoolId],
    );
    if (!guardian) throw notFound();
    const changed = await this.db.change(
      'update guardian set custody = $3, version = version + 1 where id = $1 and version = $2',
      [guardianId, version, custody],
    );
    if (changed === 0) throw staleVersion();
    await this.audit.record({
      chain: 'pupil',
      chainId: guardian.pupilId,
      action: 'guardian.changed',
      role: keeperRole(actor),
      sections: ['profile'],
      basis: 'school-role',
      purpose: reason,
      subjectIds: [guardianId],
    });
    return { id: guardianId, custody, version: version + 1 };
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
