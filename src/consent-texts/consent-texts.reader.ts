import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { textRenewed } from './consent-texts.errors.js';
import { directionOf, filledIn, keepsVersion, shown } from './consent-texts.rules.js';
import {
  BASE_LANGUAGE,
  type ConsentTextRow,
  type ShownText,
  type TextPurpose,
  type TextVersion,
} from './consent-texts.types.js';

type Row = ConsentTextRow & { newest: boolean; ahead: boolean };
const columns = `t.id, t.purpose, t.version, t.language, t.language_name as "languageName", t.title, t.body as paragraphs,
  to_json(t.valid_from) as "validFrom", t.samenwerkingsverband_id is not null as regional`;

/** $1 a school: what counts in its region, with the version per purpose that a new yes is given to now. */
const visibleSql = `with visible as (
    select t.*, min(t.valid_from) over (partition by t.purpose, t.version) as starts
      from consent_text t join school s on s.id = $1
     where t.samenwerkingsverband_id is null or t.samenwerkingsverband_id = s.samenwerkingsverband_id),
  current as (select distinct on (purpose) purpose, version from visible where starts <= app_now()
               order by purpose, starts desc, version desc),
  found as (select t.*, exists (select from current c where (c.purpose, c.version) = (t.purpose, t.version)) as newest
              from visible t)
  select ${columns}, t.newest, t.starts > app_now() as ahead from found t`;
const order = `order by t.purpose, t.starts desc, t.version desc, t.language <> '${BASE_LANGUAGE}', t.language`;

/** What people agree to. Nothing here is about a pupil, so nothing of it is on record. */
@Injectable()
export class ConsentTextsReader {
  constructor(private readonly db: Db) {}

  /** Of the region of a home school: the newest version of each purpose, and those that are named besides. */
  async versions(schoolId: string, also: readonly { purpose: string; version: string }[] = []): Promise<TextVersion[]> {
    const rows = await this.db.query<Row & Record<string, unknown>>(
      `${visibleSql} where t.valid_from <= app_now() and (t.newest or (t.purpose, t.version) in (select * from unnest($2::text[], $3::text[])))
       ${order}`,
      [schoolId, also.map(({ purpose }) => purpose), also.map(({ version }) => version)],
    );
    return grouped(rows);
  }

  /** Everything of the coordinator's region, also what has yet to begin. */
  async ofRegion(actor: Actor): Promise<TextVersion[]> {
    return grouped(await this.db.query<Row & Record<string, unknown>>(`${visibleSql} ${order}`, [actor.schoolId]));
  }

  /** One text, word for word, however old. */
  async one(id: string): Promise<ConsentTextRow> {
    const row = await this.db.one<Row & Record<string, unknown>>(
      `select ${columns} from consent_text t where t.id = $1`,
      [id],
    );
    if (!row) throw notFound();
    return row;
  }

  /** Texts that were shown, however old, each in the language in which it was shown. */
  async those(ids: readonly string[]): Promise<ConsentTextRow[]> {
    return this.db.query<Row & Record<string, unknown>>(
      `select ${columns} from consent_text t where t.id = any($1::uuid[]) order by t.language, t.id`,
      [ids],
    );
  }

  /**
   * The text that an answer is to: the one that was on the screen, or the Dutch one of a program that does not say. Whoever
   * answers to a text that has been renewed meanwhile reads first.
   */
  async agreedTo(
    schoolId: string,
    { purpose, version }: { purpose: string; version: string },
    textId: string | undefined,
  ): Promise<ConsentTextRow> {
    const texts = await this.textsOf(schoolId, purpose, version);
    const text = texts.find(({ id, language }) => (textId === undefined ? language === BASE_LANGUAGE : id === textId));
    if (!text) throw textRenewed();
    return text;
  }

  /** The same for a no, which never waits for anything: of a text that was renewed the one that stands under the share. */
  async refused(
    schoolId: string,
    { purpose, version }: { purpose: string; version: string },
    textId: string | undefined,
  ): Promise<ConsentTextRow> {
    const texts = await this.textsOf(schoolId, purpose, version);
    const text = texts.find(({ id }) => id === textId) ?? texts.find(({ language }) => language === BASE_LANGUAGE);
    if (!text) throw textRenewed();
    return text;
  }

  /** The Dutch text of a version, where nothing says what was read. */
  async inDutch(schoolId: string, purpose: string, version: string): Promise<ConsentTextRow[]> {
    return (await this.textsOf(schoolId, purpose, version)).filter(({ language }) => language === BASE_LANGUAGE);
  }

  /** The text of a share that stands, in a language; what was not kept is not there. */
  async shownFor(
    schoolId: string,
    share: { purpose: string; textVersion: string; toSchool: string },
    language: string | undefined,
  ): Promise<ShownText> {
    const versions = await this.versions(schoolId, [{ purpose: share.purpose, version: share.textVersion }]);
    const version = versions.find((one) => one.purpose === share.purpose && one.version === share.textVersion);
    const text = version && shown(version, [language], share.toSchool);
    if (!text) throw notFound();
    return text;
  }

  private async textsOf(schoolId: string, purpose: string, version: string): Promise<ConsentTextRow[]> {
    const versions = await this.versions(schoolId, [{ purpose, version }]);
    return versions.find((one) => one.purpose === purpose && one.version === version)?.texts ?? [];
  }

  /** The version that a share is answered under: that of somebody else's yes while it stands, else the newest. */
  async versionFor(
    schoolId: string,
    purpose: string,
    standing?: { textVersion: string; answers: readonly { self: boolean; agreed: boolean | null }[] },
  ): Promise<string> {
    if (standing && keepsVersion(standing.answers)) return standing.textVersion;
    const row = await this.db.one<{ version: string | null }>('select consent_text_newest($1, $2) as version', [
      purpose,
      schoolId,
    ]);
    if (!row?.version) throw textRenewed();
    return row.version;
  }
}

/** A share as far as its text goes: the one that stands, and whether the one who looks is about to answer. */
export interface TextWanted {
  purpose: TextPurpose;
  standing: { textVersion: string; answers: readonly { self: boolean; agreed: boolean | null }[] } | null;
  answering: boolean;
  school: string;
}

/** The text to read with a share: what it was given under, or what an answer now would be to. Null: of before they were kept. */
export function shownOf(
  versions: readonly TextVersion[],
  { purpose, standing, answering, school }: TextWanted,
  languages: readonly (string | undefined)[],
): ShownText | null {
  const kept = standing && (!answering || keepsVersion(standing.answers)) ? standing.textVersion : null;
  const found = versions.find((one) => one.purpose === purpose && (kept === null ? one.newest : one.version === kept));
  return found ? shown(found, languages, school) : null;
}

/** A text, word for word, with the name that the school had. */
export const wordsOf = (
  text: ConsentTextRow,
  school: string,
): Pick<ShownText, 'language' | 'languageName' | 'direction' | 'title' | 'paragraphs'> => ({
  language: text.language,
  languageName: text.languageName,
  direction: directionOf(text.language),
  ...filledIn(text, school),
});

function grouped(rows: readonly Row[]): TextVersion[] {
  const versions: TextVersion[] = [];
  for (const { newest, ahead, ...row } of rows) {
    const last = versions.at(-1);
    if (last?.purpose === row.purpose && last.version === row.version) last.texts.push(row);
    else versions.push({ purpose: row.purpose, version: row.version, newest, ahead, texts: [row] });
  }
  return versions;
}
