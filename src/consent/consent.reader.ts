import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { dayIn } from '../platform/calendar.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { nameIn } from '../pupils/pupil-names.types.js';
import { RelationsReader } from '../pupils/relations.reader.js';
import { SightsService } from '../pupils/sights.service.js';
import type { ConsentAnswerResponse, ConsentResponse } from './consent.dto.js';
import { consentState, mayAnswer } from './consent.rules.js';
import type { AskReason, Purpose, Section } from './consent.types.js';

interface Row {
  id: string;
  pupilId: string;
  birthDate: string;
  toSchoolId: string;
  toSchool: string;
  sections: Section[];
  purpose: Purpose;
  endsOn: string;
  inForceOn: string | null;
  withdrawnOn: string | null;
  askedOn: string | null;
  askedReason: AskReason | null;
  laterUntil: string | null;
  textVersion: string;
  version: number;
  overtaken: boolean;
  parties: (ConsentAnswerResponse & { id: string; custody: boolean })[];
  [column: string]: unknown;
}

export interface FoundConsent {
  pupilId: string;
  birthDate: string;
  consent: ConsentResponse;
  /** Every needed yes is there. */
  complete: boolean;
  /** A newer request or share of the same kind took its place. */
  overtaken: boolean;
}

const paper = `case when a.recorded_by is not null then json_build_object('signedOn', a.signed_on, 'recordedBy', array(
                select ${nameIn('x')}
                  from unnest(array[a.recorded_by, a.second_id]) with ordinality as u(id, n) join person x on x.id = u.id
                 order by u.n)) end as paper`;
/** A consent with everyone whose answer counts or was given: one statement. */
const consentSql = `select c.id, c.pupil_id as "pupilId", p.birth_date::text as "birthDate", c.to_school_id as "toSchoolId",
    s.name as "toSchool", c.sections, c.purpose, ${dayIn('c.valid_until')} as "endsOn", ${dayIn('c.in_force_since')} as "inForceOn",
    ${dayIn('c.withdrawn_at')} as "withdrawnOn", ${dayIn('c.asked_at')} as "askedOn",
    c.asked_reason as "askedReason", case when c.later_until > app_now() then ${dayIn('c.later_until')} end as "laterUntil", c.text_version as "textVersion", c.version,
    exists (select from consent n where n.pupil_id = c.pupil_id and n.to_school_id = c.to_school_id and n.purpose = c.purpose
      and n.withdrawn_at is null and n.valid_until > app_now() and n.created_at > c.created_at) as overtaken,
    (select json_agg(x order by x.rank, x.name) from (
       select 0 as rank, 'pupil' as by, p.id, p.given_name as name, a.agreed, ${dayIn('a.at')} as "on", t.language, ${paper},
              false as custody
         from (select) one left join consent_answer a on a.consent_id = c.id and a.by_id = p.id left join consent_text t on t.id = a.text_id
       union all
       select 1, 'guardian', g.person_id, ${nameIn('gp')},
              case when n.at is null then a.agreed else false end, ${dayIn('coalesce(n.at, a.at)')}, t.language, ${paper}, coalesce(g.custody, false)
         from guardian g join person gp on gp.id = g.person_id left join consent_answer a on a.consent_id = c.id and a.by_id = g.person_id
         left join consent_text t on t.id = a.text_id
         -- A no that was said to an earlier share stands until that guardian says yes again.
         cross join lateral (select case when c.withdrawn_at is null then consent_no_before(c.id, g.person_id) end as at) n
        where g.pupil_id = c.pupil_id and (g.custody or a.id is not null)) x) as parties
  from consent c join pupil p on p.id = c.pupil_id join school s on s.id = c.to_school_id`;

@Injectable()
export class ConsentReader {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly relations: RelationsReader,
    private readonly sights: SightsService,
  ) {}

  /** All consents of a pupil, newest first: for the pupil, a guardian with custody, the mentor, decaan and LOB-coördinator. On record. */
  async ofPupil(actor: Actor, pupilId: string): Promise<ConsentResponse[]> {
    const relation = await this.relations.require(actor, pupilId);
    if (relation.kind === 'guardian' && !mayAnswer('guardian', relation.birthDate, this.clock.today())) return [];
    await this.sights.seen(actor, relation, 'consent.seen');
    const rows = await this.db.query<Row>(
      `${consentSql} where c.pupil_id = $1 order by c.created_at desc, c.withdrawn_at is not null, c.id`,
      [pupilId],
    );
    return rows.map((row) => this.toResponse(actor, row).consent);
  }

  /** One consent with its pupil, as far as the actor stands in a relation to the pupil. */
  async find(actor: Actor, id: string): Promise<FoundConsent | null> {
    const row = await this.db.one<Row>(`${consentSql} where c.id = $1`, [id]);
    if (!row) return null;
    const { pupilId, birthDate, overtaken } = row;
    return { pupilId, birthDate, overtaken, ...this.toResponse(actor, row) };
  }

  /** Whether the actor's school may ask this pupil now; what was said before is not told. */
  async mayAsk(actor: Actor, pupilId: string, purpose: string): Promise<boolean> {
    const row = await this.db.one<{ may: boolean }>('select consent_may_ask($1, $2, $3) as may', [
      pupilId,
      actor.schoolId,
      purpose,
    ]);
    return row?.may ?? false;
  }

  private toResponse(actor: Actor, row: Row): { consent: ConsentResponse; complete: boolean } {
    const today = this.clock.today();
    const reached = consentState(
      {
        birthDate: row.birthDate,
        withdrawn: row.withdrawnOn !== null,
        inForce: row.inForceOn !== null,
        asked: row.askedOn !== null,
        endsOn: row.endsOn,
        answers: row.parties.flatMap(({ by, agreed, on, custody }) =>
          agreed === null || on === null ? [] : [{ by, agreed, on, custody }],
        ),
      },
      today,
    );
    const complete = reached === 'in-force';
    // Custody may change after the answers, and then every yes is there while nobody was told: the pupil says it once more.
    const state = complete && row.inForceOn === null ? 'waiting-for-pupil' : reached;
    const consent: ConsentResponse = {
      id: row.id,
      toSchoolId: row.toSchoolId,
      toSchool: row.toSchool,
      sections: row.sections,
      purpose: row.purpose,
      state,
      endsOn: row.endsOn,
      inForceOn: row.inForceOn,
      withdrawnOn: row.withdrawnOn,
      askedOn: row.askedOn,
      askedReason: row.askedReason,
      laterUntil: row.laterUntil,
      textVersion: row.textVersion,
      version: row.version,
      answers: row.parties.map(({ by, name, agreed, on, language, paper, id }) => ({
        by,
        name,
        agreed,
        on,
        language,
        paper: paper && { signedOn: paper.signedOn, recordedBy: paper.recordedBy },
        self: id === actor.id,
      })),
      mayAnswer:
        (actor.kind === 'pupil' || actor.kind === 'guardian') &&
        mayAnswer(actor.kind, row.birthDate, today) &&
        state !== 'withdrawn' &&
        state !== 'expired',
    };
    return { consent, complete };
  }
}
