import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { offsetOf, pagesAround } from '../platform/page-token.js';
import { nameIn } from '../pupils/pupil-names.types.js';
import { speaksForFamily } from '../pupils/pupils.types.js';
import { RelationsReader } from '../pupils/relations.reader.js';
import { SightsService } from '../pupils/sights.service.js';
import type { NoticePage, NoticeResponse, PupilExportResponse, UnconfirmedResponse } from './share-notices.dto.js';
import { handled } from './share-notices.rules.js';
import { CONFIRM_DAYS } from './share-notices.types.js';

const PAGE = 50;
const reference = (id: string): string => `upper(substr(replace(${id}::text, '-', ''), 1, 8))`;
/** The files with something in them that may no longer be read since this notice. */
const taken = `coalesce((select json_agg(json_build_object('exportedAt', e.exported_at, 'sections', e.sections,
    'fingerprint', e.fingerprint) order by e.exported_at, e.id)
  from export_receipt e where e.pupil_id = n.pupil_id and e.to_school_id = n.to_school_id and e.purpose = n.purpose
   and e.exported_at <= n.at and e.sections && n.lost), '[]')`;
/** Whoever has nothing to do with this school any more has no name here. */
const tied = `(exists (select from application a where a.pupil_id = n.pupil_id and a.to_school_id = n.to_school_id and a.withdrawn_at is null)
  or exists (select from placement l where l.pupil_id = n.pupil_id and l.to_school_id = n.to_school_id
       and (l.ended_on is null or l.ended_on >= app_today())))`;
const ownStudent = `exists (select from slb_assignment s join placement l on l.id = s.placement_id
  where s.pupil_id = n.pupil_id and s.to_school_id = n.to_school_id and s.person_id = $2
    and s.valid_from <= app_today() and (s.valid_until is null or s.valid_until >= app_today())
    and (l.ended_on is null or l.ended_on >= app_today()))`;

/** $1 the school, $2 who asks, $3 the purposes that he handles, $4 how many to skip. What waits for an answer comes first. */
const noticesSql = `with mine as (
    select n.*, notice_asks(n.id) and n.confirmed_at is null as must from share_notice n
     where n.to_school_id = $1 and n.purpose = any($3::text[]) and n.at <= app_now()),
  shown as (select * from mine order by must desc, at desc, seq desc, id limit ${PAGE + 1} offset $4)
  select n.id, ${reference('n.id')} as reference, p.id as "pupilId", case when p.id is not null then ${nameIn('p')} end as name,
         n.purpose, n.kind, n.sections, n.lost, n.at, ${taken} as taken, n.must as "mustConfirm", n.confirmed_at as "confirmedAt",
         n.outcome, n.kept_reason as "keptReason", (select count(*)::int from mine where must) as total
    from shown n left join pupil p on p.id = n.pupil_id and p.erased_at is null
      and ${tied} and (n.purpose = 'intake' or ${ownStudent})
   order by n.must desc, n.at desc, n.seq desc, n.id`;

/** What changed in what a school may read, for that school, for the family, and for the privacy officers of both schools. */
@Injectable()
export class ShareNoticesReader {
  constructor(
    private readonly db: Db,
    private readonly relations: RelationsReader,
    private readonly sights: SightsService,
    private readonly audit: AuditService,
  ) {}

  /** For the intaker (intake) and the SLB'er (handover) of the receiving school; what has to be confirmed comes first. */
  async ofSchool(actor: Actor, page?: string): Promise<NoticePage> {
    const offset = offsetOf(page);
    const rows = await this.db.query<NoticeResponse & { total: number; [column: string]: unknown }>(noticesSql, [
      actor.schoolId,
      actor.id,
      handled(actor),
      offset,
    ]);
    const shown = rows.slice(0, PAGE);
    await this.audit.record({
      chain: 'school',
      chainId: actor.schoolId!,
      action: 'list.read',
      role: hasRole(actor, 'intaker') ? 'intaker' : 'slb',
      sections: ['consent'],
      pupilIds: [...new Set(shown.flatMap(({ pupilId }) => pupilId ?? []))],
    });
    return {
      items: shown.map(({ total: _, ...notice }) => notice),
      toConfirm: rows[0]?.total ?? 0,
      ...pagesAround(offset, PAGE, rows.length > PAGE),
    };
  }

  /** What schools took over of a pupil, and what they said when it was no longer shared: for the family. */
  async ofPupil(actor: Actor, pupilId: string): Promise<PupilExportResponse[]> {
    const relation = await this.relations.require(actor, pupilId);
    if (!speaksForFamily(relation)) throw notFound();
    await this.sights.seen(actor, relation, 'consent.seen');
    return this.db.query<PupilExportResponse & Record<string, unknown>>(
      `select e.id, s.name as school, coalesce((select ${nameIn('x')} from person x where x.id = e.exported_by), '') as by,
              e.purpose, e.basis, e.sections, e.exported_at as "exportedAt", e.fingerprint,
              coalesce((select json_agg(json_build_object('kind', n.kind, 'lost', n.lost, 'at', n.at, 'confirmedAt', n.confirmed_at,
                  'outcome', n.outcome, 'keptReason', n.kept_reason) order by n.at, n.seq)
                from share_notice n where n.pupil_id = e.pupil_id and n.to_school_id = e.to_school_id and n.purpose = e.purpose
                 and n.at >= e.exported_at and n.at <= app_now() and n.lost && e.sections), '[]') as notices
         from export_receipt e join school s on s.id = e.to_school_id where e.pupil_id = $1 order by e.exported_at desc, e.id`,
      [pupilId],
    );
  }

  /** What was not confirmed within fourteen days, of the officer's own pupils and of those that his school read. */
  async unconfirmed(actor: Actor): Promise<UnconfirmedResponse[]> {
    const rows = await this.db.query<UnconfirmedResponse & Record<string, unknown>>(
      `select ${reference('n.id')} as reference, pupil_number_for_audit(n.pupil_id) as "pupilNumber", h.name as "homeSchool",
              s.name as "receivingSchool", n.purpose, n.kind, n.lost, n.at,
              floor(extract(epoch from app_now() - n.at) / 86400)::int as days, ${taken} as taken
         from share_notice n join school h on h.id = n.school_id join school s on s.id = n.to_school_id
        where $1 in (n.school_id, n.to_school_id) and n.confirmed_at is null
          and n.at <= app_now() - make_interval(hours => ${CONFIRM_DAYS * 24}) and notice_asks(n.id)
        order by n.at, n.id limit 500`,
      [actor.schoolId],
    );
    await this.audit.record({
      chain: 'school',
      chainId: actor.schoolId!,
      action: 'audit.read',
      role: 'privacy-officer',
    });
    return rows;
  }
}
