import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor, Role } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { nameIn } from '../pupils/pupil-names.types.js';
import { type PaperFacts, recordsAs } from './paper.rules.js';
import type { PaperDesk, PaperShare } from './paper.types.js';

type Facts = PaperFacts & { name: string | null; [column: string]: unknown };

/** What can be answered on paper, for who may write it down: mentor, decaan and administrator of the home school. */
@Injectable()
export class PaperReader {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Whether to show the way there; nothing is shown, so nothing is recorded. */
  async may(actor: Actor, pupilId: string): Promise<boolean> {
    const facts = await this.facts(pupilId);
    return facts !== undefined && recordsAs(actor, facts, this.clock.today()) !== null;
  }

  /** Everything to record an answer with, or 404. That somebody saw it is on record. */
  async desk(actor: Actor, pupilId: string): Promise<PaperDesk> {
    const { role, ...desk } = await this.find(actor, pupilId);
    await this.audit.record({ chain: 'pupil', chainId: pupilId, action: 'consent.seen', role });
    return desk;
  }

  /** The same for the use case, which records what it did; with the role in which the actor may. */
  async find(actor: Actor, pupilId: string): Promise<PaperDesk & { role: Role }> {
    const facts = await this.facts(pupilId);
    const role = facts ? recordsAs(actor, facts, this.clock.today()) : null;
    if (!facts || !role) throw notFound();
    const shares = await this.db.query<PaperShare & Record<string, unknown>>(
      `select id, to_school as "toSchool", sections, purpose, text_version as "textVersion", made_on::text as "madeOn", guardians
         from consents_for_paper($1)`,
      [pupilId],
    );
    const staff = await this.db.query<{ id: string; name: string }>(
      `select p.id, ${nameIn('p')} as name from person p
        where p.id <> $2 and exists (select from role_assignment r where r.person_id = p.id and r.school_id = $1
          and r.valid_from <= app_today() and (r.valid_until is null or r.valid_until >= app_today()))
        order by lower(p.family_name), lower(p.given_name), p.id`,
      [actor.schoolId, actor.id],
    );
    return { role, pupil: { id: pupilId, name: facts.name ?? '', schoolId: facts.schoolId }, shares, staff };
  }

  /** Of who left or was erased nothing is seen in the table, so that the facts say it. */
  private facts(pupilId: string): Promise<Facts | undefined> {
    return this.db.one<Facts>(
      `select f.facts->>'schoolId' as "schoolId", f.facts->>'birthDate' as "birthDate", (f.facts->>'mentor')::boolean as mentor,
              f.facts->>'leftOn' as "leftOn", (f.facts->>'erased')::boolean as erased,
              concat_ws(' ', p.given_name, nullif(p.infix, ''), p.family_name) as name
         from (select pupil_facts($1) as facts) f left join pupil p on p.id = $1 where f.facts is not null`,
      [pupilId],
    );
  }
}
