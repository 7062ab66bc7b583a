/** The functions of erasure, for migration 1796001400001. They run as the owner; who may ask for what stands in each. */
const definer = 'security definer set search_path = pg_catalog, public';

export const erasureFunctionNames = [
  'retention_due(uuid, uuid[])',
  'make_retention_report(uuid)',
  'make_retention_reports()',
  'retention_preview()',
  'erase_accounts(uuid[])',
  'scrub_repeats(uuid[], uuid[])',
  'scrub_uploads(uuid[])',
  'erase_contact(uuid[])',
  'erase_roster(uuid[])',
  'erase_parts(uuid[], text[])',
  'is_held(uuid)',
  'retention_erase(uuid, int)',
  'retention_sweep()',
  'retention_tidy()',
  'erase_requested(uuid)',
  'erasure_counts(uuid)',
  'kept_number(uuid)',
  'pupil_with_number(text)',
] as const;

const due = `
  -- What is kept longer than its term, of a school or of these pupils: counted from the day on which the pupil left, or,
  -- where the school never said so, from the end of the last school year in which he stood in a klas.
  create function retention_due(p_school uuid, p_pupils uuid[])
    returns table (pupil_id uuid, school_id uuid, part text, anchor text, since date, due_on date, basis text)
    language sql stable ${definer} as $$
    with gone as (
      select p.id, p.school_id, case when p.left_on is null then 'last-enrolment' else 'left' end as anchor,
             coalesce(p.left_on, (select max(coalesce(e.valid_until, make_date(e.school_year + 1, 7, 31)))
                from public.enrolment e where e.pupil_id = p.id)) as since
        from public.pupil p
       where p.erased_at is null and (p_school is null or p.school_id = p_school) and (p_pupils is null or p.id = any(p_pupils)))
    select g.id, g.school_id, t.part, g.anchor, g.since, (g.since + t.term)::date, t.basis
      from gone g join public.retention_term t on t.anchor = 'left' and (g.since + t.term)::date <= public.app_today()
     where not exists (select 1 from public.retention_item i where i.pupil_id = g.id and i.part = t.part
       and i.since = g.since and i.outcome = 'erased') $$;

  create function is_held(p_pupil uuid) returns boolean language sql stable ${definer} as $$
    select exists (select 1 from public.legal_hold h where h.pupil_id = p_pupil and h.lifted_at is null) $$;

  -- Brings the report that waits for confirmation up to date, or makes one; nothing is erased by it. Its version changes
  -- with its content, so that nobody confirms what he did not see. Null: nothing is due.
  create function make_retention_report(p_school uuid) returns uuid language plpgsql ${definer} as $$
  declare open uuid; changes int; n int;
  begin
    if session_user <> 'dsd_jobs' and not (p_school is not distinct from public.app_school()
        and public.app_has('school-administrator', 'privacy-officer')) then raise insufficient_privilege; end if;
    perform pg_advisory_xact_lock(hashtextextended(p_school::text, 7517));
    select r.id into open from public.retention_report r where r.school_id = p_school and r.confirmed_at is null for update;
    if open is null then
      if not exists (select 1 from public.retention_due(p_school, null)) then return null; end if;
      open := gen_random_uuid();
      insert into public.retention_report (id, school_id, made_at, made_by)
      values (open, p_school, public.app_now(), public.app_actor());
    end if;
    delete from public.retention_item i where i.report_id = open and not exists (
      select 1 from public.retention_due(p_school, null) d where (d.pupil_id, d.part, d.since) = (i.pupil_id, i.part, i.since));
    get diagnostics changes = row_count;
    insert into public.retention_item (report_id, pupil_id, school_id, part, anchor, since, due_on, basis)
    select open, d.pupil_id, d.school_id, d.part, d.anchor, d.since, d.due_on, d.basis from public.retention_due(p_school, null) d
      on conflict do nothing;
    get diagnostics n = row_count;
    if changes + n > 0 then
      update public.retention_report r set version = r.version + 1, made_at = public.app_now() where r.id = open;
    end if;
    if not exists (select 1 from public.retention_item i where i.report_id = open) then
      delete from public.retention_report r where r.id = open;
      return null;
    end if;
    return open;
  end $$;
  -- What a report would hold, with the number of each pupil: for whoever runs the command. Changes nothing.
  create function retention_preview() returns table (school text, pupil_number text, part text, anchor text, since date,
      due_on date, basis text, held boolean) language sql stable ${definer} as $$
    select s.name, p.pupil_number, d.part, d.anchor, d.since, d.due_on, d.basis, public.is_held(d.pupil_id)
      from public.retention_due(null, null) d join public.pupil p on p.id = d.pupil_id join public.school s on s.id = d.school_id
     order by s.name, p.pupil_number, d.part $$;
  create function make_retention_reports() returns setof uuid language sql ${definer} as $$
    select x.id from public.school s, lateral public.make_retention_report(s.id) as x(id) where x.id is not null $$;
`;

