import type { MigrationInterface, QueryRunner } from 'typeorm';
import { patchFunction, putBack } from './replace.js';

const NAME = 'ConsentTexts1796000700000';
const VERSION = '2026-11';

type Text = [purpose: string, language: 'nl' | 'en', title: string, ...body: string[]];

/** What people agreed to since the first day, word for word, and the same for the other purposes. */
const texts: Text[] = [
  [
    'intake',
    'nl',
    'Wat spreken we af?',
    '{school} leest alleen de onderdelen die zijn aangevinkt, en alleen voor de intake.',
    'Alleen medewerkers die de intake doen, kunnen het lezen. Ze mogen het niet doorgeven.',
    'Het stopt vanzelf op 1 oktober na de start van de opleiding, of eerder als de aanmelding of de toestemming wordt ingetrokken.',
    'Intrekken kan altijd en werkt meteen. Wat de school al had opgeslagen of geprint, kunnen we niet terughalen.',
    'Nee zeggen mag. De aanmelding gaat gewoon door.',
  ],
  [
    'intake',
    'en',
    'What do we agree on?',
    '{school} only reads the parts that are ticked, and only for the intake.',
    'Only staff who do the intake can read it. They may not pass it on.',
    'It ends by itself on 1 October after the programme starts, or earlier if the application or the consent is withdrawn.',
    'Withdrawing is always possible and works at once. What the school had already saved or printed cannot be taken back.',
    'Saying no is fine. The application simply goes on.',
  ],
  [
    'handover',
    'nl',
    'Wat spreken we af?',
    '{school} leest alleen de onderdelen die zijn aangevinkt, en alleen om een goede start op het mbo te regelen.',
    'Alleen de eigen studieloopbaanbegeleider kan het lezen, en Gegevens en klas ook wie daar de ondersteuning regelt. Ze mogen het niet doorgeven.',
    'Het stopt vanzelf op 1 augustus na het eerste schooljaar op het mbo, of eerder als de plaatsing of de toestemming stopt.',
    'Intrekken kan altijd en werkt meteen. Wat de school al had opgeslagen of geprint, kunnen we niet terughalen.',
    'Nee zeggen mag. De start op het mbo gaat gewoon door.',
  ],
  [
    'handover',
    'en',
    'What do we agree on?',
    '{school} only reads the parts that are ticked, and only to arrange a good start at the mbo.',
    'Only the student’s own career counsellor can read it, and Details and class also whoever arranges support there. They may not pass it on.',
    'It ends by itself on 1 August after the first school year at the mbo, or earlier if the placement or the consent ends.',
    'Withdrawing is always possible and works at once. What the school had already saved or printed cannot be taken back.',
    'Saying no is fine. The start at the mbo simply goes on.',
  ],
  [
    'follow-up',
    'nl',
    'Wat spreken we af?',
    '{school} leest alleen de onderdelen die zijn aangevinkt, en alleen om later samen te kijken hoe de overstap ging.',
    'Alleen medewerkers die de overstap volgen, kunnen het lezen. Ze mogen het niet doorgeven.',
    'Het stopt vanzelf twee jaar na de start van de opleiding, of eerder als de toestemming wordt ingetrokken.',
    'Intrekken kan altijd en werkt meteen. Wat de school al had opgeslagen of geprint, kunnen we niet terughalen.',
    'Nee zeggen mag. Voor de opleiding maakt het niets uit.',
  ],
  [
    'follow-up',
    'en',
    'What do we agree on?',
    '{school} only reads the parts that are ticked, and only to look back together later at how the transition went.',
    'Only staff who follow the transition can read it. They may not pass it on.',
    'It ends by itself two years after the programme starts, or earlier if the consent is withdrawn.',
    'Withdrawing is always possible and works at once. What the school had already saved or printed cannot be taken back.',
    'Saying no is fine. It makes no difference to the programme.',
  ],
];

/**
 * The texts that people agree to, with versions and in any language. A text that stands here is never changed and never
 * taken away: an answer keeps the one that was on the screen.
 */
