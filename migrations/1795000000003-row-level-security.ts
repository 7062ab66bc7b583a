import type { MigrationInterface, QueryRunner } from 'typeorm';

type Policies = { select?: string; insert?: string; update?: string; delete?: string };
const OWN_SCHOOL = 'school_id = (select app_school())';
const keeps = `${OWN_SCHOOL} and (select app_keeps_roster())`;
const wide = (sight: string): string => `(${OWN_SCHOOL} and (select app_wide('${sight}')))`;

/** Per table, what the application may see and write. Nothing written here means: not at all. */
const policies: Record<string, Policies> = {
  pupil: {
    select: `${wide('roster')} or id = (select app_actor()) or app_sees(id, 'roster')`,
    insert: keeps,
    update: `(${keeps}) or id = (select app_actor()) or app_mentors(id)`,
  },
  enrolment: {
    select: `${wide('enrolment')} or pupil_id = (select app_actor()) or app_sees(pupil_id, 'profile', 'school-career', 'enrolment')`,
    insert: keeps,
    update: keeps,
  },
  mentor_assignment: {
    select: `${wide('mentor')} or pupil_id = (select app_actor()) or app_sees(pupil_id, 'mentor', 'profile')`,
    insert: keeps,
    update: keeps,
  },
  // Says nothing of a pupil, but a row of it gives sight of a group.
  teaching_assignment: { select: 'true', insert: keeps, update: keeps },
  guardian: {
    select: `${wide('guardians')} or pupil_id = (select app_actor()) or person_id = (select app_actor()) or app_sees(pupil_id, 'guardians')`,
    insert: keeps,
    update: keeps,
  },
  activity: {
    select: `${wide('lob')} or pupil_id = (select app_actor()) or app_sees(pupil_id, 'lob')
      or (logged_by = (select app_actor()) and app_teaches(pupil_id))`,
    insert: `logged_by = (select app_actor()) and app_writes_lob(pupil_id, school_id)`,
    update: `app_writes_lob(pupil_id, school_id) and (pupil_id = (select app_actor())
      or (select app_has('decaan', 'lob-coordinator')) or app_mentors(pupil_id) or logged_by = (select app_actor()))`,
  },
  reflection: {
    select: `pupil_id = (select app_actor())
      or (opened_to_school_at is not null and (${wide('reflections')} or app_mentors(pupil_id)))
      or (opened_to_mbo_at is not null and (select app_has('intaker')) and app_sees(pupil_id, 'reflections'))
      or (opened_to_guardian_at is not null and app_guards(pupil_id, true, opened_to_guardian_at))`,
    insert: `pupil_id = (select app_actor())`,
    update: `pupil_id = (select app_actor())`,
  },
  consent: {
    select: `${wide('consents')} or pupil_id = (select app_actor()) or app_mentors(pupil_id) or app_guards(pupil_id, false, null)
      or (to_school_id = (select app_school()) and (select app_has('intaker')))`,
    insert: `pupil_id = (select app_actor())
      or (to_school_id = (select app_school()) and app_applied_here(pupil_id) and asked_by = (select app_actor()) and in_force_since is null)`,
    update: `pupil_id = (select app_actor()) or app_guards(pupil_id, false, null)`,
  },
  consent_answer: {
    select: `${wide('consents')} or pupil_id = (select app_actor()) or app_mentors(pupil_id) or app_guards(pupil_id, false, null)`,
    insert: `by_id = (select app_actor()) and (pupil_id = (select app_actor()) or app_guards(pupil_id, false, null))`,
    update: `by_id = (select app_actor()) and (pupil_id = (select app_actor()) or app_guards(pupil_id, false, null))`,
  },
  application: {
    select: `${wide('consents')} or pupil_id = (select app_actor()) or app_mentors(pupil_id) or app_guards(pupil_id, false, null)
      or (to_school_id = (select app_school()) and (select app_has('intaker')))`,
    insert: `recorded_by = (select app_actor()) and (pupil_id = (select app_actor())
      or (${OWN_SCHOOL} and ((select app_has('decaan', 'lob-coordinator')) or app_mentors(pupil_id))))`,
    update: `pupil_id = (select app_actor())
      or (${OWN_SCHOOL} and ((select app_has('decaan', 'lob-coordinator')) or app_mentors(pupil_id)))`,
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
  },
  account: {
    select: `app_keeps_account(id)`,
    update: `app_hands_out(id)`,
  },
  activation_code: {
    select: `app_hands_out(account_id)`,
    insert: `app_hands_out(account_id)`,
    update: `app_hands_out(account_id)`,
  },
  role_assignment: {
    select: 'true',
    insert: `${OWN_SCHOOL} and ((select app_has('school-administrator')) or ((select app_has('decaan')) and role = 'staff'))`,
    update: `${OWN_SCHOOL} and (select app_has('school-administrator'))`,
  },
  roster_import: { select: keeps, insert: keeps, update: keeps },
  opleiding_import: {
    select: `${OWN_SCHOOL} and (select app_has('school-administrator', 'intaker'))`,
    insert: `${OWN_SCHOOL} and (select app_has('school-administrator', 'intaker'))`,
  },
  idempotency: {
    select: 'actor_id = (select app_actor())',
    insert: 'actor_id = (select app_actor())',
    update: 'actor_id = (select app_actor())',
    delete: 'actor_id = (select app_actor())',
  },
};

/** Sign-in knows accounts and who holds them, and no other thing of a pupil. */
const signIn = ['account', 'activation_code', 'person', 'pupil', 'guardian'];
const open = ['samenwerkingsverband', 'school', 'location', 'pupil_group', 'opleiding'];

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
          `create policy ${table}_update on ${table} for update to dsd_app using (${on.update}) with check (${on.update})`,
        );
      if (on.delete)
        await q.query(`create policy ${table}_delete on ${table} for delete to dsd_app using (${on.delete})`);
      if (table !== 'account') await q.query(`grant ${Object.keys(on).join(', ')} on ${table} to dsd_app`); // account: by column, below
    }
    for (const table of signIn)
      await q.query(`create policy ${table}_sign_in on ${table} to dsd_signin using (true) with check (true)`);
    await q.query(`
      revoke all on schema public from public;
      grant usage on schema public to dsd_app, dsd_signin, dsd_jobs;
      grant select on ${open.join(', ')} to dsd_app;
      grant insert, update on pupil_group, opleiding, location to dsd_app;
      -- The hash of a password is nothing the application ever reads.
      grant select (id, login, created_at, activated_at, disabled_at), update (disabled_at) on account to dsd_app;
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
