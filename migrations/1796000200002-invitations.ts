import type { MigrationInterface, QueryRunner } from 'typeorm';
import { putBack, replaceFunctions } from './replace.js';

const NAME = 'Invitations1796000200002';

/**
 * One-time links by mail: the invitation of a member of staff, and a new password. Whoever reads somebody's mail can so
 * come to his account; therefore an address changes under the same rule as a code from a letter is handed out.
 */
export class Invitations1796000200002 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const [{ owner }] = (await q.query('select quote_ident(current_user) as owner')) as [{ owner: string }];
    await q.query(`
      create table invitation (
        id uuid not null,
        person_id uuid not null,
        school_id uuid not null,
        code_hash bytea not null,
        invited_by uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        withdrawn_at timestamptz,
        mail_id uuid,
        constraint invitation_pkey primary key (id),
        constraint invitation_code_hash_key unique (code_hash)
      );
      create index invitation_person_id_idx on invitation (person_id);
      create index invitation_school_id_idx on invitation (school_id);
      alter table invitation add constraint invitation_person_id_fkey foreign key (person_id) references person(id);
      alter table invitation add constraint invitation_school_id_fkey foreign key (school_id) references school(id);
      alter table invitation add constraint invitation_mail_id_fkey foreign key (mail_id) references mail_message(id) on delete set null;
      alter table invitation enable row level security;
      alter table invitation force row level security;
      create policy invitation_owner on invitation to ${owner} using (true) with check (true);
      create policy invitation_select on invitation for select to dsd_app using (
        school_id = (select app_school()) and (select app_has('school-administrator')));
      create policy invitation_insert on invitation for insert to dsd_app with check (
        school_id = (select app_school()) and (select app_has('school-administrator')) and invited_by = (select app_actor())
        and created_at = (select app_now()) and expires_at <= (select app_now()) + interval '7 days'
        and used_at is null and withdrawn_at is null
        and exists (select from role_assignment r where r.person_id = invitation.person_id and r.school_id = invitation.school_id));
      create policy invitation_update on invitation for update to dsd_app using (
        school_id = (select app_school()) and (select app_has('school-administrator')) and used_at is null and withdrawn_at is null)
        with check (school_id = (select app_school()) and used_at is null and withdrawn_at = (select app_now()));
      grant insert, update (withdrawn_at) on invitation to dsd_app;
      grant select (id, person_id, school_id, invited_by, created_at, expires_at, used_at, withdrawn_at, mail_id) on invitation to dsd_app;

      create table password_reset (
        id uuid not null,
        account_id uuid not null,
        code_hash bytea not null,
        issued_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint password_reset_pkey primary key (id),
        constraint password_reset_code_hash_key unique (code_hash)
      );
      create index password_reset_account_id_idx on password_reset (account_id);
      alter table password_reset add constraint password_reset_account_id_fkey
        foreign key (account_id) references account(id) on delete cascade;
      grant select, insert, update (expires_at, used_at), delete on password_reset to dsd_signin;

      -- The invitation under this code, if it can be taken up: not used, withdrawn or over, for somebody who has no account
      -- that was ever used, and who still works there or will.
      create function live_invitation(p_hash bytea) returns setof invitation
        language sql security definer set search_path = pg_catalog, public as $$
        select i.* from public.invitation i join public.person p on p.id = i.person_id
          left join public.account a on a.id = p.account_id
         where i.code_hash = p_hash and i.used_at is null and i.withdrawn_at is null and i.expires_at > public.app_now()
           and a.activated_at is null and a.disabled_at is null
           and exists (select 1 from public.role_assignment r where r.person_id = i.person_id and r.school_id = i.school_id
             and coalesce(r.valid_until, 'infinity') >= public.app_today()) $$;

      -- What whoever has the code is told before he says yes.
      create function invitation_shown(p_hash bytea) returns table (school_name text, roles text[], begins date)
        language sql security definer set search_path = pg_catalog, public as $$
        select s.name, array_agg(distinct r.role), min(r.valid_from)
          from public.live_invitation(p_hash) i join public.school s on s.id = i.school_id
          join public.role_assignment r on r.person_id = i.person_id and r.school_id = i.school_id
            and coalesce(r.valid_until, 'infinity') >= public.app_today()
         group by s.name $$;

      -- Takes it up with an account of its own: the one that was opened for a letter, or a new one under the address, or under
      -- what stands before the @ where somebody has that address as a login. That somebody is never touched.
      create function accept_invitation(p_hash bytea, p_password_hash text)
        returns table (person_id uuid, account_id uuid, account_login text, school_id uuid)
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare i public.invitation%rowtype; who public.person%rowtype; wanted text; n int := 0;
      begin
        perform 1 from public.invitation v where v.code_hash = p_hash for update;
        select * into i from public.live_invitation(p_hash);
        if not found then return; end if;
        select * into who from public.person p where p.id = i.person_id for update;
        if who.account_id is null then
          who.account_id := gen_random_uuid();
          loop
            wanted := case n when 0 then lower(who.email) else split_part(lower(who.email), '@', 1) || case n when 1 then '' else n::text end end;
            insert into public.account (id, login, created_at) values (who.account_id, wanted, public.app_now())
              on conflict (login) do nothing;
            exit when found;
            n := n + 1;
          end loop;
          update public.person p set account_id = who.account_id where p.id = who.id;
        end if;
        update public.account a set password_hash = p_password_hash, activated_at = public.app_now() where a.id = who.account_id
          returning a.login into account_login;
        update public.activation_code c set expires_at = public.app_now()
         where c.account_id = who.account_id and c.used_at is null and c.expires_at > public.app_now();
        update public.invitation v set used_at = public.app_now() where v.id = i.id;
        person_id := i.person_id; account_id := who.account_id; school_id := i.school_id;
        return next;
      end $$;

      -- Takes it up with the account of whoever is signed in, by his own yes: he becomes the colleague that was invited.
      -- Everything that points at the one points at the other then, in every table; the account that waited for a letter goes.
      create function join_invitation(p_hash bytea) returns table (invitation_id uuid, school_id uuid, role_ids uuid[])
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare i public.invitation%rowtype; me uuid := public.app_actor(); unused uuid; link record;
      begin
        if me is null or public.app_kind() not in ('staff', 'guardian') then raise insufficient_privilege; end if;
        perform 1 from public.invitation v where v.code_hash = p_hash for update;
        select * into i from public.live_invitation(p_hash);
        if not found or i.person_id = me
          or exists (select 1 from public.guardian g where g.person_id = i.person_id) then return; end if;
        delete from public.role_assignment r using public.role_assignment own
         where r.person_id = i.person_id and own.person_id = me and own.school_id = r.school_id and own.role = r.role
           and own.valid_from <= r.valid_from and coalesce(own.valid_until, 'infinity') >= coalesce(r.valid_until, 'infinity');
        role_ids := array(select r.id from public.role_assignment r where r.person_id = i.person_id);
        update public.invitation v set used_at = public.app_now() where v.id = i.id;
        select p.account_id into unused from public.person p where p.id = i.person_id;
        for link in select c.conrelid::regclass::text as place, a.attname as name from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
           where c.contype = 'f' and c.confrelid = 'public.person'::regclass and cardinality(c.conkey) = 1 loop
          execute format('update %s set %I = $1 where %I = $2', link.place, link.name, link.name) using me, i.person_id;
        end loop;
        delete from public.person p where p.id = i.person_id;
        delete from public.activation_code c where c.account_id = unused;
        delete from public.account a where a.id = unused;
        invitation_id := i.id; school_id := i.school_id;
        return next;
      end $$;

      -- Whose password may be chosen anew by mail: of staff and guardians who have an address and ever chose one. Somebody is
      -- found by the login or by the address, of which several may have the same.
      create function accounts_to_reset(p_typed text) returns table (account_id uuid, person_id uuid)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select a.id, p.id from public.person p join public.account a on a.id = p.account_id
         where (lower(p.email) = p_typed or a.login = p_typed) and p.email <> ''
           and a.password_hash is not null and a.activated_at is not null and a.disabled_at is null
         order by a.id limit 5 $$;

      revoke execute on function live_invitation(bytea), invitation_shown(bytea), accept_invitation(bytea, text),
        join_invitation(bytea), accounts_to_reset(text) from public;
      grant execute on function invitation_shown(bytea), accept_invitation(bytea, text), accounts_to_reset(text) to dsd_signin;
      grant execute on function join_invitation(bytea) to dsd_app;
      create index person_lower_email_idx on person (lower(email));
    `);
    await replaceFunctions(
      q,
      NAME,
      ['guard_person()'],
      `
      create or replace function guard_person() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if (old.account_id is not null and new.account_id is distinct from old.account_id)
          or (new.email is distinct from old.email and old.account_id is not null and old.id is distinct from public.app_actor()
              and not public.app_hands_out(old.account_id))
        then raise insufficient_privilege; end if;
        return new;
      end $$;`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
    await q.query(`
      drop index person_lower_email_idx;
      drop function accounts_to_reset(text); drop function join_invitation(bytea);
      drop function accept_invitation(bytea, text); drop function invitation_shown(bytea);
      drop function live_invitation(bytea);
      drop table password_reset; drop table invitation`);
  }
}
