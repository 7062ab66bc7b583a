import type { MigrationInterface, QueryRunner } from 'typeorm';
import { erasureFunctions, erasureFunctionNames } from './erasure-sql.js';

const terms: [part: string, position: number, anchor: string, term: string, basis: string, source: string][] = [
  [
    'lob',
    1,
    'left',
    '2 years',
    'Een leerlingdossier wordt hooguit twee jaar na het verlaten van de school bewaard.',
    'Kennisnet, Aanpak IBP: bewaartermijnen (april 2024)',
  ],
  [
    'reflections',
    2,
    'left',
    '2 years',
    'Een leerlingdossier wordt hooguit twee jaar na het verlaten van de school bewaard.',
    'Kennisnet, Aanpak IBP: bewaartermijnen (april 2024)',
  ],
  [
    'applications',
    3,
    'left',
    '2 years',
    'Aanmeldingen horen bij het leerlingdossier: hooguit twee jaar na het verlaten van de school.',
    'Kennisnet, Aanpak IBP: bewaartermijnen (april 2024)',
  ],
  [
    'contact',
    4,
    'left',
    '2 years',
    'Ouders, mentoren, e-mail en account horen bij het leerlingdossier: hooguit twee jaar na het verlaten van de school.',
    'Kennisnet, Aanpak IBP: bewaartermijnen (april 2024)',
  ],
  [
    'roster',
    5,
    'left',
    '5 years',
    'Gegevens over in- en uitschrijving worden vijf jaar na het verlaten van de school bewaard.',
    'Kennisnet, Aanpak IBP: bewaartermijnen (april 2024)',
  ],
  [
    'traces',
    6,
    'erased',
    '5 years',
    'Wie wat zag en waarvoor toestemming was, zonder naam: zo lang als het nodig kan zijn om verantwoording af te leggen.',
    'Eigen keuze, naar NEN 7513 (logging ten minste vijf jaar)',
  ],
  [
    'uploads',
    7,
    'made',
    '1 day',
    'Een ingelezen leerlingenlijst is na het verwerken niet meer nodig.',
    'Eigen keuze; elders werd een bronbestand na hooguit een jaar vernietigd',
  ],
  [
    'repeats',
    8,
    'made',
    '7 days',
    'Antwoorden die bewaard worden om een dubbel verstuurd formulier één keer te doen, zijn daarna niet meer nodig.',
    'Eigen keuze',
  ],
];

/** What goes with each part, in an order in which nothing points to what is gone. `$1`: the pupils. */
const steps: [part: string, does: string][] = [
  ['reflections', 'delete from public.reflection where pupil_id = any($1)'],
  ['lob', 'delete from public.reflection where pupil_id = any($1)'],
  ['lob', `delete from public.rectification where pupil_id = any($1) and section = 'lob'`],
  ['lob', 'delete from public.activity where pupil_id = any($1)'],
  ['applications', 'delete from public.slb_assignment where pupil_id = any($1)'],
  ['applications', 'delete from public.placement where pupil_id = any($1)'],
  ['applications', 'delete from public.application where pupil_id = any($1)'],
  [
    'contact',
    `update public.emergency_access set reason = '', review_note = case when review_note is not null then '' end,
            version = version + 1 where pupil_id = any($1)`,
  ],
  ['contact', `update public.statutory_answer set view = '' where pupil_id = any($1)`],
  ['contact', 'select public.erase_contact($1)'],
  ['roster', 'select public.erase_roster($1)'],
];

/**
 * Keeping no longer than is needed: terms per part as data, a report that a person confirms, a hold that stops everything,
 * and erasure that a pupil or guardian asked for. The application deletes nothing itself: it confirms, and one function
 * does what is due, as the owner.
 */
