import pg from 'pg';
import { locks, withClient, withLock, withLogin } from './connection.js';
import { rolePassword, scramVerifier } from './passwords.js';

/** The logins of the running program. They own nothing and bypass nothing: row-level security holds for each. */
export const loginRoles = ['dsd_app', 'dsd_signin', 'dsd_jobs'] as const;
export type LoginRole = (typeof loginRoles)[number];

/** The login that owns everything in a database that is ours alone; migrations run as it, requests never do. */
export const ownerRole = 'dsd_owner';

/**
 * Nothing a request does may take longer than this, whatever happens. And what a plan is made for: pages that are in memory
 * or on a disk without a head. Row-level security asks every row something along an index; were that thought as dear as on
 * an old disk, the planner would no longer tell a good plan from a bad one.
 */
const limits = {
  statement_timeout: '10s',
  lock_timeout: '3s',
  idle_in_transaction_session_timeout: '30s',
  random_page_cost: '1.1',
  jit: 'off',
} as const;

interface RoleRow {
  rolname: string;
  rolcanlogin: boolean;
  rolinherit: boolean;
  rolsuper: boolean;
  rolbypassrls: boolean;
  rolcreatedb: boolean;
  rolcreaterole: boolean;
  rolreplication: boolean;
  rolconfig: string[] | null;
}

export class RoleError extends Error {
  override readonly name = 'RoleError';
}

const isDenied = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '42501';

/**
 * Makes the login roles where they are missing, gives them their passwords and limits, and refuses to go on with one
 * that may do more than it should. Does nothing where all is right, so that after the first time the owner of the
 * database needs no right to make roles. Answers what could not be set.
 */
export async function ensureRoles(ownerUrl: string, secret: string): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    const wrong = await rolesToSet(client, ownerUrl, secret);
    if (wrong.length === 0) return missingLimits(client);
    await withLock(client, locks.roles, async () => {
      for (const role of await rolesToSet(client, ownerUrl, secret)) await setRole(client, role, secret);
    });
    await assertModest(client);
    return missingLimits(client);
  });
}

async function readRoles(client: pg.Client): Promise<RoleRow[]> {
  const { rows } = await client.query<RoleRow>(
    `select rolname, rolcanlogin, rolinherit, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
            rolconfig
       from pg_roles where rolname = any($1)`,
    [loginRoles],
  );
  return rows;
}

const limitsOf = (row: RoleRow): string[] =>
  Object.entries(limits).flatMap(([name, value]) => (row.rolconfig?.includes(`${name}=${value}`) ? [] : [name]));

/** The roles that are missing, may not sign in with their password, or have other limits. */
async function rolesToSet(client: pg.Client, ownerUrl: string, secret: string): Promise<LoginRole[]> {
  const rows = new Map((await readRoles(client)).map((row) => [row.rolname, row]));
  const wrong: LoginRole[] = [];
  for (const role of loginRoles) {
    const row = rows.get(role);
    const right = row?.rolcanlogin && !row.rolinherit && (await canSignIn(ownerUrl, role, secret));
    if (!right || limitsOf(row).length > 0) wrong.push(role);
  }
  await assertModest(client);
  return wrong;
}

async function canSignIn(ownerUrl: string, role: LoginRole, secret: string): Promise<boolean> {
  try {
    return await withClient(withLogin(ownerUrl, role, rolePassword(secret, role)), () => Promise.resolve(true));
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code?.startsWith('28')) return false;
    throw error;
  }
}

/** Row-level security means nothing to a superuser, and little to a role that can make another. */
async function assertModest(client: pg.Client): Promise<void> {
  for (const row of await readRoles(client)) {
    const rights = Object.entries({
      SUPERUSER: row.rolsuper,
      BYPASSRLS: row.rolbypassrls,
      CREATEDB: row.rolcreatedb,
      CREATEROLE: row.rolcreaterole,
      REPLICATION: row.rolreplication,
    }).flatMap(([right, has]) => (has ? [right] : []));
    if (rights.length > 0)
      throw new RoleError(
        `The database role ${row.rolname} may do too much. Let an administrator of the database run:\n` +
          `  ALTER ROLE ${row.rolname} ${rights.map((right) => `NO${right}`).join(' ')};`,
      );
  }
}

async function setRole(client: pg.Client, role: LoginRole, secret: string): Promise<void> {
  const password = client.escapeLiteral(scramVerifier(rolePassword(secret, role)));
  const exists = (await readRoles(client)).some((row) => row.rolname === role);
  try {
    // On an existing role only what is ours to change is named: naming BYPASSRLS, even to deny it, asks for more rights.
    if (exists) await client.query(`alter role ${role} login noinherit password ${password}`);
    else
      await client.query(
        `create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication noinherit
           password ${password}`,
      );
  } catch (error) {
    if (isDenied(error)) throw new RoleError(await howToAllow(client, role), { cause: error });
    throw error;
  }
  for (const [name, value] of Object.entries(limits)) {
    await client.query(`alter role ${role} set ${name} = '${value}'`).catch((error: unknown) => {
      if (!isDenied(error)) throw error; // reported by missingLimits
    });
  }
}

async function howToAllow(client: pg.Client, role: LoginRole): Promise<string> {
  const { rows } = await client.query<{ me: string }>('select quote_ident(current_user) as me');
  const me = rows[0]?.me ?? 'owner';
  return (
    `The database login ${me} may not make or change the role ${role}. Let an administrator of the database run:\n` +
    `  ALTER ROLE ${me} CREATEROLE;\n` +
    `then run "npm run migrate" once with the same APP_SECRET; after that the right can be taken back:\n` +
    `  ALTER ROLE ${me} NOCREATEROLE;`
  );
}

async function missingLimits(client: pg.Client): Promise<string[]> {
  return (await readRoles(client)).flatMap((row) =>
    limitsOf(row).map(
      (name: string) =>
        `The limit ${name} could not be set for ${row.rolname}. Let an administrator of the database run: ` +
        `ALTER ROLE ${row.rolname} SET ${name} = '${limits[name as keyof typeof limits]}';`,
    ),
  );
}

/** Makes the owner of a database that is ours alone. Needs a superuser, as the embedded server has. */
export async function ensureOwner(client: pg.Client, secret: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [ownerRole]);
  const password = client.escapeLiteral(scramVerifier(rolePassword(secret, ownerRole)));
  await client.query(
    `${rowCount ? 'alter' : 'create'} role ${ownerRole} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication
       password ${password}`,
  );
}
