import type { MigrationInterface, QueryRunner } from 'typeorm';
import { patchFunction, putBack, replacePolicy } from './replace.js';

const NAME = 'RolesGiven1796001500001';

/**
 * A role makes somebody a colleague, and of colleagues an administrator takes away the second step. So a school does not by
 * itself take back who left and is something elsewhere by now: he comes by an invitation, with his own yes.
 */
export class RolesGiven1796001500001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Works here, or will; or is nothing that this school does not keep.
      create function app_may_employ(p_person uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return exists (select 1 from public.role_assignment r where r.person_id = p_person
            and r.school_id = public.app_school() and coalesce(r.valid_until, 'infinity') >= public.app_today())
          or not public.app_reaches_beyond(p_person);
      end $$;
      revoke execute on function app_may_employ(uuid) from public;
      grant execute on function app_may_employ(uuid) to dsd_app;

      -- What is over stays over: a new role is given, under the rule above.
      create function guard_role_assignment() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if old.valid_until < public.app_today() and coalesce(new.valid_until, 'infinity') > old.valid_until
        then raise insufficient_privilege; end if;
        return new;
      end $$;
      revoke execute on function guard_role_assignment() from public;
      create trigger guard before update on role_assignment for each row when (current_user = 'dsd_app')
        execute function guard_role_assignment();
    `);
    await replacePolicy(q, NAME, 'role_assignment', 'role_assignment_insert', {
      check: `school_id = (select app_school())
        and ((select app_has('school-administrator')) or ((select app_has('decaan')) and role = 'staff'))
        and app_may_employ(person_id)`,
    });
    // Not of who will work here some day.
    await patchFunction(q, NAME, 'reset_second_factor(uuid)', [
      'and r.school_id = public.app_school()',
      'and r.school_id = public.app_school() and r.valid_from <= public.app_today()',
    ]);
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
    await q.query(`
      drop trigger guard on role_assignment; drop function guard_role_assignment(); drop function app_may_employ(uuid)`);
  }
}