export class Erasure1796001400001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const [{ owner }] = (await q.query('select quote_ident(current_user) as owner')) as [{ owner: string }];
    await q.query(`
      create table retention_term (
        part text not null,
        position integer not null,
        anchor text not null,
        term interval not null,
        basis text not null,
        source text not null,
        constraint retention_term_pkey primary key (part)
      );
      create table erasure_step (
        position integer generated always as identity,
        part text not null,
        does text not null,
        constraint erasure_step_pkey primary key (position)
      );
      create table retention_report (
        id uuid not null,
        school_id uuid not null,
        made_at timestamptz not null,
        made_by uuid,
        confirmed_at timestamptz,
        confirmed_by uuid,
        done_at timestamptz,
        version integer not null default '1',
        constraint retention_report_pkey primary key (id)
      );
      create unique index retention_report_school_id_idx on retention_report (school_id) where confirmed_at is null;
      create table retention_item (
        report_id uuid not null,
        pupil_id uuid not null,
        school_id uuid not null,
        part text not null,
        anchor text not null,
        since date not null,
        due_on date not null,
        basis text not null,
        outcome text,
        done_at timestamptz,
        constraint retention_item_pkey primary key (report_id, pupil_id, part)
      );
      create index retention_item_pupil_id_idx on retention_item (pupil_id);
      create table legal_hold (
        id uuid not null,
        pupil_id uuid not null,
        school_id uuid not null,
        reason text not null,
        set_by uuid not null,
        set_at timestamptz not null,
        lifted_by uuid,
        lifted_at timestamptz,
        lifted_reason text,
        constraint legal_hold_pkey primary key (id)
      );
      create unique index legal_hold_pupil_id_idx on legal_hold (pupil_id) where lifted_at is null;
      create table erasure_request (
        id uuid not null,
        pupil_id uuid not null,
        school_id uuid not null,
        words text not null,
        asked_by uuid not null,
        asked_as text not null,
        asked_at timestamptz not null,
        due_on date not null,
        outcome text,
        parts text[] not null default '{}',
        answer text not null default '',
        decided_by uuid,
        decided_at timestamptz,
        withdrawn_at timestamptz,
        version integer not null default '1',
        constraint erasure_request_pkey primary key (id)
      );
      create index erasure_request_school_id_idx on erasure_request (school_id);
      create unique index erasure_request_pupil_id_idx on erasure_request (pupil_id) where decided_at is null and withdrawn_at is null;
      alter table retention_report add constraint retention_report_school_id_fkey foreign key (school_id) references school(id);
      alter table retention_item add constraint retention_item_report_id_fkey foreign key (report_id) references retention_report(id);
      alter table retention_item add constraint retention_item_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id,school_id);
      alter table legal_hold add constraint legal_hold_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id,school_id);
      alter table erasure_request add constraint erasure_request_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id,school_id);
    `);
    for (const term of terms)
      await q.query(
        'insert into retention_term (part, position, anchor, term, basis, source) values ($1, $2, $3, $4, $5, $6)',
        term,
      );
    for (const step of steps) await q.query('insert into erasure_step (part, does) values ($1, $2)', step);
    await q.query(erasureFunctions);
    await q.query(policies(owner));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      delete from job_task where name = 'retention.erase';
      drop table erasure_request; drop table legal_hold; drop table retention_item; drop table retention_report;
      drop table erasure_step; drop table retention_term;
      drop function ${erasureFunctionNames.join(', ')};
      revoke execute on function audit_append(bytea, uuid, jsonb) from dsd_jobs`);
  }
}

const OWN_SCHOOL = 'school_id = (select app_school())';
/** Who keeps what is kept: the administrator, and the privacy officer. */
const KEEPS = `${OWN_SCHOOL} and (select app_has('school-administrator', 'privacy-officer'))`;
const FAMILY = `(pupil_id = (select app_self()) or app_guards(pupil_id, false, null))`;

const policies = (owner: string): string => `
  ${['retention_report', 'retention_item', 'legal_hold', 'erasure_request']
    .map(
      (table) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_owner on ${table} to ${owner} using (true) with check (true);`,
    )
    .join('')}
  grant select on retention_term to dsd_app;

  create policy retention_report_select on retention_report for select to dsd_app using (${KEEPS});
  create policy retention_report_update on retention_report for update to dsd_app using (${KEEPS} and confirmed_at is null)
    with check (${KEEPS} and confirmed_by = (select app_actor()) and confirmed_at = (select app_now()));
  grant select, update (confirmed_at, confirmed_by) on retention_report to dsd_app;
  create policy retention_item_select on retention_item for select to dsd_app using (${KEEPS});
  grant select on retention_item to dsd_app;

  create policy legal_hold_select on legal_hold for select to dsd_app using ((${KEEPS}) or ${FAMILY});
  create policy legal_hold_insert on legal_hold for insert to dsd_app with check (${OWN_SCHOOL}
    and (select app_has('privacy-officer')) and set_by = (select app_actor()) and set_at = (select app_now()) and lifted_at is null);
  create policy legal_hold_update on legal_hold for update to dsd_app using (${OWN_SCHOOL}
    and (select app_has('privacy-officer')) and lifted_at is null)
    with check (${OWN_SCHOOL} and lifted_by = (select app_actor()) and lifted_at = (select app_now()));
  grant select, insert, update (lifted_by, lifted_at, lifted_reason) on legal_hold to dsd_app;

  create policy erasure_request_select on erasure_request for select to dsd_app using (${FAMILY} or (${KEEPS}));
  create policy erasure_request_insert on erasure_request for insert to dsd_app with check (${FAMILY}
    and asked_by = (select app_actor()) and asked_as = (select app_kind()) and asked_at = (select app_now())
    and due_on = ((select app_today()) + interval '1 month')::date and outcome is null and parts = '{}' and answer = ''
    and decided_by is null and decided_at is null and withdrawn_at is null and version = 1);
  create policy erasure_request_update on erasure_request for update to dsd_app using (
    decided_at is null and withdrawn_at is null and (${FAMILY} or (${KEEPS})))
    with check ((${FAMILY} and decided_at is null and decided_by is null and outcome is null and parts = '{}' and answer = ''
        and withdrawn_at = (select app_now()))
      or (${KEEPS} and withdrawn_at is null and decided_by = (select app_actor()) and decided_at = (select app_now())
        and outcome in ('everything', 'part', 'refused')));
  grant select, insert, update (outcome, parts, answer, decided_by, decided_at, withdrawn_at, version)
    on erasure_request to dsd_app;

  insert into job_task (name) values ('retention.erase');
  revoke execute on function ${erasureFunctionNames.join(', ')} from public;
  grant execute on function make_retention_report(uuid), erase_requested(uuid), erasure_counts(uuid), kept_number(uuid),
    pupil_with_number(text) to dsd_app;
  grant execute on function make_retention_reports(), make_retention_report(uuid), retention_preview(), retention_erase(uuid, int),
    retention_sweep(), retention_tidy(), audit_append(bytea, uuid, jsonb) to dsd_jobs;
`;
