import pg from 'pg';
import type { Actor } from '../../../src/platform/access/actor.js';
import { decide } from '../../../src/pupil-access/pupil-access.rules.js';
import type { PupilFacts } from '../../../src/pupil-access/pupil-access.types.js';
import { dayOf } from '../model/time.js';
import { type Id, type Moment, sections, type Session, type World } from '../model/world.js';
import { cloneDatabase, setDatabaseTime, type TestDatabase } from '../database.js';
import { aroundFunction, aroundSaid } from './around.js';
import { type Loaded, tokenHash, WorldLoader } from './loader.js';

/** What one voice says of one session and one pupil: a word per question, so that two voices can be held together. */
export type Answers = Record<string, string>;
/** One session that asked for one pupil, and what two voices of the product said. */
export interface Heard {
  loaded: Loaded;
  session: Session;
  pupil: Id;
  /** The decision in TypeScript, over the facts that the database gives. */
  rules: Answers;
  /** What the application's login sees and may write under row-level security. */
  rows: Answers;
}

/**
 * One loop in the database over many sessions. Each begins as a request does, asks for its pupils with plain statements on
 * the tables, and is rolled back. The function runs with the rights of whoever calls it: the application.
 */
const lookFunction = `${aroundFunction}
  create view proof_home as select id as pupil_id, school_id from pupil;
  grant select on proof_home to dsd_app;

  create function proof_writes(p uuid) returns text language plpgsql security invoker as $$
  declare written text := ''; home uuid;
  begin
    select x.school_id into home from proof_home x where x.pupil_id = p;
    begin
      insert into activity (id, log_id, pupil_id, school_id, type, title, starts_on, logged_by, logged_at)
        values (gen_random_uuid(), gen_random_uuid(), p, home, 'open-day', 'x', '2026-01-01', app_actor(), app_now());
      written := written || ' lob';
    exception
      when insufficient_privilege then null;
      when integrity_constraint_violation then written := written || ' lob'; -- the policy let it through
    end;
    begin
      insert into reflection (id, activity_id, pupil_id, school_id, text, written_at)
        values (gen_random_uuid(), gen_random_uuid(), p, home, 'x', app_now());
      written := written || ' reflections';
    exception
      when insufficient_privilege then null;
      when integrity_constraint_violation then written := written || ' reflections';
    end;
    begin
      update pupil set given_name = given_name || 'x' where id = p;
      if found then written := written || ' profile'; end if;
    exception when insufficient_privilege then null;
    end;
    return ltrim(written);
  end $$;

  create function proof_look(p_tokens bytea[], p_first uuid[], p_second uuid[], p_writes boolean[])
    returns table (session int, which int, actor jsonb, facts jsonb, seen jsonb, written text, around jsonb)
    language plpgsql security invoker as $$
  declare p uuid;
  begin
    for i in 1 .. cardinality(p_tokens) loop
      begin
        session := i;
        actor := null;
        select to_jsonb(r) into actor from begin_request(p_tokens[i]) r;
        for j in 1 .. 2 loop
          which := j;
          p := case j when 1 then p_first[i] else p_second[i] end;
          continue when p is null;
          facts := case when actor is not null then pupil_facts(p) end;
          seen := jsonb_build_object(
            'pupil', (select count(*) from pupil x where x.id = p),
            'enrolment', (select count(*) from enrolment x where x.pupil_id = p),
            'lob', (select coalesce(string_agg(right(x.id::text, 4), ' ' order by x.id), '') from activity x
                     where x.pupil_id = p and x.removed_at is null),
            'reflections', (select coalesce(string_agg(right(x.id::text, 4), ' ' order by x.id), '') from reflection x
                     where x.pupil_id = p),
            'shares', (select count(*) from consent x where x.pupil_id = p) + (select count(*) from statutory_share x where x.pupil_id = p));
          around := case when p_writes[i] then proof_around(p) end; -- before anything is added
          written := case when p_writes[i] then proof_writes(p) end;
          return next;
        end loop;
        raise sqlstate 'PRF01';
      exception when sqlstate 'PRF01' then null;
      end;
    end loop;
  end $$;
  grant execute on function proof_writes(uuid), proof_look(bytea[], uuid[], uuid[], boolean[]) to dsd_app;`;

