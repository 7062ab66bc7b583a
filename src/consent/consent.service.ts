import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { AuditAction } from '../audit/audit.types.js';
import { ConsentTextsReader } from '../consent-texts/consent-texts.reader.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { RelationsReader } from '../pupils/relations.reader.js';
import type { Relation } from '../pupils/pupils.types.js';
import type { AnswerRequest, AskRequest, ConsentRequest, ConsentResponse } from './consent.dto.js';
import {
  consentChanged,
  consentEnded,
  consentExists,
  noApplication,
  noSections,
  otherReason,
  pupilDecidesAlone,
} from './consent.errors.js';
import { ConsentReader } from './consent.reader.js';
import { mayAnswer, shareEnd } from './consent.rules.js';
import { type AskReason, askReasons, LATER_DAYS, oneByOneSql, type Purpose, type Section } from './consent.types.js';

const live = ['asked', 'waiting-for-pupil', 'waiting-for-guardian', 'blocked', 'in-force'];

/** Saying yes and no, asking, and taking back. What is in force is decided by a `where` on the time, never by a job. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly relations: RelationsReader,
    private readonly reader: ConsentReader,
    private readonly texts: ConsentTextsReader,
    private readonly audit: AuditService,
  ) {}

  /**
   * The pupil shares sections, for one purpose, with a school where he applied or is placed. What he shared there for that
   * purpose before is replaced; a guardian's yes is kept when the new share is not wider than the old one.
   */
  async give(actor: Actor, pupilId: string, request: ConsentRequest): Promise<ConsentResponse> {
    const relation = await this.relations.require(actor, pupilId);
    if (relation.kind !== 'self') throw notFound();
    await this.db.query(oneByOneSql, [pupilId]);
    const { toSchoolId, purpose } = request;
    const tie = await this.tie(pupilId, toSchoolId);
    if (!tie) throw noApplication();
    const version = await this.texts.versionFor(relation.schoolId, purpose);
    const text = await this.texts.agreedTo(relation.schoolId, { purpose, version }, request.textId);
    const earlier = (await this.reader.ofPupil(actor, pupilId)).filter(
      (consent) => consent.toSchoolId === toSchoolId && consent.purpose === purpose && live.includes(consent.state),
    );
    if (request.instead && !earlier.some((consent) => consent.id === request.instead)) throw consentChanged();
    for (const consent of earlier) await this.end(actor, relation, consent.id); // at most one or two
    const id = randomUUID();
    const share = { ...relation, toSchoolId, purpose, version };
    await this.insert(id, share, request.sections, tie.plannedStart, null);
    await this.put(actor, id, pupilId, relation.schoolId, true, text.id);
    const base = earlier.find((consent) => consent.state === 'in-force');
    if (base && request.sections.every((section) => base.sections.includes(section)))
      await this.db.query('select consent_keep_answers($1, $2)', [base.id, id]);
    return this.settle(actor, id, 'consent.answered', 'own');
  }

  /** An intaker of a school where the pupil applied or is placed asks; the pupil answers when it suits. */
  async ask(actor: Actor, request: AskRequest): Promise<{ id: string }> {
    const { pupilId, purpose, reason } = request;
    await this.db.query(oneByOneSql, [pupilId]);
    const tie = hasRole(actor, 'intaker') ? await this.tie(pupilId, actor.schoolId!) : undefined;
    if (!tie) throw notFound();
    if (!(askReasons[purpose] as readonly string[]).includes(reason)) throw otherReason();
    // Neither while something stands nor soon after a no; which of the two it is, is not told.
    if (!(await this.reader.mayAsk(actor, pupilId, purpose))) throw consentExists();
    const id = randomUUID();
    const version = await this.texts.versionFor(tie.schoolId, purpose);
    const share = { pupilId, schoolId: tie.schoolId, toSchoolId: actor.schoolId!, purpose, version };
    await this.insert(id, share, request.sections, tie.plannedStart, { by: actor.id, reason });
    await this.recorded(pupilId, 'consent.asked', id, request.sections, purpose, 'application', 'intaker');
    return { id };
  }

  /** The yes or no of the pupil, or of a guardian with custody while the pupil is under 16. */
  async answer(actor: Actor, id: string, request: AnswerRequest): Promise<ConsentResponse> {
    const { relation, consent } = await this.forAnswering(actor, id);
    const own = relation.kind === 'self';
    const chosen = (own && request.agreed && request.sections) || consent.sections;
    if (chosen.length === 0 || !chosen.every((section) => consent.sections.includes(section))) throw noSections();
    const text = await this.textOf(relation, consent, request);
    if (own && request.agreed) await this.db.change('update consent set sections = $2 where id = $1', [id, chosen]);
    if (text.version !== consent.textVersion)
      await this.db.change('update consent set text_version = $2 where id = $1', [id, text.version]);
    await this.put(actor, id, relation.pupilId, relation.schoolId, request.agreed, text.id);
    if (!request.agreed) await this.db.change('update consent set in_force_since = null where id = $1', [id]);
    return this.settle(actor, id, 'consent.answered', own ? 'own' : 'custody');
  }

  /** The pupil decides another day: until then the request is not on top. */
  async later(actor: Actor, id: string): Promise<ConsentResponse> {
    const { relation, consent } = await this.forAnswering(actor, id);
    if (relation.kind !== 'self' || consent.askedOn === null) throw notFound();
    if (consent.answers.some(({ self, agreed }) => self && agreed !== null)) throw consentEnded();
    await this.db.change(
      `update consent set later_until = app_now() + make_interval(days => $2), version = version + 1 where id = $1`,
      [id, LATER_DAYS],
    );
    await this.recorded(relation.pupilId, 'consent.put-off', id, consent.sections, consent.purpose, 'own', 'pupil');
    return (await this.reader.find(actor, id))!.consent;
  }

  /** In one tap, from the next request on. */
  async withdraw(actor: Actor, id: string): Promise<ConsentResponse> {
    const { relation } = await this.forAnswering(actor, id);
    await this.end(actor, relation, id);
    return (await this.reader.find(actor, id))!.consent;
  }

  private async forAnswering(actor: Actor, id: string): Promise<{ relation: Relation; consent: ConsentResponse }> {
    const before = await this.reader.find(actor, id);
    if (!before) throw notFound();
    await this.db.query(oneByOneSql, [before.pupilId]);
    const found = await this.reader.find(actor, id); // as it stands when it is our turn
    if (!found) throw notFound();
    const relation = await this.relations.require(actor, found.pupilId);
    if (relation.kind !== 'self' && relation.kind !== 'guardian') throw notFound();
    const by = relation.kind === 'self' ? 'pupil' : 'guardian';
    if (!mayAnswer(by, relation.birthDate, this.clock.today())) throw pupilDecidesAlone();
    if (['withdrawn', 'expired'].includes(found.consent.state) || found.overtaken) throw consentEnded();
    return { relation, consent: found.consent };
  }

  /** What this answer is to: a yes to the words that count now, a no to those of the share. */
  private async textOf(
    { schoolId }: Relation,
    consent: ConsentResponse,
    { agreed, textId }: AnswerRequest,
  ): Promise<{ id: string; version: string }> {
    const { purpose, textVersion } = consent;
    if (!agreed) return this.texts.refused(schoolId, { purpose, version: textVersion }, textId);
    const version = await this.texts.versionFor(schoolId, purpose, consent);
    return this.texts.agreedTo(schoolId, { purpose, version }, textId);
  }

  /** Comes into force when the last needed yes is there. */
  private async settle(actor: Actor, id: string, action: AuditAction, basis: string): Promise<ConsentResponse> {
    const { pupilId, consent, complete } = (await this.reader.find(actor, id))!;
    if (complete && consent.inForceOn === null)
      await this.db.change('update consent set in_force_since = app_now(), version = version + 1 where id = $1', [id]);
    else await this.db.change('update consent set version = version + 1 where id = $1', [id]);
    const { sections, purpose } = consent;
    await this.recorded(pupilId, action, id, sections, purpose, basis, actor.kind === 'pupil' ? 'pupil' : 'guardian');
    return (await this.reader.find(actor, id))!.consent;
  }

  /** A live application or placement there, with the last start that is planned. */
  private tie(pupilId: string, toSchoolId: string): Promise<{ schoolId: string; plannedStart: string } | undefined> {
    return this.db.one<{ schoolId: string; plannedStart: string }>(
      `select t.school_id as "schoolId", max(t.start)::text as "plannedStart" from (
         select a.school_id, a.planned_start as start from application a
          where a.pupil_id = $1 and a.to_school_id = $2 and a.withdrawn_at is null
         union all select l.school_id, l.starts_on from placement l
          where l.pupil_id = $1 and l.to_school_id = $2 and (l.ended_on is null or l.ended_on >= app_today())) t
        group by t.school_id`,
      [pupilId, toSchoolId],
    );
  }

  private async insert(
    id: string,
    share: { pupilId: string; schoolId: string; toSchoolId: string; purpose: Purpose; version: string },
    sections: Section[],
    plannedStart: string,
    asked: { by: string; reason: AskReason } | null,
  ): Promise<void> {
    const { pupilId, schoolId, toSchoolId, purpose, version } = share;
    await this.db.change(
      `insert into consent (id, pupil_id, school_id, to_school_id, to_school_named, sections, purpose, text_version, created_at,
              valid_until, asked_by, asked_at, asked_reason)
       select $1, $2, $3, s.id, s.name, $5, $6, $7, app_now(), $8::date::timestamp at time zone 'Europe/Amsterdam',
              $9::uuid, case when $9::uuid is not null then app_now() end, $10 from school s where s.id = $4`,
      [
        id,
        pupilId,
        schoolId,
        toSchoolId,
        sections,
        purpose,
        version,
        shareEnd(purpose, plannedStart),
        asked?.by ?? null,
        asked?.reason ?? null,
      ],
    );
  }

  private async put(
    actor: Actor,
    id: string,
    pupilId: string,
    schoolId: string,
    agreed: boolean,
    textId: string,
  ): Promise<void> {
    await this.db.change(
      `insert into consent_answer (id, consent_id, pupil_id, school_id, by_role, by_id, agreed, at, text_id)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, app_now(), $7)
       on conflict (consent_id, by_id) do update set agreed = excluded.agreed, at = excluded.at, text_id = excluded.text_id,
         recorded_by = null, second_id = null, signed_on = null`,
      [id, pupilId, schoolId, actor.kind, actor.id, agreed, textId],
    );
  }

  private async end(actor: Actor, relation: Relation, id: string): Promise<void> {
    const ended = await this.db.one<{ sections: Section[]; purpose: Purpose }>(
      `update consent set withdrawn_at = app_now(), withdrawn_by = $2, version = version + 1
        where id = $1 and withdrawn_at is null returning sections, purpose`,
      [id, actor.id],
    );
    if (!ended) return; // twice is once
    const own = relation.kind === 'self';
    await this.recorded(
      relation.pupilId,
      'consent.withdrawn',
      id,
      ended.sections,
      ended.purpose,
      own ? 'own' : 'custody',
      own ? 'pupil' : 'guardian',
    );
  }

  private async recorded(
    pupilId: string,
    action: AuditAction,
    id: string,
    sections: Section[],
    purpose: Purpose,
    basis: string,
    role: 'pupil' | 'guardian' | 'intaker',
  ): Promise<void> {
    await this.audit.record({
      chain: 'pupil',
      chainId: pupilId,
      action,
      role,
      sections,
      basis,
      purpose,
      ...(role === 'guardian' ? { onBehalfOf: pupilId } : {}),
      shareId: id,
      subjectIds: [id],
    });
  }
}
