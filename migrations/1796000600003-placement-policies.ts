import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN_SCHOOL = 'school_id = (select app_school())';
const HERE = 'to_school_id = (select app_school()) and school_id <> (select app_school())';
const ADMITS = `(select app_has('intaker', 'school-administrator'))`;
/** Who sees the consents of every pupil at home, and the pupil himself. */
const wide = (table: string): string => `(${OWN_SCHOOL} and (select app_wide('consents'))
    and not exists (select from app_gone x where x.id = ${table}.pupil_id offset 0))
  or pupil_id = (select app_self())`;
const relates = (sight: string): string => `app_relates(pupil_id, school_id, '${sight}')`;
const notErased = 'not exists (select from app_erased x where x.id = pupil_id offset 0)';
const gives = `${OWN_SCHOOL} and (select app_keeps_roster())`;
/** Sight ends today, later, or with yesterday: from this moment on. */
const ends = (column: string): string => `${column} >= (select app_today()) - 1`;

interface Policies {
  select: string;
  insert: string;
  update: string;
  updated: string;
  columns: string;
}
const policies: Record<string, Policies> = {
  placement: {
    select: `${wide('placement')} or (${HERE} and ${ADMITS} and ${notErased})
      or (${HERE} and ${relates('handover')}) or ${relates('consents')}`,
    insert: `${HERE} and recorded_by = (select app_actor()) and recorded_at = (select app_now()) and ended_on is null
      and app_may_place(application_id, pupil_id, opleiding_id)`,
    update: `${HERE} and ${ADMITS} and (ended_on is null or ended_on >= (select app_today()))`,
    updated: `${HERE} and ${ADMITS} and ${ends('ended_on')}`,
    columns: 'ended_on',
  },
  slb_assignment: {
    select: `${wide('slb_assignment')} or (${HERE} and ${notErased} and (${ADMITS}
        or ((select app_has('slb')) and person_id = (select app_actor()))))
      or ${relates('consents')}`,
    insert: `${HERE} and ${ADMITS} and recorded_by = (select app_actor()) and valid_until is null
      and valid_from >= (select app_today()) and exists (select from app_placed x where x.id = placement_id)
      and exists (select from role_assignment r where r.person_id = slb_assignment.person_id
        and r.school_id = slb_assignment.to_school_id and r.role = 'slb' and r.valid_from <= slb_assignment.valid_from
        and coalesce(r.valid_until, 'infinity') >= slb_assignment.valid_from)`,
    update: `${HERE} and ${ADMITS} and (valid_until is null or valid_until >= (select app_today()))`,
    updated: `${HERE} and ${ADMITS} and ${ends('valid_until')}`,
    columns: 'valid_until',
  },
  // Says nothing of a pupil, but a row of it gives sight of a group.
  guest_assignment: {
    select: `(${gives}) or person_id = (select app_actor())`,
    insert: `${gives} and recorded_by = (select app_actor()) and recorded_at = (select app_now())
      and valid_from >= (select app_today()) and valid_until >= valid_from and guest_school_id <> school_id
      and exists (select from school s where s.id = guest_school_id and s.kind = 'mbo')
      and exists (select from role_assignment r where r.person_id = guest_assignment.person_id
        and r.school_id = guest_assignment.guest_school_id and r.valid_from <= guest_assignment.valid_from
        and coalesce(r.valid_until, 'infinity') >= guest_assignment.valid_from)`,
    update: `${gives} and valid_until >= (select app_today())`,
    updated: `${gives} and ${ends('valid_until')}`,
    columns: 'valid_until',
  },
};
/** An end only ever comes nearer. */
const ending: Record<string, string> = {
  placement: 'ended_on',
  slb_assignment: 'valid_until',
  guest_assignment: 'valid_until',
};

export class PlacementPolicies1796000600003 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const [{ owner }] = (await q.query('select quote_ident(current_user) as owner')) as [{ owner: string }];
    for (const [table, on] of Object.entries(policies))
      await q.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy ${table}_owner on ${table} to ${owner} using (true) with check (true);
        create policy ${table}_select on ${table} for select to dsd_app using (${on.select});
        create policy ${table}_insert on ${table} for insert to dsd_app with check (${on.insert});
        create policy ${table}_update on ${table} for update to dsd_app using (${on.update}) with check (${on.updated});
        grant select, insert, update (${on.columns}) on ${table} to dsd_app`);
    for (const [table, column] of Object.entries(ending))
      await q.query(`
        create function guard_${table}() returns trigger language plpgsql set search_path = pg_catalog, public as $$
        begin
          if new.${column} is null or new.${column} > coalesce(old.${column}, 'infinity') then raise insufficient_privilege; end if;
          return new;
        end $$;
        revoke execute on function guard_${table}() from public;
        create trigger guard before update on ${table} for each row when (current_user = 'dsd_app')
          execute function guard_${table}()`);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of Object.keys(policies))
      await q.query(`
        drop trigger guard on ${table}; drop function guard_${table}();
        drop policy ${table}_owner on ${table}; drop policy ${table}_select on ${table};
        drop policy ${table}_insert on ${table}; drop policy ${table}_update on ${table};
        revoke all on ${table} from dsd_app;
        alter table ${table} no force row level security; alter table ${table} disable row level security`);
  }
}
