import type { MigrationInterface, QueryRunner } from 'typeorm';
import { putBack, replaceFunctions } from './replace.js';

const NAME = 'SecondFactor1796000100000';

/**
 * The second step of signing in. Who needs it and does not give it is nobody: such a session has no roles, no school and
 * no actor, so that every policy says no. The tables are reached by the sign-in role alone.
 */
export class SecondFactor1796000100000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table session add factor_at timestamptz;
      create table second_factor (
        account_id uuid not null,
        secret bytea not null,
        last_step bigint,
        set_at timestamptz not null,
        constraint second_factor_pkey primary key (account_id)
      );
      create table recovery_code (
        account_id uuid not null,
        digest bytea not null,
        used_at timestamptz,
        constraint recovery_code_pkey primary key (account_id, digest)
      );
      alter table second_factor add constraint second_factor_account_id_fkey
        foreign key (account_id) references account(id) on delete cascade;
      alter table recovery_code add constraint recovery_code_account_id_fkey
        foreign key (account_id) references account(id) on delete cascade;
      grant select, insert, update, delete on second_factor, recovery_code to dsd_signin;

      -- Whoever reads or writes care, exports, or administers. The only list of them.
      create function factor_roles() returns text[] language sql immutable parallel safe as $$
        select array['decaan', 'care-coordinator', 'school-administrator', 'privacy-officer', 'intaker', 'mbo-care',
          'coordinator'] $$;

      -- Where the holder of a session can act: for who has yet to give the second step too, whom no policy lets see anything.
      create function places_of_session(p_session uuid) returns table (places jsonb, guardian boolean)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select coalesce((select jsonb_agg(jsonb_build_object('schoolId', s.id, 'name', s.name) order by s.name, s.id)
                  from public.school s where exists (select from public.role_assignment r
                   where r.person_id = p.id and r.school_id = s.id and r.valid_from <= public.app_today()
                     and (r.valid_until is null or r.valid_until >= public.app_today()))), '[]'),
               exists (select from public.guardian g where g.person_id = p.id)
          from public.session se left join public.person p on p.account_id = se.account_id where se.id = p_session $$;

      -- For the administrator: has a colleague set up the second step?
      create function account_has_factor(p_account uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog, public as $$
        select public.app_has('school-administrator')
          and exists (select from public.second_factor f where f.account_id = p_account)
          and exists (select from public.person p join public.role_assignment r on r.person_id = p.id
               where p.account_id = p_account and r.school_id = public.app_school()) $$;

      -- A colleague who lost it sets up a new one at the next sign-in. Never one's own: that takes the factor itself.
      create function reset_second_factor(p_person uuid) returns boolean
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare theirs uuid;
      begin
        if not public.app_has('school-administrator') or p_person = public.app_actor() then
          raise insufficient_privilege;
        end if;
        select p.account_id into theirs from public.person p where p.id = p_person and exists (
          select from public.role_assignment r where r.person_id = p.id and r.school_id = public.app_school()
             and coalesce(r.valid_until, 'infinity') >= public.app_today());
        delete from public.recovery_code where account_id = theirs;
        delete from public.second_factor where account_id = theirs;
        if not found then return false; end if;
        update public.session set ended_at = public.app_now() where account_id = theirs and ended_at is null;
        return true;
      end $$;
      revoke execute on function factor_roles(), places_of_session(uuid), account_has_factor(uuid),
        reset_second_factor(uuid) from public;
      grant execute on function places_of_session(uuid), account_has_factor(uuid), reset_second_factor(uuid) to dsd_app;
    `);
    await replaceFunctions(
      q,
      NAME,
      ['begin_request(bytea)'],
      `
      -- Besides the context of row-level security it says, as app.factor: is a second step 'needed', was it 'given', or is
      -- there 'none'; as app.proven_at (milliseconds): when the holder last proved who he is.
      create or replace function begin_request(p_token bytea)
        returns table (session_id uuid, kind text, actor_id uuid, name text, school_id uuid, school_name text, roles text[])
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare s public.session%rowtype; factor text;
      begin
        select se.* into s from public.session se join public.account a on a.id = se.account_id
         where se.token_hash = p_token and se.ended_at is null and a.disabled_at is null
           and se.last_seen_at > public.app_now() - interval '30 minutes'
           and se.created_at > public.app_now() - interval '10 hours';
        if not found then return; end if;
        if s.last_seen_at < public.app_now() - interval '5 minutes' then
          update public.session se set last_seen_at = public.app_now() where se.id = s.id;
        end if;
        session_id := s.id;

        select p.id, concat_ws(' ', p.given_name, nullif(p.infix, ''), p.family_name), p.school_id, sc.name
          into actor_id, name, school_id, school_name
          from public.pupil p join public.school sc on sc.id = p.school_id where p.account_id = s.account_id;
        if found then
          kind := 'pupil'; roles := array['pupil'];
        else
          select p.id, concat_ws(' ', nullif(p.given_name, ''), nullif(p.infix, ''), p.family_name)
            into actor_id, name from public.person p where p.account_id = s.account_id;
          if not found then return; end if;
          if s.school_id is null then
            kind := 'guardian'; roles := array['guardian'];
          else
            kind := 'staff';
            select sc.id, sc.name into school_id, school_name from public.school sc where sc.id = s.school_id;
            roles := public.roles_now(actor_id, s.school_id);
            if roles = '{}' then return; end if;
          end if;
        end if;

        -- A role needs it, or the holder set it up himself.
        factor := case when s.factor_at is not null then 'given'
          when roles && public.factor_roles() or exists (select from public.second_factor f where f.account_id = s.account_id)
          then 'needed' else 'none' end;
        perform set_config('app.factor', factor, true),
                set_config('app.proven_at', floor(extract(epoch from coalesce(s.factor_at, s.created_at)) * 1000)::text, true);
        if factor = 'needed' then
          roles := '{}';
          perform set_config('app.actor', '', true), set_config('app.kind', '', true), set_config('app.school', '', true),
                  set_config('app.roles', '', true);
          return next;
          return;
        end if;
        perform set_config('app.actor', actor_id::text, true), set_config('app.kind', kind, true),
                set_config('app.school', coalesce(school_id::text, ''), true),
                set_config('app.roles', array_to_string(roles, ','), true);
        return next;
      end $$;`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
    await q.query(`
      drop function reset_second_factor(uuid); drop function account_has_factor(uuid);
      drop function places_of_session(uuid); drop function factor_roles();
      drop table recovery_code; drop table second_factor;
      alter table session drop factor_at;`);
  }
}
