import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Policies {
  select?: string;
  insert?: string;
  update?: string;
  /** How a changed row has to look, where that is more than what may be changed. */
  updated?: string;
  /** What may be changed at all. Ids, who belongs to whom and who wrote it are written once. */
  columns?: string;
  delete?: string;
}
const OWN_SCHOOL = 'school_id = (select app_school())';
const keeps = `${OWN_SCHOOL} and (select app_keeps_roster())`;
const wide = (sight: string): string => `(${OWN_SCHOOL} and (select app_wide('${sight}')))`;

/** An answer is one's own, given now. */
const answers = `by_id = (select app_actor()) and by_role = (select app_kind()) and at = (select app_now())
  and (pupil_id = (select app_actor()) or app_guards(pupil_id, false, null))`;
const ownApplication = `(pupil_id = (select app_actor())
  or (${OWN_SCHOOL} and ((select app_has('decaan', 'lob-coordinator')) or app_mentors(pupil_id))))`;
const keepsOpleidingen = `${OWN_SCHOOL} and (select app_has('school-administrator', 'intaker'))`;

/** Per table, what the application may see and write. Nothing written here means: not at all. */
const policies: Record<string, Policies> = {
  pupil: {
    select: `${wide('roster')} or id = (select app_actor()) or app_sees(id, 'roster')`,
    insert: keeps,
    update: `(${keeps}) or id = (select app_actor()) or app_mentors(id)`,
    columns: `account_id, given_name, register_name, infix, family_name, birth_date, email, guardian_sections,
      guardian_sections_at, left_on, version`,
  },
  enrolment: {
    select: `${wide('enrolment')} or pupil_id = (select app_actor()) or app_sees(pupil_id, 'profile', 'school-career', 'enrolment')`,
    insert: keeps,
    update: keeps,
    columns: 'group_id, year, leerweg, profiel, valid_until',
  },
  mentor_assignment: {
    select: `${wide('mentor')} or pupil_id = (select app_actor()) or app_sees(pupil_id, 'mentor', 'profile')`,
    insert: keeps,
    update: keeps,
    columns: 'valid_until',
  },
  // Says nothing of a pupil, but a row of it gives sight of a group.
  teaching_assignment: { select: 'true', insert: keeps, update: keeps, columns: 'valid_until' },
  pupil_group: { select: 'true', insert: keeps, update: keeps, columns: 'year' },
  opleiding: {
    select: 'true',
    insert: keepsOpleidingen,
    update: keepsOpleidingen,
    columns: 'name, niveau, offered, version',
  },
  guardian: {
    select: `${wide('guardians')} or pupil_id = (select app_actor()) or person_id = (select app_actor()) or app_sees(pupil_id, 'guardians')`,
    insert: keeps,
    update: keeps,
    columns: 'custody, version',
  },
  activity: {
    select: `${wide('lob')} or pupil_id = (select app_actor()) or app_sees(pupil_id, 'lob')
      or (logged_by = (select app_actor()) and app_teaches(pupil_id))`,
    insert: `logged_by = (select app_actor()) and app_writes_lob(pupil_id, school_id)
      and case when (select app_kind()) = 'pupil' then remark = '' else concat(result, evaluation, follow_up) = '' end`,
    update: `app_writes_lob(pupil_id, school_id) and (pupil_id = (select app_actor())
      or (select app_has('decaan', 'lob-coordinator')) or app_mentors(pupil_id) or logged_by = (select app_actor()))`,
    columns: `type, title, place, starts_on, ends_on, beroep, opleiding_id, goal, competences, remark, result, evaluation,
      follow_up, removed_at, removed_reason, version`,
  },
  reflection: {
    select: `pupil_id = (select app_actor())
      or (opened_to_school_at is not null and (${wide('reflections')} or app_mentors(pupil_id)))
      or (opened_to_mbo_at is not null and (select app_has('intaker')) and app_sees(pupil_id, 'reflections'))
      or (opened_to_guardian_at is not null and app_guards(pupil_id, true, opened_to_guardian_at))`,
    insert: `pupil_id = (select app_actor())`,
    update: `pupil_id = (select app_actor())`,
    columns: 'text, opened_to_school_at, opened_to_guardian_at, opened_to_mbo_at, written_at, version',
  },
  consent: {
    select: `${wide('consents')} or pupil_id = (select app_actor()) or app_mentors(pupil_id) or app_guards(pupil_id, false, null)
      or (to_school_id = (select app_school()) and (select app_has('intaker')))`,
    insert: `in_force_since is null and withdrawn_at is null and purpose = 'intake'
      and valid_until <= app_intake_until(pupil_id, to_school_id)
      and ((pupil_id = (select app_actor()) and asked_by is null)
        or (to_school_id = (select app_school()) and app_applied_here(pupil_id) and asked_by = (select app_actor())))`,
    update: `pupil_id = (select app_actor()) or app_guards(pupil_id, false, null)`,
    columns: 'sections, in_force_since, withdrawn_at, withdrawn_by, version',
  },
  consent_answer: {
    select: `${wide('consents')} or pupil_id = (select app_actor()) or app_mentors(pupil_id) or app_guards(pupil_id, false, null)`,
    insert: answers,
    update: `by_id = (select app_actor()) and (pupil_id = (select app_actor()) or app_guards(pupil_id, false, null))`,
    updated: answers,
    columns: 'agreed, at',
  },
  application: {
    select: `${wide('consents')} or pupil_id = (select app_actor()) or app_mentors(pupil_id) or app_guards(pupil_id, false, null)
      or (to_school_id = (select app_school()) and (select app_has('intaker')))`,
    insert: `recorded_by = (select app_actor()) and withdrawn_at is null and ${ownApplication}`,
    update: `withdrawn_at is null and ${ownApplication}`,
    updated: `withdrawn_at is not null and ${ownApplication}`,
    columns: 'withdrawn_at',
  },
  audit_event: {
    select: `(chain_id = (select app_actor()) and outcome = 'allowed')
      or (chain = 'pupil' and outcome = 'allowed' and app_guards(chain_id, false, null))
      or (school_id = (select app_school()) and (select app_has('privacy-officer')))`,
  },
  person: {
    select: `id = (select app_actor()) or app_sees_person(id)`,
    insert: `(select app_keeps_roster())`,
    update: `id = (select app_actor()) or app_keeps_person(id)`,
    columns: 'account_id, given_name, infix, family_name, email, phone',
  },
  account: {
    select: `app_keeps_account(id)`,
    update: `app_hands_out(id)`,
    columns: 'disabled_at',
  },
  activation_code: {
    select: `app_hands_out(account_id)`,
    insert: `app_hands_out(account_id)`,
    update: `app_hands_out(account_id)`,
    columns: 'expires_at',
  },
  role_assignment: {
    select: 'true',
    insert: `${OWN_SCHOOL} and ((select app_has('school-administrator')) or ((select app_has('decaan')) and role = 'staff'))`,
    update: `${OWN_SCHOOL} and (select app_has('school-administrator'))`,
    columns: 'valid_until',
  },
  roster_import: {
    select: keeps,
    insert: keeps,
    update: keeps,
    columns: 'status, parsed, preview, result, applied_at',
  },
  opleiding_import: {
    select: keepsOpleidingen,
    insert: keepsOpleidingen,
  },
  idempotency: {
    select: 'actor_id = (select app_actor())',
    insert: 'actor_id = (select app_actor())',
    update: 'actor_id = (select app_actor())',
    columns: 'response',
    delete: 'actor_id = (select app_actor())',
  },
};

