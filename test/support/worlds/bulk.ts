import type pg from 'pg';
import type { Row } from '../insert-rows.js';

/** Many rows for many tables, put down in a few statements, in the order in which the tables were first named. */
export class Bulk {
  private readonly tables = new Map<string, Row[]>();

  add(table: string, row: Row): void {
    let rows = this.tables.get(table);
    if (!rows) this.tables.set(table, (rows = []));
    rows.push(row);
  }

  get rows(): number {
    return [...this.tables.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /** All rows of a table name the same columns; what they do not name keeps the default of the table. */
  async write(client: pg.Client, types: ColumnTypes): Promise<void> {
    for (const [table, rows] of this.tables) {
      const columns = Object.keys(rows[0]!);
      const typed = columns.map((name, n) => {
        const type = types.get(`${table}.${name}`);
        if (!type) throw new Error(`${table} has no column ${name}`);
        return `c${n}::${type}`;
      });
      await client.query(
        `insert into ${table} (${columns.join(', ')}) select ${typed.join(', ')}
           from unnest(${columns.map((_, n) => `$${n + 1}::text[]`).join(', ')}) as r(${columns.map((_, n) => `c${n}`).join(', ')})`,
        columns.map((name) => rows.map((row) => asText(row[name]))),
      );
    }
  }
}

export type ColumnTypes = ReadonlyMap<string, string>;
export async function columnTypes(client: pg.Client): Promise<ColumnTypes> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type
       from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return `{${value.join(',')}}`;
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
