// A region of a hundred thousand pupils around the measured school, so that a scan of a table costs what it would.
export async function fillRegion(client, pupils = 100_000) {
  const statements = [
    `create temp table region_school as select gen_random_uuid() as id, i, i < 60 as vmbo from generate_series(0, 64) i`,
    `insert into school (id, samenwerkingsverband_id, name, kind, brin)
       select r.id, (select id from samenwerkingsverband limit 1), 'School ' || i, case when vmbo then 'vmbo' else 'mbo' end,
              chr(65 + i / 26) || chr(65 + i % 26) || '88' from region_school r`,
    `insert into location (id, school_id, name, place) select gen_random_uuid(), id, 'Gebouw', 'Meetstad' from region_school where not vmbo`,
    `insert into opleiding (id, school_id, location_id, crebo, name, niveau, leerweg)
       select gen_random_uuid(), l.school_id, l.id, '25655', 'Opleiding', 4, 'bol' from location l join region_school r on r.id = l.school_id`,
    `insert into pupil_group (id, school_id, school_year, name, year)
       select gen_random_uuid(), r.id, app_school_year(), 'klas ' || n, 4 from region_school r, generate_series(1, 60) n where vmbo`,
    `create temp table region_pupil as select gen_random_uuid() as id, n, (select id from region_school r where r.i = n % 60) as school_id
       from generate_series(1, ${pupils}) n`,
    `insert into pupil (id, school_id, pupil_number, given_name, family_name, birth_date)
       select id, school_id, 'R' || n, 'Sam', 'Streek' || n, date '2010-01-01' + (n % 700) from region_pupil`,
    `create temp table region_group as select id, school_id, row_number() over (partition by school_id order by id) - 1 as k from pupil_group
       where school_id in (select id from region_school)`,
    `insert into enrolment (id, pupil_id, school_id, school_year, group_id, year, leerweg, valid_from)
       select gen_random_uuid(), p.id, p.school_id, app_school_year(), g.id, 4, 'kb', make_date(app_school_year(), 8, 1)
         from region_pupil p join region_group g on g.school_id = p.school_id and g.k = (p.n / 60) % 60`,
    `insert into person (id, family_name) select id, 'Ouder' from region_pupil`,
    `insert into guardian (id, pupil_id, school_id, person_id, custody) select gen_random_uuid(), id, school_id, id, true from region_pupil`,
    `insert into activity (id, log_id, pupil_id, school_id, type, title, starts_on, logged_by, logged_at)
       select gen_random_uuid(), gen_random_uuid(), p.id, p.school_id, 'open-day', 'Open dag', date '2026-01-01' + k, p.id, now()
         from region_pupil p, generate_series(1, 3) k`,
    `insert into reflection (id, activity_id, pupil_id, school_id, text, written_at, opened_to_mbo_at)
       select distinct on (a.pupil_id) gen_random_uuid(), a.id, a.pupil_id, a.school_id, 'Ik vond het leuk.', now(), now()
         from activity a join region_pupil p on p.id = a.pupil_id`,
    `insert into application (id, pupil_id, school_id, to_school_id, opleiding_id, applied_on, planned_start, recorded_by)
       select gen_random_uuid(), p.id, p.school_id, o.school_id, o.id, current_date, make_date(app_school_year() + 1, 8, 1), p.id
         from region_pupil p join region_school r on r.i = 60 + p.n % 5 join opleiding o on o.school_id = r.id where p.n % 4 = 0`,
    // A share takes a lock of its pupil until the commit, and a server has room for some thousands of those.
    ...Array.from(
      { length: 25 },
      (
        _,
        part,
      ) => `insert into consent (id, pupil_id, school_id, to_school_id, sections, purpose, text_version, created_at, valid_until, in_force_since)
       select gen_random_uuid(), a.pupil_id, a.school_id, a.to_school_id, array['profile','school-career','lob','reflections'], 'intake',
              '2026-11', now(), make_date(app_school_year() + 1, 10, 1), now()
         from application a join region_pupil p on p.id = a.pupil_id where p.n / 4 % 25 = ${part}`,
    ),
  ];
  for (const sql of statements) await client.query(sql);
}
