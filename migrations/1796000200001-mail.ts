import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Messages that wait or were sent. A row says to whom and which kind, never an address and never a text: the address is
 * looked up at the moment of sending, by a function that only the login of the jobs may call.
 */
export class Mail1796000200001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const [{ owner }] = (await q.query('select quote_ident(current_user) as owner')) as [{ owner: string }];
    await q.query(`
      create table mail_message (
        id uuid not null,
        kind text not null,
        person_id uuid,
        pupil_id uuid,
        school_id uuid,
        secret bytea,
        status text not null default 'waiting',
        reason text,
        tries integer not null default '0',
        created_at timestamptz not null,
        expires_at timestamptz,
        next_try_at timestamptz not null,
        claimed_until timestamptz,
        ended_at timestamptz,
        constraint mail_message_pkey primary key (id)
      );
      create index mail_message_next_try_at_idx on mail_message (next_try_at) where status = 'waiting';
      create index mail_message_person_id_created_at_idx on mail_message (person_id, created_at);
      create index mail_message_pupil_id_created_at_idx on mail_message (pupil_id, created_at);
      alter table mail_message add constraint mail_message_person_id_fkey foreign key (person_id) references person(id);
      alter table mail_message add constraint mail_message_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id,school_id);
      alter table mail_message add constraint mail_message_school_id_fkey foreign key (school_id) references school(id);

      alter table mail_message enable row level security;
      alter table mail_message force row level security;
      create policy mail_message_owner on mail_message to ${owner} using (true) with check (true);
      -- The administrator follows the invitations of the own school; nobody reads who else got mail.
      create policy mail_message_select on mail_message for select to dsd_app using (
        kind = 'staff-invitation' and school_id = (select app_school()) and (select app_has('school-administrator')));
      grant select (id, kind, person_id, school_id, status, reason, created_at, next_try_at, ended_at) on mail_message to dsd_app;
      create policy mail_message_jobs on mail_message to dsd_jobs using (true) with check (true);
      grant select, delete, update (secret, status, reason, tries, next_try_at, claimed_until, ended_at) on mail_message to dsd_jobs;
      grant select (id, name) on school to dsd_jobs;
      insert into job_task (name) values ('mail.send');

      create function keep_mail(p_id uuid, p_kind text, p_person uuid, p_pupil uuid, p_school uuid, p_secret bytea, p_expires timestamptz)
        returns void language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        insert into public.mail_message (id, kind, person_id, pupil_id, school_id, secret, created_at, expires_at, next_try_at)
        values (p_id, p_kind, p_person, p_pupil, p_school, p_secret, public.app_now(), p_expires, public.app_now());
      end $$;

      -- A message with a one-time link, for the two occasions there are. False where nobody has an address.
      create function queue_link_mail(p_id uuid, p_kind text, p_person uuid, p_school uuid, p_secret bytea, p_expires timestamptz)
        returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        if not (case p_kind
          when 'staff-invitation' then public.app_has('school-administrator') and p_school = public.app_school()
            and exists (select 1 from public.role_assignment r where r.person_id = p_person and r.school_id = p_school)
          when 'password-reset' then session_user = 'dsd_signin'
          else false end)
        then raise insufficient_privilege; end if;
        if not exists (select 1 from public.person p where p.id = p_person and p.email <> '') then return false; end if;
        perform public.keep_mail(p_id, p_kind, p_person, null, p_school, p_secret, p_expires);
        perform public.enqueue_job('mail.send', array[p_id]);
        return true;
      end $$;

      -- Tells people that something is there for them: only who can sign in and has an address, and of one kind once an
      -- hour, however much there is to see. A list of: {personId}, {pupilId}, {guardiansOf}, {schoolId, role}.
      create function queue_notices(p_kind text, p_to jsonb) returns int
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare sent uuid[];
      begin
        if p_kind in ('staff-invitation', 'password-reset') then raise insufficient_privilege; end if;
        with wanted as (
          select * from jsonb_to_recordset(p_to) as x("personId" uuid, "pupilId" uuid, "guardiansOf" uuid, "schoolId" uuid, role text)
        ), people as (
          select w."personId" as id from wanted w where w."personId" is not null
          union select g.person_id from wanted w join public.guardian g on g.pupil_id = w."guardiansOf" and g.custody
          union select r.person_id from wanted w join public.role_assignment r on r.school_id = w."schoolId" and r.role = w.role
            and r.valid_from <= public.app_today() and coalesce(r.valid_until, 'infinity') >= public.app_today()
        ), reached as (
          select p.id as person, null::uuid as pupil, null::uuid as school, p.account_id, p.email
            from people x join public.person p on p.id = x.id
          union all
          select null, u.id, u.school_id, u.account_id, u.email from wanted w join public.pupil u on u.id = w."pupilId"
        ), due as (
          select gen_random_uuid() as id, r.* from reached r join public.account a on a.id = r.account_id
           where r.email <> '' and a.activated_at is not null and a.disabled_at is null
             and not exists (select 1 from public.mail_message m where m.kind = p_kind and m.status <> 'failed'
               and (m.person_id = r.person or m.pupil_id = r.pupil) and m.created_at > public.app_now() - interval '1 hour')
        ), kept as (
          select d.id, public.keep_mail(d.id, p_kind, d.person, d.pupil, d.school, null, null) from due d
        )
        select array_agg(k.id) into sent from kept k;
        if sent is null then return 0; end if;
        perform public.enqueue_job('mail.send', sent);
        return cardinality(sent);
      end $$;

      -- An invitation that was withdrawn is not sent any more.
      create function cancel_mail(p_id uuid) returns void
        language sql security definer set search_path = pg_catalog, public as $$
        update public.mail_message m set status = 'failed', reason = 'withdrawn', secret = null, ended_at = public.app_now()
         where m.id = p_id and m.status = 'waiting' and m.kind = 'staff-invitation'
           and m.school_id = public.app_school() and public.app_has('school-administrator') $$;

      -- Where a message that waits has to go, at the moment of sending.
      create function mail_address(p_id uuid) returns text
        language sql stable security definer set search_path = pg_catalog, public as $$
        select coalesce(p.email, u.email) from public.mail_message m
          left join public.person p on p.id = m.person_id left join public.pupil u on u.id = m.pupil_id
         where m.id = p_id and m.status = 'waiting' $$;

      revoke execute on function keep_mail(uuid, text, uuid, uuid, uuid, bytea, timestamptz),
        queue_link_mail(uuid, text, uuid, uuid, bytea, timestamptz), queue_notices(text, jsonb), cancel_mail(uuid),
        mail_address(uuid) from public;
      grant execute on function queue_link_mail(uuid, text, uuid, uuid, bytea, timestamptz) to dsd_app, dsd_signin;
      grant execute on function queue_notices(text, jsonb) to dsd_app, dsd_signin, dsd_jobs;
      grant execute on function cancel_mail(uuid) to dsd_app;
      grant execute on function mail_address(uuid) to dsd_jobs`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function mail_address(uuid); drop function cancel_mail(uuid); drop function queue_notices(text, jsonb);
      drop function queue_link_mail(uuid, text, uuid, uuid, bytea, timestamptz);
      drop function keep_mail(uuid, text, uuid, uuid, uuid, bytea, timestamptz);
      delete from job_task where name = 'mail.send';
      revoke select (id, name) on school from dsd_jobs;
      drop table mail_message`);
  }
}
