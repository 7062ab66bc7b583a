import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { notFound, staleVersion } from '../platform/errors/domain-error.js';
import { locationUnknown, opleidingExists } from './opleidingen.errors.js';
import { OpleidingenReader } from './opleidingen.reader.js';
import type { OfferedOpleiding, OpleidingFacts } from './opleidingen.types.js';

/** What an mbo school does with its own offer. Who may call this is on the routes; the school is always the actor's. */
@Injectable()
export class OpleidingenService {
  constructor(
    private readonly db: Db,
    private readonly reader: OpleidingenReader,
    private readonly audit: AuditService,
  ) {}

  /** Adds one programme at one of the school's locations. */
  async add(actor: Actor, input: OpleidingFacts & { locationId: string }): Promise<OfferedOpleiding> {
    const locations = await this.reader.ownLocations(actor);
    if (!locations.some(({ id }) => id === input.locationId)) throw locationUnknown();
    const id = randomUUID();
    const added = await this.db.change(
      `insert into opleiding (id, school_id, location_id, crebo, name, niveau, leerweg)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [id, actor.schoolId, input.locationId, input.crebo, input.name, input.niveau, input.leerweg],
    );
    if (added === 0) throw opleidingExists();
    await this.record(actor, id);
    return this.reader.one(id);
  }

  /**
   * Corrects name and niveau. Crebo, leerweg and location stay what they are: they say what pupils applied to. A
   * programme where those are wrong is withdrawn, and the right one added.
   */
  async correct(
    actor: Actor,
    id: string,
    version: number,
    { name, niveau }: Pick<OpleidingFacts, 'name' | 'niveau'>,
  ): Promise<OfferedOpleiding> {
    const changed = await this.db.change(
      `update opleiding set name = $4, niveau = $5, version = version + 1
        where id = $1 and school_id = $2 and version = $3`,
      [id, actor.schoolId, version, name, niveau],
    );
    return this.changed(actor, id, changed);
  }

  /** Takes a programme out of the offer. The row stays: pupils applied for it. */
  withdraw(actor: Actor, id: string, version: number): Promise<OfferedOpleiding> {
    return this.setOffered(actor, id, version, false);
  }

  /** Puts a withdrawn programme back. */
  offerAgain(actor: Actor, id: string, version: number): Promise<OfferedOpleiding> {
    return this.setOffered(actor, id, version, true);
  }

  private async setOffered(actor: Actor, id: string, version: number, offered: boolean): Promise<OfferedOpleiding> {
    const changed = await this.db.change(
      'update opleiding set offered = $4, version = version + 1 where id = $1 and school_id = $2 and version = $3',
      [id, actor.schoolId, version, offered],
    );
    return this.changed(actor, id, changed);
  }

  private async changed(actor: Actor, id: string, rows: number): Promise<OfferedOpleiding> {
    const now = await this.reader.one(id);
    if (now.schoolId !== actor.schoolId) {
      const error = notFound();
      error.afterRollback = () => this.audit.routeRefused(actor);
      throw error;
    }
    if (rows === 0) throw staleVersion();
    await this.record(actor, id);
    return now;
  }

  private async record(actor: Actor, id: string): Promise<void> {
    await this.audit.record({
      chain: 'school',
      chainId: actor.schoolId!,
      action: 'opleiding.changed',
      role: roleOf(actor),
      subjectIds: [id],
    });
  }
}

/** The role in which someone works on the offer. */
export const roleOf = (actor: Actor): 'school-administrator' | 'intaker' =>
  actor.roles.includes('school-administrator') ? 'school-administrator' : 'intaker';
