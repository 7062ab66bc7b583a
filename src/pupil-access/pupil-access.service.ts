import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { type Section, sections } from '../consent/consent.types.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { type DomainError, notFound } from '../platform/errors/domain-error.js';
import { decide } from './pupil-access.rules.js';
import type { Action, Permission, PupilFacts } from './pupil-access.types.js';

let make: <S extends Section>(section: S, facts: PupilFacts, permission: Permission) => Grant<S>;

/** The key to one section of one pupil. Readers take it instead of an id; only this file can make one. */
export class Grant<S extends Section = Section> {
  static {
    make = (section, facts, permission) => new Grant(section, facts.pupilId, facts.schoolId, permission);
  }
  private constructor(
    readonly section: S,
    readonly pupilId: string,
    /** Home school of the pupil. */
    readonly schoolId: string,
    readonly permission: Permission,
  ) {}
}

export type Grants = { [S in Section]?: Grant<S> };

/** The one question: may this actor see or change this section of this pupil, and why? */
@Injectable()
export class PupilAccess {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** A Grant or 404; a refusal is recorded. A read is recorded here, a write by the use case that knows what changed. */
  async require<S extends Section>(actor: Actor, pupilId: string, section: S, action: Action): Promise<Grant<S>> {
    const facts = await this.facts(pupilId);
    const permission = facts && decide(actor, facts, section, action, this.clock.today());
    if (!facts || !permission) throw this.refusal(actor, pupilId, facts, [section]);
    const grant = make(section, facts, permission);
    if (action === 'read') await this.recordSight({ [section]: grant });
    return grant;
  }

  /**
   * Every section that the actor may read now, in one question; 404 when there is none. The sight is on record.
   * @param wanted asks for fewer sections than there are
   */
  async sight(actor: Actor, pupilId: string, wanted: readonly Section[] = sections): Promise<Grants> {
    const facts = await this.facts(pupilId);
    const grants = facts ? this.grants(actor, facts, wanted, this.clock.today()) : {};
    if (Object.keys(grants).length === 0) throw this.refusal(actor, pupilId, facts, wanted);
    await this.recordSight(grants);
    return grants;
  }

  /**
   * The same for several pupils in one question: those of whom the actor reads the profile as a whole, in the given order.
   * Others are left out, and nothing of them is on record, for nothing of them is shown.
   */
  async sightOfEach(
    actor: Actor,
    pupilIds: readonly string[],
    wanted: readonly Section[] = sections,
  ): Promise<Grants[]> {
    const rows = await this.db.query<{ facts: PupilFacts | null }>(
      'select pupil_facts(id) as facts from unnest($1::uuid[]) with ordinality as asked(id, n) order by n',
      [pupilIds],
    );
    const today = this.clock.today();
    const seen = rows.flatMap(({ facts }) => {
      if (!facts || decide(actor, facts, 'profile', 'read', today)?.extent !== 'whole') return [];
      return [this.grants(actor, facts, wanted, today)];
    });
    await this.recordSight(...seen);
    return seen;
  }

  /** Whether something may be done, to show or hide a button; nothing is shown, so nothing is recorded. */
  async may(actor: Actor, pupilId: string, section: Section, action: Action): Promise<boolean> {
    const facts = await this.facts(pupilId);
    return facts !== null && decide(actor, facts, section, action, this.clock.today()) !== null;
  }

  private grants(actor: Actor, facts: PupilFacts, wanted: readonly Section[], today: string): Grants {
    const grants: Grants = {};
    for (const section of wanted) {
      const permission = decide(actor, facts, section, 'read', today);
      if (permission) Object.assign(grants, { [section]: make(section, facts, permission) });
    }
    return grants;
  }

  private async facts(pupilId: string): Promise<PupilFacts | null> {
    const row = await this.db.one<{ facts: PupilFacts | null }>('select pupil_facts($1) as facts', [pupilId]);
    return row?.facts ?? null;
  }

  /** One row per pupil and ground on which something was shown. */
  private async recordSight(...seen: Grants[]): Promise<void> {
    const byBasis = new Map<string, Grant[]>();
    for (const grant of seen.flatMap((grants) => Object.values(grants))) {
      const key = `${grant.pupilId} ${grant.permission.role} ${grant.permission.basis} ${grant.permission.shareId}`;
      byBasis.set(key, [...(byBasis.get(key) ?? []), grant]);
    }
    await this.audit.record(
      ...[...byBasis.values()].map((same) => ({
        chain: 'pupil' as const,
        chainId: same[0]!.pupilId,
        action: 'section.read' as const,
        role: same[0]!.permission.role,
        sections: same.map((grant) => grant.section),
        basis: same[0]!.permission.basis,
        purpose: same[0]!.permission.purpose,
        shareId: same[0]!.permission.shareId,
        subjectIds: [same[0]!.permission.shareId ?? same[0]!.permission.emergencyId ?? []].flat(),
      })),
    );
  }

  private refusal(actor: Actor, pupilId: string, facts: PupilFacts | null, asked: readonly Section[]): DomainError {
    const error = notFound();
    error.afterRollback = () =>
      this.audit.record({
        chain: facts ? 'pupil' : 'school',
        chainId: facts ? pupilId : (actor.schoolId ?? actor.id),
        action: 'access.refused',
        outcome: 'refused',
        role: actor.roles[0],
        sections: asked,
        reason: facts ? 'not-allowed' : 'not-there',
      });
    return error;
  }
}