interface Seen {
  pupil: number;
  enrolment: number;
  lob: string;
  reflections: string;
  shares: number;
}
interface LookRow {
  session: number;
  which: number;
  actor: { kind: Actor['kind']; actor_id: string; school_id: string | null; roles: Actor['roles'] } | null;
  facts: PupilFacts | null;
  seen: Seen;
  written: string | null;
  around: Record<string, string> | null;
}

/** A database in which worlds come and go, with a clock of its own. */
export class WorldDatabase {
  private constructor(
    readonly database: TestDatabase,
    private readonly superuser: pg.Client,
    private readonly app: pg.Client,
    private readonly loader: WorldLoader,
  ) {}
  private now?: Moment;
  /** While something else is supposed, its transaction asks, as the application. */
  private supposed?: pg.Client | undefined;

  /** `checked`: foreign keys are held for what is loaded; without that it is a third faster. */
  static async open({ checked }: { checked: boolean }): Promise<WorldDatabase> {
    const one = await WorldDatabase.connect(await cloneDatabase());
    // The view in it belongs to the superuser, so it shows the home school past row-level security: a write names it.
    await one.superuser.query(lookFunction);
    if (!checked) await one.superuser.query('set session_replication_role = replica');
    return one;
  }

  /** Another one with the same in it, once this one is disconnected. */
  async twin(): Promise<WorldDatabase> {
    return WorldDatabase.connect(await cloneDatabase(new URL(this.database.superuserUrl).pathname.slice(1)));
  }

  private static async connect(database: TestDatabase): Promise<WorldDatabase> {
    const superuser = new pg.Client({ connectionString: database.superuserUrl });
    const app = new pg.Client({ connectionString: database.appUrl });
    for (const client of [superuser, app]) client.on('error', () => undefined); // the query that waits fails
    await superuser.connect();
    await app.connect();
    // Thousands of sessions in one statement; and plans as for full tables.
    await app.query('set statement_timeout = 0; set enable_seqscan = off; set jit = off');
    return new WorldDatabase(database, superuser, app, await WorldLoader.on(superuser));
  }

  async close(): Promise<void> {
    await this.disconnect();
    await this.database.drop();
  }
  private open = true;
  async disconnect(): Promise<void> {
    if (!this.open) return;
    this.open = false;
    await this.superuser.end();
    await this.app.end();
  }

  /** Asks in a transaction in which something else holds, which is then undone. */
  async supposing<T>(change: (client: pg.Client) => Promise<void>, ask: () => Promise<T>): Promise<T> {
    await this.superuser.query('begin');
    try {
      await change(this.superuser);
      await this.superuser.query(
        'set local role dsd_app; set local statement_timeout = 0; set local enable_seqscan = off; set local jit = off',
      );
      this.supposed = this.superuser;
      return await ask();
    } finally {
      this.supposed = undefined;
      await this.superuser.query('rollback');
    }
  }

