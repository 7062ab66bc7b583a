import type { MigrationInterface, QueryRunner } from 'typeorm';
import { patchFunction, putBack } from './replace.js';

const NAME = 'LettersAndHats1796001500000';

/**
 * Whoever uses a code becomes its holder, as everything that the holder is. So a code, an address and closing an account are
 * for who keeps all of that: every child of a guardian, and every school where somebody works.
 */
export class LettersAndHats1796001500000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Is somebody more than the actor keeps? He works at another school, now or later, or is guardian of a pupil who is not
      -- the actor's: of another school, or for a mentor of another mentor. With or without custody: that may still come.
      create function app_reaches_beyond(p_person uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return exists (select 1 from public.role_assignment r where r.person_id = p_person
            and r.school_id is distinct from public.app_school() and coalesce(r.valid_until, 'infinity') >= public.app_today())
          or exists (select 1 from public.guardian g join public.pupil p on p.id = g.pupil_id
              where g.person_id = p_person and p.erased_at is null
                and (g.school_id is distinct from public.app_school()
                  or not (public.app_keeps_roster() or public.app_mentors(g.pupil_id))));
      end $$;

      -- The schools of the children of a guardian: there it is on record what happens with his account.
      create function schools_of_guardian(p_person uuid) returns uuid[]
        language sql stable security definer set search_path = pg_catalog, public as $$
        select coalesce(array_agg(distinct g.school_id order by g.school_id), '{}')
          from public.guardian g join public.pupil p on p.id = g.pupil_id
         where g.person_id = p_person and p.erased_at is null $$;
      revoke execute on function app_reaches_beyond(uuid), schools_of_guardian(uuid) from public;
      grant execute on function app_reaches_beyond(uuid) to dsd_app;
      grant execute on function schools_of_guardian(uuid) to dsd_signin;
    `);
    const holder = 'select p.id into holder from public.person p where p.account_id = p_account;';
    await patchFunction(q, NAME, 'app_hands_out(uuid)', [
      holder,
      `${holder}
    if public.app_reaches_beyond(holder) then return false; end if;`,
    ]);
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
    await q.query('drop function schools_of_guardian(uuid); drop function app_reaches_beyond(uuid)');
  }
}
