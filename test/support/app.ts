import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import supertest from 'supertest';
import { createApp } from '../../src/bootstrap.js';
import type { DemoAccount } from '../../src/accounts/demo-accounts.types.js';
import { newToken, sessionCookie, tokenDigest } from '../../src/platform/access/session-token.js';
import { Clock } from '../../src/platform/clock.js';
import { type Config, readConfig } from '../../src/platform/config.js';
import { JobRunner } from '../../src/platform/jobs/job-runner.js';
import { Given } from './builders.js';
import { cloneDatabase, setDatabaseTime, type TestDatabase } from './database.js';
import { SessionSql } from './session-sql.js';
import { testSecret } from './test-facts.js';

export type Agent = ReturnType<typeof supertest.agent>;

/** A Monday in November, in the third lesson: the time of a test that does not care. */
const ordinaryMoment = '2026-11-16T11:00:00+01:00';

/** Stands still until a test moves it, in the application and in its database alike. */
export class TestClock extends Clock {
  private at = new Date(ordinaryMoment);
  constructor(private readonly database: TestDatabase) {
    super();
  }
  override now(): Date {
    return new Date(this.at);
  }
  /** `await clock.set('2027-02-01T09:00:00+01:00')`; a day alone is noon of that day. */
  async set(iso: string): Promise<void> {
    this.at = new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso);
    await setDatabaseTime(this.database, this.at);
  }
  async advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): Promise<void> {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = by;
    const ms = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
    await this.set(new Date(this.at.getTime() + ms).toISOString());
  }
}

export interface SessionWishes {
  /** Where it acts; null is as a guardian. */
  school?: string | null;
  /** False: the second step of signing in has yet to be given. */
  factor?: boolean;
}

export interface TestApp {
  readonly url: string;
  readonly config: Config;
  readonly clock: TestClock;
  /** A database of its own, migrated and empty. */
  readonly database: TestDatabase;
  /** A connection as the owner of the tables: to arrange, and to look past row-level security. Never what is tested. */
  readonly owner: pg.Client;
  /** Builders: `await app.given.aPupil({ … })`. */
  readonly given: Given;
  readonly nest: NestExpressApplication;
  /** A visitor: `app.http().get('/api/v1/me')`. Keeps its cookies. */
  http(): Agent;
  /** A program with the session of this login: a Bearer token. */
  asActor(login: string | { login: string }, options?: SessionWishes): Promise<Agent>;
  /** A browser with the session of this login: cookie, and the headers by which a browser says where it comes from. */
  asBrowser(login: string | { login: string }, options?: SessionWishes): Promise<Agent>;
  /** A new session for this login, without signing in; answers its token. */
  tokenFor(login: string | { login: string }, options?: SessionWishes): Promise<string>;
  /** SQL in the context of such a session: `app.sql.tried(decaan, 'delete from pupil')`. */
  readonly sql: SessionSql;
  /** Background jobs run when asked: those that were queued, and the repeating ones whose time came since the last call. */
  runJobs(): Promise<void>;
  close(): Promise<void>;
}

/** For `Idempotency-Key`. */
export const newKey = (): string => randomUUID();

/** The application on a port of its own, on a database of its own. `env` overrides the configuration. */
export async function startApp(env: Record<string, string> = {}, demo: DemoAccount[] = []): Promise<TestApp> {
  const database = await cloneDatabase();
  const clock = new TestClock(database);
  await clock.set(ordinaryMoment);
  const auditHeads = path.join(os.tmpdir(), `audit-heads-${randomUUID()}`);
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: 'silent',
    APP_SECRET: testSecret,
    AUDIT_KEY: randomBytes(32).toString('base64'),
    AUDIT_HEADS_FILE: auditHeads,
    ARGON2_MEMORY_KIB: '64',
    ARGON2_TIME: '1',
    RUN_JOBS: 'false',
    ...env,
  });
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  owner.on('error', () => undefined); // a connection that breaks fails the query that waits for it
  await owner.connect();
  const nest = await createApp({ config, urls: database, clock, demo });
  await nest.listen(config.port, '127.0.0.1');
  const { port } = nest.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const jobs = nest.get(JobRunner, { strict: false });
  await jobs.know();

  const http = (): Agent => supertest.agent(url);
  const tokenFor: TestApp['tokenFor'] = async (who, options) => {
    const token = newToken();
    await openSession(owner, typeof who === 'string' ? who : who.login, token, options);
    return token;
  };
  const sql = new SessionSql(database.appUrl, tokenFor);
  return {
    url,
    config,
    clock,
    database,
    owner,
    given: new Given(owner, clock),
    nest,
    http,
    tokenFor,
    sql,
    asActor: async (who, options) => http().set('authorization', `Bearer ${await tokenFor(who, options)}`),
    asBrowser: async (who, options) =>
      http()
        .set('cookie', `${sessionCookie(config.secureCookies)}=${await tokenFor(who, options)}`)
        .set('sec-fetch-site', 'same-origin'),
    runJobs: async () => {
      await jobs.runQueued();
      await jobs.runRepeating();
    },
    close: async () => {
      await nest.close();
      await owner.end();
      await sql.end();
      fs.rmSync(auditHeads, { force: true });
    },
  };
}

/** Puts down a session as sign-in would, the second step given: staff at the school of their first current role, a pupil at the home school. */
async function openSession(
  owner: pg.Client,
  login: string,
  token: string,
  { school, factor = true }: SessionWishes = {},
): Promise<void> {
  const { rowCount } = await owner.query(
    `insert into session (id, token_hash, account_id, created_at, last_seen_at, factor_at, school_id)
     select $1, $2, a.id, app_now(), app_now(), case when $6 then app_now() end, case when $5 then $4::uuid else coalesce(u.school_id, (
              select r.school_id from role_assignment r join person p on p.id = r.person_id
               where p.account_id = a.id and r.valid_from <= app_today()
                 and (r.valid_until is null or r.valid_until >= app_today())
               order by r.valid_from, r.id limit 1)) end
       from account a left join pupil u on u.account_id = a.id where a.login = $3`,
    [randomUUID(), tokenDigest(token), login.toLowerCase(), school ?? null, school !== undefined, factor],
  );
  if (!rowCount) throw new Error(`There is no account with the login ${login}.`);
}
