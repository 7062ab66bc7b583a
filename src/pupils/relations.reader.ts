import { Injectable } from '@nestjs/common';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { ageOn } from '../platform/calendar.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { nameIn } from './pupil-names.types.js';
import { type Relation, stillThere } from './pupils.types.js';
import { SightsService } from './sights.service.js';

interface Row {
  schoolId: string;
  birthDate: string;
  /** Neither left nor erased. */
  there: boolean;
  mentor: boolean;
  custody: boolean | null;
  [column: string]: unknown;
}

/** A child as its guardian knows it. Without custody there is nothing to know: no name, no age. */
export interface Child {
  id: string;
  name: string | null;
  givenName: string | null;
  age: number | null;
  /** null: the school has not said yet; that counts as no. */
  custody: boolean | null;
}
/** A child of a guardian with custody. */
export type GuardedChild = Child & { name: string; givenName: string; age: number; custody: true };

@Injectable()
export class RelationsReader {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sights: SightsService,
  ) {}

  /** The actor's relation to this pupil, or 404 and a row of it. */
  async require(actor: Actor, pupilId: string): Promise<Relation> {
    const row = await this.db.one<Row>(
      `select p.school_id as "schoolId", p.birth_date::text as "birthDate", ${stillThere} as there,
              exists (select from mentor_assignment m where m.pupil_id = p.id and m.person_id = $2
                      and app_today() between m.valid_from and m.valid_until) as mentor,
              (select g.custody from guardian g where g.pupil_id = p.id and g.person_id = $2) as custody
         from pupil p where p.id = $1 and p.erased_at is null`,
      [pupilId, actor.id],
    );
    const kind = row && kindOf(actor, pupilId, row);
    if (!row || !kind) throw this.sights.refusal(actor, pupilId);
    return {
      kind,
      pupilId,
      schoolId: row.schoolId,
      birthDate: row.birthDate,
      age: ageOn(row.birthDate, this.clock.today()),
    };
  }

  /** The children of whom the actor is a guardian, the oldest first. */
  async childrenOf(actor: Actor): Promise<Child[]> {
    const rows = await this.db.query<Omit<Child, 'age'> & { birthDate: string | null } & Record<string, unknown>>(
      `select g.pupil_id as id, g.custody, p.given_name as "givenName", p.birth_date::text as "birthDate",
              case when p.id is not null then ${nameIn('p')} end as name
         from guardian g left join pupil p on p.id = g.pupil_id and g.custody and p.erased_at is null
        where g.person_id = $1 order by p.birth_date, p.given_name, g.id`,
      [actor.id],
    );
    const today = this.clock.today();
    return rows.map(({ id, custody, name, givenName, birthDate }) => ({
      id,
      name,
      givenName,
      age: birthDate === null ? null : ageOn(birthDate, today),
      custody,
    }));
  }

  /** One child of a guardian with custody, or 404. */
  async child(actor: Actor, pupilId: string): Promise<GuardedChild> {
    const child = (await this.childrenOf(actor)).find(({ id }) => id === pupilId);
    if (!child || !isGuarded(child)) throw this.sights.refusal(actor, pupilId);
    return child;
  }
}

export const isGuarded = (child: Child): child is GuardedChild => child.custody === true && child.name !== null;

function kindOf(actor: Actor, pupilId: string, row: Row): Relation['kind'] | null {
  if (actor.kind === 'pupil') return actor.id === pupilId ? 'self' : null;
  if (actor.kind === 'guardian') return row.custody === true ? 'guardian' : null;
  if (actor.schoolId !== row.schoolId || !row.there) return null;
  if (row.mentor && hasRole(actor, 'mentor')) return 'mentor';
  return hasRole(actor, 'decaan', 'lob-coordinator') ? 'school' : null;
}