  /** Tables with policies on which they are not in force, for the owner too. */
  async unwalled(): Promise<string[]> {
    const { rows } = await this.superuser.query<{ name: string }>(
      `select distinct c.relname as name from pg_class c join pg_policy p on p.polrelid = c.oid
        where not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
    );
    return rows.map(({ name }) => name);
  }

  /** How many there are. */
  get worlds(): number {
    return this.loader.worlds;
  }
  /** Takes out what was there before. */
  clear(): Promise<void> {
    return this.loader.clear();
  }

  /** How many rows of pupils the connection shows during a request of this session, and to whoever has it afterwards. */
  async seenDuringAndAfter(loaded: Loaded, session: Session): Promise<[during: number, after: number]> {
    const count = async (): Promise<number> => {
      const each = ofPupils.map((table) => `(select count(*) from ${table})`).join(' + ');
      return Number((await this.app.query<{ n: string }>(`select ${each} as n`)).rows[0]!.n);
    };
    await this.app.query('begin');
    await this.app.query('select from begin_request($1)', [tokenHash(loaded.token(session.id))]);
    const during = await count();
    await this.app.query('commit');
    return [during, await count()];
  }

  load(worlds: readonly World[]): Promise<Loaded[]> {
    return this.loader.load(worlds);
  }

  /** Every session of every world asks for every pupil of its world. All worlds are at one moment; writing is tried in some. */
  async hear(worlds: readonly World[], writesIn = worlds.length < 50 ? 1 : 4): Promise<Heard[]> {
    return this.ask(await this.load(worlds), writesIn);
  }

  /** The same of worlds that are there already; writing is tried in one of so many. */
  async ask(all: readonly Loaded[], writesIn: number): Promise<Heard[]> {
    const { now } = all[0]!.world;
    if (now !== this.now) await setDatabaseTime(this.database, new Date((this.now = now)));
    const sessions = all.flatMap((loaded, n) =>
      loaded.world.sessions.map((session) => ({ loaded, session, writes: n % writesIn === 0 })),
    );
    const pupil = (which: number): (string | null)[] =>
      sessions.map(({ loaded }) => {
        const found = loaded.world.pupils[which];
        return found ? loaded.uuid(found.id) : null;
      });
    const { rows } = await (this.supposed ?? this.app).query<LookRow>({
      name: 'proof-look',
      text: 'select * from proof_look($1::bytea[], $2::uuid[], $3::uuid[], $4::boolean[])',
      values: [
        sessions.map(({ loaded, session }) => tokenHash(loaded.token(session.id))),
        pupil(0),
        pupil(1),
        sessions.map(({ writes }) => writes),
      ],
    });
    return rows.map((row) => {
      const { loaded, session } = sessions[row.session - 1]!;
      return {
        loaded,
        session,
        pupil: loaded.world.pupils[row.which - 1]!.id,
        rules: sayRules(row, now),
        rows: sayRows(row, loaded),
      };
    });
  }
}

/** What a pupil's dossier is made of. */
const ofPupils = [
  'pupil',
  'enrolment',
  'guardian',
  'mentor_assignment',
  'activity',
  'reflection',
  'consent',
  'statutory_share',
  'application',
];

function sayRules({ actor, facts }: LookRow, now: Moment): Answers {
  const who: Actor | null = actor && {
    kind: actor.kind,
    id: actor.actor_id,
    name: '',
    schoolId: actor.school_id,
    schoolName: '',
    roles: actor.roles,
    sessionId: '',
    factor: 'none',
    elsewhere: false,
    provenAt: new Date(now),
    provesBy: 'sign-in',
  };
  const answers: Answers = {};
  for (const section of sections)
    for (const action of ['read', 'write'] as const)
      answers[`${action} ${section}`] =
        (who && facts && decide(who, facts, section, action, dayOf(now))?.extent) ?? 'no';
  return answers;
}

function sayRows({ seen, written, around }: LookRow, loaded: Loaded): Answers {
  const named = (tails: string): string =>
    tails
      .split(' ')
      .filter(Boolean)
      .map((tail) => loaded.ending(tail))
      .sort()
      .join(', ');
  return {
    name: seen.pupil > 0 ? 'yes' : 'no',
    enrolments: seen.enrolment > 0 ? 'yes' : 'no',
    lob: named(seen.lob),
    reflections: named(seen.reflections),
    shares: seen.shares > 0 ? 'yes' : 'no',
    ...(written === null ? {} : { written: written.trim().replaceAll(' ', ', ') }),
    ...(around === null ? {} : aroundSaid(around, named)),
  };
}
