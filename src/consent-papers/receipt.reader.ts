import { Injectable } from '@nestjs/common';
import { ConsentTextsReader, wordsOf } from '../consent-texts/consent-texts.reader.js';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { nameIn } from '../pupils/pupil-names.types.js';
import { RelationsReader } from '../pupils/relations.reader.js';
import { SightsService } from '../pupils/sights.service.js';
import { DECIDES_ALONE_AT } from '../pupils/pupils.types.js';
import type { ReceiptAnswer, ReceiptFacts, ReceiptResponse, ReceiptText } from './receipt.dto.js';
import { fingerprintOf, type Plain } from '../platform/fingerprint.rules.js';

interface Row {
  facts: Omit<ReceiptFacts, 'form' | 'basis' | 'answers' | 'texts'>;
  pupilId: string;
  schoolId: string;
  textVersion: string;
  answers: (ReceiptAnswer & { byId: string; textId: string | null })[];
  [column: string]: unknown;
}

const utc = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
/** Who answered or withdrew: the pupil, or a guardian by name as far as the one who asks may know it. */
const who = (id: string): string =>
  `coalesce((select ${nameIn('x')} from person x where x.id = ${id}), case when ${id} = p.id then ${nameIn('p')} end, '')`;

const said = 'by_id, by_role, agreed, at, text_id, recorded_by, second_id, signed_on';
const receiptSql = `select c.pupil_id as "pupilId", c.school_id as "schoolId", c.text_version as "textVersion",
    json_build_object('id', c.id, 'pupil', ${nameIn('p')}, 'homeSchool', h.name, 'receivingSchool', c.to_school_named,
      'sections', c.sections, 'purpose', c.purpose, 'madeAt', ${utc('c.created_at')}, 'askedAt', ${utc('c.asked_at')},
      'inForceSince', ${utc('c.in_force_since')}, 'endsAt', ${utc('c.valid_until')},
      'withdrawal', case when c.withdrawn_at is not null then json_build_object(
        'by', case when c.withdrawn_by = p.id then 'pupil' else 'guardian' end, 'name', ${who('c.withdrawn_by')},
        'at', ${utc('c.withdrawn_at')}) end) as facts,
    coalesce((select json_agg(json_build_object('byId', a.by_id, 'by', a.by_role, 'name', ${who('a.by_id')}, 'agreed', a.agreed,
        'at', ${utc('a.at')}, 'replacedAt', ${utc('a.replaced_at')}, 'textId', a.text_id, 'textVersion', t.version,
        'textLanguage', t.language, 'how', case when a.recorded_by is null then 'self' else 'paper' end,
        'recordedBy', array(select ${nameIn('x')} from unnest(array[a.recorded_by, a.second_id]) with ordinality as u(id, n)
          join person x on x.id = u.id order by u.n), 'signedOn', a.signed_on) order by a.at, a.by_role desc, a.by_id)
      from (select ${said}, null::timestamptz as replaced_at from consent_answer where consent_id = c.id
            union all select ${said}, replaced_at from consent_answer_past where consent_id = c.id) a
      left join consent_text t on t.id = a.text_id), '[]') as answers
  from consent c join pupil p on p.id = c.pupil_id join school h on h.id = c.school_id where c.id = $1`;

/** What a share came to, to keep: on a page, on paper and as JSON, with the same fingerprint. */
@Injectable()
export class ReceiptReader {
  constructor(
    private readonly db: Db,
    private readonly relations: RelationsReader,
    private readonly texts: ConsentTextsReader,
    private readonly sights: SightsService,
  ) {}

  /** For the pupil, and for each guardian with custody who answered, while the guardian has a say; others get 404. On record. */
  async of(actor: Actor, consentId: string): Promise<ReceiptResponse> {
    const row = await this.db.one<Row>(receiptSql, [consentId]);
    if (!row) throw notFound();
    const relation = await this.relations.require(actor, row.pupilId);
    const { kind, age } = relation;
    const answered = row.answers.some(({ byId }) => byId === actor.id);
    const guardian = kind === 'guardian' && answered && age < DECIDES_ALONE_AT;
    if (kind !== 'self' && !guardian) throw notFound();
    await this.sights.seen(actor, relation, 'consent.seen', [consentId]);
    const receipt: ReceiptFacts = {
      form: 'doorstroomdossier-receipt-1',
      ...row.facts,
      basis: 'consent',
      answers: row.answers.map(toAnswer),
      texts: await this.textsOf(row),
    };
    return { receipt, fingerprint: fingerprintOf(receipt as unknown as Plain) };
  }

  /** In each language in which somebody answered; in Dutch when that was not kept or nobody did yet. */
  private async textsOf({ answers, facts, schoolId, textVersion }: Row): Promise<ReceiptText[]> {
    const ids = [...new Set(answers.flatMap(({ textId }) => textId ?? []))];
    const kept = await this.texts.those(ids);
    const found = kept.length > 0 ? kept : await this.texts.inDutch(schoolId, facts.purpose, textVersion);
    return found.map((text) => ({ version: text.version, ...wordsOf(text, facts.receivingSchool) }));
  }
}

const toAnswer = (row: Row['answers'][number]): ReceiptAnswer => ({
  by: row.by,
  name: row.name,
  agreed: row.agreed,
  at: row.at,
  how: row.how,
  recordedBy: row.recordedBy,
  signedOn: row.signedOn,
  textVersion: row.textVersion,
  textLanguage: row.textLanguage,
  replacedAt: row.replacedAt,
});