/** Sign-in knows accounts and who holds them, and no other thing of a pupil. */
const signIn = ['account', 'activation_code', 'person', 'pupil', 'guardian'];
const open = ['samenwerkingsverband', 'school', 'location'];

export class RowLevelSecurity1795000000003 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const [{ owner }] = (await q.query('select quote_ident(current_user) as owner')) as [{ owner: string }];
    for (const [table, on] of Object.entries(policies)) {
      await q.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy ${table}_owner on ${table} to ${owner} using (true) with check (true)`);
      if (on.select)
        await q.query(`create policy ${table}_select on ${table} for select to dsd_app using (${on.select})`);
      if (on.insert)
        await q.query(`create policy ${table}_insert on ${table} for insert to dsd_app with check (${on.insert})`);
      if (on.update)
        await q.query(
          `create policy ${table}_update on ${table} for update to dsd_app using (${on.update}) with check (${on.updated ?? on.update})`,
        );
      if (on.delete)
        await q.query(`create policy ${table}_delete on ${table} for delete to dsd_app using (${on.delete})`);
      const rights = [
        ...(on.select && table !== 'account' ? ['select'] : []), // account: by column, below
        ...(on.insert ? ['insert'] : []),
        ...(on.update ? [`update (${on.columns})`] : []),
        ...(on.delete ? ['delete'] : []),
      ];
      await q.query(`grant ${rights.join(', ')} on ${table} to dsd_app`);
    }
    for (const table of signIn)
      await q.query(`create policy ${table}_sign_in on ${table} to dsd_signin using (true) with check (true)`);
    await q.query(`
      revoke all on schema public from public;
      grant usage on schema public to dsd_app, dsd_signin, dsd_jobs;
      grant select on ${open.join(', ')} to dsd_app;
      -- The hash of a password is nothing the application ever reads.
      grant select (id, login, created_at, activated_at, disabled_at) on account to dsd_app;
      grant select, update (password_hash, activated_at) on account to dsd_signin;
      grant select, insert, update, delete on session, sign_in_throttle to dsd_signin;
      grant select, update (used_at) on activation_code to dsd_signin;
      grant select (id, account_id) on person to dsd_signin;
      grant select (id, account_id, school_id) on pupil to dsd_signin;
      grant select (person_id) on guardian to dsd_signin;
      grant select on role_assignment, school to dsd_signin;
      create policy role_assignment_sign_in on role_assignment for select to dsd_signin using (true);

      revoke execute on all functions in schema public from public;
      grant execute on all functions in schema public to dsd_app;
      revoke execute on function audit_verify(bytea, uuid) from dsd_app;
      grant execute on function app_now(), app_today(), app_actor(), app_kind(), app_school(), app_has(text[]),
        audit_append(bytea, uuid, jsonb) to dsd_signin`);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of Object.keys(policies)) {
      const rows = (await q.query('select policyname from pg_policies where tablename = $1', [table])) as {
        policyname: string;
      }[];
      for (const { policyname } of rows) await q.query(`drop policy ${policyname} on ${table}`);
      await q.query(
        `alter table ${table} disable row level security; alter table ${table} no force row level security`,
      );
    }
    await q.query(`
      revoke all on all tables in schema public from dsd_app, dsd_signin, dsd_jobs;
      revoke all on all functions in schema public from dsd_app, dsd_signin;
      revoke usage on schema public from dsd_app, dsd_signin, dsd_jobs;
      grant execute on all functions in schema public to public`);
  }
}
