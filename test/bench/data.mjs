// An invented school to measure with: rich dossiers, a class of thirty, and a session for each reader.
import { createHash, randomBytes, randomUUID } from 'node:crypto';

const sentence =
  'Ik heb geholpen bij de praktijkles en gezien hoe een gewone dag in dit werk eruitziet, van begin tot eind. ';
const types = ['open-day', 'trial-day', 'company-visit', 'guest-lesson', 'placement', 'career-conversation'];
const competences = ['kwaliteitenreflectie', 'motievenreflectie', 'werkexploratie', 'loopbaansturing', 'netwerken'];

async function insert(client, table, rows) {
  const columns = Object.keys(rows[0]).join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

/** Fills an empty database; answers ids and tokens. `pupils` dossiers of about 20 KB of JSON each. */
export async function fill(client, { pupils: count = 300, activities = 28 } = {}) {
  const swv = randomUUID(),
    vmbo = randomUUID(),
    mbo = randomUUID(),
    location = randomUUID(),
    opleiding = randomUUID();
  const year = Number((await client.query('select app_school_year() as y')).rows[0].y);
  const groups = Array.from({ length: Math.floor(count / 30) }, () => randomUUID());
  const staff = (school, role) => ({
    person: randomUUID(),
    account: randomUUID(),
    token: randomBytes(32).toString('base64url'),
    school,
    role,
  });
  const decaan = staff(vmbo, 'decaan'),
    intaker = staff(mbo, 'intaker');
  await insert(client, 'samenwerkingsverband', [{ id: swv, name: 'Meetgebied' }]);
  await insert(client, 'school', [
    { id: vmbo, samenwerkingsverband_id: swv, name: 'Meetschool', kind: 'vmbo', brin: '99AA', phone: null },
    { id: mbo, samenwerkingsverband_id: swv, name: 'Meet-mbo', kind: 'mbo', brin: '99AB', phone: null },
  ]);
  await insert(client, 'location', [{ id: location, school_id: mbo, name: 'Hoofdgebouw', place: 'Meetstad' }]);
  await insert(client, 'opleiding', [
    {
      id: opleiding,
      school_id: mbo,
      location_id: location,
      crebo: '25655',
      name: 'Mbo-verpleegkundige',
      niveau: 4,
      leerweg: 'bol',
      offered: true,
      version: 1,
    },
  ]);
  await insert(
    client,
    'account',
    [decaan, intaker].map((one) => ({ id: one.account, login: one.role, created_at: new Date() })),
  );
  await insert(
    client,
    'person',
    [decaan, intaker].map((one) => ({
      id: one.person,
      account_id: one.account,
      given_name: 'Robin',
      infix: '',
      family_name: one.role,
      email: `${one.role}@school.example`,
      phone: null,
    })),
  );
  await insert(
    client,
    'role_assignment',
    [decaan, intaker].map((one) => ({
      id: randomUUID(),
      person_id: one.person,
      school_id: one.school,
      role: one.role,
      valid_from: '2020-08-01',
    })),
  );
  await insert(
    client,
    'session',
    [decaan, intaker].map((one) => ({
      id: randomUUID(),
      token_hash: `\\x${createHash('sha256').update(one.token).digest('hex')}`,
      account_id: one.account,
      school_id: one.school,
      created_at: new Date(),
      last_seen_at: new Date(),
      factor_at: new Date(),
    })),
  );
  await insert(
    client,
    'pupil_group',
    groups.map((id, i) => ({ id, school_id: vmbo, school_year: year, name: `4ZW${i + 1}`, year: 4 })),
  );

  const pupils = Array.from({ length: count }, () => randomUUID());
  const own = (pupil) => ({ pupil_id: pupil, school_id: vmbo });
  await insert(
    client,
    'pupil',
    pupils.map((id, i) => ({
      id,
      school_id: vmbo,
      pupil_number: String(100000 + i),
      given_name: 'Noor',
      infix: 'de',
      family_name: `Meter${i}`,
      birth_date: '2009-03-09',
      guardian_sections: [],
      version: 1,
    })),
  );
  await insert(
    client,
    'enrolment',
    pupils.map((pupil, i) => ({
      id: randomUUID(),
      ...own(pupil),
      school_year: year,
      group_id: groups[Math.floor(i / 30)] ?? null,
      year: 4,
      leerweg: 'kb',
      profiel: 'ZW',
      valid_from: `${year}-08-01`,
    })),
  );
  await insert(
    client,
    'application',
    pupils.map((pupil) => ({
      id: randomUUID(),
      ...own(pupil),
      to_school_id: mbo,
      opleiding_id: opleiding,
      applied_on: `${year}-10-01`,
      planned_start: `${year + 1}-08-01`,
      recorded_by: pupil,
    })),
  );
  await insert(
    client,
    'consent',
    pupils.map((pupil) => ({
      id: randomUUID(),
      ...own(pupil),
      to_school_id: mbo,
      sections: ['profile', 'school-career', 'lob', 'reflections'],
      purpose: 'intake',
      text_version: '2026-11',
      created_at: `${year}-10-02`,
      valid_until: `${year + 1}-10-01`,
      in_force_since: `${year}-10-03`,
      version: 1,
    })),
  );
  const logged = pupils.flatMap((pupil) =>
    Array.from({ length: activities }, (_, n) => ({
      id: randomUUID(),
      log_id: randomUUID(),
      ...own(pupil),
      type: types[n % types.length],
      title: `Activiteit ${n + 1} bij een bedrijf in de buurt`,
      place: 'Woonzorgcentrum De Meethof',
      starts_on: `${year - (n % 4)}-09-${10 + (n % 18)}`,
      beroep: 'verzorgende',
      goal: sentence.slice(0, 90),
      competences: [competences[n % 5]],
      remark: '',
      result: sentence,
      evaluation: sentence,
      follow_up: sentence.slice(0, 60),
      logged_by: decaan.person,
      logged_at: new Date(),
      version: 1,
    })),
  );
  await insert(
    client,
    'activity',
    logged.map((row) => ({ ...row, opleiding_id: null })),
  );
  await insert(
    client,
    'reflection',
    logged
      .filter((_, i) => i % 4 === 0)
      .map((row) => ({
        id: randomUUID(),
        activity_id: row.id,
        ...own(row.pupil_id),
        text: sentence.repeat(3),
        opened_to_mbo_at: `${year}-10-03`,
        written_at: `${year}-10-02`,
        version: 1,
      })),
  );
  await client.query('analyze');
  const classes = groups.map((group, i) => ({ group, pupils: pupils.slice(i * 30, i * 30 + 30) }));
  return { pupils, classes, decaan, intaker };
}
