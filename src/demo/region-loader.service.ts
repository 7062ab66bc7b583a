import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { DemoAccount } from '../accounts/demo-accounts.types.js';
import { withPrivacy } from './privacy-rows.rules.js';
import { RegionRows } from './region-rows.rules.js';
import type { Region } from './region.types.js';

/** In the order in which they may refer to each other. */
const order = [
  'samenwerkingsverband',
  'school',
  'location',
  'account',
  'person',
  'role_assignment',
  'pupil_group',
  'pupil',
  'enrolment',
  'mentor_assignment',
  'teaching_assignment',
  'guardian',
  'opleiding',
  'application',
  'consent_text',
  'consent',
  'consent_answer',
  'activity',
  'reflection',
  'rectification',
  'erasure_request',
  'legal_hold',
] as const;

/** Puts the invented region into an empty database, as its owner, in one transaction and one statement per table. */
export async function loadRegion(owner: pg.Client, region: Region, passwordHash: string): Promise<void> {
  const rows = withPrivacy(region, new RegionRows(region, passwordHash, randomUUID).all(), randomUUID);
  await owner.query('begin');
  try {
    for (const table of order)
      await owner.query(
        `insert into ${table} (${columnsOf(rows[table] ?? [])}) select ${columnsOf(rows[table] ?? [])}
           from jsonb_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(rows[table] ?? [])],
      );
    // The family read the Dutch text, which stands in every database.
    await owner.query(
      `update consent_answer a set text_id = t.id from consent c join consent_text t on t.purpose = c.purpose
          and t.version = c.text_version and t.language = 'nl' where c.id = a.consent_id and a.text_id is null`,
    );
    // What the daily job would have found.
    await owner.query(
      `with due as (select * from retention_due(null, null)),
            made as (insert into retention_report (id, school_id, made_at)
              select gen_random_uuid(), d.school_id, app_now() from (select distinct school_id from due) d returning id, school_id)
       insert into retention_item (report_id, pupil_id, school_id, part, anchor, since, due_on, basis)
       select m.id, d.pupil_id, d.school_id, d.part, d.anchor, d.since, d.due_on, d.basis from due d join made m using (school_id)`,
    );
    await owner.query('commit');
    await owner.query('analyze');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
const columnsOf = (rows: Record<string, unknown>[]): string => Object.keys(rows[0] ?? { id: 0 }).join(', ');

/** What stands in the database: nothing yet, this region, or something that is not ours to touch. */
export async function whatIsThere(
  owner: pg.Client,
  region: Region,
): Promise<'nothing' | 'the region' | 'something else'> {
  const { rows } = await owner.query<{ name: string }>('select name from samenwerkingsverband');
  if (rows.length === 0) return 'nothing';
  return rows[0]!.name === region.samenwerkingsverband.name ? 'the region' : 'something else';
}

/** The table of logins: one per role, as the region names them; with the secret of the second step where there is one. */
export function demoLogins(region: Region, password: string, factors: ReadonlyMap<string, string>): DemoAccount[] {
  const school = new Map(region.schools.map(({ key, name }) => [key, name]));
  return region.logins.map(({ username, role, school: key }) => ({
    role,
    school: (key && school.get(key)) ?? region.samenwerkingsverband.name,
    username,
    password,
    ...(factors.has(username) ? { totpSecret: factors.get(username) } : {}),
  }));
}
