import type { MigrationInterface, QueryRunner } from 'typeorm';
import { patchFunction, putBack } from './replace.js';

const NAME = 'PaperAnswers1796000700002';

/**
 * The answer of a guardian who does not sign in, on paper. The school records it with two names; it never takes the place
 * of an answer that the guardian gave himself. The application writes it through one function and in no other way.
 */
export class PaperAnswers1796000700002 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const table of ['consent_answer', 'consent_answer_past'])
      await q.query(`
        alter table ${table} add column recorded_by uuid;
        alter table ${table} add column second_id uuid;
        alter table ${table} add column signed_on date;
        alter table ${table} add constraint ${table}_recorded_by_fkey foreign key (recorded_by) references person(id);
        alter table ${table} add constraint ${table}_second_id_fkey foreign key (second_id) references person(id);`);
    await q.query(`
      grant update (recorded_by, second_id, signed_on) on consent_answer to dsd_app;
      -- Whoever answers himself answers in no other's name: what was on paper goes, and stays among the earlier answers.
      create function guard_answer_paper() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if num_nonnulls(new.recorded_by, new.second_id, new.signed_on) > 0 then raise insufficient_privilege; end if;
        return new;
      end $$;
      create trigger guard_paper before insert or update on consent_answer for each row when (current_user = 'dsd_app')
        execute function guard_answer_paper();

      -- Who may write down what a guardian of this pupil signed: the mentor, a decaan, the administrator; under 16 only.
      create function app_records_paper(p_pupil uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return public.app_kind() = 'staff' and exists (select 1 from public.pupil p
          where p.id = p_pupil and p.school_id = public.app_school() and public.app_age(p.birth_date, public.app_today()) < 16
            and (p.left_on is null or p.left_on > public.app_today())
            and (public.app_mentors(p.id) or public.app_has('decaan', 'school-administrator')));
      end $$;

      -- The shares of a pupil that can be answered, with the guardians with custody: whether one answered, never what.
      create function consents_for_paper(p_pupil uuid)
        returns table (id uuid, to_school text, sections text[], purpose text, text_version text, made_on date, guardians jsonb)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select c.id, s.name, c.sections, c.purpose, c.text_version, (c.created_at at time zone 'Europe/Amsterdam')::date,
               coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'name',
                    concat_ws(' ', nullif(x.given_name, ''), nullif(x.infix, ''), x.family_name),
                    'said', case when a.id is null then null when a.recorded_by is null then 'self' else 'paper' end)
                  order by x.family_name, x.given_name, x.id)
                  from public.guardian g join public.person x on x.id = g.person_id
                  left join public.consent_answer a on a.consent_id = c.id and a.by_id = g.person_id
                 where g.pupil_id = c.pupil_id and g.custody), '[]')
          from public.consent c join public.school s on s.id = c.to_school_id
         where c.pupil_id = p_pupil and c.withdrawn_at is null and c.valid_until > public.app_now()
           and public.app_records_paper(p_pupil)
         order by c.created_at desc, c.id $$;

      -- Writes it down, and what follows from it. Everything is asked again here: the first wall is not believed.
      create function record_paper_answer(p_consent uuid, p_guardian uuid, p_agreed boolean, p_signed_on date, p_second uuid, p_text uuid)
        returns void language plpgsql security definer set search_path = pg_catalog, public as $$
      declare c public.consent%rowtype;
      begin
        select x.* into c from public.consent x where x.id = p_consent and x.withdrawn_at is null and x.valid_until > public.app_now();
        if not found or not public.app_records_paper(c.pupil_id)
           or p_agreed is null or p_signed_on is null or p_signed_on > public.app_today()
           or p_signed_on < (c.created_at at time zone 'Europe/Amsterdam')::date
           or p_second is null or p_second in (public.app_actor(), p_guardian) or p_guardian = public.app_actor()
           or public.roles_now(p_second, public.app_school()) = '{}'
           or not exists (select 1 from public.guardian g where g.pupil_id = c.pupil_id and g.person_id = p_guardian and g.custody)
           or exists (select 1 from public.consent_answer a where a.consent_id = c.id and a.by_id = p_guardian and a.recorded_by is null)
           or not exists (select 1 from public.consent_text t join public.school s on s.id = c.school_id
                where t.id = p_text and t.purpose = c.purpose and t.version = c.text_version and t.valid_from <= public.app_now()
                  and (t.samenwerkingsverband_id is null or t.samenwerkingsverband_id = s.samenwerkingsverband_id))
        then raise insufficient_privilege; end if;
        insert into public.consent_answer (id, consent_id, pupil_id, school_id, by_role, by_id, agreed, at, text_id, recorded_by,
                second_id, signed_on)
        values (gen_random_uuid(), c.id, c.pupil_id, c.school_id, 'guardian', p_guardian, p_agreed, public.app_now(), p_text,
                public.app_actor(), p_second, p_signed_on)
        on conflict (consent_id, by_id) do update set agreed = excluded.agreed, at = excluded.at, text_id = excluded.text_id,
          recorded_by = excluded.recorded_by, second_id = excluded.second_id, signed_on = excluded.signed_on;
        update public.consent x set version = x.version + 1, in_force_since = case
            when not p_agreed then null
            when x.in_force_since is null and public.consent_complete(x.id) then public.app_now()
            else x.in_force_since end
         where x.id = c.id;
      end $$;
      revoke execute on function guard_answer_paper(), app_records_paper(uuid), consents_for_paper(uuid),
        record_paper_answer(uuid, uuid, boolean, date, uuid, uuid) from public;
      grant execute on function app_records_paper(uuid), consents_for_paper(uuid),
        record_paper_answer(uuid, uuid, boolean, date, uuid, uuid) to dsd_app;
    `);
    await patchFunction(
      q,
      NAME,
      'consent_keep_answers(uuid, uuid)',
      ['agreed, at, text_id)', 'agreed, at, text_id, recorded_by, second_id, signed_on)'],
      ['a.agreed, a.at, a.text_id', 'a.agreed, a.at, a.text_id, a.recorded_by, a.second_id, a.signed_on'],
    );
    await patchFunction(
      q,
      NAME,
      'keep_consent_answer()',
      ['text_id, replaced_at)', 'text_id, recorded_by, second_id, signed_on, replaced_at)'],
      ['old.text_id, public.app_now()', 'old.text_id, old.recorded_by, old.second_id, old.signed_on, public.app_now()'],
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
    await q.query(`
      drop function record_paper_answer(uuid, uuid, boolean, date, uuid, uuid); drop function consents_for_paper(uuid);
      drop function app_records_paper(uuid);
      drop trigger guard_paper on consent_answer; drop function guard_answer_paper();
      revoke update (recorded_by, second_id, signed_on) on consent_answer from dsd_app;`);
    for (const table of ['consent_answer', 'consent_answer_past'])
      await q.query(
        `alter table ${table} drop column signed_on; alter table ${table} drop column second_id; alter table ${table} drop column recorded_by`,
      );
  }
}
