import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An answer that is given anew takes the place of the earlier one, and the earlier one is kept: who said yes, no and yes
 * again can be shown later. Only the database writes here.
 */
export class ConsentHistory1796000700001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const [{ owner }] = (await q.query('select quote_ident(current_user) as owner')) as [{ owner: string }];
    await q.query(`
      create table consent_answer_past (
        id uuid not null,
        consent_id uuid not null,
        pupil_id uuid not null,
        school_id uuid not null,
        by_role text not null,
        by_id uuid not null,
        agreed boolean not null,
        at timestamptz not null,
        text_id uuid,
        replaced_at timestamptz not null,
        constraint consent_answer_past_pkey primary key (id)
      );
      create index consent_answer_past_consent_id_idx on consent_answer_past (consent_id);
      create index consent_answer_past_pupil_id_idx on consent_answer_past (pupil_id);
      alter table consent_answer_past add constraint consent_answer_past_consent_id_pupil_id_fkey
        foreign key (consent_id, pupil_id) references consent(id, pupil_id);
      alter table consent_answer_past add constraint consent_answer_past_pupil_id_school_id_fkey
        foreign key (pupil_id, school_id) references pupil(id, school_id);
      alter table consent_answer_past add constraint consent_answer_past_text_id_fkey foreign key (text_id) references consent_text(id);
      alter table consent_answer_past enable row level security;
      alter table consent_answer_past force row level security;
      create policy consent_answer_past_owner on consent_answer_past to ${owner} using (true) with check (true);
      -- For whoever sees the answers that stand.
      create policy consent_answer_past_select on consent_answer_past for select to dsd_app using (
        (school_id = (select app_school()) and (select app_wide('consents'))) or pupil_id = (select app_actor())
        or app_mentors(pupil_id) or app_guards(pupil_id, false, null));
      grant select on consent_answer_past to dsd_app;

      create function keep_consent_answer() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        insert into public.consent_answer_past (id, consent_id, pupil_id, school_id, by_role, by_id, agreed, at, text_id, replaced_at)
        values (gen_random_uuid(), old.consent_id, old.pupil_id, old.school_id, old.by_role, old.by_id, old.agreed, old.at,
                old.text_id, public.app_now());
        return null;
      end $$;
      revoke execute on function keep_consent_answer() from public;
      create trigger keep after update on consent_answer for each row
        when ((old.agreed, old.at) is distinct from (new.agreed, new.at)) execute function keep_consent_answer();
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop trigger keep on consent_answer; drop function keep_consent_answer();
      drop table consent_answer_past`);
  }
}
