import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { OrganisationsReader } from '../organisations/organisations.reader.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { invalid, notFound } from '../platform/errors/domain-error.js';
import { pageToken, readPageToken } from '../platform/page-token.js';
import type { Leerweg, OfferedOpleiding, OpleidingChoice, OwnLocation } from './opleidingen.types.js';

export interface OpleidingFilter {
  /** Words, or parts of them, of the name and the crebo code. */
  text?: string;
  niveau?: number;
  leerweg?: Leerweg;
  schoolId?: string;
  locationId?: string;
  /** Also what is no longer offered. */
  withdrawn?: boolean;
  pageToken?: string;
  pageSize?: number;
}
export interface OpleidingenPage {
  items: OfferedOpleiding[];
  nextPageToken: string | null;
}

const opleidingColumns = `o.id, o.school_id as "schoolId", s.name as "schoolName", o.location_id as "locationId",
  l.name as "locationName", l.place, o.crebo, o.name, o.niveau, o.leerweg, o.offered, o.version`;
const opleidingTables = `opleiding o join school s on s.id = o.school_id join location l on l.id = o.location_id`;

/** Nobody types the dots of "coördinator", and a capital says nothing about the order. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const folded = `lower(translate(o.name, 'áàâäãéèêëíìîïóòôöõúùûüçñÁÀÂÄÉÈÊËÍÌÎÏÓÒÔÖÚÙÛÜÇÑ', 'aaaaaeeeeiiiiooooouuuucnaaaaeeeeiiiioooouuuucn'))`;
const containing = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** Programmes are public knowledge: everyone who is signed in may read them. */
@Injectable()
export class OpleidingenReader {
  constructor(
    private readonly db: Db,
    private readonly organisations: OrganisationsReader,
    private readonly audit: AuditService,
  ) {}

  /** A page of programmes by name. */
  async list({ pageSize = 50, ...filter }: OpleidingFilter = {}): Promise<OpleidingenPage> {
    const start = filter.pageToken === undefined ? undefined : readPageToken(filter.pageToken);
    if (start === null) throw invalid([{ field: 'pageToken', code: 'invalid' }]);
    const words = fold(filter.text ?? '')
      .split(/\s+/)
      .filter((word) => word !== '');
    const rows = await this.db.query<OfferedOpleiding & { sortName: string }>(
      `select ${opleidingColumns}, ${folded} as "sortName" from ${opleidingTables}
        where ($1::uuid is null or o.school_id = $1) and ($2::uuid is null or o.location_id = $2)
          and ($3::int is null or o.niveau = $3) and ($4::text is null or o.leerweg = $4) and (o.offered or $5::boolean)
          and ${folded} || ' ' || o.crebo like all ($6::text[])
          and ($7::text is null or (${folded}, o.id) > ($7, $8::uuid))
        order by ${folded}, o.id limit $9`,
      [
        filter.schoolId ?? null,
        filter.locationId ?? null,
        filter.niveau ?? null,
        filter.leerweg ?? null,
        filter.withdrawn ?? false,
        words.map(containing),
        start?.name ?? null,
        start?.id ?? null,
        pageSize + 1,
      ],
    );
    const items = rows.slice(0, pageSize);
    const last = items.at(-1);
    return {
      items,
      nextPageToken: rows.length > pageSize && last ? pageToken({ name: last.sortName, id: last.id }) : null,
    };
  }

  async one(id: string): Promise<OfferedOpleiding> {
    const row = await this.db.one<OfferedOpleiding & Record<string, unknown>>(
      `select ${opleidingColumns} from ${opleidingTables} where o.id = $1`,
      [id],
    );
    if (!row) throw notFound();
    return row;
  }

  /** One of the actor's own school; what another school offers is not there to work on. */
  async own(actor: Actor, id: string): Promise<OfferedOpleiding> {
    const opleiding = await this.one(id);
    if (opleiding.schoolId !== actor.schoolId) throw notFound();
    return opleiding;
  }

  /** What can be chosen now, by school and name: for a select list. */
  forChoice(schoolId?: string): Promise<OpleidingChoice[]> {
    return this.db.query<OpleidingChoice & Record<string, unknown>>(
      `select o.id, o.school_id as "schoolId", s.name as "schoolName", l.name as "locationName",
              o.crebo, o.name, o.niveau, o.leerweg
         from ${opleidingTables}
        where o.offered and ($1::uuid is null or o.school_id = $1)
        order by s.name, s.id, ${folded}, o.niveau, o.leerweg, l.name, o.id`,
      [schoolId ?? null],
    );
  }

  /** Whether the actor works on an offer, to show or hide a button. */
  async mayEdit(actor: Actor): Promise<boolean> {
    if (!actor.schoolId || !hasRole(actor, 'school-administrator', 'intaker')) return false;
    return (await this.organisations.school(actor.schoolId))?.kind === 'mbo';
  }

  /** Where the actor's school can offer programmes. A school that is no mbo has no offer: there is nothing to work on. */
  async ownLocations(actor: Actor): Promise<OwnLocation[]> {
    const school = actor.schoolId ? await this.organisations.school(actor.schoolId) : undefined;
    if (school?.kind === 'mbo') return this.organisations.locations(school.id);
    const error = notFound();
    error.afterRollback = () => this.audit.routeRefused(actor);
    throw error;
  }
}
