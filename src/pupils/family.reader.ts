import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { type Relation, speaksForFamily } from './pupils.types.js';
import { RelationsReader } from './relations.reader.js';
import { SightsService } from './sights.service.js';

/** Whose rights these are: the pupil's, used under 16 also by a guardian with custody (AVG art. 12, UAVG art. 5). */
@Injectable()
export class FamilyReader {
  constructor(
    private readonly relations: RelationsReader,
    private readonly sights: SightsService,
  ) {}

  /** The relation of whoever may use the pupil's rights, or 404 and a row of it. */
  async require(actor: Actor, pupilId: string): Promise<Relation> {
    const relation = await this.relations.require(actor, pupilId);
    if (!speaksForFamily(relation)) throw this.sights.refusal(actor, pupilId);
    return relation;
  }
}
