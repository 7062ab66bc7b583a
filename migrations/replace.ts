import type { QueryRunner } from 'typeorm';

/**
 * A landed migration is never edited, yet functions and policies change. These remember what stood there, so that going
 * down puts it back word for word.
 */
const remember = `insert into replaced (migration, kind, place, name, definition) values ($1, $2, $3, $4, $5)`;

/** `sql` holds `create or replace function` for each signature, such as `pupil_facts(uuid)`. */
export async function replaceFunctions(
  q: QueryRunner,
  migration: string,
  signatures: readonly string[],
  sql: string,
): Promise<void> {
  for (const signature of signatures) {
    const [{ definition }] = (await q.query('select pg_get_functiondef($1::regprocedure) as definition', [
      signature,
    ])) as [{ definition: string }];
    await q.query(remember, [migration, 'function', '', signature, definition]);
  }
  await q.query(sql);
}

/** Functions that nothing asks any more. They come back with the rights that every function of the application has. */
export async function dropFunctions(q: QueryRunner, migration: string, signatures: readonly string[]): Promise<void> {
  for (const signature of signatures) {
    const [{ definition }] = (await q.query('select pg_get_functiondef($1::regprocedure) as definition', [
      signature,
    ])) as [{ definition: string }];
    const rights = `revoke execute on function ${signature} from public; grant execute on function ${signature} to dsd_app`;
    await q.query(remember, [migration, 'function', '', signature, `${definition}; ${rights}`]);
    await q.query(`drop function ${signature}`);
  }
}

/** A policy of the application with other words: `using` for what is there, `check` for what comes to stand there. */
export async function replacePolicy(
  q: QueryRunner,
  migration: string,
  table: string,
  policy: string,
  clauses: { using?: string; check?: string },
): Promise<void> {
  const [found] = (await q.query(
    'select cmd, roles[1] as role, qual, with_check as check from pg_policies where tablename = $1 and policyname = $2',
    [table, policy],
  )) as { cmd: string; role: string; qual: string | null; check: string | null }[];
  const create = (using: string | null, check: string | null): string =>
    `create policy ${policy} on ${table} for ${found!.cmd} to ${found!.role}` +
    `${using === null ? '' : ` using (${using})`}${check === null ? '' : ` with check (${check})`}`;
  await q.query(remember, [migration, 'policy', table, policy, create(found!.qual, found!.check)]);
  await q.query(`drop policy ${policy} on ${table}`);
  await q.query(create(clauses.using ?? null, clauses.check ?? null));
}

/** Puts back what this migration replaced, the last first. */
export async function putBack(q: QueryRunner, migration: string): Promise<void> {
  const rows = (await q.query('delete from replaced where migration = $1 returning id, kind, place, name, definition', [
    migration,
  ])) as [{ id: number; kind: string; place: string; name: string; definition: string }[], number];
  for (const { kind, place, name, definition } of rows[0].sort((a, b) => b.id - a.id)) {
    if (kind === 'policy') await q.query(`drop policy ${name} on ${place}`);
    await q.query(definition);
  }
}

/**
 * A function that others change too gets a few other words: each `[from, to]` has to be found once, in whatever stands
 * there by then.
 */
export async function patchFunction(
  q: QueryRunner,
  migration: string,
  signature: string,
  ...edits: [from: string, to: string][]
): Promise<void> {
  const [{ definition }] = (await q.query('select pg_get_functiondef($1::regprocedure) as definition', [
    signature,
  ])) as [{ definition: string }];
  const patched = edits.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`${signature} does not hold this once: ${from}`);
    return text.replace(from, () => to);
  }, definition);
  await replaceFunctions(q, migration, [signature], patched);
}