const parts = `
  -- Whatever hangs on an account goes with it: sessions, codes, ways of signing in.
  create function erase_accounts(p_accounts uuid[]) returns void language plpgsql ${definer} as $$
  declare r record;
  begin
    for r in select c.conrelid::regclass as place, a.attname as name from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype = 'f' and c.confrelid = 'public.account'::regclass
         and c.conrelid not in ('public.pupil'::regclass, 'public.person'::regclass) loop
      execute format('delete from %s where %I = any($1)', r.place, r.name) using p_accounts;
    end loop;
    delete from public.account a where a.id = any(p_accounts)
      and not exists (select 1 from public.pupil p where p.account_id = a.id)
      and not exists (select 1 from public.person p where p.account_id = a.id);
  end $$;

  -- Answers that are kept to give them twice: those to these people go, and those that speak of them lose what they say.
  -- A message for the next page is in a cookie, where nobody can look for a name; it is only left out, for everyone.
  create function scrub_repeats(p_pupils uuid[], p_persons uuid[]) returns void language plpgsql ${definer} as $$
  declare words text[];
  begin
    delete from public.idempotency i where i.actor_id = any(p_pupils || p_persons);
    select array_agg(distinct w) into words from (
      select unnest(array[p.id::text, to_json(p.pupil_number)::text, to_json(p.family_name)::text,
          concat_ws(' ', p.given_name, nullif(p.infix, ''), p.family_name), p.email, a.login]) as w
        from public.pupil p left join public.account a on a.id = p.account_id where p.id = any(p_pupils) and p.erased_at is null
      union all
      select unnest(array[p.id::text, concat_ws(' ', nullif(p.given_name, ''), nullif(p.infix, ''), p.family_name), p.email, a.login])
        from public.person p left join public.account a on a.id = p.account_id where p.id = any(p_persons)) x
     where length(w) > 3;
    update public.idempotency i set response = null
     where exists (select 1 from unnest(words) w where position(w in i.response::text) > 0);
    update public.idempotency i set response = jsonb_set(i.response, '{headers}', coalesce((select jsonb_agg(h)
        from jsonb_array_elements(i.response->'headers') h where h->>0 <> 'set-cookie'), '[]'))
     where i.response->'headers' @> '[["set-cookie"]]';
  end $$;

  -- A file that was read and names one of these pupils is no longer a file to apply.
  create function scrub_uploads(p_pupils uuid[]) returns void language plpgsql ${definer} as $$
  begin
    update public.roster_import i set parsed = null, preview = null, result = case when i.status = 'applied' then
        (select jsonb_object_agg(k, v) from jsonb_each(i.result) as e(k, v) where jsonb_typeof(v) = 'number') end,
        file_name = '', status = case when i.status = 'applied' then i.status else 'expired' end
      from public.pupil p
     where p.id = any(p_pupils) and p.school_id = i.school_id and p.erased_at is null and exists (
       select 1 from unnest(array[i.parsed::text, i.preview::text, i.result::text, i.file_name]) t(said)
        where position(to_json(p.pupil_number)::text in said) > 0 or position(p.family_name in said) > 0);
  end $$;

  -- Guardians who guard nobody else and work nowhere go with their account; of the pupil what he signs in and is reached by.
  create function erase_contact(p_pupils uuid[]) returns void language plpgsql ${definer} as $$
  declare persons uuid[]; accounts uuid[];
  begin
    select coalesce(array_agg(distinct g.person_id), '{}') into persons from public.guardian g
     where g.pupil_id = any(p_pupils)
       and not exists (select 1 from public.guardian o where o.person_id = g.person_id and o.pupil_id <> all(p_pupils))
       and not exists (select 1 from public.role_assignment r where r.person_id = g.person_id);
    select coalesce(array_agg(x.account_id), '{}') into accounts from (
      select p.account_id from public.pupil p where p.id = any(p_pupils) and p.account_id is not null
      union select p.account_id from public.person p where p.id = any(persons) and p.account_id is not null) x;
    perform public.scrub_repeats(p_pupils, persons);
    delete from public.mail_message m where m.pupil_id = any(p_pupils) or m.person_id = any(persons);
    delete from public.guardian g where g.pupil_id = any(p_pupils);
    delete from public.mentor_assignment m where m.pupil_id = any(p_pupils);
    update public.pupil p set account_id = null, email = null, guardian_sections = '{}', guardian_sections_at = null,
           version = p.version + 1
     where p.id = any(p_pupils) and p.erased_at is null;
    delete from public.person p where p.id = any(persons);
    perform public.erase_accounts(accounts);
  end $$;

  -- What is left of a pupil is a row without a name, so that what was recorded of him keeps something to stand on.
  create function erase_roster(p_pupils uuid[]) returns void language plpgsql ${definer} as $$
  begin
    perform public.scrub_repeats(p_pupils, '{}');
    perform public.scrub_uploads(p_pupils);
    delete from public.rectification r where r.pupil_id = any(p_pupils);
    delete from public.enrolment e where e.pupil_id = any(p_pupils);
    update public.erasure_request r set words = '', answer = '' where r.pupil_id = any(p_pupils);
    update public.legal_hold h set reason = '', lifted_reason = '' where h.pupil_id = any(p_pupils);
    update public.pupil p set pupil_number = p.id::text, given_name = '', register_name = null, infix = '', family_name = '',
           birth_date = '1900-01-01', email = null, left_on = public.app_today(), erased_at = public.app_now(),
           version = p.version + 1
     where p.id = any(p_pupils) and p.erased_at is null;
  end $$;

  -- Without who he is nothing else can stay, so that goes last and takes everything along.
  create function erase_parts(p_pupils uuid[], p_parts text[]) returns void language plpgsql ${definer} as $$
  declare step record;
  begin
    for step in select s.does from public.erasure_step s
       where s.part = any(p_parts) or 'roster' = any(p_parts) order by s.position loop
      execute step.does using p_pupils;
    end loop;
  end $$;
`;

