import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { invalid } from '../platform/errors/domain-error.js';
import type { NewTextRequest } from './consent-texts.dto.js';
import { translationExists } from './consent-texts.errors.js';
import { ConsentTextsReader } from './consent-texts.reader.js';
import { languageCode, paragraphsOf, regionalVersion } from './consent-texts.rules.js';
import { BASE_LANGUAGE, type ConsentTextRow, type TextVersion } from './consent-texts.types.js';

/** What a region adds. There is no changing and no taking away: what somebody said yes to can always be shown. */
@Injectable()
export class ConsentTextsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly reader: ConsentTextsReader,
  ) {}

  /** Another language for a version that is there, or a new version of the region's own. */
  async add(actor: Actor, request: NewTextRequest): Promise<ConsentTextRow> {
    const language = languageCode(request.language);
    if (!language) throw invalid([{ field: 'language', code: 'language-code' }]);
    const paragraphs = paragraphsOf(request.body);
    if (paragraphs.length === 0) throw invalid([{ field: 'body', code: 'write-a-sentence' }]);
    // Of two who add at once, the second finds what the first added.
    await this.db.query('select pg_advisory_xact_lock(hashtextextended($1, 7517))', [request.purpose]);
    const known = (await this.reader.ofRegion(actor)).filter(({ purpose }) => purpose === request.purpose);
    const version = request.version ? this.translated(known, request.version, language) : this.begun(known, request);
    if (!request.version && language !== BASE_LANGUAGE) throw invalid([{ field: 'language', code: 'begins-in-dutch' }]);
    const id = randomUUID();
    await this.db.change(
      `insert into consent_text (id, version, purpose, language, language_name, title, body, valid_from, samenwerkingsverband_id,
              added_by, added_at)
       select $1, $2, $3, $4, $5, $6, $7,
              greatest(app_now(), $8::date::timestamp at time zone 'Europe/Amsterdam',
                       (select min(t.valid_from) from consent_text t where t.purpose = $3 and t.version = $2
                          and (t.samenwerkingsverband_id is null or t.samenwerkingsverband_id = s.samenwerkingsverband_id))),
              s.samenwerkingsverband_id, $9, app_now() from school s where s.id = $10`,
      [
        id,
        version,
        request.purpose,
        language,
        request.languageName,
        request.title,
        paragraphs,
        request.version ? null : (request.validFrom ?? null),
        actor.id,
        actor.schoolId,
      ],
    );
    await this.audit.record({
      chain: 'school',
      chainId: actor.schoolId!,
      action: 'consent-text.added',
      role: 'coordinator',
      purpose: request.purpose,
      subjectIds: [id],
    });
    return this.reader.one(id);
  }

  private translated(known: readonly TextVersion[], version: string, language: string): string {
    const found = known.find((one) => one.version === version);
    if (!found) throw invalid([{ field: 'version', code: 'choose-a-version' }]);
    if (found.texts.some((text) => text.language === language)) throw translationExists();
    return version;
  }

  private begun(known: readonly TextVersion[], { validFrom }: NewTextRequest): string {
    const today = this.clock.today();
    const from = validFrom ?? today;
    if (from < today) throw invalid([{ field: 'validFrom', code: 'date-in-past' }]);
    if (from > `${Number(today.slice(0, 4)) + 2}-12-31`) throw invalid([{ field: 'validFrom', code: 'date-too-far' }]);
    return regionalVersion(
      from.slice(0, 7),
      known.map(({ version }) => version),
    );
  }
}
