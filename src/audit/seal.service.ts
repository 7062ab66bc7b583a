import { createPublicKey } from 'node:crypto';
import type pg from 'pg';
import { HeadsEntry, type EntryOptions } from './heads-entry.service.js';
import { readHeadsFile } from './heads-file.reader.js';

export interface SealOptions extends EntryOptions {
  /** Also heads that did not move since the entry before. */
  all?: boolean;
}
export interface SealOutcome {
  /** The new entry; null when nothing had moved. */
  entry: number | null;
  heads: number;
  /** Chains that end before where they were sealed, or whose last row is gone: something took them away. */
  shorter: string[];
}

const PART = 5000;
/** Of two that seal at once, one waits. */
const LOCK = 7_513_004;

/**
 * Writes down, outside the database and signed, where each chain ends now. Whoever has the database, and even the key of
 * the chain, cannot put an older state back or take a chain away without this file telling. In a transaction of the
 * caller, who commits afterwards: after a crash in between, the next entry holds the same again.
 */
export async function sealHeads(client: pg.ClientBase, options: SealOptions): Promise<SealOutcome> {
  await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
  const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at');
  const entry = new HeadsEntry(options, 'heads', rows[0]!.at);
  const shorter: string[] = [];
  const all = options.all === true || entry.isFirst;
  await client.query(`declare heads no scroll cursor for select * from audit_heads(${all})`);
  for (let more = true; more;) {
    const part = await client.query<{ chain_id: string; seq: string; hash: Buffer | null; sealed: string }>(
      `fetch ${PART} from heads`,
    );
    more = part.rows.length === PART;
    const longer = part.rows.filter(({ hash, seq, sealed }) => hash && BigInt(seq) >= BigInt(sealed));
    if (longer.length < part.rows.length)
      shorter.push(...part.rows.filter((row) => !longer.includes(row)).map(({ chain_id }) => chain_id));
    entry.add(longer.map(({ chain_id, seq, hash }) => ({ chain: chain_id, seq: +seq, hash: hash!.toString('hex') })));
    await client.query('select audit_sealed_until($1, $2)', [
      longer.map(({ chain_id }) => chain_id),
      longer.map(({ seq }) => seq),
    ]);
  }
  await client.query('close heads');
  return { ...entry.close(), shorter };
}

/**
 * After a back-up was put back: writes down, signed, up to where each chain still is what was sealed. What was sealed
 * beyond that is lost, and from now on known to be. Asks for the owner of the tables.
 */
export async function sealRestored(client: pg.ClientBase, options: SealOptions): Promise<SealOutcome> {
  const { sealed } = await readHeadsFile(options.file, [createPublicKey(options.key)]);
  const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at');
  const entry = new HeadsEntry(options, 'restored', rows[0]!.at);
  for await (const chains of sealed) {
    const points = chains.flatMap(({ chain, rows }) => rows.map(({ seq, hash }) => ({ chain, seq, hash })));
    if (points.length === 0) continue;
    const found = await client.query<{ chain_id: string; seq: string }>(
      `select e.chain_id, e.seq from unnest($1::uuid[], $2::bigint[], $3::text[]) as p(chain_id, seq, hash)
         join audit_event e using (chain_id, seq) where encode(e.hash, 'hex') = p.hash`,
      [points.map(({ chain }) => chain), points.map(({ seq }) => seq), points.map(({ hash }) => hash)],
    );
    const there = new Set(found.rows.map(({ chain_id, seq }) => `${chain_id} ${seq}`));
    entry.add(
      chains.flatMap(({ chain, rows }) => {
        const kept = rows.filter(({ seq }) => there.has(`${chain} ${seq}`)).sort((a, b) => b.seq - a.seq)[0];
        return kept?.seq === Math.max(...rows.map(({ seq }) => seq)) ? [] : [{ chain, seq: 0, hash: '', ...kept }];
      }),
    );
  }
  return { ...entry.close(), shorter: [] };
}
