import { Injectable } from '@nestjs/common';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { ageOn } from '../platform/calendar.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import type { Relation } from './pupils.types.js';

interface Row {
  schoolId: string;
  birthDate: string;
  mentor: boolean;
  custody: boolean | null;
  [column: string]: unknown;
}

@Injectable()
export class RelationsReader {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The actor's relation to this pupil, or 404. */
  async require(actor: Actor, pupilId: string): Promise<Relation> {
    const row = await this.db.one<Row>(
      `select p.school_id as "schoolId", p.birth_date::text as "birthDate",
              exists (select from mentor_assignment m where m.pupil_id = p.id and m.person_id = $2
                      and app_today() between m.valid_from and m.valid_until) as mentor,
              (select g.custody from guardian g where g.pupil_id = p.id and g.person_id = $2) as custody
         from pupil p where p.id = $1`,
      [pupilId, actor.id],
    );
    const kind = row && kindOf(actor, pupilId, row);
    if (!row || !kind) throw notFound();
    return {
      kind,
      pupilId,
      schoolId: row.schoolId,
      birthDate: row.birthDate,
      age: ageOn(row.birthDate, this.clock.today()),
    };
  }
}

function kindOf(actor: Actor, pupilId: string, row: Row): Relation['kind'] | null {
  if (actor.kind === 'pupil') return actor.id === pupilId ? 'self' : null;
  if (actor.kind === 'guardian') return row.custody === true ? 'guardian' : null;
  if (actor.schoolId !== row.schoolId) return null;
  if (row.mentor) return 'mentor';
  return hasRole(actor, 'decaan', 'lob-coordinator') ? 'school' : null;
}
