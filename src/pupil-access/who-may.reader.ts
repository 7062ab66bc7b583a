import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import type { WhoMayResponse } from './who-may.dto.js';
import { type Around, whoMay } from './who-may.rules.js';

/** "Wie mag wat": what everyone around a pupil may read now, by the rules that decide when they ask themselves. */
@Injectable()
export class WhoMayReader {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** For the pupil, and a guardian with custody under 16; 404 for everyone else. Nothing of the dossier is in it. */
  async of(actor: Actor, pupilId: string): Promise<WhoMayResponse> {
    if (actor.kind === 'staff') throw notFound();
    const around = await this.db.query<Around & Record<string, unknown>>(
      `select kind, person_id as "personId", name, school_id as "schoolId", school_name as "schoolName", roles, facts,
              last_days as "lastDays" from people_around($1) order by kind, name, person_id, school_id`,
      [pupilId],
    );
    if (around.length === 0) throw notFound();
    return whoMay(around, this.clock.now());
  }
}