export class ConsentTexts1796000700000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const [{ owner }] = (await q.query('select quote_ident(current_user) as owner')) as [{ owner: string }];
    await q.query(`
      create table consent_text (
        id uuid not null,
        version text not null,
        purpose text not null,
        language text not null,
        language_name text not null,
        title text not null,
        body text[] not null,
        valid_from timestamptz not null,
        samenwerkingsverband_id uuid,
        added_by uuid,
        added_at timestamptz not null,
        constraint consent_text_pkey primary key (id)
      );
      create unique index consent_text_for_all_idx on consent_text (purpose, version, language) where samenwerkingsverband_id is null;
      create unique index consent_text_of_region_idx on consent_text (samenwerkingsverband_id, purpose, version, language)
        where samenwerkingsverband_id is not null;
      alter table consent_text add constraint consent_text_samenwerkingsverband_id_fkey
        foreign key (samenwerkingsverband_id) references samenwerkingsverband(id);

      alter table consent add column to_school_named text not null default '';
      update consent c set to_school_named = s.name from school s where s.id = c.to_school_id;
      alter table consent_answer add column text_id uuid;
      alter table consent_answer add constraint consent_answer_text_id_fkey foreign key (text_id) references consent_text(id);
    `);
    for (const [purpose, language, title, ...body] of texts)
      await q.query(
        `insert into consent_text (id, version, purpose, language, language_name, title, body, valid_from, added_at)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, '2020-01-01', '2020-01-01')`,
        [VERSION, purpose, language, language === 'nl' ? 'Nederlands' : 'English', title, body],
      );
    await q.query(`
      -- The version that a new yes is given to: of those that have begun, product-wide or of the region of the home school,
      -- the one that began last. A translation that is added later makes its version no newer.
      create function consent_text_newest(p_purpose text, p_school uuid) returns text
        language sql stable set search_path = pg_catalog, public as $$
        select t.version from public.consent_text t join public.school s on s.id = p_school
         where t.purpose = p_purpose and (t.samenwerkingsverband_id is null or t.samenwerkingsverband_id = s.samenwerkingsverband_id)
         group by t.version having min(t.valid_from) <= public.app_now() order by min(t.valid_from) desc, t.version desc limit 1 $$;
      revoke execute on function consent_text_newest(text, uuid) from public;
      grant execute on function consent_text_newest(text, uuid) to dsd_app;

      alter table consent_text enable row level security;
      alter table consent_text force row level security;
      create policy consent_text_owner on consent_text to ${owner} using (true) with check (true);
      -- Nothing of a pupil is in it.
      create policy consent_text_select on consent_text for select to dsd_app using (true);
      create policy consent_text_insert on consent_text for insert to dsd_app with check (
        (select app_has('coordinator')) and added_by = (select app_actor()) and added_at = (select app_now())
        and samenwerkingsverband_id = (select s.samenwerkingsverband_id from school s where s.id = (select app_school())));
      grant select, insert on consent_text to dsd_app;
      grant update (text_version) on consent to dsd_app;
      grant update (text_id) on consent_answer to dsd_app;

      -- A version begins in Dutch, from now on or later, and never under the name of one of ours; a translation comes to a
      -- version that is there, in a language that it does not have yet, and counts from that moment on.
      create function guard_consent_text() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      declare starts timestamptz; wrong boolean;
      begin
        select min(t.valid_from) into starts from public.consent_text t where t.purpose = new.purpose and t.version = new.version
           and (t.samenwerkingsverband_id is null or t.samenwerkingsverband_id = new.samenwerkingsverband_id);
        if starts is null then
          wrong := new.language <> 'nl' or new.version !~ '-regio(-[0-9]+)?$' or new.valid_from < public.app_now();
        else
          wrong := new.valid_from <> greatest(starts, public.app_now()) or exists (select 1 from public.consent_text t
            where t.purpose = new.purpose and t.version = new.version and t.language = new.language
              and (t.samenwerkingsverband_id is null or t.samenwerkingsverband_id = new.samenwerkingsverband_id));
        end if;
        if wrong then raise insufficient_privilege; end if;
        return new;
      end $$;
      create trigger guard before insert on consent_text for each row when (current_user = 'dsd_app')
        execute function guard_consent_text();

      -- A share is made under the newest text and under the name that the school has then. It gets a newer text only while
      -- nobody else's yes to the older one stands: everyone says yes to the same words.
      create function guard_consent_version() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      declare newest text := public.consent_text_newest(new.purpose, new.school_id);
      begin
        if new.text_version is distinct from newest
           or (tg_op = 'INSERT' and new.to_school_named is distinct from (select s.name from public.school s where s.id = new.to_school_id))
           or (tg_op = 'UPDATE' and exists (select 1 from public.consent_answer a where a.consent_id = new.id and a.agreed
                 and a.by_id is distinct from public.app_actor())) then
          raise insufficient_privilege;
        end if;
        return new;
      end $$;
      create trigger guard_version before insert on consent for each row when (current_user = 'dsd_app')
        execute function guard_consent_version();
      create trigger guard_version_changed before update on consent for each row
        when (current_user = 'dsd_app' and new.text_version is distinct from old.text_version)
        execute function guard_consent_version();

      -- An answer keeps the text that was on the screen: one of the version and purpose of the share, for this region.
      create function guard_answer_text() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if not exists (select 1 from public.consent c join public.consent_text t on t.id = new.text_id
             join public.school s on s.id = c.school_id
            where c.id = new.consent_id and t.purpose = c.purpose and t.version = c.text_version and t.valid_from <= public.app_now()
              and (t.samenwerkingsverband_id is null or t.samenwerkingsverband_id = s.samenwerkingsverband_id)) then
          raise insufficient_privilege;
        end if;
        return new;
      end $$;
      create trigger guard_text before insert or update on consent_answer for each row when (current_user = 'dsd_app')
        execute function guard_answer_text();
      revoke execute on function guard_consent_text(), guard_consent_version(), guard_answer_text() from public;
    `);
    await patchFunction(
      q,
      NAME,
      'consent_keep_answers(uuid, uuid)',
      ['agreed, at)', 'agreed, at, text_id)'],
      ['a.agreed, a.at', 'a.agreed, a.at, a.text_id'],
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
    await q.query(`
      drop trigger guard_text on consent_answer; drop trigger guard_version_changed on consent; drop trigger guard_version on consent;
      drop function guard_answer_text(); drop function guard_consent_version();
      revoke update (text_version) on consent from dsd_app; revoke update (text_id) on consent_answer from dsd_app;
      alter table consent_answer drop column text_id; alter table consent drop column to_school_named;
      drop table consent_text;
      drop function guard_consent_text(); drop function consent_text_newest(text, uuid);
    `);
  }
}
