import fs from 'node:fs';
import { parse } from 'csv-parse';
import type pg from 'pg';
import { type AuditRow, rowColumns } from './canonical.rules.js';
import type { StoredHead } from './chain-check.rules.js';

const PART = 5000;
const text = (column: string): string =>
  column === 'at'
    ? 'extract(epoch from at)::text'
    : /hash$|^mac$/.test(column)
      ? `encode(${column}, 'hex')`
      : `${column}::text`;

/** The rows of a database, read within the transaction of this connection. */
export const rowsOf = (client: pg.Client): AsyncGenerator<AuditRow[]> =>
  read<AuditRow>(client, 'audit_event', rowColumns, 'chain_id, seq');

export const headsOf = (client: pg.Client): AsyncGenerator<StoredHead[]> =>
  read<StoredHead>(client, 'audit_head', ['chain_id', 'seq', 'mac'], 'chain_id');

async function* read<T>(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  order: string,
): AsyncGenerator<T[]> {
  const list = columns.map((column) => `${text(column)} as ${column}`).join(', ');
  await client.query(
    `declare ${table}_rows no scroll cursor for select ${list} from ${table} order by ${order.replaceAll(/\w+/g, `${table}.$&`)}`,
  );
  for (;;) {
    const { rows } = await client.query<T & pg.QueryResultRow>(`fetch ${PART} from ${table}_rows`);
    if (rows.length > 0) yield rows;
    if (rows.length < PART) break;
  }
  await client.query(`close ${table}_rows`);
}

/** An exported copy: `\copy (select * from audit_event order by chain_id, seq) to audit.csv csv header`. */
export const rowsOfCopy = (file: string): AsyncGenerator<AuditRow[]> =>
  readCopy(file, rowColumns, (cells) => {
    const row = cells as unknown as AuditRow;
    return { ...row, at: seconds(row.at), hash: hex(row.hash), prev_hash: hex(row.prev_hash) };
  });

/** `\copy (select * from audit_head order by chain_id) to heads.csv csv header`. */
export const headsOfCopy = (file: string): AsyncGenerator<StoredHead[]> =>
  readCopy(file, ['chain_id', 'seq', 'mac'], (cells) => {
    const head = cells as unknown as StoredHead;
    return { ...head, mac: hex(head.mac) };
  });

async function* readCopy<T extends { chain_id: string; seq: string }>(
  file: string,
  columns: readonly string[],
  make: (cells: Record<string, string | null>) => T,
): AsyncGenerator<T[]> {
  // What stands between quotes is a text, also an empty one; what is not there at all is null.
  const lines = fs
    .createReadStream(file)
    .pipe(
      parse({ columns: true, cast: (value, { quoting }) => (value === '' && !quoting ? null : value) }),
    ) as AsyncIterable<Record<string, string | null>>;
  let part: T[] = [];
  let last: T | undefined;
  for await (const cells of lines) {
    const lacking = columns.find((column) => !(column in cells));
    if (lacking) throw new Error(`${file} has no column ${lacking}`);
    const row = make(cells);
    if (last && (row.chain_id < last.chain_id || (row.chain_id === last.chain_id && +row.seq < +last.seq)))
      throw new Error(`${file} is not in order; export it with: order by chain_id, seq`);
    part.push((last = row));
    if (part.length < PART) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

const hex = (value: string): string => value.replace(/^\\x/, '');

/** `2026-11-16 11:00:00.5+01` as seconds with six decimals, as extract(epoch from …) says it. */
function seconds(value: string): string {
  const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?([+-]\d\d)(?::?(\d\d))?$/.exec(value);
  if (!found) return value; // and so never whole
  const whole = Date.parse(`${found[1]}T${found[2]}${found[4]}:${found[5] ?? '00'}`) / 1000;
  return `${whole}.${(found[3] ?? '').padEnd(6, '0')}`;
}
