import type { MigrationInterface, QueryRunner } from 'typeorm';
import { putBack, replaceFunctions } from './replace.js';

const NAME = 'Sessions1796000100001';

/** A session says on what kind of device it is, and to its holder whether there are other places to act. */
export class Sessions1796000100001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table session add device text not null default ''`);
    await replaceFunctions(
      q,
      NAME,
      ['begin_request(bytea)'],
      `
      -- Besides the context of row-level security it says, as app.factor: is a second step 'needed', was it 'given', or is
      -- there 'none'; as app.proven_at (milliseconds): when the holder last proved who he is; as app.elsewhere: whether he
      -- can act at another school too, or as a guardian.
      create or replace function begin_request(p_token bytea)
        returns table (session_id uuid, kind text, actor_id uuid, name text, school_id uuid, school_name text, roles text[])
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare s public.session%rowtype; factor text; elsewhere boolean := false;
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
          elsewhere := exists (select from public.role_assignment r where r.person_id = actor_id
              and r.school_id is distinct from s.school_id and r.valid_from <= public.app_today()
              and (r.valid_until is null or r.valid_until >= public.app_today()))
            or (s.school_id is not null and exists (select from public.guardian g where g.person_id = actor_id));
        end if;

        -- A role needs it, or the holder set it up himself.
        factor := case when s.factor_at is not null then 'given'
          when roles && public.factor_roles() or exists (select from public.second_factor f where f.account_id = s.account_id)
          then 'needed' else 'none' end;
        perform set_config('app.factor', factor, true),
                set_config('app.proven_at', floor(extract(epoch from coalesce(s.factor_at, s.created_at)) * 1000)::text, true),
                set_config('app.elsewhere', elsewhere::text, true);
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
    await q.query('alter table session drop device');
  }
}
