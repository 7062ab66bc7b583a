import type { Mutant } from '../policies/mutant.js';
import { of, statement } from '../policies/words.js';

/** A fault that somebody could make, put in a copy of the product or in the database, and the proof that has to see it. */
export interface Fault {
  name: string;
  /** In the product: once in this file. */
  file?: string;
  from?: string;
  to?: string;
  /** Or in the database. */
  mutant?: Mutant;
  /** The test files of the proof that are run. */
  tests: string;
  env?: Record<string, string>;
  /** For tests that start the built product. */
  built?: true;
}

const [offByOne, atEnd, ofShares] = of('consent', [
  ['wrong bound', 'shared_now', '(app_now() < valid_until)', '(app_now() <= valid_until)'],
  ['wrong bound', 'app_mentored', '(app_today() <= valid_until)', '(app_today() < valid_until)'],
  [
    'wrong bound',
    'shares_in_force(uuid,uuid)',
    'c.valid_until > public.app_now()',
    'c.valid_until >= public.app_now()',
  ],
]);
const access = 'src/pupil-access/pupil-access.rules.ts';
const lists = 'src/pupil-access/pupil-access.reader.ts';
const applicants = 'src/dossier/applicants.reader.ts';
const worlds = 'test/worlds\\.';
const table = 'test/table\\.';

export const faults: readonly Fault[] = [
  {
    name: 'off by one at the end of a period, in TypeScript: who leaves today is seen today',
    file: access,
    from: 'facts.leftOn <= today',
    to: 'facts.leftOn < today',
    tests: worlds,
  },
  {
    name: 'off by one at the end of a period, in TypeScript: what was opened before the birthday counts',
    file: access,
    from: 'openedAt >= (age >= OF_AGE ? OF_AGE : DECIDES_ALONE_AT)',
    to: 'openedAt + 1 >= (age >= OF_AGE ? OF_AGE : DECIDES_ALONE_AT)',
    tests: worlds,
  },
  {
    name: 'off by one at the end of a period, in SQL: a share counts at its last moment',
    mutant: offByOne!,
    tests: worlds,
  },
  { name: 'off by one at the end of a period, in SQL: a mentor stops a day early', mutant: atEnd!, tests: worlds },
  {
    name: 'off by one at the end of a period, in the facts: a share counts at its last moment',
    mutant: ofShares!,
    tests: worlds,
  },
  {
    name: 'a policy off: reflections',
    mutant: statement(
      'reflection',
      'policy off',
      'drop policy reflection_select on reflection; create policy reflection_select on reflection for select to dsd_app using (true)',
    ),
    tests: worlds,
  },
  {
    name: 'a policy off: consents',
    mutant: statement(
      'consent',
      'policy off',
      'drop policy consent_select on consent; create policy consent_select on consent for select to dsd_app using (true)',
    ),
    tests: worlds,
  },
  {
    name: 'SET for SET LOCAL: the context stays on the connection',
    mutant: statement(
      'session',
      'missing condition',
      `do $$ begin
         execute replace(pg_get_functiondef('begin_request(bytea)'::regprocedure), ', true)', ', false)');
       end $$`,
    ),
    tests: 'test/properties\\.',
    env: { PROVE_PROPERTY_WORLDS: '10' },
  },
  {
    name: 'a list that forgets the check: any pupil of the group, whoever asks',
    file: lists,
    from: 'where e.group_id = $4 and ((${atHome}) or ($5::boolean and ${asGuest}))',
    to: 'where e.group_id = $4 and (e.school_id = $1 or ($5::boolean and ${asGuest})) and ($2::boolean or $3::uuid is not null)',
    tests: table,
    env: { PROVE_ROUTES: '^get /api/v1/groups/:groupId/pupils$' },
  },
  {
    name: 'a list that forgets the check: whoever withdrew the application',
    file: applicants,
    from: 'where a.to_school_id = $1 and a.school_id <> $1 and a.withdrawn_at is null and',
    to: 'where a.to_school_id = $1 and a.school_id <> $1 and',
    tests: table,
    env: { PROVE_ROUTES: '^get /api/v1/dossiers$' },
  },
  {
    name: 'a list that forgets the check, in the database: every group of the school for a mentor',
    mutant: of('mentor_assignment', [['missing condition', 'app_mentored', ' AND (person_id = app_actor())', '']])[0]!,
    tests: worlds,
  },
  {
    name: 'a cache of five seconds on what was read',
    file: 'src/dossier/dossier.reader.ts',
    from: '    const grants = await this.access.sight(actor, pupilId);',
    to: `    const kept = cached.get(actor.id + pupilId);
    if (kept && kept.until > Date.now()) return kept.dossier;
    const dossier = await this.fresh(actor, pupilId);
    cached.set(actor.id + pupilId, { until: Date.now() + 5000, dossier });
    return dossier;
  }
  private async fresh(actor: Actor, pupilId: string): Promise<DossierResponse> {
    const grants = await this.access.sight(actor, pupilId);`,
    tests: 'test/races\\.',
    built: true,
  },
  {
    name: 'a cache of five seconds on who may',
    file: 'src/pupil-access/pupil-access.service.ts',
    from: "    const row = await this.db.one<{ facts: PupilFacts | null }>('select pupil_facts($1) as facts', [pupilId]);\n    return row?.facts ?? null;",
    to: `    const actor = (this.db as unknown as { active: { actor: { id: string } } }).active.actor.id;
    const kept = remembered.get(actor + pupilId);
    if (kept && kept.until > Date.now()) return kept.facts;
    const row = await this.db.one<{ facts: PupilFacts | null }>('select pupil_facts($1) as facts', [pupilId]);
    remembered.set(actor + pupilId, { until: Date.now() + 5000, facts: row?.facts ?? null });
    return row?.facts ?? null;`,
    tests: 'test/races\\.',
    built: true,
  },
  {
    name: 'a total that counts hidden rows: pupils of a group',
    file: lists,
    from: 'g.school_year as "schoolYear", count(distinct p.id)::int as pupils,\n         coalesce',
    to: 'g.school_year as "schoolYear", (select count(*)::int from enrolment n where n.group_id = g.id) as pupils,\n         coalesce',
    tests: table,
    env: { PROVE_ROUTES: '^get /api/v1/groups$' },
  },
  {
    name: 'a total that counts hidden rows: applicants',
    file: applicants,
    from: `(select json_build_object('all', count(*),`,
    to: `(select json_build_object('all', (select count(*) from application a where a.to_school_id = $1),`,
    tests: table,
    env: { PROVE_ROUTES: '^get /api/v1/dossiers$' },
  },
  {
    name: 'a role that reads too much: the care coordinator the reflections',
    file: access,
    from: "'care-coordinator': { profile: { read: 'whole' },",
    to: "'care-coordinator': { reflections: { read: 'opened' }, profile: { read: 'whole' },",
    tests: worlds,
  },
  {
    name: 'a sight that is not on record',
    file: 'src/pupil-access/pupil-access.service.ts',
    from: '    await this.recordSight(grants);\n    return grants;',
    to: '    return grants;',
    tests: 'test/records\\.',
  },
];

/** What stands above a file for some of them. */
export const preamble: Readonly<Record<string, string>> = {
  'src/dossier/dossier.reader.ts': 'const cached = new Map<string, { until: number; dossier: DossierResponse }>();\n',
  'src/pupil-access/pupil-access.service.ts':
    'const remembered = new Map<string, { until: number; facts: PupilFacts | null }>();\n',
};
