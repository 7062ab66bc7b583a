import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { FamilyReader } from '../pupils/family.reader.js';
import { nameIn } from '../pupils/pupil-names.types.js';
import type { Officer, RightsOverview } from './rights.types.js';

/** What pupil and guardian can ask for, and who answers. */
@Injectable()
export class RightsReader {
  constructor(
    private readonly db: Db,
    private readonly family: FamilyReader,
  ) {}

  /** For the pupil, and a guardian with custody under 16; 404 for everyone else. */
  async overview(actor: Actor, pupilId: string): Promise<RightsOverview> {
    const { schoolId } = await this.family.require(actor, pupilId);
    const officers = await this.db.query<Officer & Record<string, unknown>>(
      `select ${nameIn('d')} as name, d.email, coalesce(d.phone, s.phone) as phone
         from role_assignment r join person d on d.id = r.person_id join school s on s.id = r.school_id
        where r.school_id = $1 and r.role = 'privacy-officer' and r.valid_from <= app_today()
          and (r.valid_until is null or r.valid_until >= app_today())
        order by d.family_name, d.id`,
      [schoolId],
    );
    return { officers: officers.map(({ name, email, phone }) => ({ name, email, phone })) };
  }
}
