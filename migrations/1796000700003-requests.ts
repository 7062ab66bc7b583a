import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A school says why it asks, and asks again only after a while; the pupil may put a request off. */
export class Requests1796000700003 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table consent add column asked_reason text;
      alter table consent add column later_until timestamptz;
      grant update (later_until) on consent to dsd_app;

      -- May this school ask? Not while something stands, and not within fourteen days of a no or of a share that was taken back.
      create function consent_may_ask(p_pupil uuid, p_school uuid, p_purpose text) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return not exists (select 1 from public.consent c
          left join public.consent_answer a on a.consent_id = c.id and a.by_id = c.pupil_id and not a.agreed
         where c.pupil_id = p_pupil and c.to_school_id = p_school and c.purpose = p_purpose
           and case when c.withdrawn_at is not null then c.withdrawn_at > public.app_now() - interval '336 hours'
                 else c.valid_until > public.app_now()
                   and coalesce(a.at, 'infinity') > public.app_now() - interval '336 hours' end);
      end $$;
      revoke execute on function consent_may_ask(uuid, uuid, text) from public;
      grant execute on function consent_may_ask(uuid, uuid, text) to dsd_app;

      -- Whoever asks says why, in one of our words, and not too soon; whoever gives says nothing of the kind. Only the pupil
      -- puts a request off, for a month at most, and only while it waits for him.
      create function guard_consent_request() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      declare wrong boolean;
      begin
        if tg_op = 'INSERT' then
          wrong := new.later_until is not null or case when new.asked_by is null then new.asked_reason is not null
            else coalesce(new.asked_reason, '') not in ('shorter-talk', 'no-talk', 'prepare-talk', 'right-programme', 'good-start', 'support')
              or not public.consent_may_ask(new.pupil_id, new.to_school_id, new.purpose) end;
        else
          wrong := new.pupil_id is distinct from public.app_actor() or new.asked_by is null
            or new.later_until is null or new.later_until > public.app_now() + interval '31 days'
            or exists (select 1 from public.consent_answer a where a.consent_id = new.id and a.by_id = new.pupil_id);
        end if;
        if wrong then raise insufficient_privilege; end if;
        return new;
      end $$;
      revoke execute on function guard_consent_request() from public;
      create trigger guard_request before insert on consent for each row when (current_user = 'dsd_app')
        execute function guard_consent_request();
      create trigger guard_request_later before update on consent for each row
        when (current_user = 'dsd_app' and new.later_until is distinct from old.later_until)
        execute function guard_consent_request();
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop trigger guard_request_later on consent; drop trigger guard_request on consent; drop function guard_consent_request();
      drop function consent_may_ask(uuid, uuid, text);
      revoke update (later_until) on consent from dsd_app;
      alter table consent drop column later_until; alter table consent drop column asked_reason`);
  }
}
