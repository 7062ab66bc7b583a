import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import pg from 'pg';
import { hashSync } from '@node-rs/argon2';
import { loadRegion } from '../../src/demo/region-loader.service.js';
import { region } from '../../src/demo/region.rules.js';
import type { Role } from '../../src/platform/access/actor.js';
import { sessionCookie, tokenDigest } from '../../src/platform/access/session-token.js';
import { type Agent, startApp, type TestApp } from './app.js';
import { list, uploadList } from './opleidingen.js';
import { makePupils, simpleCsv } from './roster-files.js';
import { allRoutes, type Route } from './routes.js';

/** Someone of the invented region, with a session as a browser and as a program has it. */
export interface Walker {
  login: string;
  roles: readonly Role[];
  schoolId: string | null;
  token: string;
  browser: Agent;
  program: Agent;
}

/** What stands for a part of an address: a table, or where its ids are found. By name first, else by what stands before. */
const sources: Record<string, string> = {
  pupilId: 'pupil',
  groupId: 'pupil_group',
  personId: 'role_assignment.person_id',
  schoolId: 'school',
  roleId: 'role_assignment',
  reflectionId: 'reflection',
  logId: 'activity.log_id',
  activities: 'activity',
  activiteiten: 'activity',
  consents: 'consent',
  'consent-texts': 'consent_text',
  toestemming: 'consent',
  vraag: 'consent',
  applications: 'application',
  aanmelden: 'application',
  aanmeldingen: 'application',
  guardians: 'guardian',
  reflections: 'reflection',
  'roster-imports': 'roster_import',
  import: 'roster_import',
  opleidingen: 'opleiding',
  'opleidingen/import': 'opleiding_import',
  imports: 'opleiding_import',
  'teaching-assignments': 'teaching_assignment',
  docenten: 'teaching_assignment',
  rectifications: 'rectification',
  verzoeken: 'rectification',
  verzoek: 'rectification',
  subjectId: 'activity',
  'erasure-requests': 'erasure_request',
  wissen: 'erasure_request',
  reports: 'retention_report',
  termijnen: 'retention_report',
  'legal-holds': 'legal_hold',
  vasthouden: 'legal_hold',
};

/** Fields that are named otherwise than the parts of addresses. */
const fieldSources: Record<string, string> = {
  toSchoolId: 'schoolId',
  activityId: 'activities',
  opleidingId: 'opleidingen',
  guardianId: 'guardians',
};

/** The product with the invented region in it, everyone who has a login there, and their way around. */
export class Walk {
  readonly routes: Route[];
  private readonly found = new Map<string, Promise<string[]>>();

  private constructor(
    readonly app: TestApp,
    readonly walkers: readonly Walker[],
    private readonly asApp: pg.Client,
  ) {
    this.routes = allRoutes(app);
  }

  static async start(env: Record<string, string> = {}): Promise<Walk> {
    const app = await startApp(env);
    const made = region(app.clock.today());
    await loadRegion(app.owner, made, hashSync('een-lang-wachtwoord', { memoryCost: 64, timeCost: 1 }));
    const walkers: Walker[] = [];
    for (const { username, role } of made.logins) {
      const as = role === 'guardian' ? { school: null } : {};
      const token = await app.tokenFor(username, as);
      const program = app.http().set('authorization', `Bearer ${token}`);
      const me = await program.get('/api/v1/me');
      if (me.status !== 200) continue;
      const { roles, schoolId } = me.body as { roles: Role[]; schoolId: string | null };
      const browser = app
        .http()
        .set('cookie', `${sessionCookie(app.config.secureCookies)}=${token}`)
        .set('sec-fetch-site', 'same-origin');
      walkers.push({ login: username, roles, schoolId, token, browser, program });
    }
    const asApp = new pg.Client({ connectionString: app.database.appUrl });
    await asApp.connect();
    const walk = new Walk(app, walkers, asApp);
    await walk.addFiles();
    return walk;
  }

  /** Someone with this role, the first of the region. */
  as(role: Role): Walker {
    const found = this.walkers.find(({ roles }) => roles.includes(role));
    if (!found) throw new Error(`The region has no login with the role ${role}.`);
    return found;
  }

