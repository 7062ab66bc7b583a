import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  'audit_event',
  'audit_head',
  'consent',
  'consent_answer',
  'activity',
  'reflection',
  'opleiding_import',
  'opleiding',
  'samenwerkingsverband',
  'school',
  'location',
  'account',
  'person',
  'role_assignment',
  'session',
  'sign_in_throttle',
  'activation_code',
  'application',
  'idempotency',
  'pupil',
  'pupil_group',
  'enrolment',
  'mentor_assignment',
  'teaching_assignment',
  'guardian',
  'roster_import',
];

export class CreateTables1795000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
    create table audit_event (
      chain_id uuid not null,
      seq bigint not null,
      chain text not null,
      at timestamptz not null,
      request_id uuid not null,
      actor_id uuid,
      actor_role text not null,
      actor_school_id uuid,
      action text not null,
      outcome text not null,
      sections text[] not null,
      basis text,
      purpose text,
      pupil_ids uuid[] not null,
      subject_ids uuid[] not null,
      school_id uuid,
      prev_hash bytea not null,
      hash bytea not null,
      constraint audit_event_pkey primary key (chain_id, seq)
    );
    create index audit_event_school_id_at_idx on audit_event (school_id, at);
    create table audit_head (
      chain_id uuid not null,
      seq bigint not null,
      mac bytea not null,
      constraint audit_head_pkey primary key (chain_id)
    );
    create table consent (
      id uuid not null,
      pupil_id uuid not null,
      school_id uuid not null,
      to_school_id uuid not null,
      sections text[] not null,
      purpose text not null,
      text_version text not null,
      created_at timestamptz not null,
      valid_until timestamptz not null,
      asked_by uuid,
      asked_at timestamptz,
      in_force_since timestamptz,
      withdrawn_at timestamptz,
      withdrawn_by uuid,
      version integer not null default '1',
      constraint consent_id_pupil_id_key unique (id, pupil_id),
      constraint consent_pkey primary key (id)
    );
    create index consent_to_school_id_idx on consent (to_school_id);
    create index consent_pupil_id_to_school_id_idx on consent (pupil_id, to_school_id);
    create table consent_answer (
      id uuid not null,
      consent_id uuid not null,
      pupil_id uuid not null,
      school_id uuid not null,
      by_role text not null,
      by_id uuid not null,
      agreed boolean not null,
      at timestamptz not null,
      constraint consent_answer_consent_id_by_id_key unique (consent_id, by_id),
      constraint consent_answer_pkey primary key (id)
    );
    create index consent_answer_pupil_id_idx on consent_answer (pupil_id);
    create table activity (
      id uuid not null,
      log_id uuid not null,
      pupil_id uuid not null,
      school_id uuid not null,
      group_id uuid,
      type text not null,
      title text not null,
      place text not null default '',
      starts_on date not null,
      ends_on date,
      beroep text not null default '',
      opleiding_id uuid,
      goal text not null default '',
      competences text[] not null default '{}',
      remark text not null default '',
      result text not null default '',
      evaluation text not null default '',
      follow_up text not null default '',
      logged_by uuid not null,
      logged_at timestamptz not null,
      removed_at timestamptz,
      removed_reason text,
      version integer not null default '1',
      constraint activity_id_pupil_id_key unique (id, pupil_id),
      constraint activity_pkey primary key (id)
    );
    create index activity_log_id_idx on activity (log_id);
    create index activity_pupil_id_starts_on_idx on activity (pupil_id, starts_on);
    create table reflection (
      id uuid not null,
      activity_id uuid not null,
      pupil_id uuid not null,
      school_id uuid not null,
      text text not null,
      opened_to_school_at timestamptz,
      opened_to_guardian_at timestamptz,
      opened_to_mbo_at timestamptz,
      written_at timestamptz not null,
      version integer not null default '1',
      constraint reflection_activity_id_key unique (activity_id),
      constraint reflection_pkey primary key (id)
    );
    create index reflection_pupil_id_idx on reflection (pupil_id);
    create table opleiding (
      id uuid not null,
      school_id uuid not null,
      location_id uuid not null,
      crebo text not null,
      name text not null,
      niveau integer not null,
      leerweg text not null,
      offered boolean not null default true,
      version integer not null default '1',
      constraint opleiding_school_id_location_id_crebo_leerweg_key unique (school_id, location_id, crebo, leerweg),
      constraint opleiding_id_school_id_key unique (id, school_id),
      constraint opleiding_pkey primary key (id)
    );
    create index opleiding_school_id_name_idx on opleiding (school_id, name);
    create table opleiding_import (
      id uuid not null,
      school_id uuid not null,
      location_id uuid not null,
      file_name text not null,
      list jsonb not null,
      created_by uuid not null,
      created_at timestamptz not null,
      constraint opleiding_import_pkey primary key (id)
    );
    create table samenwerkingsverband (
      id uuid not null,
      name text not null,
      constraint samenwerkingsverband_pkey primary key (id)
    );
    create table school (
      id uuid not null,
      samenwerkingsverband_id uuid not null,
      name text not null,
      kind text not null,
      brin text not null,
      phone text,
      constraint school_brin_key unique (brin),
      constraint school_pkey primary key (id)
    );
    create table location (
      id uuid not null,
      school_id uuid not null,
      name text not null,
      place text not null,
      constraint location_pkey primary key (id)
    );
    create table account (
      id uuid not null,
      login text not null,
      password_hash text,
      created_at timestamptz not null,
      activated_at timestamptz,
      disabled_at timestamptz,
      constraint account_login_key unique (login),
      constraint account_pkey primary key (id)
    );
    create table person (
      id uuid not null,
      account_id uuid,
      given_name text not null default '',
      infix text not null default '',
      family_name text not null,
      email text,
      phone text,
      constraint person_account_id_key unique (account_id),
      constraint person_pkey primary key (id)
    );
    create index person_email_idx on person (email);
    create table role_assignment (
      id uuid not null,
      person_id uuid not null,
      school_id uuid not null,
      role text not null,
      valid_from date not null,
      valid_until date,
      constraint role_assignment_pkey primary key (id)
    );
    create index role_assignment_school_id_idx on role_assignment (school_id);
    create index role_assignment_person_id_idx on role_assignment (person_id);
    create table session (
      id uuid not null,
      token_hash bytea not null,
      account_id uuid not null,
      school_id uuid,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      ended_at timestamptz,
      constraint session_token_hash_key unique (token_hash),
      constraint session_pkey primary key (id)
    );
    create index session_account_id_idx on session (account_id);
    create table sign_in_throttle (
      key bytea not null,
      failures integer not null,
      last_failure_at timestamptz not null,
      constraint sign_in_throttle_pkey primary key (key)
    );
    create table activation_code (
      id uuid not null,
      account_id uuid not null,
      code_hash bytea not null,
      issued_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      constraint activation_code_code_hash_key unique (code_hash),
      constraint activation_code_pkey primary key (id)
    );
    create index activation_code_account_id_idx on activation_code (account_id);
    create table application (
      id uuid not null,
      pupil_id uuid not null,
      school_id uuid not null,
      to_school_id uuid not null,
      opleiding_id uuid not null,
      applied_on date not null,
      planned_start date not null,
      recorded_by uuid not null,
      withdrawn_at timestamptz,
      constraint application_pkey primary key (id)
    );
    create unique index application_pupil_id_opleiding_id_idx on application (pupil_id, opleiding_id) where withdrawn_at is null;
    create index application_to_school_id_idx on application (to_school_id);
    create index application_pupil_id_idx on application (pupil_id);
    create table idempotency (
      actor_id uuid not null,
      key text not null,
      route text not null,
      body_hash bytea not null,
      response jsonb,
      at timestamptz not null,
      constraint idempotency_pkey primary key (actor_id, key)
    );
    create table pupil (
      id uuid not null,
      school_id uuid not null,
      pupil_number text not null,
      account_id uuid,
      given_name text not null,
      register_name text,
      infix text not null default '',
      family_name text not null,
      birth_date date not null,
      email text,
      guardian_sections text[] not null default '{}',
      guardian_sections_at timestamptz,
      left_on date,
      version integer not null default '1',
      constraint pupil_account_id_key unique (account_id),
      constraint pupil_school_id_pupil_number_key unique (school_id, pupil_number),
      constraint pupil_id_school_id_key unique (id, school_id),
      constraint pupil_pkey primary key (id)
    );
    create table pupil_group (
      id uuid not null,
      school_id uuid not null,
      school_year integer not null,
      name text not null,
      year integer,
      constraint pupil_group_school_id_school_year_name_key unique (school_id, school_year, name),
      constraint pupil_group_id_school_id_key unique (id, school_id),
      constraint pupil_group_pkey primary key (id)
    );
    create table enrolment (
      id uuid not null,
      pupil_id uuid not null,
      school_id uuid not null,
      school_year integer not null,
      group_id uuid,
      year integer,
      leerweg text,
      profiel text,
      valid_from date not null,
      valid_until date,
      constraint enrolment_pupil_id_school_year_key unique (pupil_id, school_year),
      constraint enrolment_pkey primary key (id)
    );
    create index enrolment_school_id_school_year_idx on enrolment (school_id, school_year);
    create index enrolment_group_id_idx on enrolment (group_id);
    create table mentor_assignment (
      id uuid not null,
      pupil_id uuid not null,
      school_id uuid not null,
      person_id uuid not null,
      substitute boolean not null default false,
      valid_from date not null,
      valid_until date not null,
      constraint mentor_assignment_pkey primary key (id)
    );
    create index mentor_assignment_person_id_idx on mentor_assignment (person_id);
    create index mentor_assignment_pupil_id_idx on mentor_assignment (pupil_id);
    create table teaching_assignment (
      id uuid not null,
      group_id uuid not null,
      school_id uuid not null,
      person_id uuid not null,
      subject text not null,
      valid_from date not null,
      valid_until date not null,
      constraint teaching_assignment_pkey primary key (id)
    );
    create index teaching_assignment_person_id_idx on teaching_assignment (person_id);
    create index teaching_assignment_group_id_idx on teaching_assignment (group_id);
    create table guardian (
      id uuid not null,
      pupil_id uuid not null,
      school_id uuid not null,
      person_id uuid not null,
      custody boolean,
      version integer not null default '1',
      constraint guardian_pupil_id_person_id_key unique (pupil_id, person_id),
      constraint guardian_pkey primary key (id)
    );
    create index guardian_person_id_idx on guardian (person_id);
    create table roster_import (
      id uuid not null,
      school_id uuid not null,
      kind text not null,
      status text not null,
      file_name text not null,
      school_year integer not null,
      parsed jsonb,
      preview jsonb,
      result jsonb,
      created_by uuid not null,
      created_at timestamptz not null,
      applied_at timestamptz,
      constraint roster_import_pkey primary key (id)
    );
    create index roster_import_school_id_created_at_idx on roster_import (school_id, created_at);
    alter table consent add constraint consent_to_school_id_fkey foreign key (to_school_id) references school(id);
    alter table consent add constraint consent_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id,school_id);
    alter table consent_answer add constraint consent_answer_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id,school_id);
    alter table consent_answer add constraint consent_answer_consent_id_pupil_id_fkey foreign key (consent_id, pupil_id) references consent(id,pupil_id);
    alter table activity add constraint activity_group_id_fkey foreign key (group_id) references pupil_group(id);
    alter table activity add constraint activity_opleiding_id_fkey foreign key (opleiding_id) references opleiding(id);
    alter table activity add constraint activity_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id,school_id);
    alter table reflection add constraint reflection_activity_id_pupil_id_fkey foreign key (activity_id, pupil_id) references activity(id,pupil_id);
    alter table reflection add constraint reflection_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id,school_id);
    alter table opleiding add constraint opleiding_school_id_fkey foreign key (school_id) references school(id);
    alter table opleiding add constraint opleiding_location_id_fkey foreign key (location_id) references location(id);
    alter table opleiding_import add constraint opleiding_import_school_id_fkey foreign key (school_id) references school(id);
    alter table opleiding_import add constraint opleiding_import_location_id_fkey foreign key (location_id) references location(id);
    alter table school add constraint school_samenwerkingsverband_id_fkey foreign key (samenwerkingsverband_id) references samenwerkingsverband(id);
    alter table location add constraint location_school_id_fkey foreign key (school_id) references school(id);
    alter table person add constraint person_account_id_fkey foreign key (account_id) references account(id);
    alter table role_assignment add constraint role_assignment_person_id_fkey foreign key (person_id) references person(id);
    alter table role_assignment add constraint role_assignment_school_id_fkey foreign key (school_id) references school(id);
    alter table session add constraint session_account_id_fkey foreign key (account_id) references account(id);
    alter table activation_code add constraint activation_code_account_id_fkey foreign key (account_id) references account(id);
    alter table application add constraint application_to_school_id_fkey foreign key (to_school_id) references school(id);
    alter table application add constraint application_opleiding_id_to_school_id_fkey foreign key (opleiding_id, to_school_id) references opleiding(id,school_id);
    alter table application add constraint application_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id,school_id);
    alter table pupil add constraint pupil_school_id_fkey foreign key (school_id) references school(id);
    alter table pupil add constraint pupil_account_id_fkey foreign key (account_id) references account(id);
    alter table pupil_group add constraint pupil_group_school_id_fkey foreign key (school_id) references school(id);
    alter table enrolment add constraint enrolment_group_id_fkey foreign key (group_id) references pupil_group(id);
    alter table enrolment add constraint enrolment_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id,school_id);
    alter table mentor_assignment add constraint mentor_assignment_person_id_fkey foreign key (person_id) references person(id);
    alter table mentor_assignment add constraint mentor_assignment_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id,school_id);
    alter table teaching_assignment add constraint teaching_assignment_person_id_fkey foreign key (person_id) references person(id);
    alter table teaching_assignment add constraint teaching_assignment_group_id_school_id_fkey foreign key (group_id, school_id) references pupil_group(id,school_id);
    alter table guardian add constraint guardian_person_id_fkey foreign key (person_id) references person(id);
    alter table guardian add constraint guardian_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id,school_id);
    alter table roster_import add constraint roster_import_school_id_fkey foreign key (school_id) references school(id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table ${tables.join(', ')}`);
  }
}
