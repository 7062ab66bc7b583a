import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound, staleVersion } from '../platform/errors/domain-error.js';
import { readCreboList } from './crebo-list.rules.js';
import type { CreboFault, CreboList } from './crebo-list.types.js';
import {
  chosenFaults,
  chosenLines,
  compareWith,
  countByDomein,
  digestOf,
  type DomeinCount,
  unknownChoices,
} from './import-lines.rules.js';
import type { Choice, ExistingOpleiding, ImportLine } from './import-lines.types.js';
import {
  chosenRowsFaulty,
  fileMissing,
  fileUnreadable,
  locationUnknown,
  notInList,
  nothingChosen,
} from './opleidingen.errors.js';
import type { UploadedList } from './list-upload.types.js';
import { OpleidingenReader } from './opleidingen.reader.js';
import { roleOf } from './opleidingen.service.js';
import type { OwnLocation } from './opleidingen.types.js';

/** A list beside what the school has now. */
export interface ImportPreview {
  id: string;
  fileName: string;
  location: OwnLocation;
  /** Names what is shown; applying asks for it, so that nothing is applied that was not seen. */
  seen: string;
  domeinen: DomeinCount[];
  lines: ImportLine[];
  faults: CreboFault[];
}
export interface ImportResult {
  added: number;
  changed: number;
  unchanged: number;
}

/** Brings programmes of a crebo list into the offer of a school at one location: look first, then all or nothing. */
@Injectable()
export class OpleidingImportsService {
  constructor(
    private readonly db: Db,
    private readonly reader: OpleidingenReader,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Reads a list and keeps it; nothing in the offer changes. */
  async read(actor: Actor, locationId: string, file?: UploadedList): Promise<ImportPreview> {
    const location = await this.ownLocation(actor, locationId);
    if (!file) throw fileMissing();
    const read = readCreboList(file.buffer);
    if (!read.ok) throw fileUnreadable(read.fault);
    const id = randomUUID();
    const name = baseName(file.originalname);
    await this.db.change(
      `insert into opleiding_import (id, school_id, location_id, file_name, list, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, actor.schoolId, locationId, name, JSON.stringify(read.list), actor.id, this.clock.now()],
    );
    return this.compare({ id, fileName: name, location }, read.list);
  }

  /** What a list that was read would change now. */
  async preview(actor: Actor, id: string): Promise<ImportPreview> {
    const row = await this.db.one<{ fileName: string; locationId: string; list: CreboList }>(
      `select file_name as "fileName", location_id as "locationId", list from opleiding_import
        where id = $1 and school_id = $2`,
      [id, actor.schoolId],
    );
    if (!row) throw notFound();
    const location = await this.ownLocation(actor, row.locationId);
    return this.compare({ id, fileName: row.fileName, location }, row.list);
  }

  /** Applies what was chosen, all of it or nothing. Choosing the same again changes nothing. */
  async apply(actor: Actor, id: string, seen: string, choice: Choice): Promise<ImportResult> {
    const { lines, faults, location, seen: now } = await this.preview(actor, id);
    if (seen !== now) throw staleVersion();
    const unknown = unknownChoices(lines, faults, choice);
    if (unknown.length > 0) throw notInList(unknown);
    const faulty = chosenFaults(faults, choice);
    if (faulty.length > 0) throw chosenRowsFaulty(faulty);
    const chosen = chosenLines(lines, choice);
    if (chosen.length === 0) throw nothingChosen();

    const added = await this.insert(actor, location.id, chosen);
    const changed = await this.update(actor, chosen);
    if (added.length + changed.length > 0) {
      await this.audit.record({
        chain: 'school',
        chainId: actor.schoolId!,
        action: 'opleiding.changed',
        role: roleOf(actor),
        subjectIds: [...added, ...changed],
      });
    }
    const unchanged = chosen.length - added.length - changed.length;
    return { added: added.length, changed: changed.length, unchanged };
  }

  /** One of the same that someone else adds meanwhile is a conflict, and then nothing of this is kept. */
  private async insert(actor: Actor, locationId: string, chosen: ImportLine[]): Promise<string[]> {
    const fresh = chosen.filter((line) => line.state === 'new').map((line) => ({ ...line, id: randomUUID() }));
    if (fresh.length === 0) return [];
    await this.db.change(
      `insert into opleiding (id, school_id, location_id, crebo, name, niveau, leerweg)
       select n.id, $1, $2, n.crebo, n.name, n.niveau, n.leerweg
         from jsonb_to_recordset($3) as n(id uuid, crebo text, name text, niveau int, leerweg text)`,
      [actor.schoolId, locationId, JSON.stringify(fresh)],
    );
    return fresh.map(({ id }) => id);
  }

  private async update(actor: Actor, chosen: ImportLine[]): Promise<string[]> {
    const other = chosen.flatMap(({ state, current, name, niveau }) =>
      state === 'changed' && current ? [{ id: current.id, version: current.version, name, niveau }] : [],
    );
    if (other.length === 0) return [];
    const changed = await this.db.change(
      `update opleiding o set name = n.name, niveau = n.niveau, version = o.version + 1
         from jsonb_to_recordset($2) as n(id uuid, version int, name text, niveau int)
        where o.id = n.id and o.version = n.version and o.school_id = $1`,
      [actor.schoolId, JSON.stringify(other)],
    );
    if (changed !== other.length) throw staleVersion();
    return other.map(({ id }) => id);
  }

  private async compare(
    about: Pick<ImportPreview, 'id' | 'fileName' | 'location'>,
    { offers, faults }: CreboList,
  ): Promise<ImportPreview> {
    const existing = await this.db.query<ExistingOpleiding & Record<string, unknown>>(
      'select id, crebo, name, niveau, leerweg, offered, version from opleiding where location_id = $1',
      [about.location.id],
    );
    const lines = compareWith(existing, offers);
    return { ...about, seen: digestOf(lines), domeinen: countByDomein(lines, faults), lines, faults };
  }

  private async ownLocation(actor: Actor, locationId: string): Promise<OwnLocation> {
    const location = (await this.reader.ownLocations(actor)).find(({ id }) => id === locationId);
    if (!location) throw locationUnknown();
    return location;
  }
}

/** A name to recognise the file by: no folders, nothing invisible. */
const baseName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/\p{C}/gu, '').trim().slice(0, 100) || 'lijst.csv';