  /** Those whom the route lets in by role. */
  mayCall({ access }: Route): Walker[] {
    if (access === 'signed-in') return this.oneOfEach();
    if (typeof access !== 'object') return [];
    return this.walkers.filter(({ roles }) => access.some((role) => roles.includes(role)));
  }

  private oneOfEach(): Walker[] {
    const kinds = ['decaan', 'pupil', 'guardian', 'intaker'] as const;
    return kinds.map((role) => this.as(role));
  }

  /**
   * Addresses of this route with ids of what this person may see, the most likely first. Row-level security says what
   * that is. Where nothing is known of a part of the address, it is an id of nothing.
   */
  async addresses({ path }: Route, walker: Walker, most = 12): Promise<string[]> {
    let paths = [''];
    let before = '';
    for (const part of path.split('/').slice(1)) {
      if (part.startsWith(':')) {
        const ids = await this.idsFor(part.slice(1), before, path, walker);
        paths = paths.flatMap((start) => ids.slice(0, 6).map((id) => `${start}/${id}`));
      } else paths = paths.map((start) => `${start}/${part}`);
      before = part;
    }
    return paths.slice(0, most);
  }

  /** An id of what a field of this name is about, that this person may see; else one of nothing. */
  async idFor(name: string, walker: Walker): Promise<string> {
    const source = sources[fieldSources[name] ?? name];
    return (source && (await this.visible(source, walker))[0]) ?? randomUUID();
  }

  private async idsFor(name: string, before: string, path: string, walker: Walker): Promise<string[]> {
    if (path === '/assets/:name')
      return readdirSync('dist/public').filter((file) => /\.(css|js|svg|woff2)$/.test(file));
    const source =
      (path.endsWith('/:personId/invitation') ? 'invitation.person_id' : sources[name]) ??
      (path.startsWith('/opleidingen/import/') ? sources['opleidingen/import'] : sources[before]);
    const ids = source ? await this.visible(source, walker) : [];
    return ids.length > 0 ? ids : [randomUUID()];
  }

  private visible(source: string, walker: Walker): Promise<string[]> {
    const key = `${source} ${walker.login}`;
    const known = this.found.get(key) ?? this.look(source, walker);
    this.found.set(key, known);
    return known;
  }

  private async look(source: string, { token }: Walker): Promise<string[]> {
    const [table, column = 'id'] = source.split('.') as [string, string?];
    const { rowCount: hasSchool } = await this.app.owner.query(
      `select from information_schema.columns where table_name = $1 and column_name = 'school_id'`,
      [table],
    );
    await this.asApp.query('begin');
    try {
      await this.asApp.query('select from begin_request($1)', [tokenDigest(token)]);
      const { rows } = await this.asApp.query<{ id: string }>(
        `select ${column} as id from ${table} group by 1
          order by ${hasSchool ? 'bool_or(school_id = app_school()) desc nulls last, ' : ''} 1 limit 6`,
      );
      return rows.map(({ id }) => id);
    } finally {
      await this.asApp.query('rollback');
    }
  }

  /** What the region has not: files that were read, letters, and an invitation. */
  private async addFiles(): Promise<void> {
    const administrator = this.walkers.find(({ login }) => login === 'administratie@sluiswachter.example')!;
    await administrator.program
      .post('/api/v1/roster-imports')
      .attach('file', simpleCsv(makePupils({ pupils: 3, seed: 3 })), 'klassen.csv')
      .expect(201);
    const intaker = this.as('intaker');
    const location = await this.app.owner.query<{ id: string }>(
      'select id from location where school_id = $1 limit 1',
      [intaker.schoolId],
    );
    await uploadList(intaker.program, list('25180,Kok,2,Horeca,"1,30",BOL/BBL'), location.rows[0]!.id).expect(201);
    // Who signs in already is not invited; and where no mail goes, nobody is.
    const { rows: staff } = await this.app.owner.query<{ id: string }>(
      'select distinct person_id as id from role_assignment where school_id = $1 order by 1',
      [administrator.schoolId],
    );
    for (const { id } of staff)
      if ((await administrator.program.post(`/api/v1/people/${id}/invitation`)).status === 201) return;
  }

  async close(): Promise<void> {
    await this.asApp.end();
    await this.app.close();
  }
}
