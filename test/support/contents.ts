import type pg from 'pg';

/** What is allowed to change while people only look: what is on record of it, how fast they do, and when a session was last seen. */
const recorded = ['public.audit_event', 'public.audit_head', 'public.pace'];

/** A sum of every table, in every schema that is ours; two that are equal say that nothing changed. */
export async function contents(
  owner: pg.Client,
  without: readonly string[] = recorded,
): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query<{ name: string; place: string }>(
    `select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as place
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
        and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')`,
  );
  const sums: Record<string, string> = {};
  for (const { name, place } of tables) {
    if (without.includes(name)) continue;
    const row = name === 'public.session' ? `(to_jsonb(t) - 'last_seen_at')::text` : 't::text';
    const { rows } = await owner.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(${row}, '' order by ${row})), '') as sum from ${place} t`,
    );
    sums[name] = rows[0]!.sum;
  }
  return sums;
}