const work = `
  -- Does what was confirmed, for a number of pupils at once and a pupil as a whole or not at all. Whom somebody else is at
  -- is left for later; who is held stays, and so does who came back meanwhile.
  create function retention_erase(p_report uuid, p_limit int)
    returns table (pupil_id uuid, school_id uuid, parts text[], whole boolean, outcome text) language plpgsql ${definer} as $$
  declare locked uuid[]; g record;
  begin
    select array_agg(x.id) into locked from (
      select p.id from public.pupil p where p.id in (
          select i.pupil_id from public.retention_item i join public.retention_report r on r.id = i.report_id
           where r.confirmed_at is not null and i.outcome is null and (p_report is null or r.id = p_report))
       order by p.id limit p_limit for update skip locked) x;
    if locked is null then return; end if;
    update public.retention_item i set done_at = public.app_now(), outcome = case
        when public.is_held(i.pupil_id) then 'holding'
        when exists (select 1 from public.retention_due(null, locked) d
          where (d.pupil_id, d.part, d.since) = (i.pupil_id, i.part, i.since)) then 'erasing'
        else 'skipping' end
      from public.retention_report r
     where r.id = i.report_id and r.confirmed_at is not null and (p_report is null or r.id = p_report)
       and i.pupil_id = any(locked) and i.outcome is null;
    for g in select y.parts, array_agg(y.pupil_id) as pupils from (
        select i.pupil_id, array_agg(distinct i.part order by i.part) as parts from public.retention_item i
         where i.pupil_id = any(locked) and i.outcome = 'erasing' group by i.pupil_id) y group by y.parts loop
      perform public.erase_parts(g.pupils, g.parts);
    end loop;
    return query
      with done as (update public.retention_item i
           set outcome = case i.outcome when 'erasing' then 'erased' when 'holding' then 'held' else 'not-due' end
         where i.pupil_id = any(locked) and i.outcome in ('erasing', 'holding', 'skipping') returning i.*)
      select d.pupil_id, d.school_id, array_agg(distinct d.part order by d.part), bool_or(d.part = 'roster'), d.outcome
        from done d group by d.pupil_id, d.school_id, d.outcome;
    update public.retention_report r set done_at = public.app_now() where r.confirmed_at is not null and r.done_at is null
      and not exists (select 1 from public.retention_item i where i.report_id = r.id and i.outcome is null);
  end $$;

  -- Somebody may have been writing at the very moment at which a pupil was erased: what came after is erased too.
  create function retention_sweep() returns void language sql ${definer} as $$
    select public.erase_parts(array(select p.id from public.pupil p where p.erased_at > public.app_now() - interval '8 days'),
      array['roster']) $$;

  -- What hangs on no pupil and has a term of its own.
  create function retention_tidy() returns void language sql ${definer} as $$
    update public.roster_import i set status = 'expired', parsed = null, preview = null from public.retention_term t
     where t.part = 'uploads' and i.status in ('previewed', 'refused', 'applying') and i.created_at < public.app_now() - t.term;
    delete from public.idempotency i using public.retention_term t
     where t.part = 'repeats' and i.at < public.app_now() - t.term $$;

  -- What the school just granted, in the transaction in which it did.
  create function erase_requested(p_request uuid) returns text[] language plpgsql ${definer} as $$
  declare r public.erasure_request%rowtype; wanted text[];
  begin
    select q.* into r from public.erasure_request q where q.id = p_request and q.school_id = public.app_school()
      and q.decided_by = public.app_actor() and q.decided_at = public.app_now() and q.outcome in ('everything', 'part');
    if not found or not public.app_has('school-administrator', 'privacy-officer') then raise insufficient_privilege; end if;
    perform 1 from public.pupil p where p.id = r.pupil_id for update;
    if public.is_held(r.pupil_id) then raise insufficient_privilege; end if;
    wanted := case r.outcome when 'everything' then array['roster']
      else array(select unnest(r.parts) intersect select unnest(array['lob', 'reflections', 'applications'])) end;
    perform public.erase_parts(array[r.pupil_id], wanted);
    return wanted;
  end $$;

  -- How much there is, never what: for whoever decides on a request.
  create function erasure_counts(p_pupil uuid) returns jsonb language sql stable ${definer} as $$
    select jsonb_build_object(
        'activities', (select count(*) from public.activity a where a.pupil_id = p.id),
        'reflections', (select count(*) from public.reflection r where r.pupil_id = p.id),
        'applications', (select count(*) from public.application a where a.pupil_id = p.id),
        'shares', (select count(*) from public.consent c where c.pupil_id = p.id),
        'guardians', (select count(*) from public.guardian g where g.pupil_id = p.id),
        'enrolments', (select count(*) from public.enrolment e where e.pupil_id = p.id))
      from public.pupil p where p.id = p_pupil and p.school_id = public.app_school()
       and public.app_has('school-administrator', 'privacy-officer') $$;

  -- By number, of those too who left: nobody who keeps what is kept needs a name for it.
  create function kept_number(p_pupil uuid) returns text language sql stable ${definer} as $$
    select p.pupil_number from public.pupil p where p.id = p_pupil and p.school_id = public.app_school() and p.erased_at is null
       and public.app_has('school-administrator', 'privacy-officer') $$;
  create function pupil_with_number(p_number text) returns uuid language sql stable ${definer} as $$
    select p.id from public.pupil p where p.pupil_number = p_number and p.school_id = public.app_school() and p.erased_at is null
       and public.app_has('privacy-officer') $$;
`;

export const erasureFunctions = due + parts + work;
