import type { MigrationInterface, QueryRunner } from 'typeorm';
import { putBack, replaceFunctions } from './replace.js';

const NAME = 'SingleSignOn1796000100002';

/**
 * Identities at providers, which the sign-in role alone reaches. A session that began at a provider says at which, and when
 * the provider last saw a proof: a sign-in of this morning that it remembers is no fresh one, nor one of an unknown time. In
 * such a session one acts at the school that the provider named, and nowhere else.
 */
export class SingleSignOn1796000100002 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table external_identity (
        id uuid not null,
        account_id uuid not null,
        issuer text not null,
        subject text not null,
        linked_at timestamptz not null,
        constraint external_identity_issuer_subject_key unique (issuer, subject),
        constraint external_identity_pkey primary key (id)
      );
      create index external_identity_account_id_idx on external_identity (account_id);
      alter table external_identity add constraint external_identity_account_id_fkey
        foreign key (account_id) references account(id) on delete cascade;
      create table used_sign_on (
        digest bytea not null,
        at timestamptz not null,
        constraint used_sign_on_pkey primary key (digest)
      );
      alter table session add proven_at timestamptz, add provider text;
      grant select, insert, update, delete on external_identity, used_sign_on to dsd_signin`);
    await replaceFunctions(
      q,
      NAME,
      ['begin_request(bytea)', 'places_of_session(uuid)'],
      `
      -- As before; app.proven_at is the second step, else what a provider saw, else the beginning of a session with a
      -- password; app.proves_by: how the holder proves it again, with a 'code' or by signing in anew, 'sign-in'.
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
          elsewhere := s.provider is null and (exists (select from public.role_assignment r where r.person_id = actor_id
              and r.school_id is distinct from s.school_id and r.valid_from <= public.app_today()
              and (r.valid_until is null or r.valid_until >= public.app_today()))
            or (s.school_id is not null and exists (select from public.guardian g where g.person_id = actor_id)));
        end if;

        -- A role needs it, or the holder set it up himself.
        factor := case when s.factor_at is not null then 'given'
          when roles && public.factor_roles() or exists (select from public.second_factor f where f.account_id = s.account_id)
          then 'needed' else 'none' end;
        perform set_config('app.factor', factor, true),
                set_config('app.proven_at', floor(extract(epoch from coalesce(s.factor_at, s.proven_at,
                  case when s.provider is null then s.created_at else 'epoch' end)) * 1000)::text, true),
                set_config('app.proves_by', case when exists (select from public.second_factor f where f.account_id = s.account_id)
                  then 'code' else 'sign-in' end, true),
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
      end $$;

      create or replace function places_of_session(p_session uuid) returns table (places jsonb, guardian boolean)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select coalesce((select jsonb_agg(jsonb_build_object('schoolId', s.id, 'name', s.name) order by s.name, s.id)
                  from public.school s where (se.provider is null or s.id = se.school_id)
                   and exists (select from public.role_assignment r
                   where r.person_id = p.id and r.school_id = s.id and r.valid_from <= public.app_today()
                     and (r.valid_until is null or r.valid_until >= public.app_today()))), '[]'),
               se.provider is null and exists (select from public.guardian g where g.person_id = p.id)
          from public.session se left join public.person p on p.account_id = se.account_id where se.id = p_session $$;`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
    await q.query(`
      alter table session drop provider, drop proven_at;
      drop table used_sign_on; drop table external_identity`);
  }
}
