import type pg from 'pg';

/** A mistake that somebody could make in a policy, or in what the policies ask. */
export type Mistake =
  | 'missing condition'
  | 'wrong bound'
  | 'wrong role'
  | 'wrong command'
  | 'or for and'
  | 'other school'
  | 'null handling'
  | 'check dropped'
  | 'policy off'
  | 'force off';

export interface Mutant {
  /** The table whose rows come out wrong. */
  table: string;
  mistake: Mistake;
  /** A policy (`pupil_select`), a view (`app_tied`) or a function (`app_guards(uuid,boolean,timestamptz)`); or nothing. */
  at: string;
  from: string;
  to: string;
  /** A statement instead of a replacement. */
  sql?: string;
  /** Tests that see it where the worlds do not; test/second-wall if nothing is said. */
  tests?: string;
}
export const nameOf = ({ table, mistake, at, from, to, sql }: Mutant): string =>
  `${table}, ${mistake}: ${sql ?? `${at}: ${from} -> ${to || 'nothing'}`}`;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function replaced(text: string, { from, to, at }: Mutant): string {
  const where = text.indexOf(from);
  if (where < 0) throw new Error(`${at} has no "${from}" any more: ${text}`);
  return text.slice(0, where) + to + text.slice(where + from.length);
}

/** Makes the mistake in this database; fails when what it replaces is not there. */
export async function mutate(client: pg.Client, mutant: Mutant): Promise<void> {
  const { at, sql } = mutant;
  if (sql !== undefined) return void (await client.query(sql));
  if (at.includes('(')) {
    const { rows } = await client.query<{ definition: string }>(
      'select pg_get_functiondef($1::regprocedure) as definition',
      [at],
    );
    return void (await client.query(replaced(rows[0]!.definition, mutant)));
  }
  const view = await client.query<{ definition: string | null }>(
    `select case when to_regclass($1) is not null then pg_get_viewdef(to_regclass($1)) end as definition`,
    [at],
  );
  const definition = view.rows[0]!.definition;
  if (definition !== null)
    return void (await client.query(
      `create or replace view ${at} with (security_barrier) as ${replaced(oneLine(definition), mutant)}`,
    ));
  const { rows } = await client.query<{ tablename: string; qual: string | null; with_check: string | null }>(
    `select tablename, qual, with_check from pg_policies where policyname = $1`,
    [at],
  );
  const policy = rows[0];
  if (!policy) throw new Error(`there is no ${at} any more`);
  const [qual, check] = [policy.qual, policy.with_check].map((text) => text && oneLine(text));
  if (![qual, check].some((text) => text?.includes(mutant.from)))
    throw new Error(`${at} has no "${mutant.from}" any more: ${qual} / ${check}`);
  const clause = (word: string, text: string | null | undefined): string =>
    text?.includes(mutant.from) ? ` ${word} (${replaced(text, mutant)})` : '';
  await client.query(`alter policy ${at} on ${policy.tablename}${clause('using', qual)}${clause('with check', check)}`);
}
